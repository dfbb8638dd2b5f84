// SPDX-License-Identifier: MIT

import Annotation
import Genome
import KnowledgeBase
import TestSupport
import Testing

/// Breakpoints on real genes, with the codes that another program's tests expect.
@Suite(SharedData.trait)
struct RealGeneTests {
  private static let models = "genes/mane_select.GRCh37.gff3.gz"
  private static let symbols = [
    "RERE", "COL3A1", "COL16A1", "APOB", "AVCRL2", "ACVRL1", "MFN2", "REV3L", "PLP1",
  ]

  private func store() throws -> GeneStore {
    try GeneModelFile.store(
      Self.models, build: .grch37,
      filter: "gene=(\(Self.symbols.joined(separator: "|")))(;|$)")
  }

  /// Where the other program's cases and MANE Select part ways.
  ///
  /// Its genes are the union of all RefSeq transcripts of 2020: REV3L ends at 111,804,914 there, and
  /// MANE Select (NM_001372078.1) at 111,804,421, so its last base is outside. 2H asks for a touched
  /// gene, for which the gene line of a RefSeq file would do; the MANE file has no longer one.
  private static let disagreements = ["REV3L-2H-pos-3"]

  /// What the code of a case says about the context, in the classifier's terms.
  private func fits(_ code: String, _ context: GeneContext?) -> Bool {
    guard let context else { return code == "none" }
    let lies = (context.relation, context.content)
    let lastOnly = context.marks.contains(.lastExonOnly)
    switch code {
    case "1A": return true
    case "2A", "loss 2H", "gain 2H":
      return code == "loss 2H" ? context.relation != .outside : context.relation == .complete
    case "2C-1": return lies == (.partial5Prime, .coding)
    case "2C-2": return lies == (.partial5Prime, .untranslated)
    case "2D-1": return lies == (.partial3Prime, .untranslated)
    case "2D-2", "2D-3": return lies == (.partial3Prime, .coding) && lastOnly
    case "2D-4": return lies == (.partial3Prime, .coding) && !lastOnly
    case "2E", "2I": return context.relation == .intragenic
    case "2J", "2L":
      return context.relation == .partial5Prime || context.relation == .partial3Prime
    default: return false
    }
  }

  @Test func `published breakpoint cases have the expected context`() throws {
    let store = try store()
    var agreed: [String] = []
    var differing: [String] = []
    for line in try text(of: SharedData.path("truth/scarus_cases.tsv")).split(separator: "\n")
      .dropFirst()
    {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      let label = cells[5].replacing("gene-", with: "").replacing("AVCRL2", with: "ACVRL1")
      // The others are about regions and population records, or lie on no gene.
      guard let symbol = label.split(separator: "-").first.map(String.init),
        Self.symbols.contains(symbol)
      else { continue }
      // Not decided by the gene's context: no region there, no predictor for that gene.
      if ["COL16A1-2B-neg", "MFN2-2H-neg"].contains(label) { continue }
      let start = try #require(Int32(cells[3]))
      let end = try #require(Int32(cells[4]))
      var code = cells[6].split(separator: ";").last.map(String.init) ?? ""
      if code == "2H" { code = cells[0] == "DEL" ? "loss 2H" : "gain 2H" }
      if fits(code, try store.context(symbol, start, end)) {
        agreed.append(label)
      } else {
        differing.append(label)
      }
    }
    #expect(differing == Self.disagreements)
    #expect(agreed.count == 29)
  }

  @Test(
    arguments: [
      // BRCA1 is on the reverse strand: exon 12 of MANE (legacy 13) has 172 bases.
      ("BRCA1", 41_234_000, 41_235_000, "intragenic 12-12/23 172 out_of_frame"),
      // DMD, reverse strand, 79 exons: 45 has 176 bases, 48 has 186, 45-50 have 871.
      ("DMD", 31_986_000, 31_987_000, "intragenic 45-45/79 176 out_of_frame"),
      ("DMD", 31_893_000, 31_894_000, "intragenic 48-48/79 186 in_frame"),
      ("DMD", 31_837_000, 31_987_000, "intragenic 45-50/79 871 out_of_frame"),
      ("DMD", 31_988_000, 31_990_000, "intragenic_intronic 0-0/79 0 not_applicable"),
      // NF1, forward strand: 58 exons, a protein of 2,839 residues.
      ("NF1", 29_000_000, 30_000_000, "complete 1-58/58 8520 not_applicable"),
    ] as [(String, Int32, Int32, String)])
  func `exons that the literature counts`(
    symbol: String, start: Int32, end: Int32, expected: String
  ) throws {
    let store = try GeneModelFile.store(
      Self.models, build: .grch37, filter: "gene=\(symbol)(;|$)")
    let found = try store.context(symbol, start, end)
    let context = try #require(found)
    #expect(
      "\(context.word) \(context.firstExon)-\(context.lastExon)/\(context.exonCount) "
        + "\(context.codingBases) \(context.frame.word)" == expected)
  }

  @Test func `the exons of every gene of chromosome 22 share out its coding bases`() throws {
    let store = try GeneModelFile.store(
      "genes/mane_select.GRCh38.gff3.gz", build: .grch38, filter: "^chr22\t")
    var checked = 0
    for gene in store.genes {
      guard let number = gene.transcripts.first else { continue }
      let transcript = store.transcripts[Int(number)]
      func context(_ call: Interval) -> GeneContext {
        GeneContext(
          call: call, strand: gene.strand, transcript: transcript, number: number,
          exons: store.exons)
      }
      let whole = context(gene.interval)
      let parts = transcript.exons.map { context(store.exons[Int($0)]) }
      #expect(whole.relation == .complete && whole.content == .coding)
      #expect(parts.reduce(0) { $0 + $1.codingBases } == whole.codingLength)
      #expect(whole.codingBases == whole.codingLength)
      let numbers = parts.map { Int($0.firstExon) }
      #expect(numbers == (gene.strand == .forward ? numbers.sorted() : numbers.sorted { $0 > $1 }))
      checked += 1
    }
    #expect(checked > 400)
  }
}
