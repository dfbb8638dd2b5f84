// SPDX-License-Identifier: MIT

import Classification
import Testing

/// 2B of losses.
struct Loss2BTests {
  @Test func `part of an established region is 0 and keeps predictions open`() {
    let found = Assessed(.sample(.loss, [.predicted()], intervals: [.sample(hi: .sufficient)]))
    #expect(found.codes == "1A;2B;2H;3A" && found.points(.c2B) == 0 && found.total == 15)
  }

  @Test func `a nested interval that counts as the region is 2A and not 2B`() {
    let found = Assessed(.sample(.loss, intervals: [.sample(hi: .sufficient, nested: 1)]))
    #expect(found.state(.c2B) == nil && found.state(.c2A) == .met)
  }

  @Test func `a gene is no region`() {
    let found = Assessed(.sample(.loss, intervals: [.sample(hi: .sufficient, isRegion: false)]))
    #expect(found.state(.c2B) == nil)
  }
}
