// SPDX-License-Identifier: MIT

import Calls
import Genome
import KnowledgeBase

extension GeneText {
  func cytoband(of call: Call) -> String? {
    context.genes?.cytobands.range(of: call.interval, on: call.contig)
  }

  /// nil where ISCN cannot express what the input states; see ``ISCNName``.
  func iscn(of call: Call, _ input: ReportContext.Input) -> ISCNName? {
    guard let technique = input.technique, let bands = context.genes?.cytobands,
      call.type.statesCopies, call.copyNumber.isKnown,
      call.flags.isDisjoint(with: [.copyNumberDisagrees, .noEnd])
    else { return nil }
    return ISCNName(
      technique: technique, build: context.build, contig: call.contig, interval: call.interval,
      copies: call.copyNumber.thousandths,
      isHomozygous: call.type == .loh || call.type == .gainLOH, bands: bands)
  }

  /// The HGVS name of a call, or why it has none.
  enum GenomicName {
    case name(HGVSName)
    /// A word for `hgvs_g_missing`.
    case missing(String)
    /// HGVS has no name for calls of this type.
    case notNamed
  }

  /// A loss is `del`, an inversion `inv`, a gain `dup` only where the ALT says `<DUP:TANDEM>`.
  ///
  /// The ends of a VCF record are breakpoints unless it says otherwise (IMPRECISE, SVCLAIM=D, or a
  /// confidence interval, which becomes `(a_b)_(c_d)`); those of BED and tables are the outermost
  /// measured bases, so `(?_b)_(c_?)`. A sequence-resolved deletion is named at its 3'-most place,
  /// which needs the reference.
  func hgvs(
    of call: Call, _ details: CallDetails, _ input: ReportContext.Input, arena: [UInt8]
  ) -> GenomicName {
    let change: HGVSName.Change
    switch call.type {
    case .loss: change = .deletion
    case .gain: change = .duplication
    case .inversion: change = .inversion
    default: return .notNamed
    }
    guard !call.flags.contains(.noEnd) else { return .missing("no_end") }
    let alt = arena[call.alt.range]
    if change == .duplication, !alt.starts(with: tandem, by: { $0 & 0xDF == $1 & 0xDF }) {
      return .missing("dup_not_tandem")
    }
    if let first = alt.first, first != 0x3C, first != 0x2E { return .missing("not_aligned") }
    var interval = call.interval
    var bounds = HGVSName.Bounds.exact
    let isUncertain = details.inner != nil || details.outer != nil
    if isUncertain || input.vcf == nil {
      interval = details.inner ?? interval
      bounds = .within(outer: details.outer)
      guard !interval.isEmpty else { return .missing("breakpoints_imprecise") }
    } else if arena[call.info.range].isImprecise {
      return .missing("breakpoints_imprecise")
    }
    let name = HGVSName(
      change, of: interval, bounds: bounds, on: call.contig, build: context.build)
    return name.map(GenomicName.name) ?? .missing("no_accession")
  }
}

private let tandem = Array("<DUP:TANDEM".utf8)

extension ArraySlice<UInt8> {
  /// Whether an INFO cell says that the ends are no breakpoints.
  fileprivate var isImprecise: Bool {
    split(separator: 0x3B).contains {
      $0.elementsEqual("IMPRECISE".utf8) || $0.elementsEqual("SVCLAIM=D".utf8)
    }
  }
}
