// SPDX-License-Identifier: MIT

package import Calls
import Genome
package import KnowledgeBase

/// Finds every gene that a call touches, and how the call lies to the gene's best transcript.
///
/// The genes are the union of the gene models and ClinGen's curated genes: a curated gene that no gene
/// source knows is still a gene. Works without gene models, then on the curated genes alone.
package struct GeneAnnotator: Sendable {
  /// nil where the knowledge base holds none.
  package let genes: GeneStore?
  private let dosage: DosageStore
  private let links: GeneLinks
  /// By gene number: the first gene on the contig with the same identity, to count distinct genes.
  let identity: [UInt32]
  private let hasRepeats: Bool

  /// - Parameter genes: a store without genes counts as none.
  package init(dosage: DosageStore, genes: GeneStore?) {
    let genes = genes.flatMap { $0.genes.isEmpty ? nil : $0 }
    self.genes = genes
    self.dosage = dosage
    links = GeneLinks(dosage: dosage, genes: genes)
    identity = genes.map(Self.identities) ?? []
    hasRepeats = identity.enumerated().contains { $0.offset != Int($0.element) }
  }

  /// Appends the hits of one call, by start, end and number.
  ///
  /// - Parameters:
  ///   - features: the feature numbers of the call's dosage hits.
  ///   - scratch: a buffer for gene numbers, reused from call to call.
  ///   - hits: the column to append to.
  /// - Returns: how many distinct protein-coding genes share a base with the call (an insertion point:
  ///   hold it); design.md section 4, item 7.
  package func append(
    _ call: Call, features: ArraySlice<UInt32>, scratch: inout [UInt32], to hits: inout [GeneHit]
  ) -> UInt32 {
    scratch.removeAll(keepingCapacity: true)
    if let genes { genes.appendTouched(by: call.interval, on: call.contig, to: &scratch) }
    let before = hits.count
    for number in scratch {
      let feature = links.featureOfGene[Int(number)]
      hits.append(
        GeneHit(
          gene: number, feature: feature == GeneLinks.none ? nil : feature,
          context: context(of: call.interval, gene: number)))
    }
    let fromModels = hits.count
    for feature in features where dosage.features[Int(feature)].kind == .gene {
      let gene = links.geneOfFeature[Int(feature)]
      if gene == GeneLinks.none {
        let context = GeneContext(
          call: call.interval, interval: dosage.features[Int(feature)].interval)
        hits.append(GeneHit(gene: nil, feature: feature, context: context))
      } else if links.featureOfGene[Int(gene)] != feature || !scratch.hasSorted(gene) {
        // ClinGen's interval reaches beyond the model's, or two curations name one gene.
        hits.append(
          GeneHit(gene: gene, feature: feature, context: context(of: call.interval, gene: gene)))
      }
    }
    if hits.count > fromModels, fromModels > before { sort(&hits[before...]) }
    return codingCount(scratch)
  }

  private func context(of call: Interval, gene number: UInt32) -> GeneContext {
    guard let genes else { return GeneContext(call: call, interval: call) }
    let gene = genes.genes[Int(number)]
    // Best first: MANE Select, MANE Plus Clinical, then the longest CDS.
    guard let first = gene.transcripts.first, !genes.transcripts[Int(first)].exons.isEmpty else {
      return GeneContext(call: call, interval: gene.interval)
    }
    return GeneContext(
      call: call, strand: gene.strand, transcript: genes.transcripts[Int(first)], number: first,
      exons: genes.exons)
  }

  private func sort(_ hits: inout ArraySlice<GeneHit>) {
    func key(_ hit: GeneHit) -> (Int32, Int32, UInt32, UInt32) {
      let place = interval(of: hit)
      return (place.start, place.end, hit.gene ?? .max, hit.feature ?? .max)
    }
    hits.sort { key($0) < key($1) }
  }

  /// The gene model's interval, else ClinGen's.
  private func interval(of hit: GeneHit) -> Interval {
    if let gene = hit.gene, let genes { return genes.genes[Int(gene)].interval }
    return hit.feature.map { dosage.features[Int($0)].interval } ?? Interval(start: 0, end: 0)
  }
}

extension GeneAnnotator {
  private func codingCount(_ numbers: [UInt32]) -> UInt32 {
    guard let genes else { return 0 }
    guard hasRepeats else {
      return UInt32(numbers.count { genes.genes[Int($0)].isProteinCoding })
    }
    let coding = numbers.filter { genes.genes[Int($0)].isProteinCoding }
    return UInt32(Set(coding.map { identity[Int($0)] }).count)
  }

  /// A gene is one HGNC id, else NCBI id, else symbol; per contig, as a call lies on one.
  private static func identities(_ store: GeneStore) -> [UInt32] {
    struct Key: Hashable {
      let contig: Contig
      let source: UInt8
      let id: UInt32
    }
    var first: [Key: UInt32] = [:]
    return store.genes.enumerated().map { number, gene in
      let key =
        gene.hgncID != 0
        ? Key(contig: gene.contig, source: 0, id: gene.hgncID)
        : gene.ncbiGeneID != 0
          ? Key(contig: gene.contig, source: 1, id: gene.ncbiGeneID)
          : Key(contig: gene.contig, source: 2, id: gene.symbol.rawValue)
      if let known = first[key] { return known }
      first[key] = UInt32(number)
      return UInt32(number)
    }
  }
}

extension GeneStore {
  /// Appends the genes that share a base with `call`; for an insertion point those it lies inside.
  fileprivate func appendTouched(
    by call: Interval, on contig: Contig, to numbers: inout [UInt32]
  ) {
    guard call.isEmpty else {
      appendOverlaps(with: call, on: contig, to: &numbers)
      return
    }
    let around = Interval(start: call.start - 1, end: call.start + 1)
    appendOverlaps(with: around, on: contig, to: &numbers)
    numbers.removeAll { !call.touches(genes[Int($0)].interval) }
  }
}

extension [UInt32] {
  /// Whether an ascending array holds `number`.
  fileprivate func hasSorted(_ number: UInt32) -> Bool {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low < count && self[low] == number
  }
}
