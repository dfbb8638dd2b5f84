// SPDX-License-Identifier: MIT

import Classification
import Testing

/// 4A to 4N: what a user states, each with its range and cap, alone and together.
struct Section4Tests {
  private func assess(_ rows: [(Criterion, Int)], _ direction: Direction = .gain) -> Assessed {
    Assessed(
      .sample(direction),
      statements: rows.enumerated().map {
        Statement($1.0, points: $1.1, row: UInt32($0), caseName: "case\($0)")
      })
  }

  /// One case more than the cap holds.
  @Test(arguments: [
    (Criterion.c4A, 45, 90), (.c4B, 45, 90), (.c4C, 30, 90), (.c4D, -30, -30), (.c4E, 15, 30),
    (.c4F, 15, 15), (.c4G, 30, 30), (.c4H, 45, 45), (.c4I, -45, -90), (.c4J, -30, -90),
    (.c4K, -15, -30), (.c4L, 45, 45), (.c4M, 45, 45), (.c4N, -90, -90),
  ])
  func `several cases of a row give no more than its cap`(
    criterion: Criterion, each: Int, cap: Int
  ) {
    let count = abs(cap / each) + 1
    #expect(assess([(criterion, each)]).total == each)
    #expect(assess(Array(repeating: (criterion, each), count: count)).total == cap)
  }

  @Test func `4A, 4B and 4C share one cap`() {
    #expect(assess([(.c4A, 45), (.c4B, 30), (.c4C, 15)]).total == 90)
    #expect(assess([(.c4A, 45), (.c4B, 45), (.c4C, 30)]).total == 90)
    #expect(assess([(.c4A, 45), (.c4E, 15)]).total == 60)
  }

  @Test func `one case counts once`() {
    let twice = [
      Statement(.c4A, points: 45, row: 0, caseName: "X"),
      Statement(.c4B, points: 30, row: 1, caseName: "X"),
    ]
    let found = Assessed(.sample(.gain), statements: twice)
    #expect(found.total == 45 && found.state(.c4B) == .notApplicable)
    let family = [
      Statement(.c5A, points: 30, row: 0, caseName: "X"),
      Statement(.c4A, points: 45, row: 1, caseName: "X"),
    ]
    let patient = Assessed(.sample(.gain), statements: family)
    #expect(patient.total == 30 && patient.rows(.c4A)[0].reason == .probandTwice)
  }

  @Test func `a loss whose established gene scored has no section 4, a gain has`() {
    let statement = [Statement(.c4C, points: 15, row: 0)]
    let loss = Assessed(.sample(.loss, [.sample(.whole)]), statements: statement)
    #expect(loss.total == 100 && loss.rows(.c4C)[0].reason == .establishedAlready)
    let gain = Assessed(
      .sample(.gain, intervals: [.sample(ts: .sufficient, contained: true)]),
      statements: statement)
    #expect(gain.total == 115)
  }
}
