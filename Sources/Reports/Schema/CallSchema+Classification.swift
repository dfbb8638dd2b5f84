// SPDX-License-Identifier: MIT

extension CallSchema {
  /// The class of a copy-number call and the ledger behind it.
  static let classification: [JSONKey] = [
    JSONKey(
      "classification", .orNull(.object(assessment)),
      "Automated and partial class; null for small variants")
  ]

  /// Everything behind `not_scored` is absent where that stands.
  private static let assessment: [JSONKey] =
    [
      JSONKey("rubric", .string, "Rubric"), JSONKey("rubric_version", .string, "Its version here"),
      .optional("not_scored", .string, "Why the call has no class"),
      .optional("direction", .string, "loss or gain"),
    ]
    + totals(
      [
        ("", ""), ("_sections_1_to_3", " of sections 1 to 3"),
        ("_before_section_5", " before section 5"), ("_inner", " of the inner bounds"),
        ("_outer", " of the outer bounds"),
        ("_with_groups_collapsed", " with gene groups counted once"),
      ]) + [
      .optional("score_lowest", .number, "Points still possible, lowest"),
      .optional("score_highest", .number, "Points still possible, highest"),
      .optional("genes_with_groups_collapsed", .integer, "Genes with gene groups counted once"),
      .optional("marks", .array(.string), "What a reader must know of the class"),
      .optional(
        "next",
        .array(
          .object([
            JSONKey("code", .string, "Code of the rubric"),
            JSONKey("points", .number, "Points it would bring"),
            JSONKey("class", .string, "The class with it"),
          ])), "Single codes that would change the class"),
      .optional("evidence", .array(.object(evidence)), "Every row of the rubric with its state"),
      .optional(
        "section_4_candidates",
        .array(
          .object([
            JSONKey("codes", .string, "Codes that a person may weigh it for"),
            JSONKey(
              "source", .words(Section4Candidate.Source.allCases.map(\.word)), "Whose record"),
            JSONKey("id", .string, "Its id there; of the laboratory's list the line"),
            JSONKey("text", .string, "What it says"),
          ])), "Records for section 4, never scored by themselves"),
    ]

  private static func totals(_ kinds: [(suffix: String, meaning: String)]) -> [JSONKey] {
    kinds.flatMap { kind -> [JSONKey] in
      [
        .optional("score\(kind.suffix)", .number, "Points\(kind.meaning)"),
        .optional("class\(kind.suffix)", .string, "Class\(kind.meaning)"),
      ]
    }
  }

  private static let evidence: [JSONKey] = [
    JSONKey("code", .string, "Code of the rubric"),
    JSONKey("state", .string, "met, not met, not assessed or not applicable"),
    .optional("points", .number, "Points of a met code"),
    .optional("lowest", .number, "Fewest points that reviewers may give"),
    .optional("highest", .number, "Most points that reviewers may give"),
    .optional("reason", .string, "Why the code has this state"),
    .optional("record", .string, "The curation, gene or record behind it"),
    .optional("count", .integer, "Number of genes"),
  ]
}
