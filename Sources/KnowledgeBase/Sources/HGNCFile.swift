// SPDX-License-Identifier: MIT

internal import Genome

/// Reads HGNC's complete set: one row per approved gene.
///
/// Columns by name: `hgnc_id symbol status location alias_symbol prev_symbol entrez_id`. Several values
/// of a cell are joined by `|` and then stand in double quotes.
///
/// - Source: clinical-data study, section 7.
enum HGNCFile {
  static let headerCell: StaticString = "hgnc_id"

  /// - Throws: for a missing column, a cut row, an id that is none, no rows.
  static func read(_ file: SourceFile) throws(KnowledgeBaseError) -> CurationSource {
    let path = file.argument.path
    let dated = CurationSource.date(of: file.argument, inFile: nil)
    var source = CurationSource(
      kind: .hgncSet, argument: file.argument, sha256: file.sha256, build: nil, date: dated.date,
      dateOrigin: dated.origin)
    file.noteText(in: &source.oddities)
    let text = file.scan
    var cells: [Range<Int>] = []
    var columns: Columns?
    try text.forEachLine { (number, line) throws(KnowledgeBaseError) in
      if line.isEmpty || text.isBlank(line) {
        source.oddities.note(.blankLine, line: number, "")
        return
      }
      guard let known = columns else {
        if file.bytes[line.lowerBound] == 0x23 { return }
        columns = try Columns(
          SourceColumns(
            file: path, header: SourceLine(number: number, bytes: file.bytes[line])))
        return
      }
      text.split(line, at: 0x09, into: &cells)
      if cells.count < known.count {
        throw .tooFewCells(
          file: path, line: number, expected: known.count, found: cells.count,
          isLast: line.upperBound + 2 >= file.bytes.count)
      }
      source.rowsRead += 1
      let symbol = trimmed(text.text(cells[known.symbol]))
      let id = GeneIdentity.hgnc(text.text(cells[known.id]))
      guard id != 0, !symbol.isEmpty else {
        throw .badCell(
          file: path, line: number, cell: known.id + 1, column: "hgnc_id",
          text: text.text(cells[known.id]))
      }
      if let status = known.status, !text.equals(cells[status], "Approved") {
        source.oddities.note(.notApproved, line: number, symbol)
        return
      }
      source.rowsUsed += 1
      source.nomenclature.append(
        NomenclatureRow(
          hgncID: id, symbol: symbol,
          ncbiGeneID: UInt32(text.text(cells[known.entrez])) ?? 0,
          previous: list(text.text(cells[known.previous])),
          aliases: list(text.text(cells[known.alias])),
          contigs: known.location.map { contigs(text.text(cells[$0])) } ?? [],
          groups: known.groups.map { list(text.text(cells[$0])).compactMap { UInt32($0) } } ?? []))
    }
    if source.nomenclature.isEmpty { throw .noRows(file: path) }
    return source
  }

  private struct Columns {
    let id: Int
    let symbol: Int
    let entrez: Int
    let previous: Int
    let alias: Int
    let status: Int?
    let location: Int?
    let groups: Int?
    let count: Int

    init(_ columns: SourceColumns) throws(KnowledgeBaseError) {
      id = try columns.cell("hgnc_id")
      symbol = try columns.cell("symbol")
      entrez = try columns.cell("entrez_id")
      previous = try columns.cell("prev_symbol")
      alias = try columns.cell("alias_symbol")
      status = columns.optionalCell("status")
      location = columns.optionalCell("location")
      groups = columns.optionalCell("gene_group_id")
      count = columns.count
    }
  }

  private static func list(_ cell: String) -> [String] {
    cell.split { $0 == "|" || $0 == "\"" }.map { trimmed(String($0)) }.filter { !$0.isEmpty }
  }

  /// The chromosomes of `19q13.43` and `Xp22.33 and Yp11.2`; empty where the place says none.
  static func contigs(_ location: String) -> [Contig] {
    location.split(separator: " ").compactMap { word in
      if word == "mitochondria" { return .mitochondrion }
      let name = word.prefix { $0.isNumber || $0 == "X" || $0 == "Y" }
      let contig = ContigName(String(name)).contig
      return contig.isAssembled ? contig : nil
    }
  }
}

/// One approved gene of HGNC.
struct NomenclatureRow: Equatable {
  /// The number of `HGNC:n`.
  let hgncID: UInt32
  let symbol: String
  /// 0 where HGNC gives none.
  let ncbiGeneID: UInt32
  let previous: [String]
  let aliases: [String]
  /// Empty where the cytogenetic place names no chromosome.
  let contigs: [Contig]
  /// The numbers of HGNC's gene groups that the gene is in.
  var groups: [UInt32] = []
}
