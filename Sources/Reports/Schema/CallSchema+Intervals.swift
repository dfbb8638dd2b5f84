// SPDX-License-Identifier: MIT

extension CallSchema {
  /// Population records and ClinVar CNVs; each list only where the knowledge base has such records.
  static let intervals: [JSONKey] = [
    .optional(
      "population", .array(.object(population)),
      "Population records that contain the call, best first"),
    .optional(
      "clinvar_cnvs", .array(.object(clinvar)), "ClinVar CNVs of the same direction, best first"),
  ]

  private static let population: [JSONKey] =
    [
      JSONKey("source", .string, "The source"), JSONKey("id", .string, "Its id of the record"),
      .optional("study", .string, "The study behind it"),
      JSONKey("direction", .string, "loss or gain"),
    ] + bounds + [
      JSONKey("counted", .string, "What the source counts")
    ] + count + [
      JSONKey("allele_frequency", .orNull(.number), "Allele frequency, at least"),
      JSONKey("allele_number", .integer, "Alleles"),
      .optional("male", .object(count), "Males alone"),
      .optional("female", .object(count), "Females alone"),
    ]

  private static let count: [JSONKey] = [
    JSONKey("count", .integer, "Carriers or alleles"),
    JSONKey("number", .orNull(.integer), "Of how many"),
    JSONKey("frequency", .orNull(.number), "Share"),
  ]

  private static let bounds: [JSONKey] = [
    JSONKey("start", .integer, "0-based"),
    JSONKey("end", .integer, "0-based, behind the last base"),
  ]

  private static let clinvar: [JSONKey] =
    [
      JSONKey("variation_id", .integer, "VariationID"), JSONKey("name", .string, "ClinVar's name"),
      JSONKey("classification", .string, "ClinVar's classification"),
      JSONKey("stars", .integer, "Review stars, 0 to 4"),
      JSONKey("review_status", .string, "Review status"),
      .optional("evaluated", .string, "Date of the last evaluation"),
      JSONKey("direction", .string, "loss or gain"),
      .optional("copy_number", .integer, "Copies stated"),
    ] + bounds + [
      .optional("inner", .object(bounds), "Smallest interval"),
      .optional("outer", .object(bounds), "Largest interval"),
      .optional("conditions", .array(.string), "Conditions"),
      .optional("condition_ids", .array(.string), "Their ids"),
      JSONKey("reciprocal", .number, "The smaller of both overlapped shares"),
      JSONKey("section_4_candidate", .boolean, "Whether the overlap is 0.8 or more"),
      JSONKey("url", .string, "ClinVar's page"),
    ]
}
