// SPDX-License-Identifier: MIT

import Annotation
import CallFiles
import Calls
import ClinCall
import Genome
import KnowledgeBase
import TestSupport
import Testing

/// Whose a call is, where that does not stand in its own line or hangs on lines before it.
struct SampleNameTests {
  /// The calls' starts and samples, as the table of a run with chunks of `size` bytes has them.
  private func calls(_ path: String, size: Int, threads: Int = 3) async throws -> (
    calls: [String], notes: [String]
  ) {
    let folder = try TemporaryFolder()
    var configuration = AnnotateConfiguration(
      inputs: [path],
      outputs: [try .init(path: folder.file("out.tsv"), option: nil, fallback: .tsv)])
    configuration.emit = .all
    configuration.reading.build = .grch37
    configuration.threads = threads
    configuration.chunkSize = size
    let outcome = try await AnnotateRun(configuration, knowledgeBase: try .embedded()).run()
    #expect(outcome.counts.isBalanced)
    let rows = try text(of: folder.file("out.tsv")).split(separator: "\n").filter {
      !$0.hasPrefix("#")
    }
    let calls = rows.map { row in
      let cells = row.split(separator: "\t", omittingEmptySubsequences: false)
      return "\(cells[1]) \(cells[4])"
    }
    return (calls, outcome.notes.map(\.sentence))
  }

  // MARK: Headings of Agilent's reports

  private static let names =
    "Design: x\t\t\nGenome: hg19\t\t\n\n"
    + "AberrationNo\tChr\tCytoband\tStart\tStop\t#Probes\tAmplification\tDeletion\tpval\tGene Names\n"

  private static func rows(_ numbers: Range<Int>, genes: Int) -> String {
    let names = String(repeating: "GENE, ", count: genes)
    return numbers.map {
      "\($0)\tchr22\tq11.21\t\($0 * 100 + 1)\t\($0 * 100 + 50)\t9\t0.61\t0\t1e-9\t\"\(names)\"\r\n"
    }.joined()
  }

  /// Rows of three samples, one without, and blank lines.
  private static func report(_ count: Int, genes: Int) -> (text: String, calls: [String]) {
    let text =
      names + "A_1 =\(count)\r\n" + rows(0..<count, genes: genes) + "\r\nEMPTY =0\t\t\r\n"
      + "B 2\t\t\t\r\n" + rows(count..<2 * count, genes: genes) + "\"C_3\"\r\n"
      + rows(2 * count..<3 * count, genes: genes)
    let samples = ["A_1", "B 2", "C_3"]
    return (text, (0..<3 * count).map { "\($0 * 100) \(samples[$0 / count])" })
  }

  @Test(arguments: [1, 7, 100, 4096])
  func `headings hold for the rows behind them in any size of chunks`(size: Int) async throws {
    let folder = try TemporaryFolder()
    // Chunks of a few bytes of a large report would take minutes without showing more.
    let (text, expected) = Self.report(size < 4096 ? 5 : 1500, genes: size < 4096 ? 1 : 40)
    #expect(size < 4096 || text.utf8.count > 1 << 20)
    let path = try folder.write(text, to: "report.xls")
    #expect(try await calls(path, size: size).calls == expected)
  }

