// SPDX-License-Identifier: MIT

extension GeneCurationStore {
  /// Whether the validity curations of a gene speak against haploinsufficiency: all of them Disputed or
  /// Refuted, or the supporting ones all recessive.
  ///
  /// False without any current curation: not curated is no contradiction. Words that no rule knows
  /// contradict nothing.
  ///
  /// - Source: design.md section 4, item 13.
  package func contradictsHaploinsufficiency(_ gene: CuratedGene) -> Bool {
    let current = validity(of: gene).filter { !$0.isWithdrawn }
    if current.isEmpty || current.contains(where: { $0.classification == .other }) { return false }
    let supporting = current.filter(\.classification.isSupporting)
    if supporting.isEmpty {
      return current.allSatisfy { $0.classification == .disputed || $0.classification == .refuted }
    }
    return supporting.allSatisfy {
      let mode = string($0.modeOfInheritance)
      return mode == "AR" || mode == "XLR"
    }
  }
}
