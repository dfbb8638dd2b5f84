// SPDX-License-Identifier: MIT

/// The columns of gene curations, predictions and groups as a store has them.
struct CurationColumns {
  private let genes: [CuratedGeneDraft]
  private let validity: [ValidityRow]
  private let actionability: [ActionabilityRow]

  /// - Parameter genes: in store order.
  init(_ genes: [CuratedGeneDraft]) {
    self.genes = genes
    validity = genes.flatMap(\.validity)
    actionability = genes.flatMap(\.actionability)
  }

  /// nil where there are no such genes.
  func column(_ section: StoreSection, texts heap: inout StringHeap) -> StoreValues? {
    if genes.isEmpty { return nil }
    switch section.element {
    case .u8: return .u8(numbers(section).map { UInt8($0) })
    case .i32: return .i32(numbers(section).map { Int32($0) })
    case .u32:
      return .u32(texts(section)?.map { heap.id(of: $0) } ?? numbers(section).map { UInt32($0) })
    }
  }

  private func texts(_ section: StoreSection) -> [String]? {
    switch section {
    case .curatedSymbol: genes.map(\.symbol)
    case .validityDisease: validity.map(\.disease)
    case .validityLabel: validity.map(\.label)
    case .validityMode: validity.map(\.modeOfInheritance)
    case .validityWord: validity.map(\.word)
    case .validityProcedure: validity.map(\.procedure)
    case .validityPanel: validity.map(\.panel)
    case .validityDate: validity.map(\.date)
    case .validityReport: validity.map(\.report)
    case .validityFrom: validity.map { $0.from?.text ?? "" }
    case .actionDisease: actionability.map(\.disease)
    case .actionLabel: actionability.map(\.label)
    case .actionAssertion: actionability.map(\.assertion)
    case .actionScores: actionability.map { $0.scores.joined(separator: ",") }
    case .actionMode: actionability.map(\.modeOfInheritance)
    case .actionDate: actionability.map(\.date)
    case .actionReport: actionability.map(\.report)
    case .actionFrom: actionability.map { $0.from?.text ?? "" }
    default: nil
    }
  }

  private func numbers(_ section: StoreSection) -> [Int] {
    switch section {
    case .curatedHGNC: genes.map { Int($0.hgncID) }
    case .curatedNCBI: genes.map { Int($0.ncbiGeneID) }
    case .curatedGroups: genes.map(\.groups.count)
    case .curatedValidity: genes.map(\.validity.count)
    case .curatedActionability: genes.map(\.actionability.count)
    case .pli: genes.map { Int($0.predictions.pli ?? -1) }
    case .loeuf: genes.map { Int($0.predictions.loeuf ?? -1) }
    case .pliV4: genes.map { Int($0.predictions.pliV4 ?? -1) }
    case .loeufV4: genes.map { Int($0.predictions.loeufV4 ?? -1) }
    case .pHaplo: genes.map { Int($0.predictions.pHaplo ?? -1) }
    case .pTriplo: genes.map { Int($0.predictions.pTriplo ?? -1) }
    case .hiPercent: genes.map { Int($0.predictions.hiPercent ?? -1) }
    case .geneGroup: genes.flatMap(\.groups).map { Int($0) }
    case .validityClass: validity.map { Int(ValidityClass($0.word).rawValue) }
    case .validityWithdrawn: validity.map { $0.isWithdrawn ? 1 : 0 }
    case .actionContext: actionability.map { Int($0.context.rawValue) }
    default: []
    }
  }
}
