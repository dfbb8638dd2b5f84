// SPDX-License-Identifier: MIT

import Calls
import Classification
import Genome
import KnowledgeBase

extension ClassificationAnnotator {
  /// Why a call has no score; nil for the losses and gains that have one.
  func notScored(_ call: Call) -> NotScored? {
    if call.type.isSmall || call.flags.contains(.leftOut) { return .notCopyNumber }
    if call.flags.contains(.noEnd) { return .noEnd }
    if call.contig == .mitochondrion { return .mitochondrial }
    switch call.type {
    case .loss, .gain: break
    case .loh: return .lossOfHeterozygosity
    case .gainLOH: return .gainLossOfHeterozygosity
    case .neutral: return .neutral
    case .cnv: return .noDirection
    case .insertion: return .insertion
    case .inversion: return .inversion
    case .breakend: return .breakend
    case .snv, .indel, .mnv: return .notCopyNumber
    case .other: return .other
    }
    if !call.contig.isAssembled { return .contigNotInBuild }
    if call.interval.isEmpty { return .empty }
    return arms.isWhole(call.interval, on: call.contig) ? .aneuploidy : nil
  }

  /// The notes that do not change the points.
  ///
  /// - Parameter genes: the genes that the call touches.
  func mark(
    _ assessment: inout Assessment, _ call: Call, _ genes: ArraySlice<GeneHit>,
    _ batch: AnnotatedBatch, _ work: Work
  ) {
    if call.type == .loss {
      let isHomozygous = call.copyNumber == CopyNumber(0)
      if call.expectedCopyNumber == CopyNumber(1) {
        assessment.marks.insert(.hemizygous)
      } else if isHomozygous, call.expectedCopyNumber.isKnown {
        assessment.marks.insert(.homozygous)
      }
      if !isHomozygous, !assessment.marks.contains(.hemizygous),
        work.facts.genes.contains(where: { $0.hi == .recessive })
      {
        assessment.marks.insert(.recessiveCarrier)
      }
    }
    let isEstablished = work.assessor.rows[...].hasEstablished
    if call.contig == .x, isEstablished, call.expectedCopyNumber != CopyNumber(1),
      !PseudoautosomalRegion.contains(call.interval, on: call.contig, in: dosage.store.build)
    {
      assessment.marks.insert(.xLinked)
    }
    // Where the input itself says mosaic the call's own flag does already.
    if !call.flags.contains(.mosaic), batch.calls.isMosaic(call) {
      assessment.marks.insert(.mosaic)
    }
    if call.interval.length > 20_000_000, !call.showsDepth(in: batch.calls.arena) {
      assessment.marks.insert(.implausibleSize)
    }
    if isEstablished, isReduced(work.assessor.rows, assessment.direction, genes) {
      assessment.marks.insert(.reducedPenetrance)
    }
  }

  /// Whether everything that 2A rests on is a locus of reduced penetrance or a gene inside one.
  private func isReduced(
    _ rows: [EvidenceRow], _ direction: Direction, _ genes: ArraySlice<GeneHit>
  ) -> Bool {
    let met = rows.filter { $0.criterion == .c2A && $0.state == .met }
    let features = dosage.store.features
    let loci = met.filter { row in
      row.record.kind == .feature
        && reducedPenetrance[direction]?.contains(features[Int(row.record.number)].id) == true
    }.map { features[Int($0.record.number)].interval }
    guard !loci.isEmpty else { return false }
    return met.allSatisfy { row in
      switch row.record.kind {
      case .feature: loci.contains(features[Int(row.record.number)].interval)
      case .gene:
        genes[genes.startIndex + Int(row.record.number)].feature.map { gene in
          loci.contains { $0.contains(features[Int(gene)].interval) }
        } ?? false
      default: false
      }
    }
  }
}

extension Call {
  /// Whether a gain is said to stand in tandem: `<DUP:TANDEM>`.
  func tandem(in arena: [UInt8]) -> CallFacts.Tandem {
    guard type == .gain, alt.count >= 11 else { return .presumed }
    return arena[alt.range].starts(with: tandemSymbol, by: { $0 & 0xDF == $1 & 0xDF })
      ? .proven : .presumed
  }

  /// Whether the input shows a change of depth: a copy number, SVCLAIM with D, or a format whose calls are
  /// made of depth or intensity.
  fileprivate func showsDepth(in arena: [UInt8]) -> Bool {
    if copyNumber.isKnown || alt.isEmpty { return true }
    return arena[info.range].split(separator: 0x3B).contains {
      $0.elementsEqual("SVCLAIM=D".utf8) || $0.elementsEqual("SVCLAIM=DJ".utf8)
    }
  }
}

private let tandemSymbol = Array("<DUP:TANDEM".utf8)
