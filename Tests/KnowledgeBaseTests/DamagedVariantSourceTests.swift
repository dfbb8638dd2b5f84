// SPDX-License-Identifier: MIT

import Genome
import TestSupport
import Testing

@testable import KnowledgeBase

@Suite("Damaged sources of alleles")
struct DamagedVariantSourceTests {
  private static let rows = ["1 100 11 A G Pathogenic", "1 200 12 C T Benign"].map {
    VariantSample.row($0, "CLNHGVS=NC_000001.11:g.100A>G")
  }
  private static let good = VariantSample.clinvar(rows)

  /// The error of a ClinVar file of this text, its path written `x`.
  private func error(_ text: String, _ suffix: String = "") throws -> KnowledgeBaseError? {
    let folder = try TemporaryFolder()
    let path = try folder.write(text, to: "x")
    do throws(KnowledgeBaseError) {
      _ = try Compilation([.clinvar: [try SourceArgument(path + suffix)]])
      return nil
    } catch {
      return error.withPath("x", for: path)
    }
  }

  @Test("A whole file has no error, and a build that it confirms may be given")
  func whole() throws {
    #expect(try error(Self.good) == nil)
    #expect(try error(Self.good, "=GRCh38@2020-01-01") == nil)
    #expect(try error(VariantSample.clinvar(Self.rows, reference: nil), "=GRCh38") == nil)
  }

  @Test(
    "More classifications than rows can name are refused, not confused",
    arguments: [
      (65_533, nil), (65_534, .sourceTooLarge(file: "x")), (131_072, .sourceTooLarge(file: "x")),
    ] as [(Int, KnowledgeBaseError?)])
  func tooManyClasses(count: Int, expected: KnowledgeBaseError?) throws {
    let rows = (1...count).map {
      "1\t\($0)\t\($0)\tA\tG\t.\t.\tCLNREVSTAT=reviewed_by_expert_panel;CLNSIG=\($0)"
    }
    #expect(try error(VariantSample.clinvar(rows)) == expected)
  }

  @Test("Empty, header alone, a web page, another file, a table")
  func otherFiles() throws {
    #expect(try error("") == .emptySource(file: "x"))
    #expect(try error("\n\n") == .emptySource(file: "x"))
    #expect(try error(VariantSample.clinvar([])) == .noRows(file: "x"))
    #expect(try error("<!DOCTYPE html><html></html>\n") == .webPage(file: "x"))
    #expect(
      try error("a\tb\n") == .unrecognisedSource(file: "x", role: .clinvar, start: "a\tb"))
  }

  @Test("A VCF without ClinVar's keys names the key")
  func missingKey() throws {
    let keys = VariantSample.infoKeys.filter { $0 != "CLNSIG" }
    #expect(
      try error(VariantSample.clinvar(Self.rows, keys: keys))
        == .missingColumn(file: "x", line: 19, column: "INFO/CLNSIG", found: keys))
  }

  @Test("A build that is missing, contradicted by the argument, or by the rows themselves")
  func builds() throws {
    #expect(
      try error(VariantSample.clinvar(Self.rows, reference: nil)) == .buildUnknown(file: "x"))
    #expect(
      try error(Self.good, "=GRCh37")
        == .buildContradicted(file: "x", stated: .grch38, argument: .grch37))
    #expect(
      try error(VariantSample.clinvar(Self.rows, reference: "GRCh37"))
        == .rowsOfOtherBuild(file: "x", stated: .grch37, found: .grch38))
  }

  @Test("A cut row, a cut last line, a file that stands twice")
  func cuts() throws {
    #expect(try error(String(Self.good.dropLast())) == .unterminated(file: "x", line: 22))
    #expect(
      try error(Self.good + "1\t300\t13\tA\n")
        == .tooFewCells(file: "x", line: 23, expected: 8, found: 4, isLast: false))
    #expect(try error(Self.good + Self.good) == .severalFilesInOne(file: "x"))
    #expect(
      try error(VariantSample.clinvar(Self.rows + Self.rows)) == .severalFilesInOne(file: "x"))
  }

  @Test(
    "A cell that is none of its column names line, cell and column",
    arguments: [
      ("1 1e5 13 A G Benign", 2, "POS", "1e5"), ("1 100 rs5 A G Benign", 3, "ID", "rs5"),
      ("1 100 13 <DEL> G Benign", 4, "REF", "<DEL>"),
    ])
  func cells(row: String, cell: Int, column: String, text: String) throws {
    #expect(
      try error(VariantSample.clinvar(Self.rows + [VariantSample.row(row)]))
        == .badCell(file: "x", line: 23, cell: cell, column: column, text: text))
  }

  @Test("The Evidence Repository's columns go by name, and a changed one is named")
  func evidenceColumns() throws {
    let header = VariantSample.evidenceHeader.map { $0 == "Assertion" ? "Verdict" : $0 }
    #expect(throws: KnowledgeBaseError.self) {
      try VariantSample.compile(evidence: [
        VariantSample.export(
          [VariantSample.evidence("a")], header: header.joined(separator: "\t"))
      ])
    }
    #expect(throws: KnowledgeBaseError.self) {
      try VariantSample.compile(evidence: [
        VariantSample.export(["cut\trow"])
      ])
    }
  }

  @Test("No change of a byte ends the program")
  func mutations() throws {
    var random = HostileSourceTests.Seeded(state: 7)
    let folder = try TemporaryFolder()
    let good = Array(
      VariantSample.clinvar(VariantStoreTests.rows).utf8)
    for _ in 0..<60 {
      var bytes = good
      let at = Int.random(in: bytes.indices, using: &random)
      bytes[at] = UInt8.random(in: 0...255, using: &random)
      if Int.random(in: 0..<4, using: &random) == 0 { bytes.removeSubrange(at...) }
      let path = try folder.write(bytes, to: "x")
      guard let compilation = try? Compilation([.clinvar: [SourceArgument(path: path)]]) else {
        continue
      }
      try KnowledgeBase.compiled(compilation).variants(for: .grch38).verify()
    }
  }
}

extension KnowledgeBaseError {
  /// The same error with another path, so that tests can name it.
  fileprivate func withPath(_ name: String, for path: String) -> KnowledgeBaseError {
    switch self {
    case .emptySource(path): .emptySource(file: name)
    case .noRows(path): .noRows(file: name)
    case .webPage(path): .webPage(file: name)
    case .sourceTooLarge(path): .sourceTooLarge(file: name)
    case .unrecognisedSource(path, let role, let start):
      .unrecognisedSource(file: name, role: role, start: start)
    case .missingColumn(path, let line, let column, let found):
      .missingColumn(file: name, line: line, column: column, found: found)
    case .buildUnknown(path): .buildUnknown(file: name)
    case .buildContradicted(path, let stated, let argument):
      .buildContradicted(file: name, stated: stated, argument: argument)
    case .rowsOfOtherBuild(path, let stated, let found):
      .rowsOfOtherBuild(file: name, stated: stated, found: found)
    case .unterminated(path, let line): .unterminated(file: name, line: line)
    case .tooFewCells(path, let line, let expected, let found, let isLast):
      .tooFewCells(file: name, line: line, expected: expected, found: found, isLast: isLast)
    case .severalFilesInOne(path): .severalFilesInOne(file: name)
    case .badCell(path, let line, let cell, let column, let text):
      .badCell(file: name, line: line, cell: cell, column: column, text: text)
    default: self
    }
  }
}
