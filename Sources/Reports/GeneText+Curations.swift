// SPDX-License-Identifier: MIT

import Annotation
import Calls
import Genome
import KnowledgeBase

/// Whether a curation of a gene speaks of a call in it, or only of the gene.
///
/// - Source: design.md section 4, item 16.
enum CurationReach {
  /// The call takes away from the gene or changes it.
  case direct
  /// The call's direction or place does not fit what was curated: a gain, an intronic variant, a call
  /// outside the transcript, a type without a loss of copies.
  case geneLevel
  /// One changed copy of a gene whose disease needs two.
  case carrier

  /// The word of reports.
  var word: String {
    switch self {
    case .direct: "direct"
    case .geneLevel: "gene_level"
    case .carrier: "carrier"
    }
  }

  /// What stands before a cell's entry.
  var prefix: String { self == .direct ? "" : "\(word):" }
}

/// A curation that a call reaches, in the texts of reports; missing ones are empty.
struct ReachedCuration: Hashable {
  let symbol: String
  let disease: String
  /// The mode of inheritance; for actionability the age group.
  let kind: String
  let word: String
  let reach: CurationReach

  /// `[prefix:]SYMBOL:MONDO:MOI:classification`, with the characters that join lists replaced.
  func append(to buffer: inout [UInt8]) {
    buffer.append(reach.prefix)
    buffer.append(symbol)
    for text in [disease, kind, word] {
      buffer.append(0x3A)
      if text.isEmpty { buffer.append(0x2E) }
      buffer.append(contentsOf: text.utf8.map { $0 < 0x20 ? 0x20 : $0 == 0x3B ? 0x2C : $0 })
    }
  }
}

extension GeneText {
  /// The entries of the touched genes, each gene once.
  func curated(_ hits: ArraySlice<GeneHit>) -> [(hit: GeneHit, gene: CuratedGene)] {
    guard let store = context.curations, !store.genes.isEmpty else { return [] }
    var result: [(hit: GeneHit, gene: CuratedGene)] = []
    for hit in hits {
      guard let gene = store.curated(gene: hit.gene, feature: hit.feature),
        result.last?.gene != gene
      else { continue }
      result.append((hit, gene))
    }
    return result
  }

  /// The genes whose curations a call reaches: those it touches, and those that sources name for its alleles.
  func reached(_ row: CallRow) -> [ReachedGene] {
    curated(row.genes).map { ReachedGene(hit: $0.hit, $0.gene, symbol: symbol(of: $0.hit)) }
      + named(row).map { ReachedGene($0) }
  }

  /// The curated gene that a call touches; none for a gene without curations.
  func reached(_ hit: GeneHit) -> [ReachedGene] {
    curated([hit]).map { ReachedGene(hit: $0.hit, $0.gene, symbol: symbol(of: $0.hit)) }
  }

  /// The validity curations that a call reaches in some of its genes, gene by gene.
  func validity(_ row: CallRow, _ genes: [ReachedGene]) -> [ReachedCuration] {
    guard let store = context.curations else { return [] }
    var zygosity = Zygosity(row)
    return genes.flatMap { reached in
      store.validity(of: reached.gene).map { curation in
        let mode = store.string(curation.modeOfInheritance)
        return ReachedCuration(
          symbol: reached.symbol, disease: store.string(curation.disease), kind: mode,
          word: curation.isWithdrawn ? "withdrawn" : store.string(curation.word),
          reach: reached.reach(of: row.call, mode: mode, &zygosity))
      }
    }
  }

  /// The actionability curations that a call reaches in some of its genes, gene by gene; reports on one pair that come
  /// to the same assertion are one entry here, and each its own in NDJSON.
  func actionability(_ row: CallRow, _ genes: [ReachedGene]) -> [ReachedCuration] {
    guard let store = context.curations else { return [] }
    var zygosity = Zygosity(row)
    var seen: Set<ReachedCuration> = []
    return genes.flatMap { reached in
      store.actionability(of: reached.gene).map { curation in
        ReachedCuration(
          symbol: reached.symbol, disease: store.string(curation.disease),
          kind: curation.context.word, word: store.word(of: curation),
          reach: reached.reach(
            of: row.call, mode: store.carrierMode(of: curation, reached.gene), &zygosity))
      }
    }.filter { seen.insert($0).inserted }
  }

  /// Genes with an HI score of 3 that validity curations speak against, as `hi3_vs_validity:SYMBOL`.
  ///
  /// - Source: design.md section 4, item 13: only Disputed or Refuted, or only recessive curations; a
  ///   gene without any is not curated, which contradicts nothing.
  func validityDiscrepancies(_ row: CallRow) -> [String] {
    guard let store = context.curations else { return [] }
    return curated(row.genes).compactMap { hit, gene in
      guard let number = hit.feature,
        context.store.features[Int(number)].hi == .sufficient3,
        store.contradictsHaploinsufficiency(gene)
      else { return nil }
      return "hi3_vs_validity:\(symbol(of: hit))"
    }
  }
}

