// SPDX-License-Identifier: MIT

import Genome
import Testing

@testable import KnowledgeBase

@Suite("A flipped byte in a compiled knowledge base")
struct SectionDamageTests {
  /// Every section that the format has, so that a new one is tested by itself.
  static let sections =
    StoreSection.allCases.map(\.title) + AlleleSection.allCases.map(\.rawValue)
  static let file = "GRCh38.kb"

  private struct Section {
    let name: String
    let bytes: Range<Int>
  }

  /// The directory as the bytes have it, read without the program's own reader.
  private static func directory(_ bytes: [UInt8]) -> [Section] {
    func number(_ at: Int, _ width: Int) -> Int {
      (0..<width).reduce(0) { $0 | Int(bytes[at + $1]) << (8 * $1) }
    }
    return (0..<number(16, 4)).map { index in
      let entry = 64 + index * 64
      let name = String(decoding: bytes[entry..<entry + 24].prefix { $0 != 0 }, as: UTF8.self)
      let start = number(entry + 40, 8)
      return Section(name: name, bytes: start..<start + number(entry + 48, 8))
    }
  }

  private static func store() throws -> [UInt8] {
    try #require(try WholeSample.compiled.get().stores[.grch38])
  }

  /// The knowledge base with other bytes in the place of its GRCh38 store.
  private static func knowledge(_ bytes: [UInt8]) throws -> KnowledgeBase {
    let compilation = try WholeSample.compiled.get()
    return KnowledgeBase(manifest: compilation.manifest, sha256: "", isSnapshot: false) { build in
      StoreBytes(
        build == .grch38 ? bytes : compilation.stores[build] ?? [],
        name: KnowledgeBase.storeName(build))
    }
  }

  private static func flipped(_ bytes: [UInt8], at offset: Int) -> [UInt8] {
    var bytes = bytes
    bytes[offset] ^= 0x10
    return bytes
  }

  private static func verifying(_ bytes: [UInt8]) throws -> KnowledgeBaseError? {
    let knowledge = try knowledge(bytes)
    return error { () throws(KnowledgeBaseError) in try knowledge.verify() }
  }

  /// What annotating reads: everything that is opened, and every allele of the store with its texts.
  private static func reading(_ bytes: [UInt8]) throws -> KnowledgeBaseError? {
    let knowledge = try knowledge(bytes)
    return error { () throws(KnowledgeBaseError) in
      _ = try knowledge.dosage(for: .grch38)
      _ = try knowledge.genes(for: .grch38)
      _ = try knowledge.curations(for: .grch38)
      _ = try knowledge.intervalRecords(for: .grch38)
      let store = try knowledge.variants(for: .grch38)
      var queries = AlleleQueries()
      for row in WholeSample.alleles {
        let cells = row.split(separator: "\t")
        queries.append(
          Allele(
            start: (Int32(cells[1]) ?? 0) - 1, ref: Array(cells[3].utf8), alt: Array(cells[4].utf8)
          ), on: ContigName(String(cells[0])).contig, call: 0)
      }
      var matches: [AlleleMatch] = []
      try store.match(queries, appendingTo: &matches)
    }
  }

  private static func error(
    _ body: () throws(KnowledgeBaseError) -> Void
  ) -> KnowledgeBaseError? {
    do throws(KnowledgeBaseError) {
      try body()
      return nil
    } catch {
      return error
    }
  }

  @Test("The store of these tests has bytes in every section of the format, and is sound")
  func coverage() throws {
    let bytes = try Self.store()
    let directory = Self.directory(bytes)
    #expect(Set(directory.map(\.name)) == Set(Self.sections))
    #expect(directory.filter(\.bytes.isEmpty).map(\.name) == [])
    #expect(try Self.verifying(bytes) == nil)
    #expect(try Self.reading(bytes) == nil)
  }

