// SPDX-License-Identifier: MIT

import Classification
import Testing

/// 2B of gains.
struct Gain2BTests {
  @Test func `part of an established region is 0`() {
    let found = Assessed(.sample(.gain, intervals: [.sample(ts: .sufficient)]))
    #expect(found.codes == "1A;2B;3A" && found.points(.c2B) == 0 && found.total == 0)
  }

  @Test func `a whole one is 2A`() {
    let found = Assessed(.sample(.gain, intervals: [.sample(ts: .sufficient, contained: true)]))
    #expect(found.state(.c2B) == nil)
  }
}
