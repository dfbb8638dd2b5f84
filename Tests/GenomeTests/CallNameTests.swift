// SPDX-License-Identifier: MIT

import Genome
import Testing

/// Names of stretches: bands, ISCN, HGVS.
struct CallNameTests {
  /// Chromosome 22's arms and a little of 1, X and MT, rounded.
  private static let bands = CytobandTable([
    Contig(rawValue: 1): [
      CytobandTable.Band(
        interval: Interval(start: 0, end: 2_300_000), name: "p36.33", stain: "gneg"),
      CytobandTable.Band(
        interval: Interval(start: 2_300_000, end: 5_300_000), name: "p36.32", stain: "gpos25"),
    ],
    Contig(rawValue: 22): [
      CytobandTable.Band(
        interval: Interval(start: 0, end: 15_000_000), name: "p11.1", stain: "acen"),
      CytobandTable.Band(
        interval: Interval(start: 15_000_000, end: 17_400_000), name: "q11.1", stain: "acen"),
      CytobandTable.Band(
        interval: Interval(start: 17_400_000, end: 21_700_000), name: "q11.21", stain: "gneg"),
    ],
    .mitochondrion: [
      CytobandTable.Band(interval: Interval(start: 0, end: 16_569), name: "", stain: "gneg")
    ],
  ])

  @Test(
    arguments: [
      (22, 18_924_718, 21_111_383, "22q11.21"), (1, 100, 3_000_000, "1p36.33-p36.32"),
      (22, 14_000_000, 16_000_000, "22p11.1-q11.1"), (1, 2_299_999, 2_300_000, "1p36.33"),
      (1, 2_300_000, 2_300_001, "1p36.32"), (1, 2_300_000, 2_300_000, "1p36.32"),
      (25, 5, 9, nil), (2, 5, 9, nil), (1, 6_000_000, 6_000_001, nil), (0, 5, 9, nil),
    ] as [(UInt8, Int32, Int32, String?)])
  func `the bands of a stretch`(contig: UInt8, start: Int32, end: Int32, expected: String?) {
    let interval = Interval(start: start, end: end)
    #expect(Self.bands.range(of: interval, on: Contig(rawValue: contig)) == expected)
  }

  private func iscn(
    _ technique: ISCNName.Technique, _ contig: UInt8, _ start: Int32, _ end: Int32,
    _ copies: Int32, hmz: Bool = false, build: GenomeBuild = .grch38
  ) -> String? {
    ISCNName(
      technique: technique, build: build, contig: Contig(rawValue: contig),
      interval: Interval(start: start, end: end), copies: copies, isHomozygous: hmz,
      bands: Self.bands)?.text
  }

  @Test func `an ISCN name says what is known`() {
    #expect(
      iscn(.array, 22, 18_924_718, 21_111_383, 1000)
        == "arr[GRCh38] 22q11.21(18924719_21111383)x1")
    #expect(
      iscn(.sequencing, 1, 99, 3_000_000, 3000, build: .grch37)
        == "seq[GRCh37] 1p36.33p36.32(100_3000000)x3")
    #expect(
      iscn(.array, 22, 18_000_000, 19_000_000, 0) == "arr[GRCh38] 22q11.21(18000001_19000000)x0")
    #expect(
      iscn(.array, 22, 18_000_000, 19_000_000, 1670)
        == "arr[GRCh38] 22q11.21(18000001_19000000)x1~2")
    #expect(
      iscn(.array, 22, 18_000_000, 19_000_000, 2000, hmz: true)
        == "arr[GRCh38] 22q11.21(18000001_19000000)x2 hmz")
  }

  @Test func `what ISCN cannot express has no name`() {
    #expect(iscn(.array, 22, 5, 5, 1000) == nil)
    #expect(iscn(.array, 25, 5, 9, 1000) == nil)
    #expect(iscn(.array, 3, 5, 9, 1000) == nil)
    #expect(iscn(.array, 22, 5, 9, -1) == nil)
    #expect(iscn(.array, 22, 5, 9, .min) == nil)
  }

  private func hgvs(
    _ change: HGVSName.Change, _ contig: UInt8, _ start: Int32, _ end: Int32,
    _ bounds: HGVSName.Bounds = .exact, build: GenomeBuild = .grch38
  ) -> String? {
    HGVSName(
      change, of: Interval(start: start, end: end), bounds: bounds, on: Contig(rawValue: contig),
      build: build)?.text
  }

  @Test func `an HGVS name counts from 1 on the build's accession`() {
    let outer = Interval(start: 18_900_000, end: 21_200_000)
    #expect(
      hgvs(.deletion, 22, 18_924_718, 21_111_383) == "NC_000022.11:g.18924719_21111383del")
    #expect(
      hgvs(.duplication, 22, 18_924_718, 21_111_383, build: .grch37)
        == "NC_000022.10:g.18924719_21111383dup")
    #expect(hgvs(.inversion, 23, 99, 200) == "NC_000023.11:g.100_200inv")
    #expect(hgvs(.deletion, 1, 99, 100) == "NC_000001.11:g.100del")
    #expect(
      hgvs(.deletion, 22, 18_924_718, 21_111_383, .within(outer: nil))
        == "NC_000022.11:g.(?_18924719)_(21111383_?)del")
    #expect(
      hgvs(.deletion, 22, 18_924_718, 21_111_383, .within(outer: outer))
        == "NC_000022.11:g.(18900000_18924719)_(21111383_21200001)del")
    #expect(
      hgvs(.deletion, 22, 9, 20, .within(outer: Interval(start: 0, end: 30)))
        == "NC_000022.11:g.(?_10)_(20_31)del")
  }

  @Test func `what HGVS cannot name has no name`() {
    #expect(hgvs(.deletion, 22, 5, 5) == nil)
    #expect(hgvs(.inversion, 22, 5, 6) == nil)
    #expect(hgvs(.deletion, 0, 5, 9) == nil)
    // UCSC's hg19 has another mitochondrion under the same name.
    #expect(hgvs(.deletion, 25, 5, 9) == "NC_012920.1:m.6_9del")
    #expect(hgvs(.deletion, 25, 5, 9, build: .grch37) == nil)
  }

  @Test func `an accession names the contig and build it came from`() throws {
    for build in GenomeBuild.allCases {
      for contig in Contig.assembled {
        let name = ContigName(try #require(contig.refSeqAccession(in: build)))
        #expect(name.contig == contig)
        #expect(name.build == (contig == .mitochondrion ? nil : build))
      }
    }
    #expect(Contig.other.refSeqAccession(in: .grch38) == nil)
  }
}
