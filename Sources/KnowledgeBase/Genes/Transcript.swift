// SPDX-License-Identifier: MIT

package import Genome

/// A transcript model of a gene: plain values only.
package struct Transcript: Sendable, Hashable {
  package enum Tag: UInt8, Sendable, Hashable {
    case none = 0
    case maneSelect = 1
    case manePlusClinical = 2
  }

  /// `NM_000546.6`, `ENST00000269305.9`.
  package let accession: StringID
  package let tag: Tag
  /// 0-based half-open, from the first to the last exon.
  package let interval: Interval
  /// From the first to the last coding base on the genome, introns between them included, with the stop
  /// codon; empty for a transcript that codes for nothing.
  package let coding: Interval
  /// The exons in ``GeneStore/exons``, by ascending coordinate on either strand.
  package let exons: Range<UInt32>

  package init(
    accession: StringID, tag: Tag, interval: Interval, coding: Interval, exons: Range<UInt32>
  ) {
    self.accession = accession
    self.tag = tag
    self.interval = interval
    self.coding = coding
    self.exons = exons
  }

  package var isCoding: Bool { !coding.isEmpty }
}
