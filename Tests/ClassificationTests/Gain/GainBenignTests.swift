// SPDX-License-Identifier: MIT

import Classification
import Testing

/// 2C to 2G of gains.
struct GainBenignTests {
  private let broken = GeneFacts.sample(.fivePrime) { $0.hi = .notEstablished }

  @Test(arguments: [
    (IntervalFacts.sample(ts: .unlikely, .same), false, Criterion.c2C, -100),
    (.sample(ts: .unlikely, holding: true, .noFurther), false, .c2D, -100),
    (.sample(ts: .unlikely, holding: true, .noFurther), true, .c2E, 0),
    (.sample(ts: .unlikely, contained: true, .noFurther), false, .c2F, -100),
    (.sample(ts: .unlikely, contained: true, .further), false, .c2G, 0),
    (.sample(ts: .unlikely, .further), false, .c2G, 0),
    (.sample(ts: .unlikely, .noFurther), false, .c2G, 0),
  ])
  func `how the call lies to a benign gain`(
    interval: IntervalFacts, isBroken: Bool, criterion: Criterion, points: Int
  ) {
    let found = Assessed(.sample(.gain, isBroken ? [broken] : [], intervals: [interval]))
    #expect(found.state(criterion) == .met && found.total == points, "\(found.codes)")
  }

  @Test func `larger without further genes is -0.90 by the calculator`() {
    let found = Assessed(
      .sample(.gain, intervals: [.sample(ts: .unlikely, contained: true, .noFurther)]),
      rubric: .clingenCalculator)
    #expect(found.points(.c2F) == -90 && found.assessment.pathogenicity == .likelyBenign)
  }

  @Test func `the one that says most counts, once`() {
    let found = Assessed(
      .sample(
        .gain,
        intervals: [
          .sample(ts: .unlikely, .further), .sample(ts: .unlikely, contained: true, .noFurther),
          .sample(ts: .unlikely, .same),
        ]))
    #expect(found.codes == "1A;2C;3A" && found.total == -100)
  }

  @Test func `without gene models content is not assessed`() {
    let found = Assessed(.sample(.gain, intervals: [.sample(ts: .unlikely, .unknown)]))
    #expect(found.state(.c2C) == .notAssessed && found.total == 0)
  }
}
