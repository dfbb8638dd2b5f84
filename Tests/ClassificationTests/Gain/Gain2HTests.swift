// SPDX-License-Identifier: MIT

import Classification
import Testing

/// 2H of gains.
struct Gain2HTests {
  @Test func `a whole haploinsufficient gene is named and gives nothing`() {
    let found = Assessed(.sample(.gain, [.sample(.whole)]))
    #expect(found.codes == "1A;2H;3A" && found.points(.c2H) == 0 && found.total == 0)
  }

  @Test func `predictions are no rule of gains`() {
    #expect(Assessed(.sample(.gain, [.predicted()])).codes == "1A;3A")
  }
}
