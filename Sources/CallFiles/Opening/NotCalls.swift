// SPDX-License-Identifier: MIT

import HTS
import Records

/// A file of the field that is recognised and holds no calls, so that it is refused with advice instead of
/// being read as something else.
///
/// - Source: call-file study, section E.
package enum NotCalls: Sendable, Equatable {
  /// CNVkit's bins (`.cnr`, `.cnn`).
  case cnvkitBins
  /// GenomeStudio's FinalReport, a line a marker.
  case finalReport
  /// Log R ratios and B allele frequencies, a line a marker.
  case signals
  /// A CHP file's text, with a line a marker or several tables in one file.
  case chpText
  /// `.af.igv.seg`: allele fractions in the layout of SEG.
  case alleleFractions
  /// Agilent's report with a line a probe.
  case agilentProbes
  case bookmarks
  /// Pairs of breakends.
  case bedpe
  case annotSVOutput
  case classifyCNVOutput

  init?(_ head: Span<UInt8>, _ lines: TableLines, name: String) {
    guard let first = lines.lines.first else { return nil }
    if head.starts(with: "[Header]", in: first.range) {
      self = .finalReport
      return
    }
    if head.starts(with: "<Project_Bookmarks", in: first.range) {
      self = .bookmarks
      return
    }
    if name.hasSuffix(".af.igv.seg") {
      self = .alleleFractions
      return
    }
    for line in lines.headerCandidates(head).prefix(60) {
      for header in TableHeader.readings(head, line.range) {
        if let kind = Self.kind(header) {
          self = kind
          return
        }
      }
    }
    if let row = lines.rows(head, after: 0).first, Self.isBEDPE(head, row.range) {
      self = .bedpe
      return
    }
    guard Self.holdsFractions(head, lines) else { return nil }
    self = .alleleFractions
  }

  private static func kind(_ header: TableHeader) -> NotCalls? {
    if header.has(["chromosome", "start", "end", "gene", "log2"]), !header.names.contains("probes")
    {
      return .cnvkitBins
    }
    if header.names.contains(where: { $0.hasSuffix("log r ratio") || $0.hasSuffix("b allele freq") }
    ) {
      return .signals
    }
    if header.has(["probesetname", "chromosome", "position"])
      || header.has(["segmentid", "startposition"])
    {
      return .chpText
    }
    if header.has(["aberrationno", "probename"]) { return .agilentProbes }
    if header.names.contains("annotsv id") { return .annotSVOutput }
    if header.has(["variantid", "chromosome", "classification"]) { return .classifyCNVOutput }
    return nil
  }

  /// `chr1 1 2 chr5 3 4 ...`.
  private static func isBEDPE(_ head: Span<UInt8>, _ line: Range<Int>) -> Bool {
    var cells: [Range<Int>] = []
    _ = TableDelimiter.tab.split(head, line, into: &cells)
    guard cells.count >= 6 else { return false }
    let texts = cells.prefix(6).map { head.text(in: head.trimmedCell($0)) }
    return [1, 2, 4, 5].allSatisfy { RegionText.isNumber(texts[$0]) }
      && texts[0].lowercased().hasPrefix("chr") && texts[3].lowercased().hasPrefix("chr")
  }

  /// SEG whose means all lie between 0 and 0.5, and not all at an end: no log2 ratios are so.
  private static func holdsFractions(_ head: Span<UInt8>, _ lines: TableLines) -> Bool {
    let seg = TableDialect.seg
    guard
      let layout = try? TableLayout(
        head, lines, dialect: seg, options: TableOptions(), fileName: ""),
      layout.headerLine > 0, let column = layout.column(.log2)
    else { return false }
    var cells: [Range<Int>] = []
    var count = 0
    for row in lines.rows(head, after: layout.headerLine).prefix(1000) {
      _ = layout.delimiter.split(head, row.range, into: &cells)
      guard column < cells.count else { continue }
      let cell = head.trimmedCell(cells[column])
      guard !head.isMissingCell(cell) else { continue }
      guard let value = try? head.tableDecimal(in: cell, mark: .point).value,
        (0...0.5).contains(value)
      else { return false }
      count += 1
    }
    return count >= 10
  }
}
