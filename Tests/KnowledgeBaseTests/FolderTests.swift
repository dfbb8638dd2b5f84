// SPDX-License-Identifier: MIT

import FoundationEssentials
import Genome
import Testing

@testable import KnowledgeBase

/// A folder that is gone after the test.
struct TemporaryFolder: ~Copyable {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.path + "/kb-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}

@Suite("Knowledge-base folder")
struct FolderTests {
  static let project: String = {
    var parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    parts.removeLast(3)
    return parts.joined(separator: "/")
  }()

  static func testdata(_ name: String) throws -> SourceArgument {
    try SourceArgument("\(project)/testdata/clingen/\(name)")
  }

  static func compilation() throws -> Compilation {
    try Compilation([
      .dosageGenes: [
        testdata("genes.GRCh38.tsv"), testdata("genes.GRCh37.tsv"),
        testdata("haploinsufficiency.GRCh38.2026-04-25.bed"),
        testdata("triplosensitivity.GRCh38.2026-04-25.bed"),
      ], .dosageRegions: [testdata("regions.GRCh37.tsv"), testdata("regions.GRCh38.tsv")],
      .recurrent: [testdata("recurrent_V2.1-hg38.bed")],
    ])
  }

  @Test("A written knowledge base opens, verifies and names its sources without folders")
  func writeAndOpen() throws {
    let folder = try TemporaryFolder()
    try Self.compilation().write(folder: folder.path + "/a/b")
    let opened = try KnowledgeBase.open(folder: folder.path + "/a/b")
    try opened.verify()
    #expect(!opened.isSnapshot)
    #expect(opened.manifest.sources.allSatisfy { !$0.file.contains("/") })
    #expect(opened.release == "2024-10-29..2026-04-25")
    #expect(opened.sha256.count == 64)
    #expect(
      opened.manifest.warnings.contains(
        .mixedReleaseDates(oldest: "2024-10-29", newest: "2026-04-25")))
    #expect(
      opened.manifest.warnings.contains(.unknownReleaseDate(file: "recurrent_V2.1-hg38.bed")))
    #expect(opened.manifest.warnings.contains(.nothingPlaced(.recurrent, .grch37)))
  }

  @Test("The same sources give the same bytes")
  func deterministic() throws {
    let first = try Self.compilation()
    let second = try Self.compilation()
    #expect(first.manifestBytes == second.manifestBytes)
    #expect(first.stores == second.stores)
  }

  @Test("A folder without manifest, a strange manifest and a foreign store are told apart")
  func damaged() throws {
    let folder = try TemporaryFolder()
    #expect(throws: KnowledgeBaseError.noManifest(folder: folder.path)) {
      try KnowledgeBase.open(folder: folder.path)
    }
    let manifest = folder.path + "/manifest.json"
    try Data("{}".utf8).write(to: URL(filePath: manifest))
    #expect(throws: KnowledgeBaseError.badManifest(file: manifest)) {
      try KnowledgeBase.open(folder: folder.path)
    }
    try Data(#"{"format":"clincall-knowledge-base","formatVersion":7}"#.utf8)
      .write(to: URL(filePath: manifest))
    #expect(
      throws: KnowledgeBaseError.unsupportedFormat(file: manifest, found: 7, supported: 2)
    ) { try KnowledgeBase.open(folder: folder.path) }

    try Self.compilation().write(folder: folder.path)
    let other = try Compilation(
      [try Sample.read(Sample.geneList([Sample.gene("AAA1", 1, "chr1:1-2")]))], release: nil)
    let foreign = try #require(other.stores[.grch38])
    let store = folder.path + "/GRCh38.kb"
    try Data(foreign).write(to: URL(filePath: store))
    #expect(throws: KnowledgeBaseError.digestMismatch(file: store)) {
      try KnowledgeBase.open(folder: folder.path).dosage(for: .grch38)
    }
    try FileManager.default.removeItem(atPath: store)
    #expect(throws: KnowledgeBaseError.missingStore(file: store)) {
      try KnowledgeBase.open(folder: folder.path).dosage(for: .grch38)
    }
    #expect(throws: Never.self) {
      try KnowledgeBase.open(folder: folder.path).dosage(for: .grch37)
    }
  }

  @Test("A source that cannot be read leaves the old knowledge base untouched")
  func untouched() throws {
    let folder = try TemporaryFolder()
    try Self.compilation().write(folder: folder.path)
    let before = try KnowledgeBase.open(folder: folder.path).sha256
    #expect(throws: KnowledgeBaseError.self) {
      try Compilation([.dosageGenes: [SourceArgument(path: "\(Self.project)/Package.swift")]])
        .write(folder: folder.path)
    }
    #expect(try KnowledgeBase.open(folder: folder.path).sha256 == before)
  }

  @Test("Exported tables compile to the same stores and export to the same bytes")
  func roundTrip() throws {
    let folder = try TemporaryFolder()
    let first = KnowledgeBase.compiled(try Self.compilation())
    try first.export(folder: folder.path)
    let tables = try Compilation([
      .dosageGenes: [SourceArgument("\(folder.path)/dosage_genes.tsv")],
      .dosageRegions: [SourceArgument("\(folder.path)/dosage_regions.tsv")],
      .recurrent: [SourceArgument("\(folder.path)/recurrent_intervals.tsv")],
    ])
    #expect(tables.stores == (try Self.compilation().stores))
    let second = KnowledgeBase.compiled(tables)
    let (before, after) = (try first.tables(), try second.tables())
    #expect(before.map(\.name) == after.map(\.name))
    for (old, new) in zip(before, after) { #expect(old.bytes == new.bytes, "\(old.name)") }
    // The releases behind the tables stay named.
    #expect(second.manifest.sources.flatMap(\.origins).count == 7)
    #expect(second.release == first.release)
  }

  @Test("A newer list wins over our own table, an older one does not")
  func tableAndList() throws {
    let folder = try TemporaryFolder()
    try KnowledgeBase.compiled(try Self.compilation()).export(folder: folder.path)
    let table = try SourceFile(SourceArgument("\(folder.path)/dosage_genes.tsv"))
    func score(_ date: String) throws -> DosageScore? {
      let list = Sample.geneList([Sample.gene("ALFA", 1, "chr1:1001-2000", hi: "0")], date: date)
      let store = try Sample.compile([
        try table.read(as: .dosageGenes), try Sample.read(list),
      ]).dosage(for: .grch37)
      return store.features("ALFA").first?.hi
    }
    #expect(try score("1 Jan,2020") == .sufficient3)
    #expect(try score("1 Jan,2027") == DosageScore.none0)
  }
}
