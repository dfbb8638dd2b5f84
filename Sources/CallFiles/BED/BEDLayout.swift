// SPDX-License-Identifier: MIT

package import Calls
import HTS
package import Records

/// Which columns of a BED file hold what, decided once on its head.
package struct BEDLayout: Sendable, Equatable {
  /// Cells of every data row.
  package var columnCount = 3
  /// The column of the gain and loss words, from 0; nil for a typeless file read with `--type`.
  package var type: Int?
  package var sample: Int?
  /// Whether the sample's column holds a list, as AnnotSV's does: a call for each.
  package var listsSamples = false
  package var copyNumber: Int?
  package var name: Int?
  /// The type of every row of a typeless file.
  package var declaredType: CallType?
  /// Whether line 1 is a row of column names without `#`.
  package var hasHeaderRow = false
  /// Whether rows have blanks for TABs, below a header with TABs.
  ///
  /// Only there: rows of blanks alone may as well be a table of another kind, and are refused.
  package var isBlankSeparated = false
  /// What was decided otherwise than on a type in the fourth column, for the report.
  package var remarks: [String] = []
  /// How the type column was found, for the report.
  package var reason = ""

  /// Looks at the first data rows and at a header row or `#chrom` line, if there is one.
  ///
  /// The type stands in the column that a header calls so, else in the first from column 4 on where a row of
  /// the head holds a known word; without one a column of copies says it.
  ///
  /// - Throws: when no column holds a type or copies and no type was declared.
  package init(head: Span<UInt8>, declaredType: CallType?) throws(MalformedRecord) {
    self.declaredType = declaredType
    var names: [String] = []
    var rows: [(line: Int, cells: [[UInt8]])] = []
    var position = head.startsWithByteOrderMark ? 3 : 0
    var line = 0
    while position < head.count, rows.count < 1000 {
      let newline = head.firstIndex(of: 0x0A, in: position..<head.count) ?? head.count
      var stop = newline
      if stop > position, head[stop - 1] == 0x0D { stop -= 1 }
      line += 1
      let text = head.bytes(in: position..<stop)
      var cells = text.split(separator: 0x09, omittingEmptySubsequences: false).map(Array.init)
      if cells.count == 1, names.count > 2, text.first != 0x23, rows.isEmpty || isBlankSeparated {
        cells = text.split(separator: 0x20).map(Array.init)
        isBlankSeparated = isBlankSeparated || cells.count > 2
      }
      if text.isEmpty || BEDReader.isTrackLine(text.span, in: 0..<text.count) {
        // Not a row.
      } else if text[0] == 0x23 {
        // Any other comment may hold TABs as well.
        if Self.namesContig(cells[0]), cells.count > 2 { names = cells.map(Self.normalised) }
      } else if line == 1, Self.isHeaderRow(cells) {
        hasHeaderRow = true
        names = cells.map(Self.normalised)
      } else {
        // The last line of the head may be cut.
        if newline == head.count, !rows.isEmpty { break }
        rows.append((line, cells))
      }
      position = newline + 1
    }
    columnCount = rows.first?.cells.count ?? max(3, names.count)
    remarkOnBase(rows.map(\.cells))
    sample = names.firstIndex { ["sample", "sample id"].contains($0) }
    if sample == nil {
      sample = names.firstIndex { ["samples", "samples id", "samplesnames"].contains($0) }
      listsSamples = sample != nil
    }
    copyNumber = names.firstIndex { ["cn", "copy number", "copynumber"].contains($0) }
    name = names.firstIndex { ["id", "name", "call id", "variant id"].contains($0) }
    guard declaredType == nil else {
      reason = "--type"
      return
    }
    let typeNames = [
      "svtype", "sv type", "type", "variant type", "cnv type", "cnv", "event", "event type",
    ]
    if let named = names.firstIndex(where: { typeNames.contains($0) }), named > 2 {
      type = named
      reason = "column \(named + 1) is named \"\(names[named])\""
      return
    }
    for column in 3..<max(4, columnCount) {
      let known = rows.first { row in
        row.cells.count > column
          && TypeVocabulary.type(of: String(decoding: row.cells[column], as: UTF8.self)) != nil
      }
      guard let known else { continue }
      type = column
      if column > 3 { name = name ?? 3 }
      let word = String(decoding: known.cells[column], as: UTF8.self)
      reason = "column \(column + 1) says \"\(word)\" on line \(known.line)"
      if column > 3 { remarks.append("the type is read from column \(column + 1)") }
      return
    }
    if let copyNumber {
      reason = "column \(copyNumber + 1) is named \"\(names[copyNumber])\""
      remarks.append("the type follows from the copies in column \(copyNumber + 1)")
      return
    }
    if readCopies(rows.map(\.cells), hasNames: !names.isEmpty) { return }
    guard let first = rows.first, first.cells.count >= 3 else { return }
    if first.cells.count > 3, !first.cells[3].isEmpty {
      let before = first.cells.prefix(3).reduce(0) { $0 + $1.count + 1 }
      throw MalformedRecord(
        line: first.line, column: before + 1, fault: .unknownType, text: first.cells[3])
    }
    throw MalformedRecord(line: first.line, column: 0, fault: .noType)
  }

  /// Says so where rows look as if they counted from 1, as those written by hand in a spreadsheet do.
  ///
  /// It cannot be known: intervals of bins that were counted from 1 begin with 1 and end with 0.
  ///
  /// - Source: call-file study, section C1.
  private mutating func remarkOnBase(_ rows: [[[UInt8]]]) {
    let suspect = rows.count { cells in
      cells.count > 2 && cells[1].last == 0x31 && cells[2].last == 0x30
    }
    guard rows.count > 2, suspect * 2 > rows.count else { return }
    remarks.append(
      "starts end in 1 and ends in 0, as where the first base is 1; they are read as BED, where it is 0"
    )
  }

  /// CNVkit's `export bed`: `chrom start end label ncopies`, without names.
  ///
  /// The label is the sample, or with `--label-genes` the genes. Scores go up to 1000 and are often all 0,
  /// so that a column of nothing but 0 is no number of copies.
  ///
  /// - Source: CNVkit's `export.py`; call-file study, sections B and C1.
  private mutating func readCopies(_ rows: [[[UInt8]]], hasNames: Bool) -> Bool {
    guard !hasNames, columnCount == 5, !rows.isEmpty else { return false }
    var most = 0
    for cells in rows where cells.count == 5 {
      guard (1...2).contains(cells[4].count), cells[4].allSatisfy({ $0 &- 0x30 <= 9 }),
        let copies = Int(String(decoding: cells[4], as: UTF8.self)), copies <= 20
      else { return false }
      most = max(most, copies)
    }
    guard most > 0 else { return false }
    copyNumber = 4
    let labels = Set(rows.map { $0[min(3, $0.count - 1)] })
    if labels.count == 1 { sample = 3 } else { name = 3 }
    reason = "column 5 holds whole numbers up to \(most)"
    remarks.append(
      "column 5 is read as copies, as CNVkit exports them, and column 4 as "
        + (labels.count == 1 ? "the sample" : "names"))
    return true
  }

  /// Names of columns compare without `#`, case, `_`, `.` and surplus blanks: R writes `copy.number`.
  private static func normalised(_ cell: [UInt8]) -> String {
    var words: [String] = [""]
    for character in String(decoding: cell, as: UTF8.self).lowercased() where character != "#" {
      if character == " " || character == "_" || character == "." {
        words.append("")
      } else {
        words[words.count - 1].append(character)
      }
    }
    return words.filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// Whether a cell is what the contig column is called.
  private static func namesContig(_ cell: [UInt8]) -> Bool {
    [
      "chrom", "chr", "chromosome", "contig", "seqname", "seqnames", "seqid", "chromosome name",
      "reference name",
    ].contains(normalised(cell))
  }

  /// A row of names: the first by name, so that a row of calls with broken coordinates is no header, and
  /// no digit at the start of the cells of the coordinates.
  private static func isHeaderRow(_ cells: [[UInt8]]) -> Bool {
    guard cells.count >= 3, namesContig(cells[0]) else { return false }
    return [1, 2].allSatisfy { column in
      cells[column].first.map { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A } ?? false
    }
  }
}
