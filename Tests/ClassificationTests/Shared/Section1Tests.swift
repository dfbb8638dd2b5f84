// SPDX-License-Identifier: MIT

import Classification
import Testing

/// 1A and 1B.
struct Section1Tests {
  @Test(arguments: Direction.allCases) func `a gene or a curated element is 1A`(
    direction: Direction
  ) {
    for facts in [
      CallFacts.sample(direction, genes: 1),
      .sample(direction, genes: 0) { $0.touchesCuratedGene = true },
      .sample(direction, genes: 0, intervals: [.sample(hi: .sufficient)]),
      .sample(direction, genes: 0, intervals: [.sample(ts: .sufficient)]),
    ] {
      let found = Assessed(facts)
      #expect(found.state(.c1A) == .met && found.points(.c1A) == 0 && found.points(.c1B) == 0)
    }
  }

  @Test(arguments: Direction.allCases)
  func `nothing known is 1B with -0.60, and other elements are said not to be assessed`(
    direction: Direction
  ) {
    let found = Assessed(.sample(direction, genes: 0))
    #expect(found.codes == "1B;3A" && found.total == -60)
    #expect(found.state(.c1A) == .notAssessed)
  }

  @Test func `a benign region is no functional element`() {
    #expect(
      Assessed(.sample(.loss, genes: 0, intervals: [.sample(hi: .unlikely)])).state(.c1B) == .met)
  }

  @Test func `without gene models neither is decided`() {
    let found = Assessed(.sample(.loss) { $0.codingGenes = nil })
    #expect(found.state(.c1B) == .notAssessed && found.state(.c1A) == nil && found.total == 0)
    #expect(found.assessment.marks.contains(.noGeneModels))
  }
}
