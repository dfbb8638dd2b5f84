// SPDX-License-Identifier: MIT

import FoundationEssentials
import Genome
import TestSupport
import Testing

@testable import KnowledgeBase

/// gnomAD's and DECIPHER's own files, which lie beside the project and are no part of it.
@Suite("Real population files", SharedData.trait)
struct RealPopulationTests {
  static func read(_ name: String) throws -> CurationSource {
    try CurationSource(SourceArgument(SharedData.path("population/\(name)")), as: .population)
  }

  static let files: [(String, SourceKind, [Int], [OddityKind: Int])] = [
    (
      "gnomad_v2.1_sv.lifted.GRCh38.bed.gz", .gnomadSVBED, [218_209, 218_191, 169_098, 49_093],
      [.frequencyAboveOne: 18]
    ),
    (
      "gnomad.v4.0.sv.chr1.vcf.gz", .gnomadSVVCF, [262, 113, 71, 51],
      [.failedFilter: 138, .notCopyNumber: 11]
    ),
    (
      "gnomad.v4.0.sv.chr2.vcf.gz", .gnomadSVVCF, [263, 139, 79, 60],
      [.failedFilter: 117, .notCopyNumber: 7]
    ),
    ("gnomad_v2.1_sv.sites.vcf.gz", .gnomadSVVCF, [47, 12, 10, 6], [:]),
    ("gnomad.v4.0.cnv.all.vcf.gz", .gnomadCNVVCF, [71, 68, 40, 28], [.failedFilter: 3]),
    (
      "population_cnv_grch37.txt.gz", .decipherPopulation, [58_146, 58_132, 42_499, 19_561],
      [.noFrequency: 14]
    ),
    (
      "population_cnv_grch38.txt.gz", .decipherPopulation, [57_639, 57_625, 42_165, 19_217],
      [.noFrequency: 14]
    ),
  ]

  @Test(
    "Records like a call are those of bedtools intersect -r -f",
    .enabled(if: Program.installed("bedtools") != nil, "needs bedtools"),
    arguments: [0.5, 0.8])
  func reciprocal(_ least: Double) throws {
    let tool = try #require(Program.installed("bedtools"))
    let folder = try TestSupport.TemporaryFolder()
    // ClinVar's own copy-number variants of GRCh38, against themselves.
    let table = try SourceFile(
      SourceArgument(SharedData.path("truth/clinvar_cnv_with_classifycnv.GRCh38.tsv.gz")))
    var rows: [ClinVarCNVRow] = []
    for line in table.lines.dropFirst() {
      let cells = line.cells
      let contig = ContigName(cells[6]).contig
      guard contig.isAssembled, let start = Int32(cells[7]), let end = Int32(cells[8]), start < end
      else { continue }
      rows.append(
        ClinVarCNVRow(
          build: .grch38, line: line.number, contig: contig,
          interval: Interval(start: start, end: end),
          direction: cells[1] == "loss" ? .loss : .gain, variationID: UInt32(line.number),
          classification: cells[3], stars: 0, reviewStatus: ""))
    }
    try #require(rows.count > 18_000)
    let store = try IntervalRecordStoreTests.store(clinvar: rows)
    try store.verify()
    for direction in [CopyNumberDirection.loss, .gain] {
      let mine = rows.filter { $0.direction == direction }
      let text = mine.map {
        "chr\($0.contig.name)\t\($0.interval.start)\t\($0.interval.end)\t\($0.variationID)\n"
      }.joined()
      let path = try folder.write(text, to: "cnv.bed")
      let calls = try folder.write(
        text.split(separator: "\n").enumerated().filter { $0.offset % 10 == 0 }.map {
          $0.element + "\n"
        }.joined(), to: "calls.bed")
      let theirs = try tool.run(
        ["intersect", "-a", calls, "-b", path, "-wa", "-wb", "-r", "-f", "\(least)"]
      ).text
      var expected: Set<String> = []
      for line in theirs.split(separator: "\n") {
        let cells = line.split(separator: "\t")
        expected.insert("\(cells[3]) \(cells[7])")
      }
      var found: Set<String> = []
      for (number, call) in mine.enumerated() where number % 10 == 0 {
        for match in store.clinvarCNVs(
          overlapping: call.interval, on: call.contig, direction: direction,
          reciprocal: Int(least * 1_000_000))
        { found.insert("\(call.variationID) \(match.cnv.variationID)") }
      }
      #expect(found == expected)
      #expect(expected.count > 1000)
    }
  }

