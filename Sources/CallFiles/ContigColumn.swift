// SPDX-License-Identifier: MIT

import Calls
import Genome
import Records

/// Resolves the contig cell of line after line: most lines name the contig of the line before.
struct ContigColumn {
  private let build: GenomeBuild
  private let assembly: Assembly
  private var lastName: [UInt8] = []
  private(set) var contig = Contig.other
  /// Whether the name is one that VCF allows (VCF 4.3, section 1.4.7); `*` and `:` are, for HLA contigs are
  /// named with them.
  ///
  /// A contig of an assembly file stands in angle brackets.
  private(set) var isName = true

  init(build: GenomeBuild) {
    self.build = build
    assembly = .of(build)
  }

  /// Makes ``contig`` the one that `cell` names.
  ///
  /// A comparison of a few bytes, where a look-up of the
  /// name would cost more than the rest of the line.
  mutating func resolve(_ bytes: Span<UInt8>, _ cell: Range<Int>) {
    if bytes.matches(lastName, in: cell) { return }
    lastName = bytes.bytes(in: cell)
    contig = ContigName(lastName.span).contig
    isName = lastName.isContigName
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

struct BeyondContig: Error {
  let fault: MalformedRecord.Fault
}

extension [UInt8] {
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
