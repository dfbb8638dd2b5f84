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
  /// SEG whose name says that its means are log10 ratios.
  case log10Ratios
  /// SEG whose means are whole numbers, as copies are.
  case copyNumbers
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
    guard let means = Self.segmentMeans(head, lines), let most = means.max(),
      let least = means.min()
    else { return nil }
    if name.lowercased().contains("log10") {
      self = .log10Ratios
    } else if means.count >= 10, least >= 0, most <= 0.5 {
      self = .alleleFractions
    } else if means.count >= 2, least >= 0, most >= 1, means.allSatisfy({ $0 == $0.rounded() }) {
      self = .copyNumbers
    } else {
      return nil
    }
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
    if header.has(["probesetname", "chromosome", "position"]) { return .chpText }
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

  /// The means of the head's segments; nil for a text that is no SEG.
  ///
  /// Log2 ratios are never all between 0 and 0.5, nor all whole and none below 0.
  private static func segmentMeans(_ head: Span<UInt8>, _ lines: TableLines) -> [Double]? {
    let seg = TableDialect.seg
    guard
      let layout = try? TableLayout(
        head, lines, dialect: seg, options: TableOptions(), fileName: ""),
      layout.headerLine > 0, let column = layout.column(.log2)
    else { return nil }
    let names = TableHeader(
      head, lines.header(layout.headerLine), delimiter: layout.delimiter)
    guard seg.cues.contains(where: names.has) else { return nil }
    var cells: [Range<Int>] = []
    var means: [Double] = []
    for row in lines.rows(head, after: layout.headerLine).prefix(1000) {
      _ = layout.delimiter.split(head, row.range, into: &cells)
      guard column < cells.count else { continue }
      let cell = head.trimmedCell(cells[column])
      guard !head.isMissingCell(cell),
        let value = try? head.tableDecimal(in: cell, mark: .point).value
      else { continue }
      means.append(value)
    }
    return means
  }
}
