// SPDX-License-Identifier: MIT

import Genome
import TestSupport
import Testing

@testable import KnowledgeBase

/// What several rows or several files say of one thing: nothing of it is lost without a count.
@Suite("Several sources of one kind")
struct SourceUnionTests {
  // MARK: Actionability

  private static func scores(_ rows: [String], date: String = "2026-01-01") throws -> CurationSource
  {
    let lines = [ActionabilityTests.header] + rows.map { $0.replacing(" ", with: "\t") } + [""]
    return try CurationSample.read(
      lines.joined(separator: "\n"), as: .actionability, date: date)
  }

  private static func merged(
    _ sources: [CurationSource]
  ) -> (rows: [String], used: [Int], superseded: [Int]) {
    let nomenclature = (1...3).map {
      NomenclatureRow(
        hgncID: UInt32($0), symbol: ["AAA1", "BBB1", "CCC1"][$0 - 1], ncbiGeneID: 0, previous: [],
        aliases: [], contigs: [])
    }
    let merged = GeneCurationMerge.merged(sources, join: GeneJoin(Nomenclature(nomenclature)))
    return (
      merged.genes.flatMap { gene in
        gene.actionability.map { row in
          ([gene.symbol, row.disease, row.context.word, row.topic, row.assertion] + row.scores)
            .filter { !$0.isEmpty }.joined(separator: " ")
        }
      }.sorted(), merged.sources.map(\.rowsUsed),
      merged.sources.map { $0.oddities.count(of: .superseded) }
    )
  }

