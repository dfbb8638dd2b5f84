// SPDX-License-Identifier: MIT

import Calls
import Classification
import KnowledgeBase

extension ClassificationAnnotator {
  /// The count with every HGNC gene group of three or more genes as one gene, where section 3 would say
  /// something else by it.
  ///
  /// A gene of several groups is counted with the largest of them.
  func collapse(
    _ assessment: inout Assessment, _ call: Call, _ genes: ArraySlice<GeneHit>, _ work: inout Work
  ) {
    let bound = call.type == .loss ? 25 : 35
    guard !predictions.groups.isEmpty, let count = work.facts.codingGenes, count >= bound,
      let store = dosage.genes.genes
    else { return }
    var members: [UInt32: Int] = [:]
    var coding: Set<UInt32> = []
    for hit in genes {
      guard let gene = hit.gene, store.genes[Int(gene)].isProteinCoding else { continue }
      guard coding.insert(dosage.genes.identity[Int(gene)]).inserted else { continue }
      for group in predictions.groups(of: Int(gene)) { members[group, default: 0] += 1 }
    }
    var single = 0
    var groups: Set<UInt32> = []
    for gene in coding {
      let largest = predictions.groups(of: Int(gene))
        .max { (members[$0] ?? 0, $1) < (members[$1] ?? 0, $0) }
      if let largest, members[largest, default: 0] >= 3 {
        groups.insert(largest)
      } else {
        single += 1
      }
    }
    let collapsed = single + groups.count
    guard collapsed < count else { return }
    work.facts.codingGenes = collapsed
    assessment.collapsedGenes = UInt16(clamping: collapsed)
    assessment.collapsedTotal = work.assessor.assess(work.facts, statements: work.statements).total
  }
}
