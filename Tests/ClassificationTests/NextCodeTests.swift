// SPDX-License-Identifier: MIT

import Classification
import Testing

struct NextCodeTests {
  /// Every code that is said to change the class does, and one hundredth less does not.
  @Test func `the codes that would change the class do so, with the least points`() {
    var assessor = Assessor(.riggs2020)
    for item in WorkedCase.all(.riggs2020) {
      let assessment = assessor.assess(item.facts, statements: item.statements)
      let rows = assessor.rows
      let direction = item.facts.direction
      let now = Assessment.pathogenicity(assessment.total)
      for next in NextCode.all(
        assessment, rows: rows[...], definitions: Rubric.riggs2020.definitions(direction))
      {
        let total = Int(assessment.total) + next.points
        #expect(Pathogenicity(Points(hundredths: total)) == next.pathogenicity)
        #expect(next.pathogenicity != now, "\(item.what): \(next)")
        guard
          let row = Rubric.riggs2020.definition(next.criterion, direction), row.range.count > 1
        else { continue }
        let less = total - next.points.signum()
        #expect(Pathogenicity(Points(hundredths: less)) == now, "\(item.what): \(next)")
      }
    }
  }

  @Test func `of a loss with an established gene only section 5 is open`() {
    var assessor = Assessor(.riggs2020)
    var facts = CallFacts(.loss)
    facts.codingGenes = 1
    var gene = GeneFacts(place: 0, cover: .whole)
    gene.hi = .sufficient
    facts.genes = [gene]
    let assessment = assessor.assess(facts)
    let codes = NextCode.all(
      assessment, rows: assessor.rows[...], definitions: Rubric.riggs2020.definitions(.loss))
    #expect(codes.map(\.criterion.code) == ["5B", "5C", "5E"])
    #expect(codes.map(\.points) == [-2, -2, -2])
  }
}
