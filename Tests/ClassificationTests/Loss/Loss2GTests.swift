// SPDX-License-Identifier: MIT

import Classification
import Testing

/// 2G of losses.
struct Loss2GTests {
  @Test func `a benign region and more is 0, and goes on`() {
    let found = Assessed(.sample(.loss, [.predicted()], intervals: [.sample(hi: .unlikely)]))
    #expect(found.codes == "1A;2G;2H;3A" && found.points(.c2G) == 0 && found.total == 15)
  }

  @Test func `inside the region it is 2F alone`() {
    let found = Assessed(.sample(.loss, intervals: [.sample(hi: .unlikely, holding: true)]))
    #expect(found.state(.c2G) == nil)
  }
}
