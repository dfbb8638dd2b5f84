// SPDX-License-Identifier: MIT

import Genome
import Testing

struct ContigNameTests {
  @Test(arguments: [
    ("1", "1"), ("chr1", "1"), ("CHR22", "22"), ("Chr9", "9"), ("x", "X"), ("chrx", "X"),
    ("Y", "Y"),
    ("M", "MT"), ("chrM", "MT"), ("MT", "MT"), ("chrMT", "MT"), ("NC_012920.1", "MT"),
  ])
  func `a chromosome is known by every spelling`(name: String, expected: String) {
    #expect(ContigName(name).contig.name == expected)
    #expect(ContigName(name).build == nil)
  }

  @Test(arguments: [
    ("NC_000001.10", "1", GenomeBuild.grch37), ("NC_000001.11", "1", .grch38),
    ("nc_000023.11", "X", .grch38), ("NC_000024.9", "Y", .grch37), ("NC_000021.8", "21", .grch37),
    ("CM000663.2", "1", .grch38), ("CM000686.1", "Y", .grch37),
  ])
  func `an accession names its build`(name: String, expected: String, build: GenomeBuild) {
    #expect(ContigName(name).contig.name == expected)
    #expect(ContigName(name).build == build)
  }

  @Test(arguments: [
    "", "chr", "0", "23", "24", "chr23", "chr1_KI270706v1_random", "chrUn_KI270302v1",
    "HLA-A*01:01",
    "GL000192.1", "hs37d5", "XY", "NC_000001.9", "NC_060925.1", "NC_000025.1", "1.0", "chr01", "１",
  ])
  func `anything else is another contig, never a guess`(name: String) {
    #expect(ContigName(name).contig == .other)
  }
}
