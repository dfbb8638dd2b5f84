// SPDX-License-Identifier: MIT

import Calls
import KnowledgeBase

/// A curated gene that a source names for the very allele that a call is, and that no gene model or dosage curation
/// puts there: a promoter variant, or a knowledge base without gene models.
///
/// - Source: design.md section 4, item 16, for what its curations say of the call; ClinVar's README for GENEINFO and MC.
struct NamedGene {
  let gene: CuratedGene
  let symbol: String
  /// 0 where the source names a symbol only.
  let ncbiGeneID: UInt32
  let source: Source
  /// Whether ClinVar's consequence is one of the transcript's exons or splice sites, and of this gene: of several
  /// genes it does not tell which one is meant.
  let isChanged: Bool

  /// The word of reports.
  enum Source: String {
    /// GENEINFO of ClinVar.
    case clinvar
    /// The gene of an Evidence Repository entry.
    case evidenceRepository = "evidence_repository"
  }

  /// The terms of ClinVar's MC, and others of the Sequence Ontology that are used in their place, of variants inside
  /// of an exon or a splice site.
  private static let exonic: Set<Substring> = [
    "missense_variant", "synonymous_variant", "nonsense", "stop_gained", "stop_lost",
    "frameshift_variant", "inframe_deletion", "inframe_insertion", "inframe_indel",
    "initiator_codon_variant", "initiatior_codon_variant", "start_lost", "splice_donor_variant",
    "splice_acceptor_variant", "5_prime_UTR_variant", "3_prime_UTR_variant",
  ]

  /// Whether a cell of MC, `SO:0001583|missense_variant,...`, has a term of an exon or a splice site.
  static func isExonic(_ consequence: String) -> Bool {
    consequence.split(separator: ",").contains { entry in
      exonic.contains(entry.split(separator: "|").last ?? "")
    }
  }
}

extension GeneText {
  /// The curated genes that sources name for the alleles that the call is, beside those it touches; each once.
  func named(_ row: CallRow) -> [NamedGene] {
    let rows = row.variants
    guard !rows.isEmpty, let names, let store = context.variants else { return [] }
    var seen = Set(curated(row.genes).map(\.gene))
    var result: [NamedGene] = []
    func add(
      _ symbol: some StringProtocol, _ ncbiGeneID: UInt32, _ source: NamedGene.Source,
      isChanged: Bool
    ) {
      guard let gene = names.gene(ncbiGeneID: ncbiGeneID, symbol: String(symbol)),
        seen.insert(gene).inserted
      else { return }
      result.append(
        NamedGene(
          gene: gene, symbol: context.curations?.string(gene.symbol) ?? String(symbol),
          ncbiGeneID: ncbiGeneID, source: source, isChanged: isChanged))
    }
    for number in rows {
      let details = store.details(number)
      func detail(_ field: ClinVarField) -> String {
        details.indices.contains(field.rawValue) ? details[field.rawValue] : ""
      }
      let genes = detail(.gene).split(separator: "|")
      let isExonic = NamedGene.isExonic(detail(.consequence))
      for entry in genes {
        let parts = entry.split(separator: ":")
        let id = parts.count > 1 ? parts.last.flatMap { UInt32($0) } ?? 0 : 0
        add(parts.first ?? "", id, .clinvar, isChanged: isExonic && genes.count == 1)
      }
      for entry in store.evidence(ofRow: number) {
        let symbol = store.evidence(entry)[EvidenceField.gene.rawValue]
        add(symbol, 0, .evidenceRepository, isChanged: isExonic && genes.isEmpty)
      }
    }
    return result
  }
}
