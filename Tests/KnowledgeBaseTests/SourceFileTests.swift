// SPDX-License-Identifier: MIT

import Genome
import Testing

@testable import KnowledgeBase

@Suite("What stands in place of a list")
struct SourceFileTests {
  @Test("Nothing, blanks, a web page, gzip and strange text are each refused as what they are")
  func refused() {
    func error(_ bytes: [UInt8]) -> KnowledgeBaseError? {
      do throws(KnowledgeBaseError) {
        _ = try SourceFile(argument: SourceArgument(path: "f"), bytes: bytes).read(as: .recurrent)
        return nil
      } catch {
        return error
      }
    }
    #expect(error([]) == .emptySource(file: "f"))
    #expect(error(Array("\r\n \n".utf8)) == .emptySource(file: "f"))
    #expect(error(Array("\n<!DOCTYPE html>".utf8)) == .webPage(file: "f"))
    #expect(error([0x1F, 0x8B, 8, 0]) == .compressedSource(file: "f"))
    #expect(
      error(Array("Error 503\n".utf8))
        == .unrecognisedSource(file: "f", role: .recurrent, start: "Error 503"))
    #expect(
      error(Array("#clincall-table dosage_genes 9\n".utf8))
        == .unknownTable(file: "f", name: "dosage_genes", version: "9"))
  }

  @Test("A missing file is a missing file")
  func missing() {
    #expect {
      try SourceFile(SourceArgument(path: "no/such/file"))
    } throws: { error in
      if case .file? = error as? KnowledgeBaseError { true } else { false }
    }
  }

  @Test(
    "Build and date are taken off an argument's end only where they are one",
    arguments: [
      ("a/b.tsv", "a/b.tsv", nil, nil), ("a.tsv=GRCh37", "a.tsv", "GRCh37", nil),
      ("a.tsv=hg38@2026-04-25", "a.tsv", "GRCh38", "2026-04-25"),
      ("a@b/c.tsv@2026-04-25", "a@b/c.tsv", nil, "2026-04-25"),
      ("x=y/c.tsv", "x=y/c.tsv", nil, nil), ("x=y.tsv", "x=y.tsv", nil, nil),
      ("me@home.tsv", "me@home.tsv", nil, nil),
    ] as [(String, String, String?, String?)])
  func arguments(text: String, path: String, build: String?, date: String?) throws {
    let argument = try SourceArgument(text)
    #expect(argument.path == path)
    #expect(argument.build?.name == build)
    #expect(argument.date?.text == date)
  }

  @Test(
    "A build or date that is none is a usage error", arguments: ["a=GRCh36", "a@2026-13-01", ""])
  func badArguments(text: String) {
    #expect(throws: KnowledgeBaseError.badSourceArgument(text: text)) { try SourceArgument(text) }
  }

  @Test("Dates are read as lists write them, and only real ones")
  func dates() {
    #expect(ReleaseDate(listed: "15 Feb,2026")?.text == "2026-02-15")
    #expect(ReleaseDate(listed: "6 Feb, 2026")?.text == "2026-02-06")
    #expect(ReleaseDate(listed: "ClinGen Gene Curation Results") == nil)
    #expect(ReleaseDate(iso: "2026-02-32") == nil)
    #expect(ReleaseDate(inName: "x.2021-02.bed") == nil)
    #expect(ReleaseDate(inName: "v12026-02-15") == nil)
    #expect(ReleaseDate(inName: "list.2026-02-15.tsv")?.text == "2026-02-15")
  }
}
