// SPDX-License-Identifier: MIT

import CallFiles
import CallTestSupport
import Calls
import Genome
import HTS
import Records
import Testing

/// The bytes and cells of tables: encodings, line ends, delimiters, numbers.
struct TableCellTests {
  private static let header = "Sample ID\tChr\tStart\tEnd\tCNV Value\tCNV Conf\tComment\n"
  private static let row = "Zo\u{EB}\t22\t18844632\t21462353\t1\t87.4\t\t\n"
  private static let expected = ["22:18844631-21462353 loss cn=1 Zo\u{EB} conf=87.4"]

  private func read(_ bytes: [UInt8], _ change: (inout ReadingOptions) -> Void = { _ in }) throws
    -> OpenedReading
  {
    var options = ReadingOptions()
    options.build = .grch37
    change(&options)
    return try OpenedReading(bytes, options)
  }

  private func read(_ text: String, _ change: (inout ReadingOptions) -> Void = { _ in }) throws
    -> OpenedReading
  {
    try read(Array(text.utf8), change)
  }

  private static func utf16(_ text: String, isLittle: Bool, hasMark: Bool) -> [UInt8] {
    ((hasMark ? "\u{FEFF}" : "") + text).utf16.flatMap { unit -> [UInt8] in
      let pair = [UInt8(unit & 255), UInt8(unit >> 8)]
      return isLittle ? pair : pair.reversed()
    }
  }

  @Test(arguments: [true, false], [true, false])
  func `UTF-16 is read with and without its mark`(isLittle: Bool, hasMark: Bool) throws {
    let text = (Self.header + Self.row).replacing("\n", with: "\r\n")
    let reading = try read(Self.utf16(text, isLittle: isLittle, hasMark: hasMark))
    #expect(reading.calls == Self.expected)
    #expect(reading.opened.remarks.first?.hasPrefix("read as UTF-16") == true)
  }

  @Test func `UTF-16 that ends inside a character is cut`() throws {
    var bytes = Self.utf16(Self.header + Self.row, isLittle: true, hasMark: true)
    bytes.removeLast()
    #expect(throws: HTSError.textCut) { try read(bytes) }
  }

  @Test func `text that is no UTF-8 is Windows-1252`() throws {
    let bytes = Array((Self.header + Self.row).unicodeScalars.map { UInt8($0.value) })
    let reading = try read(bytes)
    #expect(reading.calls == Self.expected)
    #expect(reading.opened.remarks.first == "read as Windows-1252")
  }

  @Test(arguments: ["\n", "\r\n", "\r"], ["", "\u{FEFF}"])
  func `line ends and marks do not matter`(lineEnd: String, mark: String) throws {
    let text = mark + (Self.header + Self.row).replacing("\n", with: lineEnd)
    #expect(try read(text).calls == Self.expected)
  }

  @Test(arguments: [1, 2, 3, 5, 7, 64])
  func `pieces cut anywhere give the same text`(size: Int) throws {
    let text = Array((Self.header + "\u{1F9EC}\u{20AC}" + Self.row).utf8)
    for (encoding, bytes) in [
      (TextEncoding.utf8, text),
      (
        .utf16LittleEndian,
        Self.utf16(String(decoding: text, as: UTF8.self), isLittle: true, hasMark: true)
      ),
      (
        .utf16BigEndian,
        Self.utf16(String(decoding: text, as: UTF8.self), isLittle: false, hasMark: true)
      ),
      (.windows1252, text),
    ] {
      var transcoder = Transcoder(encoding)
      var found: [UInt8] = []
      for start in stride(from: 0, to: bytes.count, by: size) {
        found += transcoder.transcode(Array(bytes[start..<min(start + size, bytes.count)]))
      }
      found += try transcoder.finish()
      #expect(found == text)
    }
  }

  @Test func `commas, quotes and a separator line`() throws {
    let text = """
      sep=,
      Sample ID,Chr,Start,End,CNV Value,CNV Conf,Comment
      "A ""B"", C","22","18,844,632","21,462,353",1,87.4,
      """
    #expect(try read(text).calls == ["22:18844631-21462353 loss cn=1 A \"\"B\"\", C conf=87.4"])
  }

  @Test func `a quoted cell that does not end is refused`() throws {
    let reading = try read(Self.header + "S\t22\t1\t2\t1\t9\t\"a\nb\"\n")
    #expect(reading.faults.map(\.fault) == [.openQuote, .columnCount(found: 1, expected: 7)])
  }

  @Test func `semicolons come with decimal commas`() throws {
    let text = """
      sep=;
      Sample ID;Chr;Start;End;CNV Value;CNV Conf;Comment
      S;22;18.844.632;21.462.353;1,00;87,4;
      """
    #expect(try read(text).calls == ["22:18844631-21462353 loss cn=1 S conf=87.4"])
  }

