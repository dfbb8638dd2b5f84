// SPDX-License-Identifier: MIT

extension CallSchema {
  /// Curations of a touched gene beside dosage; each key only where the gene has one.
  static let geneCurations: [JSONKey] = [
    .optional(
      "predictions",
      .object(
        [
          ("pli", "pLI of gnomAD v2.1.1"), ("loeuf", "LOEUF of gnomAD v2.1.1"),
          ("pli_v4", "pLI of gnomAD v4"), ("loeuf_v4", "LOEUF of gnomAD v4"),
          ("phaplo", "pHaplo"), ("ptriplo", "pTriplo"), ("hi_percent", "DECIPHER %HI"),
        ].map { .optional($0.0, .number, $0.1) }), "Predictions of dosage sensitivity"),
    .optional("gene_groups", .array(.string), "HGNC gene groups"),
    .optional(
      "validity",
      .array(
        .object(
          curation + [
            .optional("mode_of_inheritance", .string, "Mode of inheritance"),
            .optional("classification", .string, "Classification"),
            .optional("sop", .string, "Procedure of the curation"),
            .optional("panel", .string, "Expert panel"),
            .optional("withdrawn", .boolean, "Present and true where it was withdrawn"),
          ])), "Gene-disease validity"),
    .optional(
      "actionability",
      .array(
        .object(
          curation + [
            .optional("assertion", .string, "Assertion"),
            JSONKey("context", .string, "adult or pediatric"),
            .optional("mode_of_inheritance", .string, "Mode of inheritance"),
            .optional("scores", .array(.string), "Scores of the report"),
          ])), "Clinical actionability"),
  ]

  private static let curation: [JSONKey] = [
    .optional("disease", .string, "MONDO id"), .optional("label", .string, "Name of the disease"),
    .optional("date", .string, "Date"), .optional("report", .string, "Link"),
    .optional("release", .string, "Release of the source"),
    JSONKey("reach", .string, "Whether the curation says something of this very call"),
  ]
}