  @Test("Each report on a pair of gene and disease is a curation of its own")
  func reports() throws {
    let source = try Self.scores([
      "AC057 Adult AAA1 d 1 Released Complete 10CC", "AC065 Adult AAA1 d 1 Released Complete 9BB",
      "AC065 Adult AAA1 d 1 Released Complete 8BB", "AC065 Adult BBB1 d 1 Released Complete 7CC",
    ])
    let merged = Self.merged([source])
    #expect(
      merged.rows == [
        "AAA1 OMIM:1 adult AC057 10CC", "AAA1 OMIM:1 adult AC065 9BB 8BB",
        "BBB1 OMIM:1 adult AC065 7CC",
      ])
    #expect(merged.used == [4])
    #expect(merged.superseded == [0])
  }

  @Test(
    "Of two lists of a kind the newer one speaks for its age groups, and what is left out is counted"
  )
  func olderList() throws {
    let old = try Self.scores(
      [
        "AC1 Adult AAA1 d 1 Released Complete 10CC", "AC2 Adult BBB1 d 2 Released Complete 9CC",
        "AC3 Pediatric CCC1 d 3 Released Complete 8CC",
      ], date: "2025-01-01")
    let new = try Self.scores(["AC1 Adult AAA1 d 1 Released Complete 11CC"])
    for sources in [[old, new], [new, old]] {
      let merged = Self.merged(sources)
      #expect(
        merged.rows == ["AAA1 OMIM:1 adult AC1 11CC", "CCC1 OMIM:3 pediatric AC3 8CC"])
      #expect(merged.used == [1, 1])
      #expect(merged.superseded == [0, 2])
    }
  }

  @Test("The same list twice is used once")
  func sameList() throws {
    let list = try Self.scores(["AC1 Adult AAA1 d 1 Released Complete 10CC"])
    let merged = Self.merged([list, list])
    #expect(merged.rows == ["AAA1 OMIM:1 adult AC1 10CC"])
    #expect(merged.used == [1, 0])
    #expect(merged.superseded == [0, 1])
  }

  @Test("Of the real activity summary no assertion of any report is lost", SharedData.trait)
  func realSummary() throws {
    let source = try CurationSource(
      SourceArgument(
        SharedData.path("clingen/Clingen-Curation-Activity-Summary-Report-2025-10-15.csv")),
      as: .activitySummary)
    func text(_ gene: UInt32, _ row: ActionabilityRow) -> String {
      "\(gene) \(row.disease) \(row.context.word) \(row.assertion) \(row.topic)"
    }
    let stated = Set(source.actionability.map { text($0.gene.hgncID, $0) })
    let merged = GeneCurationMerge.merged([source], join: GeneJoin(Nomenclature([])))
    let kept = Set(
      merged.genes.flatMap { gene in gene.actionability.map { text(gene.hgncID, $0) } })
    #expect(stated.subtracting(kept) == [])
    #expect(merged.genes.reduce(0) { $0 + $1.actionability.count } == stated.count)
  }

  // MARK: Dosage

  private static let hgnc =
    "hgnc_id\tsymbol\tstatus\tlocation\talias_symbol\tprev_symbol\tentrez_id\n"
    + "HGNC:5\tNEW1\tApproved\t1p36\t\tOLD1\t7\nHGNC:6\tPAR1\tApproved\tXp22.33 and Yp11.3\t\t\t8\n"

  @Test(
    "A gene that was renamed is one gene and not withdrawn, also where only BEDs know the older symbol"
  )
  func renamed() throws {
    let list = Sample.geneList([Sample.gene("NEW1", 7, "chr1:1001-2000", hi: "30")])
    let store = try Sample.compile([
      Sample.read(Sample.hi(["chr1 1000 2000 OLD1 3"]), date: "2021-02-01"),
      Sample.read(list),
      Sample.read(Sample.hi(["chr1 1000 2000 NEW1 30"]), date: "2026-04-25"),
      GeneSample.read(Self.hgnc, as: .hgnc, name: "h.txt"),
      GeneMergeTests.source("NEW1", ids: "HGNC:HGNC:5,GeneID:7", [("T1", 1001, 2000, "")]),
    ]).dosage(for: .grch38)
    #expect(store.features.map { store.string($0.id) } == ["NEW1"])
    #expect(store.features.first?.hi == .recessive30)
  }

  @Test("A withdrawn gene of both sex chromosomes is shown on both where a list had it on one")
  func pseudoautosomal() throws {
    let list = Sample.geneList([Sample.gene("NEW1", 7, "chr1:1001-2000", hi: "30")])
    func model(_ contig: String) throws -> CurationSource {
      try GeneMergeTests.source(
        "PAR1", ids: "HGNC:HGNC:6,GeneID:8", date: contig == "X" ? "2024-01-01" : "2024-01-02",
        [("T\(contig)", 600_001, 601_000, "")], contig: contig)
    }
    let store = try Sample.compile([
      Sample.read(Sample.hi(["chrY 600000 601000 PAR1 3"]), date: "2021-02-01"),
      Sample.read(list), GeneSample.read(Self.hgnc, as: .hgnc, name: "h.txt"), model("X"),
      model("Y"),
    ]).dosage(for: .grch38)
    let found = store.features("PAR1")
    #expect(found.map(\.contig) == [.x, .y])
    #expect(found.allSatisfy { $0.hi == .withdrawn && $0.hiLast == .sufficient3 })
  }

  // MARK: Alleles

  private static let row1 = VariantSample.row("1 100 11 A G Pathogenic")
  private static let row2 = VariantSample.row("2 200 12 C T Benign", "GENEINFO=AAA1:1")
  private static let row3 = VariantSample.row("1 300 13 CA C Likely_benign")

  @Test(
    "ClinVar files of one day are parts of one release, in any order",
    arguments: [[0, 1], [1, 0]])
  func parts(order: [Int]) throws {
    let files = [
      VariantSample.clinvar([Self.row1, Self.row3]), VariantSample.clinvar([Self.row2]),
    ]
    let compilation = try VariantSample.compile(clinvar: order.map { files[$0] })
    #expect(compilation.manifest.sources.map(\.rowsUsed).sorted() == [1, 2])
    #expect(compilation.manifest.sources.allSatisfy { $0.oddities.isEmpty })
    let store = try KnowledgeBase.compiled(compilation).variants(for: .grch38)
    #expect(store.count == 3)
    for (query, id, word) in [
      ("1 100 A G", 11, "Pathogenic"), ("2 200 C T", 12, "Benign"),
      ("1 300 CA C", 13, "Likely_benign"),
    ] {
      let row = try #require(try store.rows(query).first)
      #expect(store.variationID(row) == id)
      #expect(store.classification(row).word == word)
    }
    let second = try #require(try store.rows("2 200 C T").first)
    #expect(store.details(second).first == "AAA1:1")
  }

  @Test("What two parts of a release both have stands once and is counted")
  func overlappingParts() throws {
    let compilation = try VariantSample.compile(clinvar: [
      VariantSample.clinvar([Self.row1, Self.row3]), VariantSample.clinvar([Self.row1, Self.row2]),
    ])
    let store = try KnowledgeBase.compiled(compilation).variants(for: .grch38)
    #expect(store.count == 3)
    #expect(
      compilation.manifest.sources.flatMap(\.oddities).map { "\($0.kind.rawValue) \($0.count)" }
        == ["duplicate_row 1"])
  }

  @Test("Of two releases the newer one alone speaks, and the rows of the older are counted")
  func releases() throws {
    let compilation = try VariantSample.compile(clinvar: [
      VariantSample.clinvar([Self.row1], date: "2026-01-01"), VariantSample.clinvar([Self.row2]),
    ])
    #expect(try KnowledgeBase.compiled(compilation).variants(for: .grch38).count == 1)
    #expect(
      compilation.manifest.sources.flatMap(\.oddities).map { "\($0.kind.rawValue) \($0.count)" }
        == ["superseded 1"])
  }

  @Test(
    "Exports of the Evidence Repository of one day are parts of one, and shared entries stand once")
  func exports() throws {
    let a = VariantSample.evidence("a", variation: "11")
    let b = VariantSample.evidence("b", variation: "12")
    let compilation = try VariantSample.compile(
      clinvar: [VariantSample.clinvar([Self.row1, Self.row2])],
      evidence: [VariantSample.export([a]), VariantSample.export([a, b])], date: "2026-01-01")
    let store = try KnowledgeBase.compiled(compilation).variants(for: .grch38)
    for query in ["1 100 A G", "2 200 C T"] {
      let row = try #require(try store.rows(query).first)
      #expect(store.evidence(ofRow: row).count == 1)
    }
    let sources = compilation.manifest.sources.filter { $0.kind == .evidenceRepository }
    #expect(sources.map(\.rowsUsed).reduce(0, +) == 2)
  }

  @Test("Of several files one without a date is refused, for nobody can tell which is the newest")
  func undatedFiles() throws {
    let exports = [
      VariantSample.export([VariantSample.evidence("a", variation: "11")]),
      VariantSample.export([VariantSample.evidence("b", variation: "12")]),
    ]
    let rows = VariantSample.clinvar([Self.row1, Self.row2])
    func role(clinvar: [String], evidence: [String]) -> SourceRole? {
      let error = #expect(throws: KnowledgeBaseError.self) {
        try VariantSample.compile(clinvar: clinvar, evidence: evidence)
      }
      guard case .undatedSource(_, let role) = error else { return nil }
      return role
    }
    #expect(role(clinvar: [rows], evidence: exports) == .evidenceRepository)
    let undated = rows.replacing("##fileDate=2026-06-27\n", with: "")
    #expect(undated != rows)
    #expect(role(clinvar: [rows, undated], evidence: []) == .clinvar)
    let one = try VariantSample.compile(clinvar: [undated], evidence: [exports[0]])
    #expect(one.manifest.sources.allSatisfy { $0.rowsUsed > 0 })
  }

  @Test("An entry of the Evidence Repository without an allele in any build is unmatched, not used")
  func unmatchedEntries() throws {
    let compilation = try VariantSample.compile(
      clinvar: [VariantSample.clinvar([Self.row1])],
      evidence: [
        VariantSample.export([
          VariantSample.evidence("a", variation: "11"),
          VariantSample.evidence("b", hgvs: "NC_000001.10:g.7C>T"),
          VariantSample.evidence("c", variation: "999"),
        ])
      ])
    let source = try #require(
      compilation.manifest.sources.first { $0.kind == .evidenceRepository })
    #expect(source.rowsRead == 3)
    #expect(source.rowsUsed == 2)
    #expect(source.rowsUnmatched == 1)
  }

  @Test(
    "Terms of CLNSIG that no rule knows are kept and counted",
    arguments: [
      ("Pathogenic", true), ("Pathogenic/Likely_pathogenic/Pathogenic,_low_penetrance", true),
      ("Likely_pathogenic|drug_response", true),
      ("Uncertain_significance/Uncertain_risk_allele", true),
      ("Pathogenic; risk factor", true), ("", true), ("BrandNewTerm", false),
      ("Pathogenic|BrandNewTerm", false), ("Pathogenic,_new_penetrance", false),
    ])
  func terms(value: String, isKnown: Bool) throws {
    #expect(GermlineTerm.areKnown(in: value) == isKnown)
    if value.contains(" ") || value.isEmpty { return }
    let rows = ["11", "12"].map { VariantSample.row("1 \($0)0 \($0) A G \(value)") }
    let compilation = try VariantSample.compile(clinvar: [VariantSample.clinvar(rows)])
    let source = try #require(compilation.manifest.sources.first)
    #expect(source.oddities.map(\.kind) == (isKnown ? [] : [.unknownTerm]))
    if !isKnown { #expect(source.oddities.first?.count == 2) }
    let store = try KnowledgeBase.compiled(compilation).variants(for: .grch38)
    let row = try #require(try store.rows("1 110 A G").first)
    #expect(store.classification(row).word == value)
  }

  @Test(
    "Words of oncogenicity and somatic impact that no rule knows are kept and counted",
    arguments: [
      ("ONC=Oncogenic", nil), ("ONC=Likely_oncogenic|Oncogenic", nil),
      ("ONC=Conflicting_classifications_of_oncogenicity", nil), ("ONC=Very_bad", .unknownTerm),
      ("SCI=Tier_IV_-_Benign/Likely_benign", nil), ("SCI=Tier_V", .unknownTerm),
      ("ONCREVSTAT=criteria_provided,_single_submitter", nil),
      ("SCIREVSTAT=seen_by_nobody", .unknownReviewStatus), ("ONCDN=Tier_V", nil),
    ] as [(String, OddityKind?)])
  func somaticTerms(entry: String, oddity: OddityKind?) throws {
    let rows = ["11", "12"].map { VariantSample.row("1 \($0)0 \($0) A G Benign", entry) }
    let compilation = try VariantSample.compile(clinvar: [VariantSample.clinvar(rows)])
    let source = try #require(compilation.manifest.sources.first)
    #expect(source.oddities.map(\.kind) == (oddity.map { [$0] } ?? []))
    if oddity != nil { #expect(source.oddities.first?.count == 2) }
    let store = try KnowledgeBase.compiled(compilation).variants(for: .grch38)
    let row = try #require(try store.rows("1 110 A G").first)
    #expect(store.details(row).last == entry)
  }
}
