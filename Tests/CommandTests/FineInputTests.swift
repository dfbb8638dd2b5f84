// SPDX-License-Identifier: MIT

import TestSupport
import Testing

/// Inputs that look odd and are fine.
struct FineInputTests {
  private func annotate(_ text: String, named name: String = "in.bed") throws -> Program.Result {
    let folder = try TemporaryFolder()
    let path = try folder.write(text, to: name)
    return try Program.clincall.run(["annotate", "--no-version", "-g", "38", path])
  }

  private func places(_ result: Program.Result) -> [String] {
    result.rows.dropFirst().map { row in
      row.split(separator: "\t").prefix(3).joined(separator: ":")
    }
  }

  @Test(arguments: [
    "chr1\t100\t200\tDEL\nchr2\t5\t6\tDUP\n", "chr1\t100\t200\tDEL\r\nchr2\t5\t6\tDUP\r\n",
    "\u{FEFF}chr1\t100\t200\tDEL\nchr2\t5\t6\tDUP",
    "track name=x\nchr1\t100\t200\tDEL\n#c\nchr2\t5\t6\tDUP\n",
    "chrom\tstart\tend\ttype\nchr1\t100\t200\tDEL\nchr2\t5\t6\tDUP\n",
  ])
  func `line ends, byte order mark, comments and a header row do not matter`(text: String) throws {
    let result = try annotate(text)
    #expect(result.status == 0)
    #expect(result.errors.isEmpty)
    #expect(places(result) == ["chr1:100:200", "chr2:5:6"])
  }

  @Test func `blank lines are counted and never calls`() throws {
    let result = try annotate("chr1\t100\t200\tDEL\n\nchr2\t5\t6\tDUP\n\n\n")
    #expect(result.status == 0)
    #expect(result.errors == "clincall: warning: 3 blank lines left out\n")
    #expect(places(result).count == 2)
  }

  @Test func `unsorted input keeps its order`() throws {
    let result = try annotate("chr9\t100\t200\tDEL\nchr1\t5\t6\tDUP\nchr9\t1\t2\tDUP\n")
    #expect(places(result) == ["chr9:100:200", "chr1:5:6", "chr9:1:2"])
  }

  @Test func `a call on an unknown contig is kept and says so`() throws {
    let result = try annotate("chrUn_1\t100\t200\tDEL\n")
    #expect(result.status == 0)
    #expect(result.rows.last?.contains("not_annotated:contig_not_in_build") == true)
  }

  @Test func `a header without records is success and says 0 calls`() throws {
    let result = try annotate(BadInputTests.header, named: "none.vcf")
    #expect(result.status == 0)
    #expect(result.errors == "clincall: note: 0 calls\n")
    #expect(result.rows.count == 1)
  }

  @Test func `the trailer of NDJSON holds the counts`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("chr1\t100\t200\tDEL\n\nchr2\t5\t6\tneutral\n", to: "in.bed")
    let result = try Program.clincall.run(["annotate", "-O", "ndjson", "-g", "38", path])
    #expect(
      result.lines.last
        == #"{"type":"trailer","counts":{"records":2,"with_calls":1,"not_carried":0,"neutral":1,"rejected":0,"filtered":0,"calls":1,"emitted":1,"not_emitted":0,"blank_lines":1}}"#
    )
  }
}
