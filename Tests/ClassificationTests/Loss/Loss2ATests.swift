// SPDX-License-Identifier: MIT

import Classification
import Testing

/// 2A of losses.
struct Loss2ATests {
  @Test(arguments: [
    CallFacts.sample(.loss, [.sample(.whole)]),
    .sample(.loss, intervals: [.sample(hi: .sufficient, contained: true)]),
    .sample(.loss, intervals: [.sample(hi: .sufficient, nested: 7)]),
  ])
  func `a whole established gene or region, or an interval that counts as one, is 1.00`(
    facts: CallFacts
  ) {
    let found = Assessed(facts)
    #expect(found.points(.c2A) == 100 && found.total == 100 && found.codes == "1A;2A;3A")
    #expect(found.assessment.pathogenicity == .pathogenic)
  }

  @Test(arguments: [DosageCategory.recessive, .unlikely, .notEstablished])
  func `other scores are not established`(score: DosageCategory) {
    let found = Assessed(.sample(.loss, [.sample(.whole) { $0.hi = score }]))
    #expect(found.state(.c2A) == nil && found.total == 0)
  }

  @Test func `triplosensitivity does not make a loss pathogenic`() {
    let found = Assessed(.sample(.loss, intervals: [.sample(ts: .sufficient, contained: true)]))
    #expect(found.state(.c2A) == nil && found.total == 0)
  }

  @Test func `several count once, and the parts beside it not at all`() {
    let found = Assessed(
      .sample(
        .loss, [.sample(.whole), .sample(.fivePrime)],
        intervals: [.sample(hi: .sufficient, contained: true), .sample(hi: .sufficient)]))
    #expect(found.total == 100 && found.rows(.c2A).count == 2)
    #expect(found.state(.c2C1) == .notApplicable && found.state(.c2B) == .notApplicable)
  }

  @Test func `predictions are not counted beside it`() {
    #expect(Assessed(.sample(.loss, [.sample(.whole), .predicted()])).total == 100)
  }
}