  @Test(arguments: [
    ("18844632", "21462353", ""), ("18,844,632", "21,462,353", ""),
    ("18.844.632", "21.462.353", ""), ("18'844'632", "21\u{2019}462\u{2019}353", ""),
    ("18\u{A0}844\u{A0}632", "21\u{202F}462\u{202F}353", ""), ("18844632.0", "21462353.00", ""),
    (" 18844632 ", "\u{A0}21462353", ""), ("1.8844632e+07", "2.1462353E7", ""),
  ])
  func `coordinates as spreadsheets write them`(start: String, end: String, flag: String) throws {
    let text = Self.header + "S\t22\t\(start)\t\(end)\t1\t87.4\t\n"
    #expect(try read(text).calls == ["22:18844631-21462353 loss cn=1 S conf=87.4\(flag)"])
  }

  @Test func `an exponent that may have rounded is flagged`() throws {
    let text = Self.header + "S\t1\t1e+07\t1.5e+07\t1\t87.4\t\n"
    #expect(
      try read(text).calls == ["1:9999999-15000000 loss cn=1 S conf=87.4 coordinates_rounded"])
  }

  @Test(arguments: [
    "1.5", "1e-3", "12,34", "1,2345", "1 2", "0x10", "+5", "-5", "1.5e0", "", "1,234.567,8",
    "99999999999", "1e99",
  ])
  func `what is no coordinate is refused`(text: String) throws {
    let reading = try read(Self.header + "S\t1\t\(text)\t99999999\t1\t87.4\t\n")
    #expect(reading.faults.count == 1)
    #expect(reading.calls.isEmpty)
  }

  @Test func `the role decides what a comma is`() throws {
    let text = "ID\tchrom\tloc.start\tloc.end\tnum.mark\tseg.mean\n"
    let comma = try read(text + "S\t1\t1,234\t5,678\t3\t-0,5\nS\t1\t1,234\t5,678\t3\t1,234\n")
    #expect(
      comma.calls == [
        "1:1233-5678 loss S log2=-0.5 probes=3 type_from_log2",
        "1:1233-5678 gain S log2=1.234 probes=3 type_from_log2",
      ])
    // Nothing shows that it is a decimal mark.
    let unclear = try read(text + "S\t1\t1,234\t5,678\t3\t1,234\n")
    #expect(unclear.faults.map(\.fault) == [.notNumber(name: "the log2 ratio")])
    let told = try read(text + "S\t1\t1,234\t5,678\t3\t1,234\n") { $0.table.decimalMark = .comma }
    #expect(told.calls.count == 1)
  }

  @Test func `R's row names are no column`() throws {
    let text = """
      "seqnames" "start" "end" "width" "strand" "sampleName" "median" "mean" "CN"
      "1" "chr22" 18844632 21462353 2617722 "*" "X1" -0.85 -0.85 "CN1"
      "2" "chr22" 18844632 21462353 2617722 "*" "X1" 0.85 0.85 "CN3"
      """
    #expect(
      try read(text).calls == [
        "chr22:18844631-21462353 loss cn=1 X1 log2=-0.85",
        "chr22:18844631-21462353 gain cn=3 X1 log2=0.85",
      ])
  }

  @Test func `a cut row and a surplus cell are refused`() throws {
    let reading = try read(Self.header + "S\t22\t100\nS\t22\t100\t200\t1\t9\tx\ty\n")
    #expect(
      reading.faults.map(\.fault) == [
        .columnCount(found: 3, expected: 7), .columnCount(found: 8, expected: 7),
      ])
  }

  /// With a cell less the copies would be read from the column behind, and a loss was neutral.
  @Test func `where rows end in a further delimiter, one without has lost a cell`() throws {
    let whole = "S\t22\t100\t200\t1\t9\tx\t\n"
    let short = "S\t22\t100\t1\t2\t9\tx\n"
    let reading = try read(Self.header + whole + whole + short + whole)
    #expect(reading.faults.map(\.fault) == [.columnCount(found: 7, expected: 8)])
    #expect(reading.faults.map(\.line) == [Self.header.filter { $0 == "\n" }.count + 3])
    #expect(reading.calls.count == 3)
  }

  @Test func `a repeated header and rows of nothing are no records`() throws {
    let reading = try read(
      Self.header + Self.row + Self.header + "\t\t\t\t\t\t\n\u{1A}\n" + Self.row)
    #expect(reading.calls == Self.expected + Self.expected)
    #expect(reading.batch.counts.records == 2)
  }

  @Test func `numbers beyond 22 need to be told`() throws {
    let table = "contig\tfrom\tto\tkind\n24\t100\t200\tloss\n"
    func map(_ options: inout ReadingOptions) {
      options.table.columns = [.contig: "contig", .start: "from", .end: "to", .type: "kind"]
      options.table.base = 1
    }
    #expect(try read(table, map).faults.map(\.fault) == [.codedContig])
    let plink = try read(table) {
      map(&$0)
      $0.table.chromosomeCodes = .plink
    }
    #expect(plink.calls == ["Y:99-200 loss"])
    let affymetrix = try read(table) {
      map(&$0)
      $0.table.chromosomeCodes = .affymetrix
    }
    #expect(affymetrix.calls == ["X:99-200 loss"])
  }
}
