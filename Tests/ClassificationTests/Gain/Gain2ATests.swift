// SPDX-License-Identifier: MIT

import Classification
import Testing

/// 2A of gains.
struct Gain2ATests {
  @Test func `a whole established gene or region is 1.00`() {
    for facts in [
      CallFacts.sample(.gain, intervals: [.sample(ts: .sufficient, contained: true)]),
      .sample(
        .gain,
        [
          .sample(.whole) {
            $0.hi = .notEstablished
            $0.ts = .sufficient
          }
        ]),
    ] {
      let found = Assessed(facts)
      #expect(found.points(.c2A) == 100 && found.total == 100)
    }
  }

  @Test func `haploinsufficiency does not make a gain pathogenic`() {
    let found = Assessed(.sample(.gain, intervals: [.sample(hi: .sufficient, contained: true)]))
    #expect(found.state(.c2A) == nil && found.total == 0)
  }

  @Test func `a benign gain beside it is a conflict, not a sum`() {
    let found = Assessed(
      .sample(
        .gain,
        intervals: [
          .sample(ts: .sufficient, contained: true),
          .sample(ts: .unlikely, contained: true, .noFurther),
        ]))
    #expect(found.total == 100 && found.state(.c2F) == .notApplicable)
    #expect(found.assessment.marks.contains(.conflict))
  }

  @Test func `what the guideline reports beside it with 0 stays`() {
    let found = Assessed(
      .sample(.gain, [.sample(.whole)], intervals: [.sample(ts: .sufficient, contained: true)]))
    #expect(found.codes == "1A;2A;2H;3A")
  }

  @Test func `a nested interval that counts for losses alone is left to a person`() {
    let region = IntervalFacts.sample(ts: .sufficient)
    var nested = region
    nested.isNestedForOtherDirection = true
    let found = Assessed(.sample(.gain, genes: 29, intervals: [nested]))
    #expect(found.total == 0 && found.state(.c2A) == .notAssessed && found.state(.c2B) == .met)
    let next = NextCode.all(
      found.assessment, rows: found.rows[...], definitions: Rubric.riggs2020.definitions(.gain))
    #expect(next.first { $0.criterion == .c2A }?.pathogenicity == .likelyPathogenic)
    #expect(Assessed(.sample(.gain, genes: 29, intervals: [region])).state(.c2A) == nil)
  }
}
