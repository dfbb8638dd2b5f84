// SPDX-License-Identifier: MIT

import TestSupport
import Testing

/// `-r`, `-R`, `-t`, `-T` and `--shard` choose records by place.
struct PlaceOptionTests {
  private let input = "testdata/vcf/germline.vcf"

  private static let header =
    "##fileformat=VCFv4.3\n##contig=<ID=chr1,length=248956422>\n##contig=<ID=chr2,length=242193529>\n"
    + "##contig=<ID=chrUn_x,length=90000>\n"
    + "##INFO=<ID=END,Number=1,Type=Integer,Description=\"End\">\n"
    + "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n"
  private static let calls =
    header + "chr1\t1000\tdel\tN\t<DEL>\t.\tPASS\tEND=2000\n"
    + "chr1\t1500\tsnv\tA\tC\t.\tPASS\t.\n" + "chr1\t1999\tins\tN\t<INS>\t.\tPASS\t.\n"
    + "chr1\t2000\ttwo\tACG\tA,ACT\t.\tPASS\t.\n" + "chr2\t1500\tother\tG\tT\t.\tPASS\t.\n"
    + "chrUn_x\t10\tun\tG\tT\t.\tPASS\t.\n"

  private func run(_ arguments: [String], text: String = calls) throws -> Program.Result {
    try Program.clincall.run(
      ["annotate", "--no-version", "--emit", "all", "-"] + arguments, input: Array(text.utf8))
  }

  private func ids(_ arguments: [String]) throws -> [String] {
    let result = try run(arguments)
    #expect(result.status == 0, "\(result.errors)")
    return result.rows.dropFirst().map {
      String($0.split(separator: "\t", omittingEmptySubsequences: false)[12])
    }
  }

  @Test(arguments: [
    ("chr1", ["del", "snv", "ins", "two", "two"]), ("1:1500", ["del", "snv"]),
    // The base before the deletion is not deleted.
    ("chr1:1000", []), ("chr1:1001", ["del"]), ("chr1:2000", ["del", "ins"]),
    // Both bases that an insertion lies between.
    ("chr1:1999", ["del", "ins"]), ("chr1:2001", ["two"]), ("chr1:2002-", ["two", "two"]),
    ("chr1:1400-1600,chr1:1500-1700,chr2", ["del", "snv", "other"]),
    ("chrUn_x", ["un"]), ("{chrUn_x}:10", ["un"]),
  ])
  func `a call is in a region when it overlaps it, and comes once`(list: String, expected: [String])
    throws
  {
    #expect(try ids(["-r", list]) == expected)
    #expect(try ids(["-t", list]) == expected)
    let rest = try ids(["-t", "^\(list)"])
    #expect(rest.count + expected.count == 7)
    // VCF output holds the records in the region and no other.
    let vcf = try run(["-O", "vcf", "-r", list]).rows.dropFirst().map {
      String($0.split(separator: "\t")[2])
    }
    #expect(vcf == expected.reduce(into: []) { if $0.last != $1 { $0.append($1) } })
  }

