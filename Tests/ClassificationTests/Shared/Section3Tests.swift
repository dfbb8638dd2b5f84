// SPDX-License-Identifier: MIT

import Classification
import Testing

/// 3A, 3B and 3C: every bound of the gene counts.
struct Section3Tests {
  @Test(arguments: [
    (Direction.loss, 0, Criterion.c3A, 0), (.loss, 24, .c3A, 0), (.loss, 25, .c3B, 45),
    (.loss, 34, .c3B, 45), (.loss, 35, .c3C, 90), (.loss, 3000, .c3C, 90),
    (.gain, 0, .c3A, 0), (.gain, 34, .c3A, 0), (.gain, 35, .c3B, 45), (.gain, 49, .c3B, 45),
    (.gain, 50, .c3C, 90), (.gain, 3000, .c3C, 90),
  ])
  func `the number of genes decides`(
    direction: Direction, genes: Int, criterion: Criterion, points: Int
  ) {
    let found = Assessed(.sample(direction, genes: genes))
    #expect(found.rows.filter { $0.criterion.section == 3 }.map(\.criterion) == [criterion])
    #expect(found.points(criterion) == points && found.rows(criterion)[0].number == Int32(genes))
  }

  @Test func `a call inside one gene is one gene, whatever lies in its introns`() {
    let found = Assessed(.sample(.loss, genes: 60, [.sample(.intragenic) { $0.frame = .lost }]))
    #expect(found.state(.c3A) == .met && found.rows(.c3A)[0].number == 1)
  }

  @Test(arguments: [
    (Direction.loss, 34, false), (.loss, 35, true), (.gain, 49, false), (.gain, 50, true),
  ])
  func `likely pathogenic by the count alone is marked`(
    direction: Direction, genes: Int, isMarked: Bool
  ) {
    #expect(
      Assessed(.sample(direction, genes: genes)).assessment.marks.contains(.geneCountOnly)
        == isMarked)
  }

  @Test func `the count beside an established gene is no class from the count alone`() {
    let found = Assessed(.sample(.loss, genes: 40, [.sample(.whole)]))
    #expect(found.total == 190 && !found.assessment.marks.contains(.geneCountOnly))
  }
}
