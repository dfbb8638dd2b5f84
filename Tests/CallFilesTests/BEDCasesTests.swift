// SPDX-License-Identifier: MIT

import CallFiles
import CallTestSupport
import Calls
import Genome
import HTS
import Records
import Testing

/// Whole files as they come from spreadsheets, browsers and broken transfers: each gives exactly so many
/// calls or is refused.
///
/// Rows without a type are read with `--type loss`.
struct BEDCasesTests {
  private static let row = "chr1\t100\t200\n"

  enum Outcome: Sendable {
    case calls(Int)
    case refused
  }

  private static let cases: [(name: String, text: String, outcome: Outcome)] = [
    ("three columns", row + "chr1\t300\t400\n", .calls(2)),
    ("no final newline", "chr1\t100\t200\nchr1\t300\t400", .calls(2)),
    ("empty", "", .refused),
    ("comments only", "#chrom\tstart\tend\n# nothing\n", .calls(0)),
    ("browser and track", "browser position chr1:1-1000\ntrack name=x\n" + row, .calls(1)),
    ("header of bare words", "chrom\tstart\tend\n" + row, .calls(1)),
    ("header amid rows", row + "chrom\tstart\tend\n" + row, .refused),
    ("two columns", "chr1\t100\n", .refused),
    ("one column", "chr1\n", .refused),
    ("blanks for TABs", "chr1 100 200\nchr1 300 400\n", .refused),
    ("mixed delimiters", "chr1\t100\t200\nchr1 300 400\n", .refused),
    ("column count varies", "chr1\t100\t200\tDEL\nchr1\t300\t400\n", .refused),
    ("start behind end", "chr1\t200\t100\n", .refused),
    ("start at end", "chr1\t100\t100\n", .calls(1)),
    ("negative start", "chr1\t-1\t100\n", .refused),
    ("zero start", "chr1\t0\t100\n", .calls(1)),
    ("decimal", "chr1\t100.5\t200\n", .refused),
    ("scientific", "chr1\t1e5\t2e5\n", .refused),
    ("thousands", "chr1\t1,000,000\t2,000,000\n", .refused),
    ("plus", "chr1\t+100\t200\n", .refused),
    ("hexadecimal", "chr1\t0x64\t200\n", .refused),
    ("leading zero", "chr1\t0100\t0200\n", .calls(1)),
    ("blank in a number", "chr1\t 100\t200 \n", .refused),
    ("no-break space", "chr1\t100\u{A0}\t200\n", .refused),
    ("32 bits", "chr1\t2147483648\t2147483649\n", .refused),
    ("64 bits", "chr1\t9223372036854775808\t9223372036854775809\n", .refused),
    ("beyond the contig", "chr1\t248956000\t248957000\n", .refused),
    ("CRLF", "chr1\t100\t200\r\nchr1\t300\t400\r\n", .calls(2)),
    ("CR alone", "chr1\t100\t200\rchr1\t300\t400\r", .refused),
    ("byte order mark", "\u{FEFF}" + row, .calls(1)),
    ("blank line", row + "\n" + row, .calls(2)),
    ("blank lines at the end", row + "\n\n", .calls(1)),
    ("TABs at the end", "chr1\t100\t200\t\t\t\n", .calls(1)),
    ("empty start", "chr1\t\t200\n", .refused),
    ("unknown contig", "chrZ\t100\t200\n", .calls(1)),
    ("chr mixed", "chr1\t100\t200\n1\t300\t400\n", .calls(2)),
    ("chrM and MT", "chrM\t100\t200\nMT\t300\t400\n", .calls(2)),
    ("unsorted", "chr2\t100\t200\nchr1\t100\t200\n", .calls(2)),
    ("duplicates", row + row, .calls(2)),
    ("commas", "chr1,100,200,DEL\n", .refused),
    ("quotes", "\"chr1\"\t\"100\"\t\"200\"\n", .refused),
    ("web page", "<!DOCTYPE html><html><body>404</body></html>\n", .refused),
    ("long line", "chr1\t100\t200\t" + String(repeating: "A", count: 1_000_000) + "\n", .calls(1)),
    ("control characters", "chr1\t100\t200\t\u{1B}[2J\u{1B}]0;x\u{7}\n", .calls(1)),
  ]

