// SPDX-License-Identifier: MIT

import Calls
import Genome

/// One ALT of a VCF record, placed and named.
struct VCFAllele {
  enum Kind {
    /// REF and ALT are sequences.
    case sequence
    /// A symbol whose type says it all: `<DEL>`, `<DUP:TANDEM>`, `<INV>`, `<INS:ME>`, unknown symbols.
    case symbolic
    /// `<CNn>`: n copies on the haplotype that carries it (1000 Genomes, Canvas).
    case haplotypeCopies
    /// `<CNV>`: the direction is in the copy number.
    case copyNumberVariable
    case breakend
    /// `.`: the record states a region; with SVTYPE or CN it may still be a call.
    case reference
    /// `*`, `<*>`, `<NON_REF>`: no allele of its own.
    case placeholder
  }

  var kind: Kind
  var type: CallType
  /// 0-based half-open, in the sense of ``Call/interval``.
  var interval: Interval
  var text: Range<Int>
  var flags = CallFlags()
  /// The largest and smallest interval that CIPOS and CIEND allow; nil where neither is stated.
  var bounds: (outer: Interval, inner: Interval)?
  /// The n of `<CNn>`.
  var copies: Int32 = 0
  /// ALT is `.`: no genotype can name it.
  var isUnnamed = false

  /// Whether a genotype that names this ALT makes a call.
  var isCallable: Bool { kind != .placeholder && kind != .reference }

  /// Whether the record states a segment whose copy number is the sample's matter, not the genotype's.
  var statesRegion: Bool { kind == .copyNumberVariable || isUnnamed }

  var isStructural: Bool { kind != .sequence && kind != .placeholder }
}
