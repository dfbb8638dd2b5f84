// SPDX-License-Identifier: MIT

import Classification
import Testing

struct WorkedCaseTests {
  @Test(arguments: Rubric.allCases)
  func `every shipped case has the criteria and the total that the rubric says`(rubric: Rubric) {
    var assessor = Assessor(rubric)
    for item in WorkedCase.all(rubric) {
      let assessment = assessor.assess(item.facts, statements: item.statements)
      #expect(assessor.rows.metCodes == item.criteria, "\(item.what)")
      #expect(Int(assessment.total) == item.total, "\(item.what)")
    }
  }

  @Test(arguments: Rubric.allCases)
  func `the met rows of every case add up to its total, and every row of the rubric has a state`(
    rubric: Rubric
  ) {
    var assessor = Assessor(rubric)
    for item in WorkedCase.all(rubric) {
      let assessment = assessor.assess(item.facts, statements: item.statements)
      let sum = assessor.rows.reduce(0) { $1.state == .met ? $0 + Int($1.points) : $0 }
      #expect(sum == Int(assessment.total), "\(item.what)")
      let all = rubric.completed(assessor.rows[...], item.facts.direction)
      let codes = Set(all.map(\.criterion))
      #expect(codes == Set(rubric.definitions(item.facts.direction).map(\.criterion)))
      #expect(assessment.lowest <= assessment.total && assessment.total <= assessment.highest)
      #expect(assessor.rows.map(\.criterion) == assessor.rows.map(\.criterion).sorted())
    }
  }

  @Test func `gain 2F is the one number in which the rubrics differ`() {
    for direction in Direction.allCases {
      for (paper, calculator) in zip(
        Rubric.riggs2020.definitions(direction), Rubric.clingenCalculator.definitions(direction))
      where paper.points != calculator.points {
        #expect(direction == .gain && paper.criterion == .c2F)
        #expect(paper.points == -100 && calculator.points == -90)
      }
    }
  }
}

extension [EvidenceRow] {
  /// Met criteria in order, each once, joined by `;`, without 5F.
  var metCodes: String {
    var codes: [String] = []
    for row in self where row.state == .met && row.criterion != .c5F {
      if codes.last != row.criterion.code { codes.append(row.criterion.code) }
    }
    return codes.joined(separator: ";")
  }
}