  /// Those whose type column matters.
  private static let typed: [(name: String, text: String, outcome: Outcome)] = [
    ("empty type", "chr1\t100\t200\t\n", .refused),
    ("misspelt type", "chr1\t100\t200\tdeletoin\n", .refused),
    (
      "synonyms", ["DEL", "loss", "<DUP>", "GAIN", "dup"].map { "chr1\t1\t9\t\($0)\n" }.joined(),
      .calls(5)
    ),
    ("copy numbers for types", "chr1\t1\t9\t1\nchr1\t1\t9\t3\n", .refused),
    ("gene names as dates", "chr1\t1\t9\tDEL\t2-Sep\nchr1\t1\t9\tDEL\tMARCH1\n", .calls(2)),
    ("header with type", "chrom\tstart\tend\ttype\nchr1\t1\t248956422\tDEL\n", .calls(1)),
    ("no type anywhere", row, .refused),
  ]

  /// Opens the text as a file and reads all of it, as one batch.
  private func outcome(_ bytes: [UInt8], type: CallType?) throws -> Outcome {
    let folder = try ScratchFolder()
    try folder.write(bytes, to: "case.bed")
    var options = ReadingOptions()
    options.build = .grch38
    options.declaredType = type
    do {
      let opened = try folder.open("case.bed", options)
      var chunks = opened.chunks
      var arena: [UInt8] = []
      while let chunk = try chunks.next() { try chunk.decode(appendingTo: &arena) }
      var batch = CallBatch(arena: arena, body: opened.bodyOffset..<arena.count, input: 0)
      guard opened.reader.read(&batch, firstLine: 1).isEmpty else { return .refused }
      return .calls(batch.counts.calls)
    } catch is OpeningFault {
      return .refused
    } catch is MalformedRecords {
      return .refused
    } catch is HTSError {
      return .refused
    }
  }

  private func check(
    _ index: Int, of cases: [(name: String, text: String, outcome: Outcome)], type: CallType?
  )
    throws
  {
    let (name, text, expected) = cases[index]
    switch (try outcome(Array(text.utf8), type: type), expected) {
    case (.calls(let found), .calls(let count)): #expect(found == count, "\(name)")
    case (.refused, .refused): break
    case let other: Issue.record("\(name): \(other)")
    }
  }

  @Test(arguments: cases.indices)
  func `a file gives its calls or is refused`(index: Int) throws {
    try check(index, of: Self.cases, type: .loss)
  }

  @Test(arguments: typed.indices)
  func `a file with a type column gives its calls or is refused`(index: Int) throws {
    try check(index, of: Self.typed, type: nil)
  }

  @Test func `bytes that are no UTF-8 stay in the name`() throws {
    let row = Array("chr1\t100\t200\tS".utf8) + [0xE9] + Array("quence\n".utf8)
    guard case .calls(1) = try outcome(row, type: .loss) else {
      Issue.record("not read")
      return
    }
  }

  @Test(arguments: [true, false])
  func `UTF-16 is refused by name`(isLittle: Bool) throws {
    let units = Array(("\u{FEFF}" + Self.row).utf16)
    let bytes = units.flatMap { unit -> [UInt8] in
      let pair = [UInt8(unit & 255), UInt8(unit >> 8)]
      return isLittle ? pair : pair.reversed()
    }
    let folder = try ScratchFolder()
    try folder.write(bytes, to: "case.bed")
    #expect(throws: OpeningFault.unsupported(.utf16)) { try folder.open("case.bed") }
  }
}
