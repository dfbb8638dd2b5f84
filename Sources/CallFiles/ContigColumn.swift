// SPDX-License-Identifier: MIT

import Calls
import Genome
import HTS
import Records

/// Resolves the contig cell of line after line: most lines name the contig of the line before.
struct ContigColumn {
  private let build: GenomeBuild
  private let assembly: Assembly
  private let codes: ChromosomeCodes
  private var lastName: [UInt8] = []
  /// The last name where it has at most eight bytes; else 0.
  private var lastShortName: UInt64 = 0
  /// Chromosomes that were named before, each in one of the places that its name hashes to.
  ///
  /// Calls of many samples change their contig with every line, and a name is looked up anew in 60 ns.
  private var known: [64 of KnownName] = .init(repeating: KnownName())
  private static let steps = 4
  private(set) var contig = Contig.other
  /// Whether the name is one that VCF allows (VCF 4.3, section 1.4.7); `*` and `:` are, for HLA contigs are
  /// named with them.
  ///
  /// A contig of an assembly file stands in angle brackets.
  private(set) var isName = true
  /// The chromosome's name where the cell is a number that stands for it; nil for a cell that is a name.
  private(set) var codedName: [UInt8]?
  /// The one of those that was kept last, and where.
  private var keptName: (name: [UInt8], text: ByteRange) = ([], .none)
  /// Whether the cell is a number from 23 to 26 of which nobody said what it stands for.
  private(set) var isUnknownCode = false

  /// - Parameter codes: what the numbers 23 to 26 stand for.
  init(build: GenomeBuild, codes: ChromosomeCodes = .none) {
    self.build = build
    self.codes = codes
    assembly = .of(build)
  }

  /// Makes ``contig`` the one that `cell` names.
  mutating func resolve(_ bytes: Span<UInt8>, _ cell: Range<Int>) {
    let short = bytes.shortName(in: cell)
    if short != 0 {
      if short == lastShortName { return }
      for step in 0..<Self.steps {
        let known = known[short.place(step)]
        guard known.name != 0 else { break }
        guard known.name == short else { continue }
        lastShortName = short
        contig = known.contig
        isName = true
        codedName = nil
        isUnknownCode = false
        return
      }
    } else if lastShortName == 0, bytes.matches(lastName, in: cell) {
      return
    }
    lastShortName = short
    // In the storage it has.
    lastName.removeAll(keepingCapacity: true)
    for index in cell { lastName.append(bytes[index]) }
    contig = ContigName(lastName.span).contig
    isName = lastName.isContigName
    codedName = nil
    isUnknownCode = false
    if !contig.isAssembled, let number = lastName.chromosomeCode {
      resolve(code: number)
    } else if short != 0, contig.isAssembled, isName {
      let free = (0..<Self.steps).first { known[short.place($0)].name == 0 } ?? 0
      known[short.place(free)] = KnownName(name: short, contig: contig)
    }
  }

  private mutating func resolve(code number: Int) {
    guard let name = codes.name(of: number) else {
      isUnknownCode = true
      return
    }
    // The common part of X and Y is no chromosome of its own.
    let found = ContigName(name).contig
    guard found.isAssembled else { return }
    contig = found
    codedName = Array(name.utf8)
  }

  /// The text of the contig that was resolved last: its cell, or the name that the number in it stands for,
  /// which is kept once.
  mutating func name(_ cell: Range<Int>, keptIn kept: inout KeptTexts) -> ByteRange {
    guard let codedName else { return ByteRange(cell) }
    if keptName.name != codedName { keptName = (codedName, kept.keep(codedName)) }
    return keptName.text
  }

  /// Throws when an interval that ends at the 1-based `end` does not fit on the contig.
  ///
  /// - Parameter slack: bases beyond the last that the format allows (VCF's telomere is 1).
  func check(end: Int32, slack: Int32 = 0) throws(BeyondContig) {
    guard let length = assembly.length(of: contig), end > length + slack else { return }
    // UCSC's hg19 has another mitochondrion than GRCh37, NC_001807.
    if contig == .mitochondrion, build == .grch37, end <= 16_571 { return }
    let other: GenomeBuild = build == .grch37 ? .grch38 : .grch37
    let fits = Assembly.of(other).length(of: contig).map { end <= $0 } ?? false
    throw BeyondContig(
      fault: .beyondContig(
        position: Int(end), length: Int(length), build: build, fits: fits ? other : nil))
  }
}

/// A chromosome under a name of at most eight bytes.
private struct KnownName {
  var name: UInt64 = 0
  var contig = Contig.other
}

extension UInt64 {
  /// The place of a short name in a table of 64, or one of those behind it.
  fileprivate func place(_ step: Int) -> Int {
    (Int(truncatingIfNeeded: (self &* 0x9E37_79B9_7F4A_7C15) >> 58) + step) & 63
  }
}

extension Span<UInt8> {
  /// A name of one to eight bytes as a number, the first byte the lowest; 0 for any other.
  fileprivate func shortName(in cell: Range<Int>) -> UInt64 {
    guard !cell.isEmpty, cell.count <= 8 else { return 0 }
    if cell.lowerBound + 8 <= count {
      return eight(at: cell.lowerBound) & (UInt64.max >> (64 - 8 * cell.count))
    }
    var name: UInt64 = 0
    for index in cell.reversed() { name = name << 8 | UInt64(self[index]) }
    return name
  }
}

struct BeyondContig: Error {
  let fault: MalformedRecord.Fault
}

extension [UInt8] {
  /// The number in `23` or `chr23`, from 23 to 26; nil for any other name.
  fileprivate var chromosomeCode: Int? {
    var digits = self[...]
    if digits.count == 5, digits.prefix(3).elementsEqual("chr".utf8, by: { $0 | 0x20 == $1 }) {
      digits = digits.dropFirst(3)
    }
    guard digits.count == 2, digits.first == 0x32, let last = digits.last else { return nil }
    return (0x33...0x36).contains(last) ? Int(last) - 0x30 + 20 : nil
  }

  /// Printable characters without those that VCF uses for lists, quotes and brackets; the first no `*`
  /// or `=`.
  fileprivate var isContigName: Bool {
    var name = self[...]
    if name.count > 2, name.first == 0x3C, name.last == 0x3E { name = name.dropFirst().dropLast() }
    guard let first = name.first, first != 0x2A, first != 0x3D else { return isEmpty }
    // " ' ( ) , < > [ \ ] ` { }
    let excluded: [UInt8] = [
      0x22, 0x27, 0x28, 0x29, 0x2C, 0x3C, 0x3E, 0x5B, 0x5C, 0x5D, 0x60, 0x7B, 0x7D,
    ]
    return name.allSatisfy { $0 > 0x20 && $0 != 0x7F && !excluded.contains($0) }
  }
}