  @Test("Rows read and used, losses and gains, and why rows are not used", arguments: files)
  func counts(
    _ name: String, _ kind: SourceKind, _ expected: [Int], _ oddities: [OddityKind: Int]
  ) throws {
    let source = try Self.read(name)
    #expect(source.kind == kind)
    #expect(
      source.build == (name.contains("v2.1_sv.sites") || name.contains("37") ? .grch37 : .grch38))
    #expect(
      [
        source.rowsRead, source.rowsUsed, source.population.count { $0.direction == .loss },
        source.population.count { $0.direction == .gain },
      ] == expected)
    for (kind, count) in oddities { #expect(source.oddities.count(of: kind) == count, "\(kind)") }
    // Every row that is not used says why.
    let reasons: [OddityKind] = [
      .failedFilter, .notCopyNumber, .unknownType, .noFrequency, .frequencyAboveOne, .noSexCounts,
      .unplaced, .unknownContig, .unreadableLocation,
    ]
    #expect(
      source.rowsRead - source.rowsUsed
        == reasons.reduce(0) { $0 + source.oddities.count(of: $1) })
  }

  @Test(
    "Records that contain a call are those of bedtools intersect -f 1.0",
    .enabled(if: Program.installed("bedtools") != nil, "needs bedtools"))
  func bedtools() throws {
    let tool = try #require(Program.installed("bedtools"))
    let folder = try TestSupport.TemporaryFolder()
    let sources = [try Self.read("gnomad_v2.1_sv.lifted.GRCh38.bed.gz")]
    let knowledgeBase = KnowledgeBase.compiled(try Compilation(sources, release: nil))
    let store = try knowledgeBase.intervalRecords(for: .grch38)
    // Every 25th call of the 1000 Genomes Project.
    let text = try String(
      contentsOfFile: SharedData.path("inputs/1000Genomes.hg38.bed"), encoding: .utf8)
    var calls: [(line: String, contig: Contig, interval: Interval, direction: CopyNumberDirection)]
    calls = []
    for (number, line) in text.split(separator: "\n").enumerated() where number % 25 == 0 {
      let cells = line.split(separator: "\t")
      guard cells.count >= 4, let start = Int32(cells[1]), let end = Int32(cells[2]) else {
        continue
      }
      let contig = ContigName(String(cells[0])).contig
      let direction: CopyNumberDirection? =
        cells[3] == "DEL" ? .loss : cells[3] == "DUP" ? .gain : nil
      guard let direction, contig.isAssembled, start < end else { continue }
      calls.append(
        ("chr\(contig.name)\t\(start)\t\(end)", contig, Interval(start: start, end: end), direction)
      )
    }
    try #require(calls.count > 1000)
    for direction in [CopyNumberDirection.loss, .gain] {
      var records = ""
      for row in 0..<UInt32(store.populationCount) {
        let record = store.populationRecord(row)
        guard record.direction == direction else { continue }
        records +=
          "chr\(record.contig.name)\t\(record.interval.start)\t\(record.interval.end)\t\(row)\n"
      }
      let mine = calls.filter { $0.direction == direction }
      try records.write(toFile: folder.path + "/records.bed", atomically: false, encoding: .utf8)
      try (mine.map(\.line).joined(separator: "\n") + "\n").write(
        toFile: folder.path + "/calls.bed", atomically: false, encoding: .utf8)
      let arguments = [
        "intersect", "-a", folder.path + "/calls.bed", "-b", folder.path + "/records.bed", "-wa",
        "-wb", "-f", "1.0",
      ]
      let theirs = try tool.run(arguments).text
      var expected: Set<String> = []
      for line in theirs.split(separator: "\n") {
        let cells = line.split(separator: "\t")
        expected.insert("\(cells[0])\t\(cells[1])\t\(cells[2])\t\(cells[6])")
      }
      var found: Set<String> = []
      for call in mine {
        for record in store.populationRecords(
          containing: call.interval, on: call.contig, direction: direction, slack: 0)
        { found.insert("\(call.line)\t\(record.row)") }
      }
      #expect(found == expected)
      #expect(!expected.isEmpty)
    }
  }
}
