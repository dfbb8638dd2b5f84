// SPDX-License-Identifier: MIT

package import Genome
package import KnowledgeBase

/// Where a breakpoint, a point between two bases, lies in a transcript; numbers run 5' to 3' from 1.
package enum TranscriptPoint: Sendable, Hashable {
  case exon(Int)
  /// Intron n lies between exon n and exon n + 1. A break exactly on an exon's edge leaves the exon
  /// whole and is the intron's.
  case intron(Int)
  case outside

  /// - Parameters:
  ///   - point: 0-based; the break lies before the base of this number.
  ///   - exons: the exons of the store.
  package init(_ point: Int32, strand: Strand, transcript: Transcript, exons: [Interval]) {
    guard transcript.interval.start < point, point < transcript.interval.end else {
      self = .outside
      return
    }
    let count = transcript.exons.count
    var before = 0
    for place in transcript.exons {
      let exon = exons[Int(place)]
      if exon.start < point, point < exon.end {
        self = .exon(strand == .forward ? before + 1 : count - before)
        return
      }
      if exon.end <= point { before += 1 }
    }
    self = .intron(strand == .forward ? before : count - before)
  }

  /// `exon 3`, `intron 2`; nil outside.
  package var word: String? {
    switch self {
    case .exon(let number): "exon \(number)"
    case .intron(let number): "intron \(number)"
    case .outside: nil
    }
  }
}
