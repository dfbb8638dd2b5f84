// SPDX-License-Identifier: MIT

internal import Files
internal import Genome

/// The alleles of ClinVar of one build as a table: for people and other programs, not for `kb build`, which
/// compiles ClinVar's own file.
///
/// Places are 0-based half-open and alleles trimmed of what REF and ALT share; an empty one is `-`. With
/// three million rows it is written as it is read.
enum AlleleTable {
  static let columns =
    [
      "chrom", "start", "end", "ref", "alt", "variation_id", "classification", "stars",
      "review_status", "conditions", "condition_ids",
    ] + details + ["caid"]

  /// By ``ClinVarField``.
  private static let details = ["genes", "consequence", "variant_type", "origin", "further"]

  static func name(_ build: GenomeBuild) -> String { "clinvar_alleles_\(build.name.lowercased())" }

  static func fileName(_ build: GenomeBuild, form: ExportForm) -> String {
    "\(name(build)).\(form.rawValue)"
  }

  /// Writes every allele that ClinVar has, in the order of the genome.
  ///
  /// - Throws: ``KnowledgeBaseError/file(_:)`` and those of a damaged store.
  static func write(
    _ store: VariantStore, form: ExportForm, to output: OutputFile
  ) throws(KnowledgeBaseError) {
    var buffer: [UInt8] = []
    switch form {
    case .tsv:
      buffer += "# ClinVar's alleles on \(store.build.name); 0-based half-open, trimmed\n".utf8
      buffer += (columns.joined(separator: "\t") + "\n").utf8
    case .bed: buffer += ("#" + columns.joined(separator: "\t") + "\n").utf8
    case .ndjson: break
    }
    let rows = NDJSONRows(columns: columns)
    func flush() throws(KnowledgeBaseError) {
      do throws(FileError) { try output.write(buffer) } catch { throw .file(error) }
      buffer.removeAll(keepingCapacity: true)
    }
    try store.forEachAllele { (row, contig, start) throws(KnowledgeBaseError) in
      guard store.variationID(row) > 0 else { return }
      let cells = try cells(store, row, contig, start)
      buffer +=
        form == .ndjson ? rows.line(cells) : Array((cells.joined(separator: "\t") + "\n").utf8)
      if buffer.count >= 1 << 20 { try flush() }
    }
    try flush()
  }

  private static func cells(
    _ store: VariantStore, _ row: UInt32, _ contig: Contig, _ start: Int32
  ) throws(KnowledgeBaseError) -> [String] {
    let (ref, alt) = try store.bases(ofRow: row)
    let end = start + Int32(ref.utf8.count)
    let classification = store.classification(row)
    let conditions = store.conditions(row)
    let caid = store.caid(row)
    var found = store.details(row)
    while found.count < details.count { found.append("") }
    return [
      "\(contig.ucscName)", String(start), String(end), ref.isEmpty ? "-" : ref,
      alt.isEmpty ? "-" : alt, String(store.variationID(row)), classification.word,
      String(classification.stars), FactTable.cell(classification.reviewStatus),
      FactTable.cell(conditions.names), FactTable.cell(conditions.identifiers),
    ] + found.map { FactTable.cell($0) } + [caid == 0 ? "." : "CA\(caid)"]
  }
}

/// The Evidence Repository's entries that have an allele: a row an entry, with its place in each build.
///
/// Places are 1-based inclusive, of an insertion the bases on both its sides.
enum EvidenceTable {
  static let name = "evidence_repository"

  private static let fields: [(EvidenceField, String)] = [
    (.uuid, "uuid"), (.title, "title"), (.variationID, "variation_id"), (.caid, "caid"),
    (.gene, "symbol"), (.disease, "disease"), (.mondo, "mondo"), (.inheritance, "moi"),
    (.assertion, "assertion"), (.met, "met"), (.notMet, "not_met"), (.panel, "panel"),
    (.guideline, "guideline"), (.approved, "approved"), (.published, "published"),
    (.pmids, "pmids"), (.summary, "summary"), (.link, "link"),
  ]

  static let columns = fields.map(\.1) + ["grch37", "grch38", "ref", "alt", "route"]

  /// The rows of both builds, by place on GRCh38, then those on GRCh37 alone.
  static func rows(_ stores: [VariantStore]) throws(KnowledgeBaseError) -> [[String]] {
    var rows: [[String]] = []
    var known: [[String]: Int] = [:]
    for store in stores.sorted(by: { $0.build.rawValue > $1.build.rawValue }) {
      let place = fields.count + (store.build == .grch37 ? 0 : 1)
      try store.forEachAllele { (row, contig, start) throws(KnowledgeBaseError) in
        let entries = store.evidence(ofRow: row)
        if entries.isEmpty { return }
        try store.checkEvidence(entries)
        let (ref, alt) = try store.bases(ofRow: row)
        let length = Int32(ref.utf8.count)
        let location =
          length == 0
          ? "\(contig.ucscName):\(start)-\(start + 1)"
          : "\(contig.ucscName):\(start + 1)-\(start + length)"
        for entry in entries {
          let texts = store.evidence(entry)
          let cells = fields.map { FactTable.cell(texts[$0.0.rawValue]) }
          if let index = known[cells], rows[index][place] == "." {
            rows[index][place] = location
            continue
          }
          if known[cells] == nil { known[cells] = rows.count }
          var row = cells + [".", ".", ref.isEmpty ? "-" : ref, alt.isEmpty ? "-" : alt]
          row.append(store.route(ofEvidence: entry).word)
          row[place] = location
          rows.append(row)
        }
      }
    }
    return rows
  }

  /// As it is exported; nil without rows.
  static func table(_ stores: [VariantStore]) throws(KnowledgeBaseError) -> ExportedTable? {
    let rows = try rows(stores)
    return rows.isEmpty ? nil : ExportedTable(name: name, columns: columns, rows: rows)
  }
}

extension ExportedTable {
  /// With notes above the header.
  func tsv(notes: [String]) -> [UInt8] {
    Array(
      (notes.map { "# \($0)" } + ([columns] + rows).map { $0.joined(separator: "\t") })
        .map { $0 + "\n" }.joined().utf8)
  }
}
