// SPDX-License-Identifier: MIT

import Annotation
import Genome
import KnowledgeBase
import TestSupport
import Testing

/// The genes of a MANE GFF3 file as the tests themselves read it, line by line and trusting the file.
struct GeneModelFile {
  private struct Draft {
    var contig = Contig.other
    var interval = Interval(start: 0, end: 0)
    var strand = Strand.forward
    var hgncID: UInt32 = 0
    var ncbiGeneID: UInt32 = 0
    var accession = ""
    var exons: [Interval] = []
    var coding: [Interval] = []
  }

  /// - Parameter filter: an extended regular expression; only lines that match are read.
  static func store(_ name: String, build: GenomeBuild, filter: String) throws -> GeneStore {
    let path = try SharedData.path(name)
    let result = try Program(path: "/bin/sh").run([
      "-c", "gzip -dc '\(path)' | grep -E '\(filter)'",
    ])
    var drafts: [String: Draft] = [:]
    for line in result.lines where !line.hasPrefix("#") {
      let cells = line.split(separator: "\t")
      let pairs = cells[8].split(separator: ";").map { $0.split(separator: "=", maxSplits: 1) }
      let tags = Dictionary(pairs.map { ($0[0], $0[1]) }) { first, _ in first }
      let symbol = String(try #require(tags["gene"]))
      let start = try #require(Int32(cells[3]))
      let end = try #require(Int32(cells[4]))
      let place = Interval(start: start - 1, end: end)
      var draft = drafts[symbol] ?? Draft()
      switch cells[2] {
      case "gene":
        draft.contig = ContigName(String(cells[0])).contig
        draft.interval = place
        draft.strand = cells[6] == "+" ? .forward : .reverse
        for reference in (tags["Dbxref"] ?? "").split(separator: ",") {
          let number = reference.split(separator: ":").last.flatMap { UInt32($0) } ?? 0
          if reference.hasPrefix("GeneID:") { draft.ncbiGeneID = number }
          if reference.hasPrefix("HGNC:") { draft.hgncID = number }
        }
      case "mRNA": draft.accession = String(tags["transcript_id"] ?? "")
      case "exon": draft.exons.append(place)
      case "CDS": draft.coding.append(place)
      default: break
      }
      drafts[symbol] = draft
    }
    return store(drafts, build: build)
  }

  private static func store(_ drafts: [String: Draft], build: GenomeBuild) -> GeneStore {
    var strings = [""]
    func id(_ text: String) -> StringID {
      strings.append(text)
      return StringID(rawValue: UInt32(strings.count - 1))
    }
    var genes: [Gene] = []
    var transcripts: [Transcript] = []
    var exons: [Interval] = []
    let sorted = drafts.sorted {
      ($0.value.contig, $0.value.interval.start, $0.value.interval.end, $0.key)
        < ($1.value.contig, $1.value.interval.start, $1.value.interval.end, $1.key)
    }
    for (symbol, draft) in sorted {
      let first = UInt32(transcripts.count)
      if let left = draft.exons.map(\.start).min(), let right = draft.exons.map(\.end).max() {
        let firstExon = UInt32(exons.count)
        exons += draft.exons.sorted { $0.start < $1.start }
        transcripts.append(
          Transcript(
            accession: id(draft.accession), tag: .maneSelect,
            interval: Interval(start: left, end: right),
            coding: Interval(
              start: draft.coding.map(\.start).min() ?? left,
              end: draft.coding.map(\.end).max() ?? left),
            exons: firstExon..<UInt32(exons.count)))
      }
      genes.append(
        Gene(
          contig: draft.contig, interval: draft.interval, strand: draft.strand,
          isProteinCoding: true, symbol: id(symbol), hgncID: draft.hgncID,
          ncbiGeneID: draft.ncbiGeneID, transcripts: first..<UInt32(transcripts.count)))
    }
    return GeneStore(
      build: build, genes: genes, transcripts: transcripts, exons: exons, strings: strings,
      cytobands: CytobandTable([:]))
  }
}

extension GeneStore {
  /// The context of a call given in 1-based inclusive positions; nil where the gene is not touched.
  func context(_ symbol: String, _ start: Int32, _ end: Int32) throws -> GeneContext? {
    let gene = try #require(genes.first { string($0.symbol) == symbol })
    let call = Interval(start: start - 1, end: end)
    guard call.overlaps(gene.interval) else { return nil }
    let number = try #require(gene.transcripts.first)
    return GeneContext(
      call: call, strand: gene.strand, transcript: transcripts[Int(number)], number: number,
      exons: exons)
  }
}
