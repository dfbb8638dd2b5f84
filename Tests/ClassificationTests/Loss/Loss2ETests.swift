// SPDX-License-Identifier: MIT

import Classification
import Testing

/// 2E of losses: every branch of the PVS1 tree.
struct Loss2ETests {
  private func assess(
    _ content: GeneFacts.Content = .coding, _ change: (inout GeneFacts) -> Void = { _ in }
  ) -> Assessed {
    Assessed(.sample(.loss, genes: 40, [.sample(.intragenic, content, change)]))
  }

  @Test func `frame lost and decay expected is very strong, and gene counts are left out`() {
    let found = assess { $0.frame = .lost }
    #expect(found.points(.c2E) == 90 && found.total == 90 && found.state(.c3A) == .met)
  }

  @Test(arguments: [
    // Frame lost where decay is escaped, or frame kept: the same questions.
    (GeneFacts.Frame.lost, true), (.kept, false),
  ])
  func `without decay the lost part decides`(frame: GeneFacts.Frame, escapes: Bool) {
    func points(_ change: (inout GeneFacts) -> Void) -> Int {
      assess {
        $0.frame = frame
        $0.escapesDecay = escapes
        change(&$0)
      }.points(.c2E)
    }
    #expect(points { $0.pathogenicInside = .yes } == 45)
    #expect(points { $0.isCommonlyLost = .yes } == 0)
    #expect(points { $0.isMoreThanTenth = true } == 45)
    #expect(points { _ in } == 30)
    // A critical part outweighs common losses, and a tenth the moderate branch.
    #expect(
      points {
        $0.pathogenicInside = .yes
        $0.isCommonlyLost = .yes
      } == 45)
  }

  @Test(arguments: [(Finding.no, 15), (.yes, 30)])
  func `the start codon has a branch of its own`(known: Finding, points: Int) {
    let found = assess {
      $0.startLost = true
      $0.frame = .lost
      $0.pathogenicInside = known
    }
    #expect(found.points(.c2E) == points)
    #expect(found.assessment.marks.contains(.reviewTranscript))
  }

  @Test(arguments: [GeneFacts.Content.intronic, .untranslated])
  func `no coding sequence is nothing`(content: GeneFacts.Content) {
    #expect(assess(content).points(.c2E) == 0 && assess(content).state(.c2E) == .met)
  }

  @Test func `without small variants the weaker branches say so`() {
    let found = assess {
      $0.frame = .kept
      $0.pathogenicInside = .unknown
    }
    #expect(found.points(.c2E) == 30)
    #expect(found.rows(.c2E).contains { $0.state == .notAssessed })
  }
}
