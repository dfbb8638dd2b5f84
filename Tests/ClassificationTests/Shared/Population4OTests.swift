// SPDX-License-Identifier: MIT

import Classification
import Testing

/// 4O.
struct Population4OTests {
  private func common(
    _ direction: Direction, _ genes: [GeneFacts] = [], _ intervals: [IntervalFacts] = [],
    same: Bool = false
  )
    -> Assessed
  {
    Assessed(
      .sample(direction, genes, intervals: intervals) {
        $0.population.answer = .common
        $0.population.hasSameGenes = same
      })
  }

  @Test(arguments: Direction.allCases) func `inside a common record is -1.00`(direction: Direction)
  {
    let found = common(direction)
    #expect(found.state(.c4O) == .met && found.points(.c4O) == -100 && found.total == -100)
  }

  @Test func `common variation counts once`() {
    let inside = common(.loss, [], [.sample(hi: .unlikely, holding: true)])
    #expect(inside.total == -100 && inside.rows(.c4O)[0].reason == .benignAlready)
    let gain = common(.gain, [], [.sample(ts: .unlikely, .same)])
    #expect(gain.total == -100 && gain.state(.c4O) == .notApplicable)
  }

  @Test func `beside an established gene it is a conflict and not counted`() {
    let found = common(.loss, [.sample(.whole)])
    #expect(found.total == 100 && found.state(.c4O) == .notApplicable)
    #expect(found.assessment.marks.contains(.conflict))
  }

  @Test func `predictions do not keep it out`() {
    #expect(common(.loss, [.predicted()]).total == -85)
  }

  @Test func `a gene of recessive disease leaves it open`() {
    let found = common(.loss, [.sample(.whole) { $0.hi = .recessive }])
    #expect(found.state(.c4O) == .notAssessed && found.total == 0)
  }

  @Test(arguments: [(false, EvidenceState.notMet), (true, .met)])
  func `a gain that breaks a gene is only common with the record's own genes`(
    same: Bool, state: EvidenceState
  ) {
    let gene = GeneFacts.sample(.fivePrime) { $0.hi = .notEstablished }
    #expect(common(.gain, [gene], same: same).state(.c4O) == state)
  }

  @Test(arguments: [
    (PopulationFacts.Answer.notLoaded, EvidenceState.notAssessed),
    (.noSexFrequency, .notAssessed), (.none, .notMet),
  ])
  func `no record and no answer are told apart`(
    answer: PopulationFacts.Answer, state: EvidenceState
  ) {
    let found = Assessed(.sample(.loss) { $0.population.answer = answer })
    #expect(found.state(.c4O) == state && found.total == 0)
  }
}
