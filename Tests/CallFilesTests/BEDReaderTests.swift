// SPDX-License-Identifier: MIT

import CallFiles
import CallTestSupport
import Calls
import Genome
import Records
import Testing

/// BED rows are 0-based and half-open, and a row is a call, a comment that is recognised, or an error.
struct BEDReaderTests {
  private func read(
    _ text: String, type: CallType? = nil, build: GenomeBuild = .grch38
  ) throws -> Reading {
    try BEDText(text, type: type, build: build).read()
  }

  private func calls(_ text: String, type: CallType? = nil) throws -> [String] {
    let reading = try read(text, type: type)
    #expect(reading.faults.isEmpty)
    return reading.calls
  }

  private func fault(_ text: String, type: CallType? = .loss) throws -> MalformedRecord {
    let reading = try read(text, type: type)
    #expect(reading.counts.rejected == 1)
    return try #require(reading.faults.first)
  }

  @Test func `start is 0-based and end exclusive`() throws {
    let reading = try read("chr1\t100\t200\tDEL\nX\t0\t1\tDUP\n")
    #expect(reading.calls == ["chr1:100-200 loss cn=./2", "X:0-1 gain"])
    #expect(reading.balance == "2=2+0+0+0")
    #expect(reading.batch.calls.map(\.line) == [1, 2])
  }

  @Test(arguments: [
    "chr1\t100\t200\tDEL", "chr1\t100\t200\tDEL\r\n", "\u{FEFF}chr1\t100\t200\tDEL\n",
    "#chrom\tstart\tend\ttype\nchr1\t100\t200\tDEL\n",
    "chrom\tstart\tend\ttype\nchr1\t100\t200\tDEL\n",
    "\u{FEFF}chrom\tstart\tend\ttype\r\nchr1\t100\t200\tDEL\r\n",
    "Chr\tStart\tEnd\tSV_type\nchr1\t100\t200\tDEL\n",
    "browser position chr1:1-1000\ntrack name=x\nchr1\t100\t200\tDEL\ntrack name=y\n# end\n",
    "chr1\t0100\t0200\tDEL\n", "chr1\t100\t200\t<DEL>\n", "chr1\t100\t200\tdel\n",
    "chr1\t100\t200\tdeletion\n", "chr1\t100\t200\tCN Loss\n", "chr1\t100\t200\tDEL:ME:ALU\n",
    "chr1\t100\t200\tname\tLOSS\n",
  ])
  func `every usual dress of one row gives one call`(text: String) throws {
    #expect(try calls(text) == ["chr1:100-200 loss cn=./2"])
  }

  @Test(arguments: [
    ("DEL", "loss cn=./2"), ("copy_number_loss", "loss cn=./2"), ("HOMDEL", "loss cn=0/2"),
    ("x1", "loss cn=1/2"), ("x0", "loss cn=0/2"), ("x3", "gain cn=3/2"), ("DUP", "gain cn=./2"),
    ("amplification", "gain cn=./2"), ("<CN3>", "gain cn=./2"), ("CNV", "cnv cn=./2"),
    ("LOH", "loh cn=./2"), ("cnLOH", "loh cn=./2"), ("GAINLOH", "gain_loh cn=./2"), ("INS", "ins"),
    ("INV", "inv"),
    ("BND", "bnd"),
  ])
  func `the words for types`(word: String, type: String) throws {
    #expect(try calls("1\t5\t9\tDEL\n1\t5\t9\t\(word)\n").last == "1:5-9 \(type)")
  }