  @Test func `records outside are counted as filtered`() throws {
    let result = try run(["-O", "ndjson", "-r", "chr2,chr1:1500"])
    #expect(
      result.lines.last?.contains(
        "\"records\":6,\"with_calls\":3,\"not_carried\":0,\"neutral\":0,\"rejected\":0,\"filtered\":3,"
      ) == true)
    #expect(
      result.text.contains("chr2,chr1:1500-1500; calls that overlap one, others are filtered"))
    #expect(
      result.errors
        == "clincall: note: standard input: all of it was read for the regions: a pipe has no index\n"
    )
  }

  @Test func `files are BED by their suffix and else 1-based`() throws {
    let folder = try TemporaryFolder()
    let bed = try folder.write("track x\nchr1\t999\t1001\tx\n", to: "a.bed")
    #expect(try ids(["-R", bed]) == ["del"])
    #expect(try ids(["-T", bed]) == ["del"])
    #expect(try ids(["-T", "^\(bed)"]) == ["snv", "ins", "two", "two", "other", "un"])
    let table = try folder.write("#c\n1\t1001\t1001\nchr2\t1500\n", to: "a.txt")
    #expect(try ids(["-R", table]) == ["del", "other"])
    let positions = try folder.write("chr1\t1001\tA,C\n", to: "b.tsv")
    #expect(try ids(["-T", positions]) == ["del"])
  }

  @Test(arguments: [
    (
      ["-r", "chr1:x"], 64,
      "-r \"chr1:x\": no region; write CONTIG, CONTIG:POS or CONTIG:FIRST-LAST, 1-based, joined by commas"
    ),
    (
      ["-t", "chr1:0"], 64,
      "-t \"chr1:0\": no region; write CONTIG, CONTIG:POS or CONTIG:FIRST-LAST, 1-based, joined by commas"
    ),
    (
      ["-r", "chr1:9-8"], 64,
      "-r \"chr1:9-8\": no region; write CONTIG, CONTIG:POS or CONTIG:FIRST-LAST, 1-based, joined by commas"
    ),
  ])
  func `a region that cannot be read is a usage error`(
    arguments: [String], status: Int32, message: String
  ) throws {
    let result = try run(arguments)
    #expect(result.status == status)
    #expect(result.errors == "clincall: error: \(message)\n")
  }

  @Test func `a bad line of a file of regions is told with its place`() throws {
    let folder = try TemporaryFolder()
    let bed = try folder.write("chr1\t5\t9\nchr1\t9\t9\n", to: "a.bed")
    let result = try run(["-R", bed])
    #expect(result.status == 65)
    #expect(
      result.errors
        == "clincall: error: \(bed):2: no region (\"chr1\\t9\\t9\"); write contig, start and end separated by TABs, 0-based half-open\n"
    )
    let empty = try folder.write("# nothing\n", to: "b.bed")
    #expect(try run(["-T", empty]).errors == "clincall: error: \(empty): holds no region\n")
  }

  @Test func `a contig that the input does not have is a warning`() throws {
    let result = try run(["-t", "chr99,chr1"])
    #expect(result.status == 0)
    #expect(
      result.errors
        == "clincall: warning: standard input: has no contig \"chr99\" of the regions; check their spelling\n"
    )
  }

  /// Calls all over the genome, sorted, some on contigs of no chromosome.
  private static let genome: String = {
    var text =
      "##fileformat=VCFv4.3\n##contig=<ID=chr1,length=248956422>\n"
      + "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n"
    for contig in (1...22).map({ "chr\($0)" }) + ["chrX", "chrY", "chrM", "chrUn_1"] {
      let last = contig == "chrM" ? 16_000 : 40_000_000
      for step in 0..<20 {
        text += "\(contig)\t\(1 + step * (last / 20))\t.\tAC\tA,T,<DEL>\t.\tPASS\tEND=\(last)\n"
      }
    }
    return text
  }()

  @Test(arguments: [1, 2, 3, 7, 40]) func `shards are the whole, each record once`(count: Int)
    throws
  {
    for type in ["tsv", "vcf"] {
      let whole = try run(["-O", type], text: Self.genome).rows.dropFirst()
      var parts: [Substring] = []
      for number in 1...count {
        let result = try run(
          ["-O", type, "--shard", "\(number)/\(count)", "-@", "\(number % 3 + 1)"],
          text: Self.genome)
        #expect(result.status == 0, "\(result.errors)")
        parts += result.rows.dropFirst()
      }
      #expect(parts == Array(whole))
    }
  }

  @Test(arguments: ["0/3", "4/3", "1", "1/0", "a/b", "1/-2", "1/2/3"])
  func `a shard that cannot be is a usage error`(text: String) throws {
    let result = try run(["--shard", text])
    #expect(result.status == 64)
    #expect(
      result.errors.contains(
        "--shard \(text): write I/N, the number of the shard and how many there are, as 1/4"))
  }
}
