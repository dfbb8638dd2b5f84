// SPDX-License-Identifier: MIT

import Classification
import Testing

/// 2J and 2K of gains.
struct Gain2JTests {
  @Test(arguments: [GeneFacts.Cover.fivePrime, .threePrime])
  func `one breakpoint is 2J with 0, and 2K is open to who knows the phenotype`(
    cover: GeneFacts.Cover
  ) {
    let found = Assessed(.sample(.gain, [.sample(cover)]))
    #expect(found.state(.c2J) == .met && found.state(.c2K) == .notAssessed && found.total == 0)
  }

  @Test func `a stated 2K takes 2J's place, and its phenotype is not used again`() {
    let found = Assessed(
      .sample(.gain, [.sample(.fivePrime)]),
      statements: [Statement(.c2K, points: 45, row: 0), Statement(.c5H, points: 15, row: 1)])
    #expect(found.points(.c2K) == 45 && found.state(.c2J) == .notApplicable && found.total == 45)
    #expect(found.rows(.c5H)[0].reason == .phenotypeTwice)
  }
}
