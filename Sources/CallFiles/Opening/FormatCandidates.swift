// SPDX-License-Identifier: MIT

import HTS
import Records

/// Every format that an input may be in, with points for how much speaks for it.
///
/// 100: a line that no other format has. 90 to 80: the names of a program's columns, or the shape of its
/// rows. 70: the intervals of BED. 60: rows that fit by the kinds of their cells. Two formats within 10
/// points are a tie, at which reading stops and asks.
///
/// - Source: call-file study, section E.
package struct FormatCandidates: Sendable {
  package struct Candidate: Sendable, Equatable {
    package let detection: FormatDetection
    package let score: Int
  }

  /// The best first; equals in the order of ``CallFormat``.
  package private(set) var candidates: [Candidate] = []
  /// Something that is recognised and no list of calls.
  package private(set) var notCalls: NotCalls?

  package init(head: Span<UInt8>, name: String, isWhole: Bool = true) {
    let lines = TableLines(head, isWhole: isWhole)
    if let plain = FormatDetection(head: head, name: name), plain.score >= 100 {
      candidates = [Candidate(detection: plain, score: plain.score)]
      return
    }
    notCalls = NotCalls(head, lines, name: name)
    if notCalls != nil { return }
    addTables(head, lines)
    if candidates.isEmpty { addHeaderless(head, lines) }
    if candidates.isEmpty { addNomenclature(head, lines) }
    // A row of names with the contig in another column: whole numbers in columns 2 and 3 are no BED.
    let isOtherTable = TableGuess(head, isWhole: isWhole).map { !$0.beginsWithContig } ?? false
    if candidates.isEmpty, let plain = FormatDetection(head: head, name: name),
      plain.format != .bed || !isOtherTable
    {
      candidates.append(Candidate(detection: plain, score: plain.score))
      if plain.format == .bed, let table = Self.unnamedTable(head, lines, name: name) {
        candidates.append(Candidate(detection: table, score: 65))
      }
    }
    let order = CallFormat.allCases
    candidates.sort { a, b in
      a.score != b.score
        ? a.score > b.score
        : (order.firstIndex(of: a.detection.format) ?? 0)
          < (order.firstIndex(of: b.detection.format) ?? 0)
    }
  }

  /// The formats that nobody can tell apart; empty where there is a clear one.
  package var tie: [FormatDetection] {
    guard candidates.count > 1, candidates[0].score - candidates[1].score < 10 else { return [] }
    return candidates.filter { candidates[0].score - $0.score < 10 }.map(\.detection)
  }

  private mutating func addTables(_ head: Span<UInt8>, _ lines: TableLines) {
    for line in lines.headerCandidates(head) {
      for header in TableHeader.readings(head, line.range) {
        for dialect in TableDialect.all {
          guard let cue = dialect.cues.first(where: header.has),
            !dialect.foreign.contains(where: header.names.contains)
          else { continue }
          let shown = header.names.indices.filter { cue.contains(header.names[$0]) }
            .map { header.texts[$0] }.prefix(4).joined(separator: ", ")
          let reason = "line \(line.number) has columns \(shown)"
          candidates.append(
            Candidate(
              detection: FormatDetection(format: dialect.format, reason: reason),
              score: dialect.score))
        }
        if !candidates.isEmpty { return }
      }
    }
  }

  private mutating func addHeaderless(_ head: Span<UInt8>, _ lines: TableLines) {
    guard let row = lines.rows(head, after: 0).first(where: { !TableLines.isLog(head, $0.range) }),
      !lines.lines.contains(where: { $0.number < row.number && Self.isNames(head, $0.range) })
    else { return }
    var cells: [Range<Int>] = []
    _ = TableDelimiter.tab.split(head, row.range, into: &cells)
    let texts = cells.map { head.text(in: head.trimmedCell($0)) }
    for dialect in TableDialect.all {
      guard let headerless = dialect.headerless, headerless.fits(texts) else { continue }
      candidates.append(
        Candidate(
          detection: FormatDetection(
            format: dialect.format, reason: "line \(row.number) \(headerless.cue)"),
          score: headerless.score))
    }
  }

  /// `#chrom TAB start TAB end`: the rows below have names of columns, so that their program is another's.
  private static func isNames(_ head: Span<UInt8>, _ line: Range<Int>) -> Bool {
    let tab = head.firstIndex(of: 0x09, in: line)
    return head[line.lowerBound] == 0x23
      && tab.map { head.firstIndex(of: 0x09, in: $0 + 1..<line.upperBound) != nil } ?? false
  }

  /// Strings, one a line: where more than half of the first lines can be read as such.
  private mutating func addNomenclature(_ head: Span<UInt8>, _ lines: TableLines) {
    let rows = lines.rows(head, after: 0).prefix(20)
    guard !rows.isEmpty else { return }
    for grammar in NomenclatureGrammar.allCases {
      let fitting = rows.filter { grammar.fits(head, $0.range) }
      guard fitting.count * 2 > rows.count, let first = fitting.first else { continue }
      candidates.append(
        Candidate(
          detection: FormatDetection(
            format: grammar.format, reason: "line \(first.number) is \(grammar.noun)"),
          score: 80))
    }
  }

  /// A table whose first row names its columns otherwise than BED does: its positions may count from 1.
  private static func unnamedTable(_ head: Span<UInt8>, _ lines: TableLines, name: String)
    -> FormatDetection?
  {
    guard !name.hasSuffix(".bed"), !name.hasSuffix(".bed.gz"), let line = lines.lines.first,
      head[line.range.lowerBound] != 0x23
    else { return nil }
    let header = TableHeader(head, line.range, delimiter: .tab)
    guard let first = header.names.first, first != "chrom",
      TableDialect.guesses[0].names.contains(first)
    else { return nil }
    return FormatDetection(
      format: .table, reason: "line \(line.number) names its columns (\(header.texts[0]), ...)")
  }
}
