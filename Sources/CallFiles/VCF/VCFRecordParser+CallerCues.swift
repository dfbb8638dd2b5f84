// SPDX-License-Identifier: MIT

import Calls
import Genome
import HTS
import Records

// What some callers say of an event elsewhere than in ALT.

extension VCFRecordParser {
  /// The type that a DRAGEN or Canvas record states in its ID; nil for records of other callers and where
  /// ALT says it all.
  ///
  /// DRAGEN writes a loss of heterozygosity with the expected copy number as `<DEL>,<DUP>` with GT 1/2:
  /// by its ALTs it would be a loss and a gain that are none. Both callers name the event in the ID,
  /// `DRAGEN:CNLOH:chr1:6667700-6887749`, `Canvas:REF:1:1-2`. Where DRAGEN's ALT is `<CNV>` the direction
  /// is in the ID alone as well, and copies may be absent.
  ///
  /// - Source: call-file study, section D3 (DRAGEN 3.x and Canvas files).
  func typeStated(in id: Range<Int>, of bytes: Span<UInt8>) -> CallType? {
    guard id.count > 9, let first = id.first, bytes[first] == 0x44 || bytes[first] == 0x43 else {
      return nil
    }
    let parts = bytes.text(in: id).split(separator: ":", maxSplits: 2)
    guard parts.count > 2, parts[0] == "DRAGEN" || parts[0] == "Canvas" else { return nil }
    switch parts[1] {
    case "CNLOH", "LOH": return .loh
    case "GAINLOH": return .gainLOH
    case "REF": return .neutral
    case "GAIN", "LOSS":
      guard parts[0] == "DRAGEN", alleles.allSatisfy({ $0.kind == .copyNumberVariable }) else {
        return nil
      }
      return parts[1] == "GAIN" ? .gain : .loss
    default: return nil
    }
  }

  /// DRAGEN's flag `HET`: part of the cells have the event.
  func isSubclonal(_ bytes: Span<UInt8>, _ cells: Cells) -> Bool {
    guard isDRAGEN(bytes, cells) else { return false }
    var start = cells.info.lowerBound
    while start < cells.info.upperBound {
      let stop = bytes.firstIndex(of: 0x3B, in: start..<cells.info.upperBound)
      if bytes.matches(het, in: start..<(stop ?? cells.info.upperBound)) { return true }
      start = (stop ?? cells.info.upperBound) + 1
    }
    return false
  }

  func isDRAGEN(_ bytes: Span<UInt8>, _ cells: Cells) -> Bool {
    cells.id.count > dragen.count && bytes.matches(dragen, in: cells.id.prefix(dragen.count))
  }

  /// The length of the duplicated segment of an insertion that a caller knows to be a tandem duplication:
  /// DRAGEN's and Manta's `<INS>` with DUPSVLEN, or with `DUP:TANDEM` in the ID.
  func tandemLength(_ bytes: Span<UInt8>, _ cells: Cells, _ info: InfoCell) -> Int32? {
    if let text = info.duplicatedLength { return try? bytes.wholeNumber(in: text) }
    guard let text = info.length, bytes.text(in: cells.id).contains("DUP:TANDEM") else {
      return nil
    }
    return try? bytes.wholeNumber(in: text)
  }

  /// What a breakend whose two places lie on one contig would be if it is taken at its word: `t[p[` with p
  /// behind POS a loss of what lies between, `]p]t` with p behind POS a tandem gain of it.
  ///
  /// Only with `--trust-breakends`, and only at the record with the lower position; its mate stays a
  /// breakend, so that the event counts once. Junctions are no evidence of a copy number: the call is
  /// flagged `junction_only`.
  ///
  /// - Source: VCF 4.3, section 5.4; design, section 4 item 11.
  func trusted(_ breakend: VCFAllele, _ bytes: Span<UInt8>, _ cells: Cells, position: Int32)
    -> VCFAllele
  {
    guard trustsBreakends,
      let opening = breakend.text.first(where: { bytes[$0] == 0x5B || bytes[$0] == 0x5D }),
      let closing = breakend.text.last(where: { bytes[$0] == bytes[opening] }),
      let colon = (opening..<closing).last(where: { bytes[$0] == 0x3A }),
      let mate = try? bytes.wholeNumber(in: colon + 1..<closing), mate > position,
      isOwnContig(bytes, opening + 1..<colon, cells)
    else { return breakend }
    let isLeading = opening == breakend.text.lowerBound
    var allele = breakend
    switch (isLeading, bytes[opening]) {
    case (false, 0x5B) where mate - 1 > position:
      allele.type = .loss
      allele.interval = Interval(start: position, end: mate - 1)
    case (true, 0x5D):
      allele.type = .gain
      allele.interval = Interval(start: max(0, position - 1), end: mate)
    default: return breakend
    }
    allele.kind = .symbolic
    allele.flags.insert(.junctionOnly)
    return allele
  }

  /// Whether CHR2 names another contig than the record's, on which then END lies.
  func endsElsewhere(_ bytes: Span<UInt8>, _ info: InfoCell, _ cells: Cells) -> Bool {
    guard let mate = info.mateContig, !mate.isEmpty, !bytes.matches([0x2E], in: mate) else {
      return false
    }
    return !isOwnContig(bytes, mate, cells)
  }

  /// Whether a name is that of the record's contig, with or without `chr`.
  private func isOwnContig(_ bytes: Span<UInt8>, _ name: Range<Int>, _ cells: Cells) -> Bool {
    let contig = ContigName(bytes.extracting(name)).contig
    if contig.isAssembled || contigs.contig.isAssembled { return contig == contigs.contig }
    return bytes.matches(bytes.bytes(in: cells.contig), in: name)
  }
}

private let dragen = Array("DRAGEN:".utf8)
private let het = Array("HET".utf8)