  @Test(arguments: ["deletoin", "1", "CNx", "x2", "delly", "gene1", "+", "."])
  func `an unknown word is an error at its column, never a guess`(word: String) throws {
    let found = try fault("1\t5\t9\tDEL\n1\t5\t9\t\(word)\n", type: nil)
    #expect(
      found == MalformedRecord(line: 2, column: 7, fault: .unknownType, text: Array(word.utf8)))
  }

  @Test func `a type column of unknown words is an error from the first row on`() {
    #expect(
      throws: MalformedRecord(
        line: 1, column: 13, fault: .unknownType, text: Array("deletoin".utf8))
    ) {
      try read("chr1\t100\t20\tdeletoin\n")
    }
  }

  @Test func `rows without type need one to be declared`() throws {
    #expect(throws: MalformedRecord(line: 2, column: 0, fault: .noType)) {
      try read("# hello\nchr1\t100\t200\n")
    }
    #expect(try calls("chr1\t100\t200\n", type: .gain) == ["chr1:100-200 gain cn=./2"])
    #expect(try calls("chr1\t100\t200\tMY_NAME\n", type: .loss) == ["chr1:100-200 loss cn=./2"])
  }

  @Test func `an empty type cell is an error`() throws {
    let found = try fault("chr1\t1\t9\tDEL\nchr1\t1\t9\t\n", type: nil)
    #expect(found.fault == .noType)
    #expect(found.line == 2)
  }

  @Test(arguments: [
    "-1", "100.5", "1e5", "1,000", "1.000", "+100", "0x64", " 100", "100 ", "1\u{A0}00", "\"100\"",
    "1'000", "NaN", "١",
  ])
  func `coordinates are digits and nothing else`(text: String) throws {
    let start = try fault("chr1\t\(text)\t200000\n")
    #expect(
      start
        == MalformedRecord(
          line: 1, column: 6, fault: .startNotNumber(name: "start"), text: Array(text.utf8)))
    let end = try fault("chr1\t5\t\(text)\n")
    #expect(
      end
        == MalformedRecord(
          line: 1, column: 8, fault: .startNotNumber(name: "end"), text: Array(text.utf8)))
  }

  @Test(arguments: ["2147483648", "9223372036854775808", "99999999999999999999"])
  func `numbers beyond every integer are refused and do not trap`(text: String) throws {
    #expect(try fault("chr1\t5\t\(text)\n").fault == .coordinateTooLarge)
  }

  @Test(arguments: [
    ("\t5\t9", 1, "chrom"), ("chr1\t\t9", 6, "start"), ("chr1\t5\t", 8, "end"),
  ])
  func `an empty cell of the interval is named`(row: String, column: Int, name: String) throws {
    let found = try fault(row + "\n")
    #expect(found.fault == .emptyCell(name: name))
    #expect(found.column == column)
  }

  @Test func `start behind end is refused, start at end kept`() throws {
    let found = try fault("chr1\t200\t100\n")
    #expect(found.fault == .endBeforeStart(start: 200, end: 100))
    #expect(found.column == 6)
    #expect(try calls("chr1\t100\t100\n", type: .insertion) == ["chr1:100-100 ins"])
  }

  @Test(arguments: [("chr1", 1), ("chr1\t100", 2), ("", 0)])
  func `three columns are needed`(row: String, count: Int) throws {
    if count == 0 {
      #expect(try read("chr1\t1\t9\n\n", type: .loss).counts.blankLines == 1)
      return
    }
    let found = try fault("chr1\t1\t9\n\(row)\n")
    #expect(found.fault == .tooFewColumns(found: count, needed: 3, hasSpaces: false))
    #expect(found.line == 2)
  }

  @Test func `blanks for TABs are told`() throws {
    let found = try fault("chr1\t1\t9\nchr1 100 200\n")
    #expect(found.fault == .tooFewColumns(found: 1, needed: 3, hasSpaces: true))
  }

  @Test func `every row has as many columns as the first`() throws {
    let found = try fault("chr1\t100\t200\tDEL\nchr1\t300\t400\n", type: nil)
    #expect(found.fault == .columnCount(found: 3, expected: 4))
    #expect(found.line == 2)
  }

  @Test func `a row of names is a header on line 1 only`() throws {
    let row = "chrom\tstart\tend\ttype\n"
    let call = "chr1\t100\t200\tDEL\n"
    #expect(try calls(row + call + call).count == 2)
    let found = try fault(call + row + call, type: nil)
    #expect(found.fault == .startNotNumber(name: "start"))
    #expect(found.line == 2)
  }

  @Test(arguments: ["chr1\tNA\tNA\tDEL", "chrX\tstart\tend\tDEL", "7\tx\ty\tDUP"])
  func `a row of a chromosome is no header however odd its coordinates are`(row: String) throws {
    let found = try fault(row + "\nchr1\t100\t200\tDEL\n", type: nil)
    #expect(found.line == 1)
    #expect(found.fault == .startNotNumber(name: "start"))
  }

  @Test func `a comment with TABs does not name the columns`() throws {
    let text = "#made by\tme\tof\ttype\n#a\tb\tsample\nchr1\t1\t9\tDEL\nchr1\t1\t9\tDUP\n"
    #expect(try calls(text) == ["chr1:1-9 loss cn=./2", "chr1:1-9 gain cn=./2"])
  }

  @Test func `blank lines are counted and are no calls`() throws {
    let reading = try read("\nchr1\t1\t9\tDEL\n\r\n\nchr1\t1\t9\tDEL\n\n")
    #expect(reading.counts.blankLines == 4)
    #expect(reading.batch.calls.map(\.line) == [2, 5])
    #expect(reading.balance == "2=2+0+0+0")
  }

  @Test func `comments alone are no calls and no error`() throws {
    let reading = try read("#chrom\tstart\tend\n# nothing\n")
    #expect(reading.balance == "0=0+0+0+0")
    #expect(reading.counts.blankLines == 0)
  }

  @Test(arguments: ["tracking\t1\t9\tDEL", "browser1\t1\t9\tDEL"])
  func `a contig that begins like a track line is a contig`(row: String) throws {
    #expect(try read(row + "\n").calls.count == 1)
  }

  @Test(arguments: [
    (GenomeBuild.grch38, 248_956_423, GenomeBuild?.some(.grch37)), (.grch38, 249_250_622, nil),
    (.grch37, 249_250_622, nil), (.grch38, 248_956_422, nil), (.grch37, 249_250_621, nil),
  ])
  func `the end of the contig is checked, with the build that fits`(
    build: GenomeBuild, end: Int, fits: GenomeBuild?
  ) throws {
    let length = build == .grch38 ? 248_956_422 : 249_250_621
    let reading = try read("chr1\t5\t\(end)\tDEL\n", build: build)
    if end == length {
      #expect(reading.calls == ["chr1:5-\(end) loss cn=./2"])
    } else {
      #expect(
        reading.faults == [
          MalformedRecord(
            line: 1, column: 8,
            fault: .beyondContig(position: end, length: length, build: build, fits: fits),
            text: Array("\(end)".utf8))
        ])
    }
  }

  @Test(arguments: ["chrZ", "27", "chrUn_KI270302v1", "HLA-A*01:01", "0"])
  func `an unknown contig is kept and says that nothing can lie on it`(contig: String) throws {
    #expect(
      try calls("\(contig)\t5\t999999999\tDEL\n") == [
        "\(contig):5-999999999 loss not_annotated:contig_not_in_build"
      ])
  }

  @Test func `spellings of a contig may be mixed and stay as they are`() throws {
    #expect(
      try calls("chr1\t1\t9\tDEL\n1\t1\t9\tDEL\nCHR1\t1\t9\tDEL\nchrM\t1\t9\tDEL\nMT\t1\t9\tDEL\n")
        == [
          "chr1:1-9 loss cn=./2", "1:1-9 loss cn=./2", "CHR1:1-9 loss cn=./2", "chrM:1-9 loss",
          "MT:1-9 loss",
        ])
  }

  @Test func `a header names the columns of sample, copy number and name`() throws {
    let text =
      "#chrom\tstart\tend\tCall_ID\tsample\tcopy.number\tSV type\n"
      + "chr1\t5\t9\tc1\tS 1\t1\tDEL\nchr2\t5\t9\t.\t\t.\tDUP\n"
    let reading = try read(text)
    #expect(reading.calls == ["chr1:5-9 loss cn=1/2", "chr2:5-9 gain cn=./2"])
    let first = try #require(reading.batch.calls.first)
    let second = try #require(reading.batch.calls.last)
    let arena = reading.batch.arena
    #expect(Array(arena[first.sampleName.range]) == Array("S 1".utf8))
    #expect(Array(arena[first.inputID.range]) == Array("c1".utf8))
    #expect(second.sampleName.isEmpty && second.inputID.isEmpty)
  }

  @Test(arguments: [
    ("CNV", "1", "loss cn=1/2"), ("CNV", "3", "gain cn=3/2"), ("CNV", ".", "cnv cn=./2"),
    ("DEL", "3", "loss cn=3/2 copy_number_disagrees"), ("DUP", "3", "gain cn=3/2"),
    ("DUP", "1.5", "gain cn=1.5/2 copy_number_disagrees"), ("LOH", "2", "loh cn=2/2"),
    ("DEL", "2", "loss cn=2/2 copy_number_disagrees"),
  ])
  func `a copy number gives CNV its direction and never overrules a word`(
    word: String, copies: String, call: String
  ) throws {
    #expect(
      try calls("#chrom\tstart\tend\ttype\tCN\n1\t5\t9\t\(word)\t\(copies)\n") == ["1:5-9 \(call)"])
  }

  @Test func `two copies of an autosome are neutral`() throws {
    let reading = try read(
      "#chrom\tstart\tend\ttype\tCN\n1\t5\t9\tCNV\t2\nX\t5\t9\tCNV\t2\n1\t5\t9\tneutral\t2\n")
    #expect(reading.calls == ["X:5-9 cnv cn=2/."])
    #expect(reading.balance == "3=1+0+2+0")
  }

  @Test(
    arguments: [
      ("chr1\t100\t200\ta\tb\tc\tDEL\n", "1:100-200 loss", "the type is read from column 7"),
      ("#chrom\tstart\tend\tname\tevent\nchr1\t100\t200\ta\tGain\n", "1:100-200 gain", nil),
      ("#chrom\tstart\tend\tname\tCNV\nchr1\t100\t200\tDEL\tDUP\n", "1:100-200 gain", nil),
    ] as [(String, String, String?)])
  func `the type may stand in any column`(text: String, call: String, remark: String?) throws {
    let bed = BEDText(text)
    #expect(try bed.layout().remarks == (remark.map { [$0] } ?? []))
    let calls = try bed.read().calls
    #expect(calls.count == 1 && calls[0].hasPrefix("chr\(call)"), "\(calls)")
  }

  /// AnnotSV makes a loss of it; one copy on a haplotype is the reference.
  @Test func `<CN1> in a BED is neutral and <CN2> a gain`() throws {
    let reading = try BEDText("chr1\t100\t200\t<CN1>\nchr1\t300\t400\t<CN2>\n").read()
    #expect(reading.calls.count == 1)
    #expect(reading.calls.first?.hasPrefix("chr1:300-400 gain") == true)
    #expect(reading.counts.neutral == 1)
  }

  @Test(arguments: [
    (["101\t200", "301\t400", "501\t600"], true), (["101\t200", "301\t400", "500\t600"], true),
    (["101\t200", "300\t400", "500\t600"], false), (["101\t200", "301\t400"], false),
    (["100\t200", "300\t400", "500\t600"], false),
  ])
  func `rows that look counted from 1 are read as BED and told of`(rows: [String], isTold: Bool)
    throws
  {
    let bed = BEDText(rows.map { "chr1\t\($0)\tDEL\n" }.joined())
    #expect(
      try bed.layout().remarks
        == (isTold
          ? [
            "starts end in 1 and ends in 0, as where the first base is 1; they are read as BED, where it is 0"
          ] : []))
    #expect(try bed.read().calls.first?.hasPrefix("chr1:10") == true)
  }

  @Test func `column 4 comes before column 5, and the reason says which`() throws {
    #expect(try BEDText("1\t5\t9\tDEL\tDUP\n").layout().reason == "column 4 says \"DEL\" on line 1")
    #expect(
      try BEDText("# x\n1\t5\t9\ta\tDUP\n").layout().reason == "column 5 says \"DUP\" on line 2")
    #expect(
      try BEDText("chrom\tstart\tend\tid\tx\ttype\n1\t5\t9\ta\tDUP\tDEL\n").layout().reason
        == "column 6 is named \"type\"")
    #expect(try BEDText("1\t5\t9\tDEL\n", type: .gain).layout().reason == "--type")
  }

  @Test(arguments: 0..<20)
  func `the counts balance for any lines`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var text = "1\t5\t9\tDEL\n"
    for _ in 0..<200 {
      let row = [
        generator.pick(["1", "chrX", "GL1", "", "track", "#"], or: "1"),
        generator.pick(["0", "7", "5", "x", "99", "3000000000"], or: "0"),
        generator.pick(["9", "100", "200", "248956423"], or: "9"),
        generator.pick(["DEL", "neutral", "CNV", "neutral", "?", ""], or: "DEL"),
      ]
      text += generator.pick(
        [row.joined(separator: "\t"), row.prefix(2).joined(separator: "\t"), ""], or: "")
      text += generator.pick(["\n", "\r\n"], or: "\n")
    }
    let reading = try read(text)
    let counts = reading.counts
    #expect(counts.records == counts.withCalls + counts.neutral + counts.rejected)
    #expect(counts.calls == reading.batch.calls.count && counts.calls == counts.withCalls)
    #expect(counts.rejected > 0 && counts.withCalls > 1 && counts.neutral > 0)
  }
}

