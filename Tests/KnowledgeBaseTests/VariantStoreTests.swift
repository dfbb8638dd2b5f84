// SPDX-License-Identifier: MIT

import Genome
import TestSupport
import Testing

@testable import KnowledgeBase

@Suite("Alleles in a compiled store")
struct VariantStoreTests {
  static let rows = [
    "1 100 11 A G Pathogenic", "1 100 12 A T Benign", "1 100 13 A AG Likely_pathogenic",
    "1 100 14 AC A Uncertain_significance", "1 5000 15 CTT C Pathogenic",
    "2 100 16 A G Pathogenic,_low_penetrance", "X 99 17 G C drug_response",
    "MT 8 18 T C Pathogenic",
    "1 200 19 A . Benign", "1 300 20 GA GT Benign", "1 400 21 C T",
  ].map { VariantSample.row($0) }

  static func store() throws -> VariantStore {
    try VariantSample.store(clinvar: [VariantSample.clinvar(rows)])
  }

  @Test(
    "An allele is found exactly, however it is written",
    arguments: [
      ("1 100 A G", [11]), ("1 100 a g", [11]), ("1 100 A T", [12]), ("1 100 A C", []),
      ("1 100 A AG", [13]), ("1 99 TA TAG", [13]), ("1 100 AC A", [14]), ("1 100 ACG AG", [14]),
      ("1 100 AG A", []), ("1 5000 CTT C", [15]), ("1 5000 CTTA CA", [15]), ("2 100 A G", [16]),
      ("3 100 A G", []), ("X 99 G C", [17]), ("MT 8 T C", [18]), ("1 301 A T", [20]),
      ("1 300 GA GT", [20]), ("1 400 C T", [21]), ("1 200 A C", []), ("1 248956422 A G", []),
      ("1 300000000 A G", []),
    ])
  func exact(query: String, ids: [Int]) throws {
    #expect(try Self.store().find(query) == ids)
  }

  @Test("A record without CLNSIG is kept as not provided, and one without ALT is counted")
  func withoutClassification() throws {
    let compilation = try VariantSample.compile(clinvar: [VariantSample.clinvar(Self.rows)])
    let store = try KnowledgeBase.compiled(compilation).variants(for: .grch38)
    let row = try #require(try store.rows("1 400 C T").first)
    #expect(store.classification(row).word == "not_provided")
    #expect(store.classification(row).stars == 0)
    let source = try #require(compilation.manifest.sources.first)
    #expect(source.rowsRead == 11)
    #expect(source.rowsUsed == 10)
    #expect(source.rowsUnmatched == 1)
    #expect(source.oddities.map(\.kind) == [.noAlternateAllele])
    #expect(source.releaseDate == "2026-06-27")
    #expect(source.build == .grch38)
    let summary = compilation.manifest.builds.first { $0.build == .grch38 }?.variants
    #expect(summary?.clinvarAlleles == 10)
    #expect(summary?.clinvarWithoutClassification == 1)
  }

  @Test(
    "Review status and classification are read in whatever order INFO has them, and each alone",
    arguments: [
      ("CLNREVSTAT=reviewed_by_expert_panel;CLNSIG=Benign", "Benign", 3),
      ("CLNSIG=Benign;CLNREVSTAT=reviewed_by_expert_panel", "Benign", 3),
      ("CLNREVSTAT=reviewed_by_expert_panel;RS=1;CLNSIG=Benign", "Benign", 3),
      ("CLNREVSTAT=reviewed_by_expert_panel", "not_provided", 3),
      ("CLNREVSTAT=reviewed_by_expert_panel;CLNSIG=", "not_provided", 3),
      ("CLNSIG=Benign", "Benign", 0), ("CLNREVSTAT=;CLNSIG=Benign", "Benign", 0),
    ])
  func orderOfClassification(info: String, word: String, stars: Int) throws {
    // Twice: the second time the spelling is known.
    let rows = ["1\t100\t11\tA\tG\t.\t.\t\(info)", "1\t200\t12\tA\tG\t.\t.\t\(info)"]
    let store = try VariantSample.store(clinvar: [VariantSample.clinvar(rows)])
    for query in ["1 100 A G", "1 200 A G"] {
      let found = try #require(try store.rows(query).first)
      #expect(store.classification(found).word == word)
      #expect(store.classification(found).stars == stars)
    }
  }

