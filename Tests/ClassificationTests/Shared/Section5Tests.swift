// SPDX-License-Identifier: MIT

import Classification
import Testing

/// 5A to 5H: by the user, and by the calls of relatives.
struct Section5Tests {
  private func assess(_ family: FamilyFacts, statements: [Statement] = []) -> Assessed {
    Assessed(.sample(.loss, genes: 25) { $0.family = family }, statements: statements)
  }

  private func family(_ finding: FamilyFacts.Finding, _ reason: EvidenceReason, _ count: Int32 = 0)
    -> FamilyFacts
  {
    FamilyFacts(finding, reason, patient: 0, name: "KID", relative: 1, number: count)
  }

  @Test func `nothing known is 5F, and all of the section is open`() {
    let found = assess(FamilyFacts())
    #expect(found.state(.c5F) == .met && found.total == 45)
    #expect(found.assessment.lowest == 0 && found.assessment.highest == 90)
  }

  @Test func `de novo is 5A without points, with the rubric's range for a reviewer`() {
    let found = assess(family(.deNovo, .deNovo))
    #expect(found.state(.c5A) == .met && found.points(.c5A) == 0 && found.state(.c5F) == nil)
    #expect(found.assessment.lowest == 45 && found.assessment.highest == 90)
    let next = NextCode.all(
      found.assessment, rows: found.rows[...], definitions: Rubric.riggs2020.definitions(.loss)
    ).filter { $0.criterion.section == 5 }
    #expect(next.map(\.criterion) == [.c5A] && next[0].points == 45)
    #expect(next[0].pathogenicity == .likelyPathogenic)
  }

  @Test func `an unaffected parent leaves 5B and 5C open, and nothing else of the section`() {
    let found = assess(family(.unaffectedParent, .unaffectedParent))
    #expect(found.total == 45)
    #expect(found.rows.filter { $0.criterion.section == 5 }.map(\.criterion) == [.c5B, .c5C])
    #expect(found.state(.c5B) == .notAssessed && found.state(.c5C) == .notAssessed)
    #expect(found.assessment.lowest == 0 && found.assessment.highest == 45)
    let all = Rubric.riggs2020.completed(found.rows[...], .loss)
    #expect(all.first { $0.criterion == .c5A }?.state == .notApplicable)
  }

  @Test(arguments: [(0, 0), (2, 0), (3, 15), (4, 15), (5, 30), (6, 30), (7, 45), (20, 45)])
  func `segregation has the points of 4F to 4H by count, fixed`(count: Int32, points: Int) {
    let found = assess(family(.segregating, .segregates, count))
    #expect(found.state(.c5D) == .met && found.points(.c5D) == points)
    #expect(
      Int(found.assessment.lowest) == 45 + points
        && found.assessment.lowest == found.assessment.highest)
  }

  @Test func `what contradicts segregation leaves 5E open`() {
    let found = assess(family(.notSegregating, .notSegregating))
    #expect(found.state(.c5E) == .notAssessed && found.total == 45 && found.assessment.lowest == 0)
  }

  @Test func `an uninformative family is 5F with the reason`() {
    let found = assess(family(.uninformative, .parentNotExamined))
    #expect(found.rows(.c5F)[0].reason == .parentNotExamined && found.state(.c5F) == .met)
  }

  @Test func `one row counts, the user's before the relatives' calls`() {
    let stated = [Statement(.c5A, points: 30, row: 0), Statement(.c5H, points: 30, row: 1)]
    let found = assess(family(.deNovo, .deNovo), statements: stated)
    #expect(found.points(.c5A) == 30 && found.state(.c5H) == .notApplicable && found.total == 75)
    #expect(!found.assessment.marks.contains(.familyDisagrees))
  }

  @Test(arguments: [
    (FamilyFacts.Finding.deNovo, Criterion.c5B, true), (.deNovo, .c5G, false),
    (.unaffectedParent, .c5A, true), (.unaffectedParent, .c5C, false),
    (.uninformative, .c5A, false),
  ])
  func `a stated row that relatives' calls contradict is marked`(
    finding: FamilyFacts.Finding, stated: Criterion, isMarked: Bool
  ) {
    let found = assess(
      family(finding, .none), statements: [Statement(stated, points: 0, row: 0)])
    #expect(found.assessment.marks.contains(.familyDisagrees) == isMarked)
  }

  @Test func `the pedigree's patient is no case of section 4`() {
    let found = assess(
      family(.deNovo, .deNovo),
      statements: [
        Statement(.c4A, points: 45, row: 0, caseName: "KID"),
        Statement(.c4A, points: 45, row: 1, caseName: "OTHER"),
      ])
    #expect(found.points(.c4A) == 45)
    #expect(found.rows(.c4A).contains { $0.reason == .probandTwice })
  }

  @Test func `section 5 against an established gene is marked, with the class before it`() {
    let found = Assessed(
      .sample(.loss, [.sample(.whole)]), statements: [Statement(.c5B, points: -30, row: 0)])
    #expect(found.total == 70 && found.assessment.totalBeforeFamily == 100)
    #expect(found.assessment.marks.contains(.familyAgainstEstablished))
  }
}
