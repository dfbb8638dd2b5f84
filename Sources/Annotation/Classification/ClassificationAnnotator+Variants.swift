// SPDX-License-Identifier: MIT

import Calls
import Classification
import Genome
import KnowledgeBase

extension ClassificationAnnotator {
  /// Review stars from which a variant is established: several submitters who agree, or a panel.
  private static let stars = 2

  /// What ClinVar's established pathogenic variants say about the touched part of a transcript.
  ///
  /// For the last exon any of them (2D-2). For a critical part only those that leave a protein (missense,
  /// in-frame): a truncating variant says that the gene's loss is harmful, not that this part is needed.
  func addVariants(
    _ facts: inout GeneFacts, _ call: Call, _ model: Transcript, _ strand: Strand,
    _ store: GeneStore
  ) throws(KnowledgeBaseError) {
    guard let variants, !model.exons.isEmpty else { return }
    if facts.cover == .threePrime, facts.lastExonOnly {
      let last = store.exons[
        Int(strand == .forward ? model.exons.upperBound - 1 : model.exons.lowerBound)]
      if let part = call.interval.intersection(last) {
        let found = try variants.pathogenicAlleles(
          in: part, on: call.contig, minimumStars: Self.stars)
        facts.pathogenicInLastExon = found.isEmpty ? .no : .yes
      }
    } else if facts.cover == .intragenic, call.type == .loss {
      facts.pathogenicInside = .no
      for place in model.exons {
        guard let exon = store.exons[Int(place)].intersection(model.coding),
          let part = call.interval.intersection(exon)
        else { continue }
        for allele in try variants.pathogenicAlleles(
          in: part, on: call.contig, minimumStars: Self.stars)
        where leavesProtein(variants.details(allele.row)) {
          facts.pathogenicInside = .yes
          return
        }
      }
    }
  }

  private func leavesProtein(_ details: [String]) -> Bool {
    let place = ClinVarField.consequence.rawValue
    guard place < details.count else { return false }
    let words = details[place]
    let truncates = ["nonsense", "stop_gained", "frameshift", "splice_"].contains {
      words.contains($0)
    }
    return !truncates && (words.contains("missense") || words.contains("inframe"))
  }
}

extension Interval {
  /// The shared bases; nil where there are none.
  fileprivate func intersection(_ other: Interval) -> Interval? {
    let shared = Interval(start: max(start, other.start), end: min(end, other.end))
    return shared.start < shared.end ? shared : nil
  }
}