  @Test("is found by verifying, which names the section", arguments: sections)
  func verified(section: String) throws {
    let bytes = try Self.store()
    let place = try #require(Self.directory(bytes).first { $0.name == section }).bytes
    for offset in Set([place.lowerBound, place.upperBound - 1]) {
      #expect(
        try Self.verifying(Self.flipped(bytes, at: offset))
          == .badChecksum(file: Self.file, section: section), "at \(offset - place.lowerBound)")
    }
  }

  @Test("is found before an allele of it is used, or at opening", arguments: sections)
  func read(section: String) throws {
    let bytes = try Self.store()
    let place = try #require(Self.directory(bytes).first { $0.name == section }).bytes
    let isLazy = AlleleSection(rawValue: section)?.isLazy ?? false
    for offset in Set([place.lowerBound, place.upperBound - 1]) {
      let found = try Self.reading(Self.flipped(bytes, at: offset))
      guard isLazy, section != AlleleSection.texts.rawValue else {
        #expect(found == .badChecksum(file: Self.file, section: section), "at \(offset)")
        continue
      }
      guard case .badChecksum(Self.file, let rows?)? = found else {
        Issue.record("\(String(describing: found)) at \(offset - place.lowerBound)")
        continue
      }
      #expect(rows.hasPrefix("alleles 0-"))
    }
  }

  @Test("of header or directory is an error at opening, whichever it is")
  func head() throws {
    let bytes = try Self.store()
    let length = 64 + Self.directory(bytes).count * 64
    for offset in 0..<length {
      let bad = StoreBytes(Self.flipped(bytes, at: offset), name: Self.file)
      let found = Self.error { () throws(KnowledgeBaseError) in
        _ = try StoreFile(bad, build: .grch38)
      }
      switch (offset, found) {
      case (0..<8, .notAStore(Self.file)?), (8..<10, .unsupportedFormat(Self.file, _, _)?),
        (24..<32, .truncatedStore(Self.file, _, _)?):
        continue
      case (10..., .badChecksum(Self.file, section: nil)?): continue
      default: Issue.record("\(String(describing: found)) at \(offset)")
      }
    }
  }

  @Test("of the padding changes no answer, and is found by the digest of the whole")
  func padding() throws {
    let bytes = try Self.store()
    var last = 64 + Self.directory(bytes).count * 64
    var gaps = 0
    for section in Self.directory(bytes).sorted(by: { $0.bytes.lowerBound < $1.bytes.lowerBound }) {
      defer { last = section.bytes.upperBound }
      if last == section.bytes.lowerBound { continue }
      gaps += 1
      if gaps % 20 != 1 { continue }
      let bad = Self.flipped(bytes, at: last)
      #expect(try Self.verifying(bad) == .digestMismatch(file: Self.file), "before \(section.name)")
      #expect(try Self.reading(bad) == nil, "before \(section.name)")
    }
    #expect(gaps > 20)
  }

  @Test("of the manifest is an error at opening, wherever it is")
  func manifest() throws {
    let bytes = try WholeSample.compiled.get().manifestBytes
    #expect(
      try Manifest(decoding: bytes, file: "m") == (try WholeSample.compiled.get().manifest))
    // Every place of the digest, and places all over the rest.
    let key = try #require(bytes.firstRange(of: Array("manifestSHA256".utf8)))
    let near = key.lowerBound - 5..<key.upperBound + 75
    for offset in bytes.indices where near.contains(offset) || offset % 37 == 0 {
      let found = Self.error { () throws(KnowledgeBaseError) in
        _ = try Manifest(decoding: Self.flipped(bytes, at: offset), file: "m")
      }
      switch found {
      case .badManifest("m")?, .damagedManifest("m")?, .unsupportedFormat("m", _, 2)?: continue
      default: Issue.record("\(String(describing: found)) at \(offset)")
      }
    }
  }

  @Test("of the manifest that leaves it well-formed is told as damage")
  func digit() throws {
    let bytes = try WholeSample.compiled.get().manifestBytes
    let text = String(decoding: bytes, as: UTF8.self)
    let changed = text.replacing("2026-02-15", with: "2027-02-15")
    #expect(changed != text)
    #expect(throws: KnowledgeBaseError.damagedManifest(file: "m")) {
      try Manifest(decoding: Array(changed.utf8), file: "m")
    }
  }

  @Test("A manifest of the version before has no digest of its own and is read")
  func olderManifest() throws {
    let text = String(decoding: try WholeSample.compiled.get().manifestBytes, as: UTF8.self)
    let lines = text.split(separator: "\n").filter { !$0.contains("manifestSHA256") }
    #expect(lines.count == text.split(separator: "\n").count - 1)
    let without = lines.joined(separator: "\n")
    #expect(throws: KnowledgeBaseError.damagedManifest(file: "m")) {
      try Manifest(decoding: Array(without.utf8), file: "m")
    }
    let older = without.replacing("\"formatVersion\" : 2", with: "\"formatVersion\" : 1")
    #expect(try Manifest(decoding: Array(older.utf8), file: "m").formatVersion == 1)
  }
}
