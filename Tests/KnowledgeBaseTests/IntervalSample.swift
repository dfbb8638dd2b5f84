// SPDX-License-Identifier: MIT

import Genome

@testable import KnowledgeBase

/// Small population sources and variant summaries of invented records, written by the tests themselves.
enum IntervalSample {
  /// Blanks become TABs.
  static func tabs(_ lines: [String]) -> String {
    lines.map { $0.replacing(" ", with: "\t") + "\n" }.joined()
  }

  static func stream(
    _ text: String, name: String, build: GenomeBuild? = nil
  ) throws(KnowledgeBaseError) -> SourceStream {
    let argument = SourceArgument(path: "folder/\(name)", build: build)
    return SourceStream(try SourceFile(argument: argument, bytes: Array(text.utf8)))
  }

  static func population(
    _ text: String, name: String = "sites.GRCh38.bed", build: GenomeBuild? = nil
  ) throws(KnowledgeBaseError) -> CurationSource {
    try PopulationSource.read(try stream(text, name: name, build: build))
  }

  static func summary(_ text: String) throws(KnowledgeBaseError) -> CurationSource {
    try VariantSummaryFile.read(try stream(text, name: "variant_summary.txt"))
  }

  static let bedHeader = "#chrom start end name svtype SVLEN AN AC AF"

  static func vcf(_ rows: [String], info: [String], contig: String = "chr1,length=248956422")
    -> String
  {
    (["##fileformat=VCFv4.2", "##contig=<ID=\(contig)>"]
      + info.map { "##INFO=<ID=\($0),Number=1,Type=String,Description=\"x\">" }
      + (["#CHROM POS ID REF ALT QUAL FILTER INFO"] + rows).map {
        $0.replacing(" ", with: "\t")
      }).map { $0 + "\n" }.joined()
  }

  static let alleleInfo = ["END", "SVLEN", "SVTYPE", "AC", "AN", "AF", "MALE_AC"]

  /// The columns of a variant summary that are read, and those between them.
  static let summaryColumns = [
    "#AlleleID", "Type", "Name", "GeneID", "GeneSymbol", "HGNC_ID", "ClinicalSignificance",
    "ClinSigSimple", "LastEvaluated", "RS# (dbSNP)", "nsv/esv (dbVar)", "RCVaccession",
    "PhenotypeIDS", "PhenotypeList", "Origin", "OriginSimple", "Assembly", "ChromosomeAccession",
    "Chromosome", "Start", "Stop", "ReferenceAllele", "AlternateAllele", "Cytogenetic",
    "ReviewStatus", "NumberSubmitters", "Guidelines", "TestedInGTR", "OtherIDs",
    "SubmitterCategories", "VariationID", "PositionVCF", "ReferenceAlleleVCF",
    "AlternateAlleleVCF",
  ]
  /// What releases since 2024 have more.
  static let laterColumns = [
    "SomaticClinicalImpact", "SomaticClinicalImpactLastEvaluated", "ReviewStatusClinicalImpact",
    "Oncogenicity", "OncogenicityLastEvaluated", "ReviewStatusOncogenicity",
    "SCVsForAggregateGermlineClassification", "SCVsForAggregateSomaticClinicalImpact",
    "SCVsForAggregateOncogenicityClassification",
  ]

  static func summaryRow(
    _ values: [String: String], columns: [String] = summaryColumns
  ) -> String {
    columns.map { values[$0] ?? "-" }.joined(separator: "\t")
  }

  static func cnv(
    _ id: Int, _ type: String, _ place: String, assembly: String = "GRCh38",
    name: String = "GRCh38/hg38 1p36(chr1:1-2)x1", significance: String = "Pathogenic",
    status: String = "criteria provided, single submitter"
  ) -> [String: String] {
    let parts = place.split { $0 == ":" || $0 == "-" }.map(String.init)
    return [
      "#AlleleID": "\(id + 1000)", "Type": type, "Name": name, "Assembly": assembly,
      "ClinicalSignificance": significance, "LastEvaluated": "Dec 17, 2024",
      "PhenotypeIDS": "MONDO:MONDO:0000001,MedGen:C1|MedGen:C2",
      "PhenotypeList": "See cases|not provided", "Chromosome": parts[0], "Start": parts[1],
      "Stop": parts[2], "ReviewStatus": status, "VariationID": "\(id)",
    ]
  }

  static func summaryText(
    _ rows: [[String: String]], columns: [String] = summaryColumns
  ) -> String {
    ([columns.joined(separator: "\t")] + rows.map { summaryRow($0, columns: columns) }).map {
      $0 + "\n"
    }.joined()
  }
}
