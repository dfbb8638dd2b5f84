// SPDX-License-Identifier: MIT

/// Section 4: cases, segregation and case-control studies, which people judge, and 4O, the frequency in
/// populations, which is automatic.
enum Section4 {
  static let caseRows: [Criterion] = [.c4A, .c4B, .c4C]

  static let definitions: [CriterionDefinition] = [
    CriterionDefinition(
      .c4A, "a reported de novo case whose phenotype is specific and nearly unique to the content",
      points: 45, range: 15...45, cap: 90, sharesCapWith: caseRows, by: .user),
    CriterionDefinition(
      .c4B, "a reported de novo case whose phenotype is specific and consistent, not unique",
      points: 30, range: 0...45, cap: 90, sharesCapWith: caseRows, by: .user),
    CriterionDefinition(
      .c4C, "a reported de novo case whose phenotype is consistent, nonspecific or heterogeneous",
      points: 15, range: 0...30, cap: 90, sharesCapWith: caseRows, by: .user),
    CriterionDefinition(
      .c4D, "a reported case whose phenotype does not fit the content", points: 0, range: -30...0,
      cap: -30, by: .user),
    CriterionDefinition(
      .c4E, "a reported case of unknown inheritance with a specific, consistent phenotype",
      points: 10, range: 0...15, cap: 30, by: .user),
    CriterionDefinition(
      .c4F, "3 or 4 segregations in reported families", points: 15, excludes: [.c4G, .c4H],
      by: .user),
    CriterionDefinition(
      .c4G, "5 or 6 segregations in reported families", points: 30, excludes: [.c4F, .c4H],
      by: .user),
    CriterionDefinition(
      .c4H, "7 or more segregations in reported families", points: 45, excludes: [.c4F, .c4G],
      by: .user),
    CriterionDefinition(
      .c4I, "absent in an affected relative with the specific phenotype", points: -45,
      range: -45...0, cap: -90, by: .user),
    CriterionDefinition(
      .c4J, "present in an unaffected relative, specific phenotype", points: -30, range: -30...0,
      cap: -90, by: .user),
    CriterionDefinition(
      .c4K, "present in an unaffected relative, nonspecific phenotype", points: -15,
      range: -15...0, cap: -30, by: .user),
    CriterionDefinition(
      .c4L, "significantly more frequent in cases with a specific phenotype than in controls",
      points: 45, range: 0...45, cap: 45, by: .user),
    CriterionDefinition(
      .c4M, "significantly more frequent in cases with a nonspecific or unknown phenotype",
      points: 30, range: 0...45, cap: 45, by: .user),
    CriterionDefinition(
      .c4N, "no significant difference between cases and controls", points: -90, range: -90...0,
      cap: -90, by: .user),
    Population4O.definition,
  ]
}
