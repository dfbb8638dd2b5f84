// SPDX-License-Identifier: MIT

import Calls
import HTS
import Records

extension VCFRecordParser {
  /// What a record states about a structural call beside its place, under the keys of common callers.
  ///
  /// * probes: FORMAT `BC` (DRAGEN, Canvas: bins), `NP` (gCNV: targets), INFO `PROBES` (CNVkit),
  ///   `N_PROBES` (StemCNV-check).
  /// * log2: FORMAT `LRR`, INFO `FOLD_CHANGE_LOG` (CNVkit), `LOG2`; the log2 of DRAGEN's linear `SM`.
  /// * mosaic fraction: FORMAT or INFO `MOSAIC_FRACTION`, `MOSAIC`, `CF` or `MF`, as far as the value is
  ///   a number (0.35, 35%); a flag says no share.
  /// * confidence: FORMAT `QS` (gCNV), INFO `Check_Score` (StemCNV-check), else QUAL. `GQ` is no score
  ///   everywhere: CNVkit's counts probes.
  ///
  /// FORMAT values belong to a sample, so a call that several samples share has none of them.
  ///
  /// - Source: call-file study, section D3; the header of the callers' files.
  mutating func details(
    _ bytes: Span<UInt8>, _ cells: Cells, of allele: VCFAllele, sample: UInt32?
  ) -> CallDetails {
    var details = CallDetails()
    details.outer = allele.bounds?.outer
    details.inner = allele.bounds?.inner
    guard allele.isStructural else { return details }
    for (key, kind) in Self.formatKeys {
      guard let sample, kind.isMissing(details),
        let field = bytes.index(ofKey: key, in: cells.format),
        let value = bytes.field(field, in: sampleCell(bytes, cells, sample))
      else { continue }
      kind.set(&details, bytes, value)
    }
    if let sample, details.log2.isEmpty, isDRAGEN(bytes, cells),
      let field = bytes.index(ofKey: linearRatio, in: cells.format),
      let value = bytes.field(field, in: sampleCell(bytes, cells, sample)),
      let ratio = try? bytes.tableDecimal(in: value, mark: .point).value, ratio > 0
    {
      details.log2 = kept.keep(Logarithm.text(Logarithm.base2(of: ratio)))
    }
    for (key, kind) in statedInfoKeys where kind.isMissing(details) {
      if let value = bytes.infoValue(key, in: cells.info) { kind.set(&details, bytes, value) }
    }
    let quality = cells.quality
    if details.confidence.isEmpty, !quality.isEmpty, !bytes.isDot(in: quality) {
      details.confidence = ByteRange(quality)
    }
    return details
  }

  private func sampleCell(_ bytes: Span<UInt8>, _ cells: Cells, _ sample: UInt32) -> Range<Int> {
    var start = cells.samples.lowerBound
    let end = cells.samples.upperBound
    for _ in 0..<sample {
      start = min((bytes.firstIndex(of: 0x09, in: start..<end) ?? end) + 1, end)
    }
    return start..<(bytes.firstIndex(of: 0x09, in: start..<end) ?? end)
  }

  /// What a key fills.
  enum DetailKind {
    case probes, log2, mosaicFraction, confidence

    func isMissing(_ details: CallDetails) -> Bool {
      switch self {
      case .probes: details.probes == nil
      case .log2: details.log2.isEmpty
      case .mosaicFraction: details.mosaicFraction.isEmpty
      case .confidence: details.confidence.isEmpty
      }
    }

    func set(_ details: inout CallDetails, _ bytes: Span<UInt8>, _ value: Range<Int>) {
      guard !value.isEmpty, !bytes.isDot(in: value) else { return }
      switch self {
      case .probes: details.probes = try? bytes.wholeNumber(in: value)
      case .log2 where bytes.isNumber(in: value): details.log2 = ByteRange(value)
      case .mosaicFraction where bytes.isNumber(in: value):
        details.mosaicFraction = ByteRange(value)
      case .confidence where bytes.isNumber(in: value): details.confidence = ByteRange(value)
      default: break
      }
    }
  }

  private static let formatKeys: [([UInt8], DetailKind)] = [
    ("BC", DetailKind.probes), ("NP", .probes), ("LRR", .log2),
    ("MOSAIC_FRACTION", .mosaicFraction),
    ("MOSAIC", .mosaicFraction), ("CF", .mosaicFraction), ("MF", .mosaicFraction),
    ("QS", .confidence),
  ].map { (name: String, kind: DetailKind) in (Array(name.utf8), kind) }

  private static let infoKeys: [(String, DetailKind)] = [
    ("PROBES", .probes), ("N_PROBES", .probes), ("Check_Score", .confidence),
    ("FOLD_CHANGE_LOG", .log2), ("LOG2", .log2),
    ("MOSAIC_FRACTION", .mosaicFraction), ("MOSAIC", .mosaicFraction), ("CF", .mosaicFraction),
    ("MF", .mosaicFraction),
  ]

  /// The INFO keys that the header declares.
  static func statedInfoKeys(_ declared: Set<String>) -> [([UInt8], DetailKind)] {
    infoKeys.filter { declared.contains($0.0) }.map { (Array($0.0.utf8), $0.1) }
  }
}

private let linearRatio = Array("SM".utf8)

extension Span<UInt8> {
  /// The value of a key of an INFO cell; nil for a flag and where there is none.
  func infoValue(_ key: [UInt8], in cell: Range<Int>) -> Range<Int>? {
    var start = cell.lowerBound
    while start < cell.upperBound {
      let stop = firstIndex(of: 0x3B, in: start..<cell.upperBound) ?? cell.upperBound
      let equals = start + key.count
      if equals < stop, self[equals] == 0x3D, matches(key, in: start..<equals) {
        return equals + 1..<stop
      }
      start = stop + 1
    }
    return nil
  }

  /// Whether a value is one decimal number, with a percent sign or without.
  fileprivate func isNumber(in value: Range<Int>) -> Bool {
    var text = bytes(in: value)
    if text.last == 0x25 { text.removeLast() }
    return Double(String(decoding: text, as: UTF8.self))?.isFinite ?? false
  }
}
