// SPDX-License-Identifier: MIT

import Classification
import Testing

/// 2D-1 to 2D-4 of losses.
struct Loss2DTests {
  @Test(arguments: [
    (GeneFacts.Content.untranslated, true, Finding.no, Criterion.c2D1, 0),
    (.coding, true, .yes, .c2D2, 90), (.coding, true, .no, .c2D3, 30),
    (.coding, false, .yes, .c2D4, 90), (.coding, false, .no, .c2D4, 90),
  ])
  func `the 3' end by its exons and what is known in the last one`(
    content: GeneFacts.Content, lastOnly: Bool, known: Finding, criterion: Criterion, points: Int
  ) {
    let gene = GeneFacts.sample(.threePrime, content) {
      $0.lastExonOnly = lastOnly
      $0.pathogenicInLastExon = known
    }
    let found = Assessed(.sample(.loss, [gene]))
    #expect(found.state(criterion) == .met && found.total == points)
  }

  @Test func `without small variants 2D-3 stands and 2D-2 is not assessed`() {
    let gene = GeneFacts.sample(.threePrime) {
      $0.lastExonOnly = true
      $0.pathogenicInLastExon = .unknown
    }
    let found = Assessed(.sample(.loss, [gene]))
    #expect(found.total == 30 && found.state(.c2D2) == .notAssessed)
  }
}
