// SPDX-License-Identifier: MIT

import TestSupport
import Testing

/// `-O bed`: what a genome browser shows.
struct BEDOutputTests {
  private func rows(_ arguments: [String]) throws -> [[Substring]] {
    let result = try Program.clincall.run(["annotate", "--no-version", "-O", "bed"] + arguments)
    #expect(result.status == 0, "\(result.errors)")
    return result.rows.dropFirst().map {
      $0.split(separator: "\t", omittingEmptySubsequences: false)
    }
  }

  @Test func `colour, score and name tell type and class`() throws {
    let rows = try rows(["-g", "GRCh38", "testdata/bed/array.bed"])
    let shown = rows.map { row in [3, 4, 8, 10, 11].map { String(row[$0]) }.joined(separator: " ") }
    #expect(
      shown == [
        "loss:Pathogenic 1000 170,0,0 Pathogenic 1.90",
        "gain:Uncertain_significance 0 150,150,240 Uncertain significance 0.00",
        "loss:Pathogenic 1000 170,0,0 Pathogenic 1.00",
        "loss:Likely_pathogenic 900 215,50,50 Likely pathogenic 0.90",
        "loss:Pathogenic 1000 170,0,0 Pathogenic 1.00",
        "gain:Uncertain_significance 600 150,150,240 Uncertain significance -0.60",
        "loss 0 110,110,110 . .",
      ])
    for row in rows { #expect(row[1] == row[6] && row[2] == row[7] && row[5] == ".") }
  }

  @Test func `its rows are those of the table`() throws {
    for input in [["-g", "GRCh38", "testdata/bed/array.bed"], ["testdata/vcf/germline.vcf"]] {
      let table = try Program.clincall.run(
        ["annotate", "--columns", "chrom,start,end,type,cnv_class,cnv_score,call_id"] + input)
      let bed = try rows(input).map { row in
        [0, 1, 2, 9, 10, 11, 12].map { row[$0] }.joined(separator: "\t")
      }
      #expect(bed == table.rows.dropFirst().map(String.init))
    }
  }

  @Test(.needs("bedtools")) func `bedtools reads it`() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("out.bed")
    let made = try Program.clincall.run(
      ["annotate", "-g", "GRCh38", "testdata/bed/array.bed", "-o", path])
    #expect(made.status == 0, "\(made.errors)")
    let bedtools = try #require(Program.installed("bedtools"))
    let sorted = try bedtools.run(["sort", "-i", path])
    #expect(sorted.status == 0, "\(sorted.errors)")
    #expect(sorted.rows.filter { !$0.hasPrefix("#") }.count == 7)
  }

  @Test(.needs("tabix")) func `a sorted one is indexed`() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("out.bed.gz")
    let calls = try folder.write("chr1\t100\t200\tDEL\nchr1\t300\t400\tDUP\n", to: "in.bed")
    let made = try Program.clincall.run([
      "annotate", "-g", "GRCh38", calls, "-o", path, "-W", "tbi",
    ])
    #expect(made.status == 0, "\(made.errors)")
    let found = try #require(Program.installed("tabix")).run([path, "chr1:301-301"])
    #expect(found.rows.count == 1)
  }
}
