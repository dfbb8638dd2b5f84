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

  /// The terms of ClinVar's MC, and others of the Sequence Ontology that are used in their place, of variants in a
  /// coding sequence.
  private static let coding: Set<Substring> = [
    "missense_variant", "synonymous_variant", "nonsense", "stop_gained", "stop_lost",
    "frameshift_variant", "inframe_deletion", "inframe_insertion", "inframe_indel",
    "initiator_codon_variant", "initiatior_codon_variant", "start_lost",
  ]

  /// Those and the others of variants in an exon or a splice site.
  private static let exonic = coding.union([
    "splice_donor_variant", "splice_acceptor_variant", "5_prime_UTR_variant",
    "3_prime_UTR_variant",
  ])

  /// Whether a cell of MC, `SO:0001583|missense_variant,...`, has a term of an exon or a splice site.
  static func isExonic(_ consequence: String) -> Bool { hasTerm(of: exonic, consequence) }

  /// Whether it has a term of a coding sequence.
  static func changesProtein(_ consequence: String) -> Bool { hasTerm(of: coding, consequence) }

  /// Whether an entry of GENEINFO is a locus without a protein by its name: NCBI's own `LOC126860048`, and what HGNC
  /// names an antisense, divergent, intronic or overlapping transcript, `EGFR-AS1`.
  ///
  /// - Source: HGNC, guide to the naming of non-coding RNA genes.
  static func isWithoutProtein(_ entry: Substring.UTF8View) -> Bool {
    let symbol = Substring(entry).prefix { $0 != ":" }
    if symbol.hasPrefix("LOC"), symbol.count > 3, symbol.dropFirst(3).allSatisfy(\.isNumber) {
      return true
    }
    guard let dash = symbol.lastIndex(of: "-") else { return false }
    let suffix = symbol[symbol.index(after: dash)...]
    let rest = suffix.dropFirst(2)
    return ["AS", "DT", "IT", "OT"].contains(suffix.prefix(2)) && rest.allSatisfy(\.isNumber)
  }

  private static func hasTerm(of terms: Set<Substring>, _ consequence: String) -> Bool {
    // Bytes: characters of a String take ten times as long to tell apart, and a genome has 100,000 of these cells.
    consequence.utf8.split(separator: 0x2C).contains { entry in
      entry.split(separator: 0x7C).last.map { terms.contains(Substring($0)) } ?? false
    }
  }
}

extension GeneText {
  /// The curated genes that sources name for the alleles that the call is, beside those it touches; each once.
  func named(_ row: CallRow) -> [NamedGene] {
    let rows = row.variants
    guard !rows.isEmpty, let store = context.variants, let curations = context.curations,
      !curations.genes.isEmpty
    else { return [] }
    var touched: [CuratedGene]?
    var result: [NamedGene] = []
    /// - Parameter isChanged: asked where the gene is a new one.
    func add(
      _ symbol: some StringProtocol, _ ncbiGeneID: UInt32, _ source: NamedGene.Source,
      isChanged: () -> Bool
    ) {
      guard let gene = curations.curated(ncbiGeneID: ncbiGeneID, symbol: String(symbol)) else {
        return
      }
      let known = touched ?? curated(row.genes).map(\.gene)
      touched = known
      if known.contains(gene) || result.contains(where: { $0.gene == gene }) { return }
      result.append(
        NamedGene(
          gene: gene, symbol: curations.string(gene.symbol), ncbiGeneID: ncbiGeneID,
          source: source, isChanged: isChanged()))
    }
    for number in rows {
      func isExonic() -> Bool { NamedGene.isExonic(store.detail(.consequence, number)) }
      let genes = store.detail(.gene, number).utf8.split(separator: 0x7C)
      for entry in genes {
        let colon = entry.lastIndex(of: 0x3A)
        let id = colon.flatMap { UInt32(Substring(entry[entry.index(after: $0)...])) } ?? 0
        let symbol = Substring(entry[..<(colon ?? entry.endIndex)])
        add(symbol, id, .clinvar) {
          if genes.count == 1 { return isExonic() }
          // Of a protein alone such words are said: the others that it lies in have none.
          let others = genes.filter { !NamedGene.isWithoutProtein($0) }
          return others.count == 1 && others[0].elementsEqual(entry)
            && NamedGene.changesProtein(store.detail(.consequence, number))
        }
      }
      for entry in store.evidence(ofRow: number) {
        let symbol = store.evidence(entry)[EvidenceField.gene.rawValue]
        // A panel names the gene that it judged, and the protein's change where there is one.
        let title = store.evidence(entry)[EvidenceField.title.rawValue]
        add(symbol, 0, .evidenceRepository) {
          title.firstRange(of: "(p.") != nil || genes.isEmpty && isExonic()
        }
      }
    }
    return result
  }
}
