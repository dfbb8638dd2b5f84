// SPDX-License-Identifier: MIT

import Classification
import Testing

/// 2H of losses.
struct Loss2HTests {
  @Test(arguments: [
    (Finding.yes, Finding.yes, 15), (.yes, .no, 0), (.no, .yes, 0), (.no, .no, 0),
    (.yes, .unknown, 0), (.unknown, .yes, 0),
  ])
  func `both predictors of one gene make 0.15`(constrained: Finding, index: Finding, points: Int) {
    let gene = GeneFacts.sample(.whole) {
      $0.hi = .notEstablished
      $0.isConstrained = constrained
      $0.hasHaploinsufficiencyIndex = index
    }
    let found = Assessed(.sample(.loss, [gene]))
    #expect(found.points(.c2H) == points && found.total == points)
  }

  @Test func `predictors of two genes do not add up to one gene's two`() {
    func gene(_ constrained: Finding, _ index: Finding) -> GeneFacts {
      .sample(.whole) {
        $0.hi = .notEstablished
        $0.isConstrained = constrained
        $0.hasHaploinsufficiencyIndex = index
      }
    }
    #expect(Assessed(.sample(.loss, [gene(.yes, .no), gene(.no, .yes)])).total == 0)
  }

  @Test func `once per call, however many genes`() {
    #expect(Assessed(.sample(.loss, genes: 2, [.predicted(), .predicted()])).total == 15)
  }

  @Test(arguments: [
    (false, false, EvidenceReason.noPredictions), (true, false, .noHaploinsufficiencyIndex),
    (false, true, .noConstraint),
  ])
  func `a missing predictor is not assessed`(
    hasConstraint: Bool, hasIndex: Bool, reason: EvidenceReason
  ) {
    let found = Assessed(
      .sample(.loss, [.predicted()]) {
        $0.hasConstraint = hasConstraint
        $0.hasHaploinsufficiencyIndex = hasIndex
      })
    #expect(found.state(.c2H) == .notAssessed && found.rows(.c2H)[0].reason == reason)
    #expect(found.total == 0)
  }
}
