// SPDX-License-Identifier: MIT

import Genome

@testable import KnowledgeBase

/// Small sources of invented genes, written by the tests themselves.
enum Sample {
  static let evidence =
    "Haploinsufficiency Score\tHaploinsufficiency Description\tHaploinsufficiency PMID1\t"
    + "Haploinsufficiency PMID2\tTriplosensitivity Score\tTriplosensitivity Description\t"
    + "Triplosensitivity PMID1\tDate Last Evaluated"
  static let diseases = "\tHaploinsufficiency Disease ID\tTriplosensitivity Disease ID"
  static let legacyDiseases =
    "\tLoss phenotype OMIM ID\tTriplosensitive phenotype OMIM ID"

  /// A row of a gene list; `id` 0 leaves the cell empty.
  static func gene(
    _ symbol: String, _ id: Int, _ place: String, hi: String = "0", ts: String = "0",
    pmids: [String] = ["", ""], date: String = "2020-01-02", disease: String = "",
    tsDisease: String = ""
  ) -> String {
    "\(symbol)\t\(id == 0 ? "" : "\(id)")\t1p1\t\(place)\t\(hi)\ttext\t\(pmids[0])\t\(pmids[1])\t"
      + "\(ts)\ttext\t\t\(date)\t\(disease)\t\(tsDisease)"
  }

  static func region(
    _ id: String, _ name: String, _ place: String, hi: String = "3", ts: String = "0"
  ) -> String {
    "\(id)\t\(name)\t1p1\t\(place)\t\(hi)\ttext\t\t\t\(ts)\ttext\t\t2020-01-02\t\t"
  }

  static func geneList(
    _ rows: [String], build: String = "GRCh38 (hg38)", date: String = "15 Feb,2026",
    diseases: String = diseases
  ) -> String {
    list("Gene", "#Gene Symbol\tGene ID", rows, build, date, diseases)
  }

  static func regionList(
    _ rows: [String], build: String = "GRCh38 (hg38)", date: String = "25 Apr,2026"
  ) -> String {
    list("Region", "#ISCA ID\tISCA Region Name", rows, build, date, diseases)
  }

  private static func list(
    _ title: String, _ first: String, _ rows: [String], _ build: String, _ date: String,
    _ diseases: String
  ) -> String {
    let head = [
      "#ClinGen \(title) Curation Results", "#\(date)",
      "#Genomic Locations are reported on \(build): GCF_000001405.36", "#https://example.org",
      "\(first)\tcytoBand\tGenomic Location\t\(evidence)\(diseases)",
    ]
    return (head + rows).map { $0 + "\n" }.joined()
  }

  static func bed(_ direction: String, db: String, _ rows: [String]) -> String {
    "track name='ClinGen Gene Curation \(direction) Scores' db=\(db)\n"
      + rows.map { $0.replacing(" ", with: "\t") + "\n" }.joined()
  }

  static func hi(_ rows: [String], db: String = "hg38") -> String {
    bed("Haploinsufficiency", db: db, rows)
  }

  static func ts(_ rows: [String], db: String = "hg38") -> String {
    bed("Triplosensitivity", db: db, rows)
  }

  /// Parses a text as the option `role` would.
  static func read(
    _ text: String, as role: SourceRole = .dosageGenes, name: String = "list.tsv",
    build: GenomeBuild? = nil, date: String? = nil
  ) throws(KnowledgeBaseError) -> CurationSource {
    let argument = SourceArgument(
      path: "folder/\(name)", build: build, date: date.flatMap { ReleaseDate(iso: $0) })
    return try SourceFile(argument: argument, bytes: Array(text.utf8)).read(as: role)
  }

  static func compile(_ sources: [CurationSource]) throws(KnowledgeBaseError) -> KnowledgeBase {
    .compiled(try Compilation(sources, release: nil))
  }
}

extension DosageStore {
  /// The features with this id, placed first.
  func features(_ id: String) -> [DosageFeature] {
    (features + unplaced).filter { string($0.id) == id }
  }
}

extension CurationSource {
  func row(_ id: String) -> CurationRow? { curations.first { $0.id == id } }
}

func interval(_ start: Int32, _ end: Int32) -> Interval { Interval(start: start, end: end) }