  @Test(arguments: [1, 7, 100, 4096])
  func `a name behind all rows holds for them in any size of chunks`(size: Int) async throws {
    let folder = try TemporaryFolder()
    let count = size < 4096 ? 5 : 4000
    let text = Self.names + Self.rows(0..<count, genes: size < 4096 ? 1 : 40) + "A_1 =\(count)"
    let path = try folder.write(text, to: "report.xls")
    let expected = (0..<count).map { "\($0 * 100) A_1" }
    let found = try await calls(path, size: size)
    #expect(found.calls == expected)
    #expect(
      found.notes.contains {
        $0.hasSuffix("report.xls: sample A_1, as line \(count + 5) behind the rows says")
      })
  }

  @Test(.needs("gzip"), .needs("iconv"))
  func `a large report is the same packed, piped and in UTF-16`() throws {
    let folder = try TemporaryFolder()
    let text = Self.names + Self.rows(0..<4000, genes: 40) + "A_1 =4000\r\n"
    let path = try folder.write(text, to: "report.xls")
    let arguments = ["annotate", "--no-version", "--emit", "all", "--stdin-name", "report.xls"]
    func rows(_ run: Program.Result) -> [String] {
      #expect(run.status == 0, "\(run.errors)")
      return run.rows.map(String.init)
    }
    let expected = rows(try Program.clincall.run(arguments + [path]))
    #expect(expected.count == 4001)
    let piped = try Program.shell("cat '\(path)' | $clincall \(arguments.joined(separator: " "))")
    #expect(rows(piped) == expected)
    let packed = try Program.shell(
      "gzip -k '\(path)' && $clincall \(arguments.joined(separator: " ")) '\(path).gz'")
    #expect(rows(packed) == expected)
    let wide = try TemporaryFolder()
    let other = wide.file("report.xls")
    let recoded = try Program.shell(
      "(printf '\\377\\376'; iconv -f UTF-8 -t UTF-16LE '\(path)') > '\(other)' && "
        + "$clincall \(arguments.joined(separator: " ")) '\(other)'")
    #expect(rows(recoded) == expected)
    let recodedPipe = try Program.shell(
      "(printf '\\377\\376'; iconv -f UTF-8 -t UTF-16LE '\(path)') | "
        + "$clincall \(arguments.joined(separator: " "))")
    #expect(rows(recodedPipe) == expected)
  }

  @Test func `a heading between rows of which the first have none is refused in full words`() throws
  {
    let folder = try TemporaryFolder()
    let text = Self.names + Self.rows(0..<1, genes: 1) + "A_1 =1\r\n" + Self.rows(1..<2, genes: 1)
    let path = try folder.write(text, to: "report.xls")
    let result = try Program.clincall.run(["annotate", path])
    #expect(result.status == 65)
    #expect(
      result.errors
        == "clincall: error: \(path):6: the line names a sample and stands between rows, of which the "
        + "first name none (\"A_1\"); put every sample's name before its rows\n")
  }

  @Test
  func `a pipe whose first rows are of nobody knows whom is held up to 256 MiB and then refused`()
    throws
  {
    // The writers' own complaints are thrown away: where SIGPIPE is ignored, as under some runners, both
    // say that nobody reads any more.
    let result = try Program.shell(
      "(printf 'AberrationNo\\tChr\\tStart\\tStop\\tAmplification\\tDeletion\\n'; "
        + "yes \"$(printf '1\\tchr22\\t100\\t200\\t0.61\\t0')\" | head -c 268500000) 2>/dev/null "
        + "| $clincall convert -g 37 -O tsv -")
    #expect(result.status == 65)
    #expect(
      result.errors
        == "clincall: error: standard input: its first rows name no sample, and the line that may do so is "
        + "not among the first 268,435,456 bytes of the pipe; give the report as a file, which can be read "
        + "twice\n")
  }

  // MARK: Signal files of PennCNV

  private static func call(_ number: Int, _ file: String) -> String {
    "chr22:\(18_000_000 + number * 100 + 1)-\(18_000_000 + number * 100 + 50)   numsnp=5      length=50"
      + "          state2,cn=1 \(file) startsnp=rs1 endsnp=rs2 conf=12.7\n"
  }

  private static func folders(_ count: Int) -> (text: String, calls: [String]) {
    var text = ""
    var calls: [String] = []
    for number in 0..<count {
      // Each in its turn, the namesakes long behind the head.
      let late = number > count - 300
      let (file, name) =
        switch number % 4 {
        case 1 where late: ("/b/S1.txt", "/b/S1")
        case 2 where late: ("/c d/S1.txt.gz", "/c d/S1")
        case 0: ("/a/S1.txt", "S1")
        default: ("/b/S\(number % 50 + 2).txt", "S\(number % 50 + 2)")
        }
      text += call(number, file)
      calls.append("\(18_000_000 + number * 100) \(name)")
    }
    return (text, calls)
  }

  @Test(arguments: [(4096, 3), (100_000, 3), (2 << 20, 1)])
  func `namesakes of another folder keep it from the first line on, in any size of chunks`(
    size: Int, threads: Int
  ) async throws {
    let folder = try TemporaryFolder()
    let (text, expected) = Self.folders(4000)
    #expect(text.utf8.count > 400_000)
    let path = try folder.write(text, to: "calls.rawcnv")
    let found = try await calls(path, size: size, threads: threads)
    #expect(found.calls == expected)
    #expect(
      found.notes.contains(
        "note: \(path): two folders hold signal files of sample S1: that of line 3702 is named /b/S1, and "
          + "1 more likewise"))
  }

  @Test func `names do not depend on the regions that are asked for`() throws {
    let folder = try TemporaryFolder()
    let (text, expected) = Self.folders(4000)
    let path = try folder.write(text, to: "calls.rawcnv")
    let result = try Program.clincall.run(
      ["annotate", "-g", "37", "--emit", "all", "-r", "chr22:18390001-18400001", path])
    #expect(result.status == 0, "\(result.errors)")
    let found = result.rows.dropFirst().map { row in
      let cells = row.split(separator: "\t", omittingEmptySubsequences: false)
      return "\(cells[1]) \(cells[4])"
    }
    #expect(found == Array(expected[3900...]))
    #expect(found.contains { $0.hasSuffix(" /b/S1") })
  }

  @Test func `the sex that is said of a name is not that of its namesake`() throws {
    let folder = try TemporaryFolder()
    let filler = (0..<3000).map { Self.call($0, "/a/S1.txt") }.joined()
    func onX(_ file: String) -> String {
      "chrX:50000001-60000000   numsnp=5   length=1   state2,cn=1 \(file) startsnp=rs1 endsnp=rs2\n"
    }
    let path = try folder.write(
      onX("/a/S1.txt") + filler + onX("/b/S1.txt"), to: "calls.rawcnv")
    let result = try Program.clincall.run(
      ["annotate", "-g", "37", "--emit", "all", "--sex", "S1=female", path])
    #expect(result.status == 0, "\(result.errors)")
    let found = result.rows.filter { $0.hasPrefix("chrX") }.map { row in
      let cells = row.split(separator: "\t", omittingEmptySubsequences: false)
      return "\(cells[4]) \(cells[6])"
    }
    #expect(found == ["S1 loss", "/b/S1 cnv"])
  }
}
