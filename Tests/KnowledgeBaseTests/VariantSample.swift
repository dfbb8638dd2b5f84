// SPDX-License-Identifier: MIT

import FoundationEssentials
import Genome

@testable import KnowledgeBase

/// Small ClinVar files and Evidence Repository exports of invented alleles.
enum VariantSample {
  static let infoKeys = [
    "ALLELEID", "CLNDN", "CLNDISDB", "CLNHGVS", "CLNREVSTAT", "CLNSIG", "CLNSIGCONF", "CLNVC",
    "CLNVI", "GENEINFO", "MC", "ONC", "ONCREVSTAT", "ORIGIN",
  ]

  static func clinvar(
    _ rows: [String], reference: String? = "GRCh38", date: String = "2026-06-27",
    keys: [String] = infoKeys
  ) -> String {
    let head =
      ["##fileformat=VCFv4.1", "##fileDate=\(date)", "##source=ClinVar"]
      + (reference.map { ["##reference=\($0)"] } ?? [])
      + ["##ID=<Description=\"ClinVar Variation ID\">"]
      + keys.map { "##INFO=<ID=\($0),Number=.,Type=String,Description=\"\($0)\">" }
      + ["#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO"]
    return (head + rows).map { $0 + "\n" }.joined()
  }

  /// `1 100 11 A G Pathogenic`; further entries of INFO stand behind.
  static func row(_ text: String, _ info: String = "") -> String {
    let cells = text.split(separator: " ").map(String.init)
    var entries = ["ALLELEID=1", "CLNDN=A_condition", "CLNDISDB=MONDO:MONDO:0000001"]
    if cells.count > 5 {
      entries += [
        "CLNREVSTAT=criteria_provided,_multiple_submitters,_no_conflicts", "CLNSIG=\(cells[5])",
      ]
    }
    if !info.isEmpty { entries.append(info) }
    return cells[..<5].joined(separator: "\t") + "\t.\t.\t" + entries.joined(separator: ";")
  }

  static let evidenceHeader = [
    "Variation", "ClinVar Variation Id", "Allele Registry Id", "HGVS Expressions",
    "HGNC Gene Symbol", "Disease", "Mondo Id", "Mode of Inheritance", "Assertion",
    "Applied Evidence Codes (Met)", "Applied Evidence Codes (Not Met)",
    "Summary of interpretation", "PubMed Articles", "Expert Panel", "Guideline", "Approval Date",
    "Published Date", "Retracted", "Evidence Repo Link", "Uuid",
  ]

  static func evidence(
    _ title: String, variation: String = "", caid: String = "", hgvs: String = "",
    assertion: String = "Pathogenic", met: String = "PVS1,PM3_Very,BS1_Stand",
    summary: String = "Said \"so\".", retracted: String = "false", uuid: String? = nil
  ) -> String {
    [
      title, variation, caid, hgvs, "GENE", "a disease", "MONDO:0000001",
      "Autosomal recessive inheritance", assertion, met, "PP1", summary, "1,2,1", "A VCEP",
      "https://example.org/guideline", "2020-02-03", "2020-03-04", retracted,
      "https://example.org/\(title)", uuid ?? "uuid-\(title)",
    ].joined(separator: "\t")
  }

  static func export(_ rows: [String], header: String = evidenceHeader.joined(separator: "\t"))
    -> String
  {
    ([header] + rows).map { $0 + "\n" }.joined()
  }

  /// Compiles files that hold these texts.
  ///
  /// - Parameter date: of the exports, which state none.
  static func compile(
    clinvar texts: [String] = [], evidence exports: [String] = [], date: String? = nil,
    references: [ReferenceGenome] = []
  ) throws -> Compilation {
    let folder = try TemporaryFolder()
    return try Compilation(
      [
        .clinvar: try texts.enumerated().map {
          SourceArgument(path: try folder.write($0.element, to: "clinvar\($0.offset).vcf"))
        },
        .evidenceRepository: try exports.enumerated().map {
          SourceArgument(
            path: try folder.write($0.element, to: "erepo\($0.offset).tsv"),
            date: date.flatMap { ReleaseDate(iso: $0) })
        },
      ], references: references)
  }

  static func store(
    clinvar texts: [String] = [], evidence exports: [String] = [], build: GenomeBuild = .grch38
  ) throws -> VariantStore {
    try KnowledgeBase.compiled(try compile(clinvar: texts, evidence: exports)).variants(for: build)
  }
}

extension VariantStore {
  /// The VariationIDs of an allele written `1 100 A G`, POS 1-based.
  func find(_ text: String) throws -> [Int] {
    try rows(text).map { variationID($0) }
  }

  func rows(_ text: String) throws -> [UInt32] {
    let cells = text.split(separator: " ").map(String.init)
    var queries = AlleleQueries()
    queries.append(
      Allele(
        start: (Int32(cells[1]) ?? 0) - 1, ref: Array(cells[2].utf8), alt: Array(cells[3].utf8)),
      on: ContigName(cells[0]).contig, call: 0)
    var matches: [AlleleMatch] = []
    try match(queries, appendingTo: &matches)
    return matches.map(\.row)
  }
}

extension TemporaryFolder {
  /// Writes a file and returns its path.
  func write(_ bytes: some Sequence<UInt8>, to name: String) throws -> String {
    let path = "\(path)/\(name)"
    try Data(bytes).write(to: URL(filePath: path))
    return path
  }

  func write(_ text: String, to name: String) throws -> String { try write(text.utf8, to: name) }
}
