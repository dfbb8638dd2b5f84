// SPDX-License-Identifier: MIT

extension CallSchema {
  /// ClinGen's dosage sensitivity.
  static let dosage: [JSONKey] = [
    JSONKey(
      "dosage",
      .object([
        JSONKey(
          "genes",
          .array(
            .object(
              feature + [
                JSONKey("relation", .string, "How the call lies to the gene; the rule of 2A and 2H")
              ])), "Curated genes"),
        JSONKey("regions", .array(.object(feature)), "Curated regions"),
        JSONKey("recurrent", .array(.object(feature)), "Recurrent intervals"),
      ]), "Curations of dosage sensitivity that the call overlaps")
  ]

  private static let feature: [JSONKey] = [
    JSONKey("id", .string, "Symbol, ISCA id, or place of a recurrent interval"),
    .optional("name", .string, "Name of the region"),
    .optional("ncbi_gene_id", .integer, "NCBI Gene id"),
    .optional("cytoband", .string, "Cytoband by ClinGen"),
    JSONKey("start", .integer, "0-based"),
    JSONKey("end", .integer, "0-based, behind the last base"),
    .optional("hi", side, "Haploinsufficiency"), .optional("ts", side, "Triplosensitivity"),
    .optional("evaluated", .string, "Date of the evaluation"),
    JSONKey(
      "overlap",
      .object([
        JSONKey("bases", .integer, "Shared bases"),
        JSONKey("call_fraction", .number, "Share of the call"),
        JSONKey("feature_fraction", .number, "Share of the feature"),
        JSONKey("reciprocal", .number, "The smaller of both"),
        JSONKey("start_distance", .integer, "Call start minus feature start"),
        JSONKey("end_distance", .integer, "Call end minus feature end"),
        JSONKey("relation", .string, "Relation by interval"),
      ]), "Overlap with ClinGen's interval"),
  ]

  private static let side = JSONShape.object([
    JSONKey(
      "score", .string, "Score as a word: 0-3, 30, 40, not_yet_evaluated, withdrawn and so on"),
    .optional("last_score", .string, "Of a withdrawn curation"),
    .optional("last_date", .string, "Of a withdrawn curation"),
    .optional("text", .string, "The source's text of an unknown score"),
    .optional("diseases", .array(.string), "MONDO ids"),
    .optional("pmids", .array(.string), "PubMed ids"),
    .optional("release", .string, "Release of the list that the score is from"),
  ])
}
