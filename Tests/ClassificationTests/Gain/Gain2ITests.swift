// SPDX-License-Identifier: MIT

import Classification
import Testing

/// 2I of gains: every branch of the PVS1 tree for duplications.
struct Gain2ITests {
  @Test(arguments: [
    (CallFacts.Tandem.proven, GeneFacts.Frame.lost, false, 90), (.presumed, .lost, false, 45),
    (.disproven, .lost, false, 0), (.proven, .kept, false, 0), (.proven, .notApplicable, false, 0),
    (.proven, .lost, true, 0),
  ])
  func `tandem, frame and decay decide`(
    tandem: CallFacts.Tandem, frame: GeneFacts.Frame, escapes: Bool, points: Int
  ) {
    let gene = GeneFacts.sample(.intragenic) {
      $0.frame = frame
      $0.escapesDecay = escapes
    }
    let found = Assessed(.sample(.gain, genes: 60, [gene]) { $0.tandem = tandem })
    #expect(found.points(.c2I) == points && found.total == points)
    // One gene, whatever lies in its introns.
    #expect(found.state(.c3C) == nil)
  }

  @Test(arguments: [GeneFacts.Content.intronic, .untranslated])
  func `no coding sequence is nothing`(content: GeneFacts.Content) {
    #expect(Assessed(.sample(.gain, [.sample(.intragenic, content)])).points(.c2I) == 0)
  }
}
