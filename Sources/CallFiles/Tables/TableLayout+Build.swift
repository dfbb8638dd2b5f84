// SPDX-License-Identifier: MIT

import Genome
import HTS
import Records

extension TableLayout {
  /// What the head of the table says of its build.
  ///
  /// The lines before the header (`#Genomebuild = GRCh37`, `@SQ ... AS:GRCh37`), contig lengths of a SAM
  /// header, names of columns (`Hs_hg19_CNV_20120403`), and ISCN strings in the rows.
  func statements(_ bytes: Span<UInt8>, _ lines: TableLines) -> [BuildStatement] {
    var found: [BuildStatement] = []
    for line in lines.lines where line.number < max(headerLine, 1) {
      let text = bytes.text(in: line.range)
      if text.hasPrefix("@SQ") {
        if let statement = Self.sequence(text), !found.contains(statement) {
          found.append(statement)
        }
        continue
      }
      let lower = text.lowercased()
      guard lower.contains("build") || lower.contains("genom") || lower.contains("reference") else {
        continue
      }
      if let build = BuildDecision.build(in: text) {
        found.append(BuildStatement(build: build, reason: "\"\(text.prefix(60))\""))
      }
    }
    for name in bytes.text(in: lines.header(headerLine)).split(separator: "\t") {
      if let build = BuildDecision.build(in: String(name)) {
        found.append(BuildStatement(build: build, reason: "column \(name)"))
      }
    }
    guard let column = column(.iscn) else { return found }
    var cells: [Range<Int>] = []
    for row in lines.rows(bytes, after: headerLine).prefix(1000) {
      _ = delimiter.split(bytes, row.range, into: &cells)
      guard column < cells.count else { continue }
      let cell = cells[column]
      guard let open = bytes.firstIndex(of: 0x5B, in: cell),
        let close = bytes.firstIndex(of: 0x5D, in: open..<cell.upperBound)
      else { continue }
      let text = bytes.text(in: open + 1..<close)
      guard let build = GenomeBuild(nomenclature: text) else { continue }
      let statement = BuildStatement(
        build: build, reason: "arr[\(text)] in the rows", isProof: true)
      if !found.contains(where: { $0.build == build && $0.isProof }) { found.append(statement) }
    }
    return found
  }

  private static func sequence(_ line: String) -> BuildStatement? {
    var keys: [Substring: Substring] = [:]
    for field in line.split(separator: "\t").dropFirst() {
      keys[field.prefix(2)] = field.dropFirst(3)
    }
    if let name = keys["SN"], let length = keys["LN"].flatMap({ Int32($0) }) {
      let contig = ContigName(String(name)).contig
      let match = Assembly.known.first { $0.length(of: contig) == length }
      if contig.isAssembled, contig != .mitochondrion, let build = match?.build {
        return BuildStatement(build: build, reason: "@SQ lengths", isProof: true)
      }
    }
    guard let assembly = keys["AS"], let build = BuildDecision.build(in: String(assembly)) else {
      return nil
    }
    return BuildStatement(build: build, reason: "@SQ AS:\(assembly)")
  }

  /// The names in the contig column of the head, each once.
  func contigNames(_ bytes: Span<UInt8>, _ lines: TableLines) -> [String] {
    guard let column = column(.contig) ?? column(.region) else { return [] }
    var names: [String] = []
    var cells: [Range<Int>] = []
    for row in lines.rows(bytes, after: headerLine).prefix(2000) {
      _ = delimiter.split(bytes, row.range, into: &cells)
      guard column < cells.count else { continue }
      var name = bytes.text(in: bytes.trimmedCell(cells[column]))
      if self.column(.contig) == nil, let colon = name.lastIndex(of: ":") {
        name = String(name[..<colon])
      }
      if !name.isEmpty, name.utf8.count < 64, !names.contains(name) { names.append(name) }
      if names.count == 100 { break }
    }
    return names
  }
}

extension TableLines {
  func header(_ number: Int) -> Range<Int> {
    lines.first { $0.number == number }?.range ?? 0..<0
  }
}