/// Copies for types, lists of samples, numbers for chromosomes.
extension BEDReaderTests {
  private func open(_ text: String, _ change: (inout ReadingOptions) -> Void = { _ in }) throws
    -> OpenedReading
  {
    var options = ReadingOptions()
    options.build = .grch38
    change(&options)
    return try OpenedReading(Array(text.utf8), name: "S1.bed", options)
  }

  @Test func `the fifth of five columns holds copies, as CNVkit exports them`() throws {
    let text =
      "chr1\t100\t200\tP1\t1\nchr1\t300\t400\tP1\t2\nchr2\t100\t200\tP1\t4\n"
      + "chrX\t50000000\t60000000\tP1\t1\n"
    let reading = try open(text)
    #expect(reading.faults == [])
    #expect(
      reading.calls == [
        "chr1:100-200 loss cn=1 P1", "chr2:100-200 gain cn=4 P1",
        // One copy of X is normal in men.
        "chrX:50000000-60000000 cnv cn=1 P1",
      ])
    #expect(reading.batch.counts.neutral == 1)
    #expect(
      reading.opened.remarks == [
        "column 5 is read as copies, as CNVkit exports them, and column 4 as the sample"
      ])
    let male = try open(text) { $0.sexes[Array("P1".utf8)] = .male }
    #expect(male.batch.counts.neutral == 2)
  }

  @Test(arguments: [
    "chr1\t100\t200\tpeak\t0\nchr1\t300\t400\tpeak\t0\n",
    "chr1\t100\t200\tpeak\t3\nchr1\t300\t400\tpeak\t960\n",
    "chr1\t100\t200\tpeak\t3\nchr1\t300\t400\tpeak\t2.5\n", "chr1\t100\t200\t3\n",
    "#chrom\tstart\tend\tname\tscore\nchr1\t100\t200\tpeak\t3\n",
  ])
  func `scores are no copies`(text: String) {
    #expect(throws: OpeningFault.self) { try open(text) }
  }

  @Test func `a column called cn says the type where no other column does`() throws {
    let text = "#chrom\tstart\tend\tcopy.number\nchr1\t100\t200\t1\nchr1\t300\t400\tmany\n"
    let reading = try open(text)
    #expect(reading.calls == ["chr1:100-200 loss cn=1"])
    #expect(reading.faults.map(\.fault) == [.badCopyNumber])
    #expect(reading.opened.remarks == ["the type follows from the copies in column 4"])
  }

  @Test func `AnnotSV's list of samples is a call for each, and each can be chosen`() throws {
    let text =
      "#Chrom\tstart\tend\tsvtype\tSamples_ID\n13\t100\t200\tDUP\tA\n1\t300\t400\tDEL\tA,B\n"
    #expect(
      try open(text).calls == ["13:100-200 gain A", "1:300-400 loss A", "1:300-400 loss B"])
    let chosen = try open(text) { $0.samples = SampleSelection(list: "B") }
    #expect(chosen.calls == ["1:300-400 loss B"])
    #expect(chosen.batch.counts.notCarried == 1)
    // A name with a comma is one name where the column is that of one sample.
    #expect(
      try open(text.replacing("Samples_ID", with: "sample")).calls.last == "1:300-400 loss A,B")
  }

  @Test func `numbers for X and Y are refused until somebody says what they mean`() throws {
    let text = "23\t100000\t200000\tDEL\n24\t20000000\t20000100\tDUP\n"
    #expect(try open(text).faults.map(\.fault) == [.codedContig, .codedContig])
    let plink = try open(text) { $0.table.chromosomeCodes = .plink }
    #expect(plink.calls == ["X:100000-200000 loss", "Y:20000000-20000100 gain"])
    #expect(plink.batch.calls.map(\.contig) == [.x, .y])
    let chp = try open(text) { $0.table.chromosomeCodes = .affymetrix }
    #expect(chp.faults.map(\.fault) == [.codedContig])
    #expect(chp.calls == ["X:20000000-20000100 gain"])
  }

  @Test func `names that are numbers make no Control-FREEC of a BED`() throws {
    let text = "#chrom\tstart\tend\tname\ttype\n22\t100\t200\t68\tloss\n"
    let reading = try open(text)
    #expect(reading.opened.detection.format == .bed)
    #expect(reading.calls == ["22:100-200 loss"])
    let prefixed = try open("chr22\t100\t200\t68\tloss\n")
    #expect(prefixed.opened.detection.format == .bed)
  }

  @Test(arguments: [
    (
      "chr1\t1\t9\tDEL\n2\t1\t9\tDEL\n",
      ["some contigs are written with chr (chr1) and some without (2); both are read"]
    ),
    (
      "chr1\t1\t9\tDEL\nchrZ\t1\t9\tDEL\nGL1\t1\t9\tDEL\nGL2\t1\t9\tDEL\nGL3\t1\t9\tDEL\n",
      ["GRCh38 has no contig chrZ, GL1, GL2 and 1 more; calls there are kept and not annotated"]
    ),
    ("chrom\tstart\tend\ttype\nchr1\t1\t9\tDEL\n", []),
    ("NC_000001.11\t1\t9\tDEL\nchr1\t1\t9\tDEL\n1\t1\t9\tDEL\n", []),
  ])
  func `odd names of contigs are told of`(text: String, remarks: [String]) throws {
    #expect(try open(text).opened.remarks == remarks)
  }
}