/// `homozygous_loss` where no copy is left of two or more, `hemizygous_loss` where none is left of one.
///
/// By the number of copies, else by the genotypes of all samples of the call: `1/1`, or `1` where one copy is expected.
///
/// - Source: design.md section 4, item 16.
func lossWords(_ row: CallRow) -> [String] {
  let call = row.call
  let expected = call.expectedCopyNumber
  guard call.type == .loss, expected.isKnown else { return [] }
  let isHemizygous = expected == CopyNumber(1)
  if call.copyNumber.isKnown {
    guard call.copyNumber.thousandths == 0 else { return [] }
  } else {
    let cells = CarrierGenotypes(call, row.batch.calls).cells
    guard !cells.isEmpty,
      cells.allSatisfy({ isWithoutUnchanged(row.arena[$0], copies: isHemizygous ? 1 : 2) })
    else { return [] }
  }
  if expected.thousandths >= 2000 { return ["homozygous_loss"] }
  return isHemizygous ? ["hemizygous_loss"] : []
}

/// The numbers of a genotype, `.` for one that was not called.
private func alleles(of genotype: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
  genotype.split(omittingEmptySubsequences: false) { $0 == 0x2F || $0 == 0x7C }
}

/// Whether a genotype has that many alleles, all of them the same one and not the reference's.
private func isWithoutUnchanged(_ genotype: ArraySlice<UInt8>, copies: Int) -> Bool {
  let alleles = alleles(of: genotype)
  guard let first = alleles.first, !first.elementsEqual([0x30]), !first.elementsEqual([0x2E])
  else { return false }
  // Some callers write `1/1` for the one copy of X too.
  return (alleles.count == copies || copies == 1 && alleles.count == 2)
    && alleles.allSatisfy { $0.elementsEqual(first) }
}

/// Whether all samples of a call have one changed copy beside an unchanged one; asked once a call.
struct Zygosity {
  private let row: CallRow
  private var known: Bool?

  init(_ row: CallRow) { self.row = row }

  /// False also where the input does not tell: nothing is called a carrier on a guess.
  var isHeterozygous: Bool {
    mutating get {
      if let known { return known }
      let answer = find()
      known = answer
      return answer
    }
  }

  private func find() -> Bool {
    let call = row.call
    if !call.type.isSmall, call.copyNumber.isKnown, call.expectedCopyNumber.isKnown {
      return call.copyNumber.thousandths > 0
        && call.copyNumber.thousandths < call.expectedCopyNumber.thousandths
        && call.expectedCopyNumber.thousandths >= 2000
    }
    let cells = CarrierGenotypes(call, row.batch.calls).cells
    return !cells.isEmpty && cells.allSatisfy { isHeterozygous(row.arena[$0]) }
  }

  /// The reference allele beside another.
  private func isHeterozygous(_ genotype: ArraySlice<UInt8>) -> Bool {
    let alleles = alleles(of: genotype)
    guard alleles.count == 2, !alleles.contains(where: { $0.elementsEqual([0x2E]) }) else {
      return false
    }
    return alleles.count { $0.elementsEqual([0x30]) } == 1
  }
}

extension GeneCurationStore {
  /// The assertion; where a source has scores only, the highest of them.
  func word(of curation: GeneActionability) -> String {
    let assertion = string(curation.assertion)
    if !assertion.isEmpty { return assertion }
    let score = string(curation.scores).prefix { $0 != "," }
    return score.isEmpty ? "" : "score \(score)"
  }

  /// The mode that decides on carriers: of a pair without a mode that of all the gene's validity curations, where
  /// there is only one.
  func carrierMode(of curation: GeneActionability, _ gene: CuratedGene) -> String {
    let mode = mode(of: curation, gene)
    if !mode.isEmpty { return mode }
    let modes = Set(validity(of: gene).filter { !$0.isWithdrawn }.map(\.modeOfInheritance))
    return modes.count == 1 ? modes.first.map { string($0) } ?? "" : ""
  }

  /// The mode of inheritance of an actionable pair: the source's, else that of its validity curations.
  func mode(of curation: GeneActionability, _ gene: CuratedGene) -> String {
    let stated = string(curation.modeOfInheritance)
    if !stated.isEmpty { return stated }
    let modes = Set(
      validity(of: gene).filter { $0.disease == curation.disease && !$0.isWithdrawn }
        .map(\.modeOfInheritance))
    return modes.count == 1 ? modes.first.map { string($0) } ?? "" : ""
  }
}
