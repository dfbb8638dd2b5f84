// SPDX-License-Identifier: MIT

/// 2L of gains: a breakpoint lies in a protein-coding gene without established meaning.
///
/// Not where the call has the genes of an established benign gain: that gain breaks the same ones.
enum Gain2L {
  static let definition = CriterionDefinition(
    .c2L, "breakpoint in a protein-coding gene without established meaning", points: 0)

  static func assess(_ facts: CallFacts, into ledger: inout Ledger) {
    guard !ledger.isMet(.c2C), !ledger.isMet(.c2F) else { return }
    for gene in facts.genes
    where gene.isProteinCoding && gene.isBroken && gene.hi != .sufficient {
      ledger.meet(.c2L, .gain, .breaksOtherGene, record: gene.record)
    }
  }
}
