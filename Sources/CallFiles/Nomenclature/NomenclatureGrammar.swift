// SPDX-License-Identifier: MIT

import Genome
import HTS
import Records

/// The kinds of strings that name a call, one a line.
enum NomenclatureGrammar: Sendable, CaseIterable {
  case iscn, clinVarName, hgvs, region

  var format: CallFormat {
    switch self {
    case .iscn: .iscn
    case .clinVarName: .clinvarName
    case .hgvs: .hgvs
    case .region: .region
    }
  }

  var noun: String {
    switch self {
    case .iscn: "an ISCN string"
    case .clinVarName: "a ClinVar name"
    case .hgvs: "an HGVS genomic description"
    case .region: "a region with a type"
    }
  }

  /// The grammar of a format; nil for formats of another kind.
  init?(_ format: CallFormat) {
    guard let grammar = Self.allCases.first(where: { $0.format == format }) else { return nil }
    self = grammar
  }

  func parse(_ bytes: Span<UInt8>, _ range: Range<Int>, build: GenomeBuild)
    throws(NomenclatureError) -> NomenclatureString
  {
    switch self {
    case .iscn: try ISCNString.parse(bytes, range, build: build)
    case .clinVarName: try ClinVarName.parse(bytes, range)
    case .hgvs: try HGVSRange.parse(bytes, range, build: build)
    case .region: try RegionString.parse(bytes, range)
    }
  }

  /// Cuts a line into the sample, which may be empty, and the string.
  ///
  /// The sample stands before a TAB; in ISCN also before `,` or `;` in front of the technique.
  func parts(_ bytes: Span<UInt8>, _ line: Range<Int>) -> (sample: Range<Int>, string: Range<Int>) {
    let none = line.lowerBound..<line.lowerBound
    let string = bytes.trimmedCell(line)
    switch self {
    case .region: return (none, string)
    case .iscn:
      guard let technique = ISCNString.techniqueWord(bytes, in: line) else {
        break
      }
      let before = bytes.trimmedCell(line.lowerBound..<technique.lowerBound)
      guard let tab = bytes.firstIndex(of: 0x09, in: line.lowerBound..<technique.lowerBound) else {
        guard let last = before.last, bytes[last] == 0x2C || bytes[last] == 0x3B else {
          return (none, string)
        }
        return (
          bytes.trimmedCell(before.lowerBound..<last),
          bytes.trimmedCell(technique.lowerBound..<line.upperBound)
        )
      }
      return (
        bytes.trimmedCell(line.lowerBound..<tab), bytes.trimmedCell(tab + 1..<line.upperBound)
      )
    case .clinVarName, .hgvs: break
    }
    guard let tab = bytes.firstIndex(of: 0x09, in: line) else { return (none, string) }
    return (bytes.trimmedCell(line.lowerBound..<tab), bytes.trimmedCell(tab + 1..<line.upperBound))
  }

  /// Whether a line is such a string, be it right or not.
  func fits(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    let string = parts(bytes, line).string
    // Several columns are a table, whatever one of them holds.
    if bytes.firstIndex(of: 0x09, in: string) != nil, self != .region { return false }
    switch self {
    case .iscn:
      guard let word = ISCNString.techniqueWord(bytes, in: line) else { return false }
      var cursor = NomenclatureCursor(word.upperBound..<line.upperBound)
      cursor.skipBlanks(bytes)
      ISCNString.takeMethod(&cursor, bytes)
      guard !cursor.isAtEnd else { return false }
      let next = bytes[cursor.index]
      return next == 0x5B || next == 0x28 || next &- 0x30 <= 9 || next == 0x58 || next == 0x59
    case .clinVarName:
      var cursor = NomenclatureCursor(string)
      let build = cursor.take(bytes) { $0 != 0x20 && $0 != 0x2F }
      return ClinVarName.isBuild(bytes, build)
        && bytes.firstIndex(of: 0x28, in: cursor.rest) != nil
    case .hgvs:
      return bytes.place(of: Array(":g.".utf8), in: string) != nil
    case .region:
      return (try? RegionString.parse(bytes, string)) != nil
    }
  }

  /// Whether the first string names its contig with `chr`: ISCN never does, ClinVar's names always.
  func usesChrPrefix(_ bytes: Span<UInt8>, _ lines: TableLines) -> Bool {
    switch self {
    case .iscn: return false
    case .clinVarName, .hgvs: return true
    case .region:
      guard let row = lines.rows(bytes, after: 0).first,
        let item = try? RegionString.parse(bytes, parts(bytes, row.range).string).items.first
      else { return true }
      return bytes.startsWithChr(in: item.contigName)
    }
  }

  /// The build that the head's strings name.
  func statements(_ bytes: Span<UInt8>, _ lines: TableLines) -> [BuildStatement] {
    var found: [BuildStatement] = []
    for row in lines.rows(bytes, after: 0).prefix(1000) {
      let string = parts(bytes, row.range).string
      var word = string.lowerBound..<string.lowerBound
      var build: GenomeBuild?
      switch self {
      case .region: return []
      case .hgvs:
        word = string.lowerBound..<(bytes.firstIndex(of: 0x3A, in: string) ?? string.lowerBound)
        build = ContigName(bytes.text(in: word)).build
      case .clinVarName:
        var cursor = NomenclatureCursor(string)
        word = cursor.take(bytes) { $0 != 0x20 && $0 != 0x2F }
        build = GenomeBuild(nomenclature: bytes.text(in: word))
      case .iscn:
        guard let open = bytes.firstIndex(of: 0x5B, in: string),
          let close = bytes.firstIndex(of: 0x5D, in: open..<string.upperBound)
        else { continue }
        word = open + 1..<close
        build = GenomeBuild(nomenclature: bytes.text(in: word))
      }
      guard let build, !found.contains(where: { $0.build == build }) else { continue }
      found.append(
        BuildStatement(
          build: build, reason: "\(bytes.text(in: word)) on line \(row.number)", isProof: true))
    }
    return found
  }
}
