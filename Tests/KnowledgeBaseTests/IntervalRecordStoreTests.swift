// SPDX-License-Identifier: MIT

import Genome
import Testing

@testable import KnowledgeBase

@Suite("Interval records")
struct IntervalRecordStoreTests {
  static func store(
    population: [PopulationRow] = [], clinvar: [ClinVarCNVRow] = [], build: GenomeBuild = .grch38
  ) throws -> IntervalRecordStore {
    let contents = StoreContents(
      features: [],
      intervals: IntervalRecordColumns(
        population: population.sorted(by: PopulationRow.isBefore),
        clinvar: clinvar.sorted(by: ClinVarCNVRow.isBefore)))
    let bytes = StoreBytes(StoreWriter.layout(of: contents, build: build).bytes, name: "test")
    return IntervalRecordStore(try StoreFile(bytes, build: build))
  }

  static func row(
    _ start: Int32, _ end: Int32, _ direction: CopyNumberDirection = .loss, contig: Contig = .x,
    counted: PopulationCount = PopulationCount(count: 1, number: 10_000, frequency: 100_000),
    basis: PopulationBasis = .alleles, id: String = "a"
  ) -> PopulationRow {
    PopulationRow(
      build: .grch38, line: 1, contig: contig, interval: interval(start, end),
      direction: direction, basis: basis, counted: counted, source: "S", id: id)
  }

  static func variant(
    _ id: UInt32, _ start: Int32, _ end: Int32, _ direction: CopyNumberDirection = .loss,
    contig: Contig = .x
  ) -> ClinVarCNVRow {
    ClinVarCNVRow(
      build: .grch38, line: 1, contig: contig, interval: interval(start, end),
      direction: direction, variationID: id, classification: "Pathogenic", stars: 1,
      reviewStatus: "s")
  }

