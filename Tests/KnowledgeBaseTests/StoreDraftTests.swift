// SPDX-License-Identifier: MIT

import FoundationEssentials
import Genome
import Testing

@testable import KnowledgeBase

/// Stores that are begun while their sources are read.
@Suite("Stores begun early")
struct StoreDraftTests {
  /// ClinVar of so much text that some pieces of 4 MiB are written early.
  private static func clinvar(_ order: [Int] = Array(1...4_000), last: String? = nil) -> String {
    let rows = order.map { id in
      let name = "a_condition_\(id)_" + String(repeating: "long", count: 800)
      return VariantSample.row("1 \(id * 50) \(id) A G Benign")
        .replacing("CLNDN=A_condition", with: "CLNDN=\(name)")
    }
    return VariantSample.clinvar(rows + (last.map { [$0] } ?? []))
  }

  private static func compilation(
    _ clinvar: String, in folder: borrowing TemporaryFolder, to output: String
  ) throws -> Compilation {
    let exports = VariantSample.export([
      VariantSample.evidence("first", variation: "17"),
      VariantSample.evidence("second", hgvs: "NC_000001.11:g.7A>C"),
    ])
    return try Compilation(
      [
        .clinvar: [SourceArgument(path: try folder.write(clinvar, to: "clinvar.vcf"))],
        .evidenceRepository: [SourceArgument(path: try folder.write(exports, to: "erepo.tsv"))],
      ], folder: output)
  }

  private static func names(_ folder: String) -> [String]? {
    try? FileManager.default.contentsOfDirectory(atPath: folder).sorted()
  }

  private static let files = ["GRCh37.kb", "GRCh38.kb", "manifest.json"]

  @Test(
    "A store begun early has the bytes of one that is written at once", arguments: [true, false])
  func sameBytes(isSorted: Bool) throws {
    let folder = try TemporaryFolder()
    let output = folder.path + "/new"
    let order = isSorted ? Array(1...4_000) : (1...4_000).shuffled()
    let compilation = try Self.compilation(Self.clinvar(order), in: folder, to: output)
    let draft = try #require(compilation.drafts[.grch38])
    #expect(try draft.written() > 8 << 20)
    // Nothing has its name yet.
    #expect(try #require(Self.names(output)).allSatisfy { $0.hasPrefix(".") })
    try compilation.write(folder: output)
    #expect(Self.names(output) == Self.files)
    let written = try [UInt8](Data(contentsOf: URL(filePath: output + "/GRCh38.kb")))
    let isSame = written == compilation.stores[.grch38]
    #expect(isSame)
    let opened = try KnowledgeBase.open(folder: output)
    try opened.verify()
    #expect(try opened.variants(for: .grch38).find("1 50 A G") == [1])
  }

  @Test("A source that cannot be read leaves no new folder and nothing in an old one")
  func nothingStays() throws {
    let folder = try TemporaryFolder()
    let new = folder.path + "/new"
    let bad = Self.clinvar(last: "1\t900000\tnone\tA\tG\t.\t.\tCLNSIG=Benign")
    #expect(throws: KnowledgeBaseError.self) { try Self.compilation(bad, in: folder, to: new) }
    #expect(Self.names(new) == nil)

    try Self.compilation(Self.clinvar(), in: folder, to: new).write(folder: new)
    let before = try KnowledgeBase.open(folder: new).sha256
    #expect(throws: KnowledgeBaseError.self) { try Self.compilation(bad, in: folder, to: new) }
    #expect(Self.names(new) == Self.files)
    #expect(try KnowledgeBase.open(folder: new).sha256 == before)
  }

  @Test("What is written elsewhere, or nowhere, leaves nothing where it was begun")
  func elsewhere() throws {
    let folder = try TemporaryFolder()
    let new = folder.path + "/new"
    let other = folder.path + "/a/b/other"
    do {
      let compilation = try Self.compilation(Self.clinvar(), in: folder, to: new)
      #expect(Self.names(new)?.count == 1)
      try compilation.write(folder: other)
    }
    #expect(Self.names(new) == nil)
    #expect(Self.names(other) == Self.files)
    try KnowledgeBase.open(folder: other).verify()
  }

  @Test("Where a store cannot be begun it is written at once")
  func deepFolder() throws {
    let folder = try TemporaryFolder()
    let deep = folder.path + "/a/b/c"
    let compilation = try Self.compilation(Self.clinvar(), in: folder, to: deep)
    #expect(compilation.drafts.isEmpty)
    try compilation.write(folder: deep)
    try KnowledgeBase.open(folder: deep).verify()
  }

  @Test("A folder that kb update keeps is refused before a source is read")
  func keptByUpdate() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/current", withDestinationPath: "releases/1")
    #expect(throws: KnowledgeBaseError.keptByUpdate(folder: folder.path)) {
      try Compilation(
        [.clinvar: [SourceArgument(path: folder.path + "/absent")]], folder: folder.path)
    }
  }

  @Test("Every section that a store may have fits before the texts")
  func roomForDirectory() {
    let sections = StoreSection.allCases.count + AlleleSection.allCases.count
    #expect(
      StoreFormat.headerLength + sections * StoreFormat.entryLength <= StoreFormat.textsOffset)
  }
}
