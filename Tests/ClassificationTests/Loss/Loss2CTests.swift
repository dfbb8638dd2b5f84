// SPDX-License-Identifier: MIT

import Classification
import Testing

/// 2C-1 and 2C-2 of losses.
struct Loss2CTests {
  @Test(arguments: [
    (GeneFacts.Content.coding, Criterion.c2C1, 90), (.untranslated, .c2C2, 0),
    (.intronic, .c2C2, 0),
  ])
  func `the 5' end with coding sequence is 0.90, without it 0`(
    content: GeneFacts.Content, criterion: Criterion, points: Int
  ) {
    let found = Assessed(.sample(.loss, [.sample(.fivePrime, content)]))
    #expect(found.state(criterion) == .met && found.total == points)
  }

  @Test func `a non-coding transcript is not assessed, not 0`() {
    let found = Assessed(.sample(.loss, [.sample(.fivePrime, .nonCoding)]))
    #expect(found.state(.c2C1) == .notAssessed)
  }

  @Test func `two broken genes give the highest, never the sum`() {
    let found = Assessed(.sample(.loss, [.sample(.fivePrime), .sample(.threePrime)]))
    #expect(found.total == 90)
  }

  @Test func `a zero of the gene keeps that gene out of 2H and no other`() {
    let tested = GeneFacts.sample(.fivePrime, .untranslated) {
      $0.isConstrained = .yes
      $0.hasHaploinsufficiencyIndex = .yes
    }
    #expect(Assessed(.sample(.loss, [tested])).total == 0)
    #expect(Assessed(.sample(.loss, [tested, .predicted()])).total == 15)
  }
}
