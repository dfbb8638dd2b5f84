// SPDX-License-Identifier: MIT

extension CallSchema {
  /// ClinVar and the Evidence Repository by exact allele; absent where the knowledge base has no alleles.
  static let variants: [JSONKey] = [
    .optional("clinvar", .array(.object(clinvarRecord)), "ClinVar records of the very allele"),
    .optional("assertions", .array(.object(assertion)), "Evidence Repository entries"),
    .optional("discrepancies", .array(.string), "Kinds of contradiction"),
  ]

  private static let conditions = JSONShape.array(
    .object([
      JSONKey("name", .string, "Name"), JSONKey("ids", .array(.string), "Identifiers"),
    ]))

  private static let other = JSONShape.object([
    JSONKey("classification", .string, "Classification"),
    .optional("of_included_variant", .boolean, "Whether it is that of a set with this allele"),
    .optional("review_status", .string, "Review status"),
    .optional("stars", .integer, "Review stars"),
    JSONKey("conditions", conditions, "Conditions"),
    .optional("conflicting_submissions", .array(.string), "Submissions that disagree"),
  ])

  private static let clinvarRecord: [JSONKey] = [
    JSONKey("variation_id", .integer, "VariationID"),
    JSONKey("route", .string, "How the record was found"),
    JSONKey("classification", .string, "Classification"),
    JSONKey("stars", .integer, "Review stars, 0 to 4"),
    JSONKey("review_status", .string, "Review status"),
    JSONKey("conditions", conditions, "Conditions"),
    JSONKey("genes", .array(.string), "Genes by ClinVar"),
    JSONKey("consequences", .array(.string), "Molecular consequences"),
    .optional("variant_type", .string, "Variant type"),
    .optional("origin", .integer, "Allele origin as ClinVar codes it"),
    .optional("caid", .string, "ClinGen allele id"),
    .optional("conflicting_submissions", .array(.string), "Submissions that disagree"),
    .optional("included_in", .array(.string), "Classifications of sets with this allele"),
    .optional("oncogenicity", other, "Oncogenicity"),
    .optional("somatic_clinical_impact", other, "Somatic clinical impact"),
    JSONKey("url", .string, "ClinVar's page"),
  ]

  private static let assertion: [JSONKey] = [
    JSONKey("assertion", .string, "The panel's assertion"),
    JSONKey("route", .string, "How the entry was found"),
    .optional("variation_id", .string, "VariationID"),
    .optional("caid", .string, "ClinGen allele id"),
    .optional("variant", .string, "Name of the variant"), .optional("gene", .string, "Gene"),
    .optional("disease", .string, "Disease"), .optional("mondo", .string, "MONDO id"),
    .optional("mode_of_inheritance", .string, "Mode of inheritance"),
    JSONKey("criteria_met", .array(.string), "Codes met"),
    JSONKey("criteria_not_met", .array(.string), "Codes not met"),
    JSONKey("pmids", .array(.string), "PubMed ids"),
    JSONKey("criteria_scope", .string, "What the codes are about"),
    .optional("panel", .string, "Expert panel"), .optional("guideline", .string, "Guideline"),
    .optional("approved", .string, "Date of approval"),
    .optional("published", .string, "Date of publication"),
    .optional("summary", .string, "The panel's summary"), .optional("url", .string, "Link"),
    .optional("uuid", .string, "Id of the entry"),
  ]
}