  /// Numbers that are the same on every run.
  struct Numbers {
    var state: UInt64
    mutating func next(_ limit: Int32) -> Int32 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int32(state >> 33) % limit
    }
    mutating func interval() -> Interval {
      // Many short ones, some as long as the contig.
      let longest: Int32 = [30, 300, 3000, 100_000][Int(next(4))]
      let start = next(100_000)
      return Interval(start: start, end: start + 1 + next(longest))
    }
  }

  @Test("Containing records are those that a look at every record finds", arguments: 1...12)
  func containment(_ seed: Int) throws {
    var numbers = Numbers(state: UInt64(seed))
    let contigs = [Contig(rawValue: 1), .x, .y]
    let rows = (0..<Int(numbers.next(700))).map { number in
      let place = numbers.interval()
      return Self.row(
        place.start, place.end, numbers.next(2) == 0 ? .loss : .gain,
        contig: contigs[Int(numbers.next(3))], id: "\(number)")
    }
    let store = try Self.store(population: rows)
    try store.verify()
    for _ in 0..<400 {
      let call = numbers.interval()
      let contig = contigs[Int(numbers.next(3))]
      let direction: CopyNumberDirection = numbers.next(2) == 0 ? .loss : .gain
      let slack = [Int32(0), 1, 50, .max][Int(numbers.next(4))]
      let found = store.populationRecords(
        containing: call, on: contig, direction: direction, slack: slack)
      let expected = rows.filter { row in
        row.contig == contig && row.direction == direction && row.interval.overlaps(call)
          && Int(row.interval.start) <= Int(call.start) + Int(slack)
          && Int(row.interval.end) >= Int(call.end) - Int(slack)
      }
      #expect(Set(found.map { store.string($0.id) }) == Set(expected.map(\.id)))
      #expect(found.count == expected.count)
    }
  }

  @Test("ClinVar CNVs are those that a look at every variant finds", arguments: 1...12)
  func reciprocal(_ seed: Int) throws {
    var numbers = Numbers(state: UInt64(seed) &* 77)
    let rows = (0..<Int(numbers.next(700))).map { number in
      let place = numbers.interval()
      return Self.variant(
        UInt32(number + 1), place.start, place.end, numbers.next(2) == 0 ? .loss : .gain)
    }
    let store = try Self.store(clinvar: rows)
    try store.verify()
    for _ in 0..<400 {
      let call = numbers.interval()
      let direction: CopyNumberDirection = numbers.next(2) == 0 ? .loss : .gain
      let least = [1, 333_333, 500_000, 800_000, 1_000_000][Int(numbers.next(5))]
      let found = store.clinvarCNVs(
        overlapping: call, on: .x, direction: direction, reciprocal: least)
      let expected = rows.filter { row in
        let shared =
          Int(min(row.interval.end, call.end)) - Int(max(row.interval.start, call.start))
        return row.direction == direction && shared > 0
          && shared * 1_000_000 >= least * Int(call.length)
          && shared * 1_000_000 >= least * Int(row.interval.length)
      }
      #expect(Set(found.map(\.cnv.variationID)) == Set(expected.map(\.variationID)))
      for (cnv, share) in found {
        #expect(share == Overlap(call: call, feature: cnv.interval).reciprocal)
      }
    }
  }

  @Test("One base of slack at each end, of the same contig and direction only")
  func slack() throws {
    let store = try Self.store(population: [
      Self.row(100, 200, id: "exact"), Self.row(101, 199, id: "slack"),
      Self.row(102, 200, id: "short"), Self.row(100, 198, id: "short too"),
      Self.row(100, 200, .gain, id: "gain"), Self.row(100, 200, contig: .y, id: "y"),
    ])
    func ids(_ slack: Int32) -> Set<String> {
      Set(
        store.populationRecords(
          containing: interval(100, 200), on: .x, direction: .loss, slack: slack
        ).map { store.string($0.id) })
    }
    #expect(ids(0) == ["exact"])
    #expect(ids(1) == ["exact", "slack"])
    #expect(
      store.populationRecords(containing: interval(5, 5), on: .x, direction: .loss).isEmpty)
    #expect(
      store.populationRecords(containing: interval(100, 200), on: .other, direction: .loss)
        .isEmpty)
  }

  @Test("The most frequent comes first, but a frequency of few people stands behind")
  func rank() throws {
    func counted(_ count: UInt32, _ number: UInt32) -> PopulationCount {
      PopulationCount(
        count: count, number: number, frequency: PopulationCount.ratio(count, number))
    }
    let store = try Self.store(population: [
      Self.row(0, 1000, counted: counted(3, 40), basis: .samples, id: "few"),
      Self.row(0, 1000, counted: counted(30, 10_000), id: "rare"),
      Self.row(0, 1000, counted: counted(300, 10_000), id: "common"),
      Self.row(0, 1000, counted: counted(1, 10_000), id: "unlisted"),
      // Fifty people of a thousand are at least fifty alleles of two thousand.
      Self.row(0, 1000, counted: counted(50, 1000), basis: .samples, id: "people"),
    ])
    func ranked(_ call: Interval) -> [String] {
      var rows: [UInt32] = []
      var scratch: [IntervalRecordStore.RankedRecord] = []
      store.appendRankedPopulation(
        containing: call, on: .x, direction: .loss, slack: 1, to: &rows, scratch: &scratch)
      return rows.map { store.string(store.populationRecord($0).id) }
    }
    #expect(ranked(interval(10, 20)) == ["common", "people", "rare", "few"])
    let lone = try Self.store(population: [Self.row(0, 1000, counted: counted(1, 10_000))])
    var rows: [UInt32] = []
    var scratch: [IntervalRecordStore.RankedRecord] = []
    lone.appendRankedPopulation(
      containing: interval(10, 20), on: .x, direction: .loss, slack: 1, to: &rows,
      scratch: &scratch)
    #expect(rows == [0])
  }

  @Test("People count one X or Y of a man, two of anything else")
  func sexes() throws {
    var row = Self.row(5_000_000, 5_000_100, basis: .samples)
    row.male = PopulationCount(count: 4, number: 100, frequency: 40_000_000)
    row.female = PopulationCount(count: 6, number: 100, frequency: 60_000_000)
    var par = row
    par = PopulationRow(
      build: .grch38, line: 1, contig: .x, interval: interval(100_000, 100_100),
      direction: .loss, basis: .samples, counted: row.counted, male: row.male,
      female: row.female, source: "S", id: "par")
    let autosomal = Self.row(1, 2, contig: Contig(rawValue: 3), basis: .samples)
    let store = try Self.store(population: [row, par, autosomal])
    let records = (0..<3).map { store.populationRecord($0) }
    #expect(records[0].male == nil && records[0].maleAlleles == nil)
    #expect(records[1].isPseudoautosomal)
    #expect(
      records[1].maleAlleles == PopulationCount(count: 4, number: 200, frequency: 20_000_000))
    #expect(
      records[2].maleAlleles == PopulationCount(count: 4, number: 100, frequency: 40_000_000))
    #expect(
      records[2].femaleAlleles == PopulationCount(count: 6, number: 200, frequency: 30_000_000))
  }

  @Test(
    "Frequencies print exactly",
    arguments: [
      (0, "0"), (1_000_000_000, "1"), (16_073_000, "0.016073"), (6462, "0.000006462"),
      (1, "0.000000001"),
      (500_000_000, "0.5"),
    ] as [(UInt32, String)])
  func text(_ frequency: UInt32, _ expected: String) {
    #expect(PopulationCount(frequency: frequency).frequencyText == expected)
    #expect(PopulationCell.share(expected) == frequency)
  }

  static func compiled() throws -> Compilation {
    try Compilation(
      [
        try IntervalSample.population(
          IntervalSample.vcf(
            [
              "chrX 5000000 a N <DEL> . PASS END=5000300;AC=5;AN=1000;AF=0.005;MALE_AC=2;MALE_AN=300;"
                + "MALE_AF=0.006667",
              "chrX 5000000 b N <CNV> . PASS END=5000400;CN_COUNT=1,58,41;MALE_CN_COUNT=1,48,1;"
                + "FEMALE_CN_COUNT=0,10,40",
            ], info: IntervalSample.alleleInfo, contig: "chrX,length=156040895"), name: "sv.vcf"),
        try IntervalSample.population(
          IntervalSample.tabs([
            PopulationSourceTests.decipherHeader,
            "4 1 23946 88271 27 0.031952663 0.18 21 0.024852071 0.2 48 0.05 0.1 0 845 DDD",
          ]), name: "population_cnv_grch37.txt"),
        try IntervalSample.summary(
          IntervalSample.summaryText([
            IntervalSample.cnv(
              5, "Deletion", "1:101-400", name: "NC_000001.11:g.(100_200)_(300_400)del",
              significance: "Pathogenic; risk factor"),
            IntervalSample.cnv(5, "Deletion", "1:201-500", assembly: "GRCh37"),
            IntervalSample.cnv(6, "Complex", "X:201-500"),
          ])),
      ], release: nil)
  }

  @Test("Tables that are exported and compiled again give the same records and bytes")
  func roundTrip() throws {
    let first = KnowledgeBase.compiled(try Self.compiled())
    try first.verify()
    let folder = try TemporaryFolder()
    try first.export(folder: folder.path)
    func table(_ name: String) -> SourceArgument {
      SourceArgument(path: "\(folder.path)/\(name).tsv")
    }
    let second = KnowledgeBase.compiled(
      try Compilation([
        .population: [table("population_grch37"), table("population_grch38")],
        .variantSummary: [table("clinvar_cnvs_grch37"), table("clinvar_cnvs_grch38")],
      ]))
    let (a, b) = (try first.tables(), try second.tables())
    #expect(a.map(\.name) == b.map(\.name))
    #expect(a.map(\.name).filter { $0.hasPrefix("pop") || $0.hasPrefix("clinvar") }.count == 4)
    for (one, other) in zip(a, b) {
      #expect(
        String(decoding: one.bytes, as: UTF8.self) == String(decoding: other.bytes, as: UTF8.self))
    }
    let summary = try #require(first.manifest.builds.last?.intervalRecords)
    #expect([summary.populationLosses, summary.populationGains] == [2, 1])
    #expect(
      [summary.clinvarLosses, summary.clinvarGains, summary.clinvarWithoutDirection] == [1, 0, 1])
  }

  @Test("A record that two sources have is taken once, from the newer one")
  func duplicates() throws {
    func bed(_ name: String, _ frequency: String) throws -> CurationSource {
      let text = IntervalSample.tabs([
        IntervalSample.bedHeader, "1 9 99 gnomad_a DEL 90 4000 40 \(frequency)",
        "1 9 99 gnomad_\(name.prefix(8)) DEL 90 4000 40 0.01",
      ])
      return try IntervalSample.population(text, name: "\(name).GRCh38.bed")
    }
    let merged = IntervalMerge(
      population: [try bed("2020-01-01", "0.02"), try bed("2024-01-01", "0.01")])
    let rows = try #require(merged.rows[.grch38])
    #expect(rows.map(\.id) == ["gnomad_2020-01-", "gnomad_2024-01-", "gnomad_a"])
    #expect(rows.last?.counted.frequency == 10_000_000)
    #expect(merged.sources.map(\.rowsUsed) == [2, 1])
    #expect(merged.sources[1].oddities.count(of: .duplicateRow) == 1)
  }

  @Test("A store without interval records opens as one with none")
  func absent() throws {
    let store = try Self.store()
    #expect(store.isEmpty)
    #expect(
      store.populationRecords(containing: interval(1, 2), on: .x, direction: .loss).isEmpty)
    try store.verify()
  }

  @Test("Verifying finds a value that no writer writes")
  func badValues() throws {
    let rows = [Self.row(100, 200, id: "a"), Self.row(50, 300, id: "b")]
    let contents = StoreContents(
      features: [], intervals: IntervalRecordColumns(population: rows))
    let bytes = StoreBytes(StoreWriter.layout(of: contents, build: .grch38).bytes, name: "test")
    let store = IntervalRecordStore(try StoreFile(bytes, build: .grch38))
    #expect(
      throws: KnowledgeBaseError.badValue(file: "test", section: "population_start", row: 1)
    ) { try store.verify() }
  }
}
