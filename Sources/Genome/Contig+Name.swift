// SPDX-License-Identifier: MIT

/// What a contig name in a file says: which chromosome, and for an accession also which build.
package struct ContigName: Hashable, Sendable {
  package let contig: Contig
  /// The build that an accession's version implies; nil for plain names.
  package let build: GenomeBuild?
}

extension ContigName {
  /// Reads a contig name as files spell it.
  ///
  /// Accepted, in any case: `1`...`22`, `X`, `Y`, `M`, `MT`, each with or without `chr`; RefSeq
  /// `NC_0000nn.v` and GenBank `CM000nnn.v` accessions with a version of GRCh37 or GRCh38. Anything
  /// else, `chr23` or `24` among it (those mean X or Y depending on the vendor), is ``Contig/other``.
  ///
  /// - Source: call-file study, sections 0.1 item 9 and 0.3.
  package init(_ name: Span<UInt8>) {
    let count = name.count
    if count >= 9 {
      self = ContigName(accession: name)
      return
    }
    var first = 0
    if count > 3, name[0] | 0x20 == 0x63, name[1] | 0x20 == 0x68, name[2] | 0x20 == 0x72 {
      first = 3
    }
    self.init(contig: ContigName.contig(plain: name, from: first), build: nil)
  }

  private static func contig(plain name: Span<UInt8>, from first: Int) -> Contig {
    let length = name.count - first
    guard length == 1 || length == 2 else { return .other }
    let a = name[first]
    if length == 1 {
      if a >= 0x31 && a <= 0x39 { return Contig(rawValue: a - 0x30) }
      switch a | 0x20 {
      case 0x78: return .x
      case 0x79: return .y
      case 0x6D: return .mitochondrion
      default: return .other
      }
    }
    let b = name[first + 1]
    if (a == 0x31 || a == 0x32) && b >= 0x30 && b <= 0x39 {
      let number = (a - 0x30) * 10 + (b - 0x30)
      return number <= 22 ? Contig(rawValue: number) : .other
    }
    return a | 0x20 == 0x6D && b | 0x20 == 0x74 ? .mitochondrion : .other
  }

  /// `NC_000001.11` and `CM000663.2`; RefSeq's mitochondrion `NC_012920.1` is the same in both builds.
  private init(accession name: Span<UInt8>) {
    let other = ContigName(contig: .other, build: nil)
    var stem: [UInt8] = []
    var version = 0
    var sawDot = false
    for i in name.indices {
      let byte = name[i]
      if byte == 0x2E, !sawDot {
        sawDot = true
      } else if sawDot {
        guard byte >= 0x30, byte <= 0x39, version < 100 else {
          self = other
          return
        }
        version = version * 10 + Int(byte - 0x30)
      } else {
        stem.append(byte >= 0x61 && byte <= 0x7A ? byte - 0x20 : byte)
      }
    }
    let text = String(decoding: stem, as: UTF8.self)
    if text == "NC_012920" && version == 1 {
      self.init(contig: .mitochondrion, build: nil)
    } else if text.hasPrefix("NC_0000"), let number = UInt8(text.dropFirst(7)),
      (1...24).contains(number)
    {
      let last37 = refSeqVersionGRCh37[Int(number) - 1]
      let build: GenomeBuild? =
        version == last37 ? .grch37 : version == last37 + 1 ? .grch38 : nil
      self = build.map { ContigName(contig: Contig(rawValue: number), build: $0) } ?? other
    } else if text.hasPrefix("CM000"), let number = Int(text.dropFirst(5)),
      (663...686).contains(number),
      version == 1 || version == 2
    {
      self.init(
        contig: Contig(rawValue: UInt8(number - 662)), build: version == 1 ? .grch37 : .grch38)
    } else {
      self = other
    }
  }

  /// Reads a name that is already text; see ``init(_:)-(Span<UInt8>)``.
  package init(_ name: String) {
    let bytes = Array(name.utf8)
    self.init(bytes.span)
  }
}

/// The version of each chromosome's RefSeq accession in GRCh37, 1-22, X, Y; GRCh38's is one higher.
private let refSeqVersionGRCh37: [Int] = [
  10, 11, 11, 11, 9, 11, 13, 10, 11, 10, 9, 11, 10, 8, 9, 9, 10, 9, 9, 10, 8, 10, 10, 9,
]

extension Contig {
  /// The RefSeq accession with the version that a build has: `NC_000022.11`; nil for ``other``.
  ///
  /// The mitochondrion is `NC_012920.1` in both, the revised Cambridge sequence; UCSC's hg19 has another
  /// one under the same name, so a GRCh37 call there may not mean this accession.
  package func refSeqAccession(in build: GenomeBuild) -> String? {
    if self == .mitochondrion { return "NC_012920.1" }
    guard isAssembled else { return nil }
    let version = refSeqVersionGRCh37[Int(rawValue) - 1] + (build == .grch38 ? 1 : 0)
    return "NC_0000\(rawValue < 10 ? "0" : "")\(rawValue).\(version)"
  }
}
