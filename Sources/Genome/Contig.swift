// SPDX-License-Identifier: MIT

/// One of the 25 assembled human chromosomes, or none of them.
///
/// The raw values run in the usual order: 1-22 the autosomes, 23 X, 24 Y, 25 MT. Raw value 0 stands for
/// every contig that no curation can lie on (alternate loci, decoys, HLA, other species); a call there
/// keeps the name the file gave and is reported as not annotated.
package struct Contig: Hashable, Sendable, Comparable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) {
    self.rawValue = rawValue <= 25 ? rawValue : 0
  }

  package static let other = Contig(rawValue: 0)
  package static let x = Contig(rawValue: 23)
  package static let y = Contig(rawValue: 24)
  package static let mitochondrion = Contig(rawValue: 25)

  /// The 25 chromosomes in order, without ``other``.
  package static let assembled: [Contig] = (1...25).map { Contig(rawValue: $0) }

  package var isAssembled: Bool { rawValue != 0 }
  package var isAutosome: Bool { rawValue >= 1 && rawValue <= 22 }
  package var isSexChromosome: Bool { self == .x || self == .y }

  /// The name without `chr`: `1`...`22`, `X`, `Y`, `MT`; empty for ``other``.
  package var name: String {
    switch rawValue {
    case 1...22: String(rawValue)
    case 23: "X"
    case 24: "Y"
    case 25: "MT"
    default: ""
    }
  }

  package static func < (a: Contig, b: Contig) -> Bool { a.rawValue < b.rawValue }
}