  @Test("A review status whose stars are not known reads as none and is counted")
  func unknownReviewStatus() throws {
    let rows = [
      VariantSample.row("1 100 11 A G Pathogenic"),
      "1\t200\t12\tA\tG\t.\t.\tCLNREVSTAT=reviewed_by_the_moon;CLNSIG=Pathogenic",
      "1\t300\t13\tA\tG\t.\t.\tCLNREVSTAT=reviewed_by_the_moon;CLNSIG=Pathogenic",
    ]
    let compilation = try VariantSample.compile(clinvar: [VariantSample.clinvar(rows)])
    let source = try #require(compilation.manifest.sources.first)
    #expect(source.oddities.map(\.kind) == [.unknownReviewStatus])
    #expect(source.oddities.first?.count == 2)
    let store = try KnowledgeBase.compiled(compilation).variants(for: .grch38)
    let row = try #require(try store.rows("1 200 A G").first)
    #expect(store.classification(row).stars == 0)
  }

  @Test("What ClinVar says of an allele is read back")
  func fields() throws {
    let info =
      "GENEINFO=AAA1:1|BBB1:2;MC=SO:0001583|missense_variant;CLNVC=single_nucleotide_variant;"
      + "ORIGIN=1;CLNVI=OMIM:1|ClinGen:CA123;ONC=Oncogenic;"
      + "ONCREVSTAT=criteria_provided,_single_submitter"
    let store = try VariantSample.store(clinvar: [
      VariantSample.clinvar([VariantSample.row("1 100 11 A G Pathogenic|drug_response", info)])
    ])
    let row = try #require(try store.rows("1 100 A G").first)
    #expect(store.classification(row).word == "Pathogenic|drug_response")
    #expect(store.classification(row).stars == 2)
    #expect(store.classification(row).direction == .pathogenic)
    #expect(store.caid(row) == 123)
    #expect(store.conditions(row).names == "A_condition")
    #expect(store.conditions(row).identifiers == "MONDO:MONDO:0000001")
    #expect(
      store.details(row) == [
        "AAA1:1|BBB1:2", "SO:0001583|missense_variant", "single_nucleotide_variant", "1",
        "ONC=Oncogenic;ONCREVSTAT=criteria_provided,_single_submitter",
      ])
  }

  @Test("Thousands of alleles in any order are all found, and nothing else is")
  func many() throws {
    var random = SystemRandomNumberGenerator()
    var expected: [String: Int] = [:]
    var rows: [String] = []
    for id in 1...20_000 {
      // Dense in one bucket, and spread.
      let position = Int.random(in: id % 2 == 0 ? 1...2_000 : 1...200_000_000, using: &random)
      let ref = String(
        (0..<Int.random(in: 1...3, using: &random)).map { _ in
          "ACGT".randomElement(using: &random) ?? "A"
        })
      let alt = String(
        (0..<Int.random(in: 1...3, using: &random)).map { _ in
          "ACGT".randomElement(using: &random) ?? "A"
        })
      let allele = Allele(start: Int32(position - 1), ref: Array(ref.utf8), alt: Array(alt.utf8))
      let key = "\(allele.start) \(allele.ref) \(allele.alt)"
      if allele.isReference || expected[key] != nil { continue }
      expected[key] = id
      rows.append(VariantSample.row("1 \(position) \(id) \(ref) \(alt) Benign"))
    }
    let store = try VariantSample.store(clinvar: [VariantSample.clinvar(rows.shuffled())])
    #expect(store.count == rows.count)
    for row in rows {
      let cells = row.split(separator: "\t")
      #expect(try store.find("1 \(cells[1]) \(cells[3]) \(cells[4])") == [Int(cells[2]) ?? 0])
      #expect(try store.find("2 \(cells[1]) \(cells[3]) \(cells[4])") == [])
    }
    try store.verify()
  }

  @Test("An allele takes at most 25 bytes beside the texts, its share of the genome included")
  func size() throws {
    // One allele in seven is no substitution, as in the synthetic file of the performance study.
    let rows = (1...20_000).map { id in
      let change = id % 7 == 0 ? "AC A" : "A G"
      return VariantSample.row("1 \(id * 50) \(id) \(change) Benign", "CLNVI=ClinGen:CA\(id)")
    }
    let compilation = try VariantSample.compile(clinvar: [VariantSample.clinvar(rows)])
    let directory = try KnowledgeBase.compiled(compilation).file(for: .grch38).directory
    let texts: [AlleleSection] = [.texts, .textOffsets, .textChecks, .classes]
    let genome: [AlleleSection] = [.contigs, .buckets, .windows]
    func bytes(_ sections: [AlleleSection]) -> Double {
      Double(sections.reduce(0) { $0 + (directory[$1]?.byteLength ?? 0) })
    }
    let own = AlleleSection.allCases.filter { !texts.contains($0) && !genome.contains($0) }
    let each = bytes(own) / 20_000 + bytes(genome) / 3_000_000
    #expect(each > 15 && each <= 25, "\(each)")
  }

  @Test("The order of rows changes nothing that a store says")
  func orderOfRows() throws {
    let answers = try [Self.rows, Self.rows.reversed(), Self.rows.shuffled()].map { rows in
      let store = try VariantSample.store(clinvar: [VariantSample.clinvar(rows)])
      return (0..<UInt32(store.count)).map { row in
        "\(store.variationID(row)) \(store.classification(row)) \(store.details(row)) "
          + "\(store.conditions(row))"
      }
    }
    #expect(answers[0].count == 10)
    #expect(answers[0] == answers[1])
    #expect(answers[0] == answers[2])
  }

  @Test("Whichever lane reads which chunk, a store has the same bytes")
  func lanes() throws {
    var rows: [String] = []
    for id in 1...30_000 {
      let class_ = ["Benign", "Pathogenic", "Uncertain_significance", "class_\(id / 500)"][id % 4]
      let ref = id % 5 == 0 ? "AC" : "A"
      rows.append(VariantSample.row("1 \(id * 3 + id % 7) \(id) \(ref) G \(class_)"))
    }
    let text = VariantSample.clinvar(rows)
    let first = try VariantSample.compile(clinvar: [text]).stores[.grch38]
    for _ in 1...4 {
      let again = try VariantSample.compile(clinvar: [text]).stores[.grch38]
      let isSame = again == first
      #expect(isSame)
    }
  }

  @Test(
    "A flipped byte is an error where it is read, or changes nothing, and is always found by verify"
  )
  func flippedBytes() throws {
    let compilation = try VariantSample.compile(
      clinvar: [VariantSample.clinvar(Array(Self.rows.prefix(6)))],
      evidence: [VariantSample.export([VariantSample.evidence("one", variation: "11")])])
    let good = try #require(compilation.stores[.grch38])
    let compiled = compilation.manifest.files.first { $0.build == .grch38 }
    let queries = ["1 100 A G", "1 100 AC A", "2 100 A G", "1 5000 CTT C", "1 7 A C"]
    func answers(_ bytes: [UInt8]) throws -> [String] {
      let file = try StoreFile(
        StoreBytes(bytes, name: "x.kb"), build: .grch38, compiled: compiled)
      let store = try VariantStore(file)
      return try queries.map { query in
        try store.rows(query).map { row in
          "\(store.variationID(row)) \(store.classification(row)) \(store.details(row)) "
            + "\(store.conditions(row)) \(store.evidence(ofRow: row).map { store.evidence($0) })"
        }.joined()
      }
    }
    let expected = try answers(good)
    let directory = try StoreFile(StoreBytes(good, name: "x.kb"), build: .grch38).directory
    // Index and windows are 3 MB each of one kind, checked whole at opening: a few places stand for all.
    let large = try [AlleleSection.buckets, .windows].map { section in
      let entry = try #require(directory[section])
      return entry.offset..<entry.offset + entry.byteLength
    }
    for offset in good.indices
    where offset % 400_009 == 0 || !large.contains(where: { $0.contains(offset) }) {
      var bad = good
      bad[offset] ^= 0x41
      if let found = try? answers(bad) { #expect(found == expected, "at \(offset)") }
    }
    for offset in stride(from: 0, to: good.count, by: 200_003) {
      var bad = good
      bad[offset] ^= 0x41
      #expect(throws: KnowledgeBaseError.self, "at \(offset)") {
        try StoreFile(StoreBytes(bad, name: "x.kb"), build: .grch38, compiled: compiled)
          .verify(compiled)
      }
    }
  }

  @Test("Pathogenic alleles of an interval: begin in it, enough stars, no conflict")
  func pathogenic() throws {
    let store = try Self.store()
    func ids(_ start: Int32, _ end: Int32, stars: Int = 0) throws -> [Int] {
      try store.pathogenicAlleles(
        in: interval(start, end), on: Contig(rawValue: 1), minimumStars: stars
      ).map(\.variationID)
    }
    #expect(try ids(0, 10_000) == [11, 13, 15])
    #expect(try ids(99, 100) == [11])
    #expect(try ids(100, 5000) == [13])
    #expect(try ids(0, 10_000, stars: 3) == [])
    let deletion = try #require(
      try store.pathogenicAlleles(
        in: interval(4000, 6000), on: Contig(rawValue: 1), minimumStars: 1
      ).first)
    #expect(deletion.interval == interval(5000, 5002))
    #expect(deletion.stars == 2)
  }

  @Test("A knowledge base without alleles answers nothing")
  func empty() throws {
    let store = try Sample.compile([
      try Sample.read(Sample.geneList([Sample.gene("AAA1", 1, "chr1:1-2")]))
    ]).variants(for: .grch38)
    #expect(store.count == 0)
    #expect(try store.find("1 100 A G") == [])
    #expect(
      try store.pathogenicAlleles(in: interval(0, 100), on: .x, minimumStars: 0).isEmpty)
  }
}
