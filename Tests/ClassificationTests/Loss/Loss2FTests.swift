// SPDX-License-Identifier: MIT

import Classification
import Testing

/// 2F of losses.
struct Loss2FTests {
  @Test(arguments: [true, false]) func `inside one benign region or gene is -1.00`(isRegion: Bool) {
    let found = Assessed(
      .sample(.loss, intervals: [.sample(hi: .unlikely, isRegion: isRegion, holding: true)]))
    #expect(found.points(.c2F) == -100 && found.total == -100)
    #expect(found.assessment.pathogenicity == .benign)
  }

  @Test func `inside none of two is not inside both`() {
    let found = Assessed(
      .sample(.loss, intervals: [.sample(hi: .unlikely), .sample(hi: .unlikely)]))
    #expect(found.state(.c2F) == nil && found.total == 0)
  }

  @Test func `predictions are not counted beside it`() {
    #expect(
      Assessed(
        .sample(.loss, [.predicted()], intervals: [.sample(hi: .unlikely, holding: true)])
      ).total == -100)
  }

  @Test func `beside an established gene it is shown, not counted, and a conflict`() {
    let found = Assessed(
      .sample(.loss, [.sample(.whole)], intervals: [.sample(hi: .unlikely, holding: true)]))
    #expect(found.total == 100 && found.state(.c2F) == .notApplicable)
    #expect(found.assessment.marks.contains(.conflict))
  }

  @Test func `a benign gain says nothing about a loss`() {
    #expect(Assessed(.sample(.loss, intervals: [.sample(ts: .unlikely, holding: true)])).total == 0)
  }
}
