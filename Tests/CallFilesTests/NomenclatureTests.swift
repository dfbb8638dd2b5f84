// SPDX-License-Identifier: MIT

import CallFiles
import CallTestSupport
import Calls
import Genome
import Records
import Testing

/// Strings that name calls, one a line.
///
/// Source: call-file study, sections C2 to C5.
struct NomenclatureTests {
  private func read(_ line: String, build: GenomeBuild = .grch37, sex: Sex? = nil) throws
    -> OpenedReading
  {
    var options = ReadingOptions()
    options.build = build
    if let sex { options.sexes[Array("S1".utf8)] = sex }
    return try OpenedReading(Array((line + "\n").utf8), options)
  }

  // MARK: ISCN

  @Test(
    arguments: [
      // Joiners, separators of thousands, blanks.
      ("arr[GRCh37] 7q32(129199327_129813738)x1", ["7:129199326-129813738 loss cn=1"]),
      ("arr[GRCh37] 7q32(129199327-129813738)x1", ["7:129199326-129813738 loss cn=1"]),
      ("arr[GRCh37] 7q32(129199327\u{2013}129813738)x1", ["7:129199326-129813738 loss cn=1"]),
      ("arr[GRCh37] 7q32(129199327~129813738)x1", ["7:129199326-129813738 loss cn=1"]),
      ("arr[GRCh37] 7q32( 129,199,327 - 129,813,738 ) x3", ["7:129199326-129813738 gain cn=3"]),
      ("arr[GRCh37]7q32(129.199.327_129.813.738)\u{D7}3", ["7:129199326-129813738 gain cn=3"]),
      ("arr[hg19] 7q32(129'199'327_129'813'738)X3", ["7:129199326-129813738 gain cn=3"]),
      ("seq[GRCh37] 7q32(129199327_129813738)*3", ["7:129199326-129813738 gain cn=3"]),
      ("sseq[GRCh37] 7q32(129199327_129813738)x4", ["7:129199326-129813738 gain cn=4"]),
      ("arr cgh [hg19] 7q32(129199327_129813738)x0", ["7:129199326-129813738 loss cn=0"]),
      ("46,XX.arr[hg19] 7q32(129199327_129813738)x1", ["7:129199326-129813738 loss cn=1"]),
      // Words and inheritance.
      ("arr[hg19] 7q32(129199327_129813738)del", ["7:129199326-129813738 loss"]),
      ("arr[hg19] 7q32(129199327_129813738)dup pat", ["7:129199326-129813738 gain"]),
      ("arr[hg19] 7q32(129199327_129813738)x1dn", ["7:129199326-129813738 loss cn=1"]),
      ("arr[hg19] 7q32(129199327_129813738) hmz", ["7:129199326-129813738 loh cn=2"]),
      ("arr[hg19] 7q32(129199327_129813738)x2 hmz mat", ["7:129199326-129813738 loh cn=2"]),
      ("arr[hg19] 7q32(129199327_129813738)x3 hmz", ["7:129199326-129813738 gain_loh cn=3"]),
      ("arr[hg19] 7q32(129199327_129813738)x2", []),
      // Mosaics and ranges.
      (
        "arr[hg19] 7q32(129199327_129813738)x1~2",
        ["7:129199326-129813738 loss cn=1 copies=1~2 mosaic"]
      ),
      (
        "arr[hg19] 7q32(129199327_129813738)x2-3",
        ["7:129199326-129813738 gain cn=3 copies=2~3 mosaic"]
      ),
      (
        "arr[hg19] 7q32(129199327_129813738)x1[0.45]",
        ["7:129199326-129813738 loss cn=1 share=0.45 mosaic"]
      ),
      (
        "arr[hg19] 7q32(129199327_129813738)x3[45%]",
        ["7:129199326-129813738 gain cn=3 share=45% mosaic"]
      ),
      (
        "arr[hg19] 7q32(129199327_129813738)x3[0.3~0.4]",
        ["7:129199326-129813738 gain cn=3 share=0.3~0.4 mosaic"]
      ),
      ("arr[hg19] 7q32(129199327_129813738)x3[?]", ["7:129199326-129813738 gain cn=3 mosaic"]),
      // Normal in a share of the cells: what the others have is not said, and the row is not lost.
      (
        "arr[hg19] 7q32(129199327_129813738)x2[0.4]", ["7:129199326-129813738 cnv share=0.4 mosaic"]
      ),
      ("arr[hg19] 7q32(129199327_129813738)x?", ["7:129199326-129813738 cnv"]),
      // Several pieces; commas inside numbers are none.
      (
        "arr[hg19] 1q21(1,000_2,000)x1,Xp22(3,000,000-4,000,000)x3;21q22(40,000,001_41,000,000)x3",
        [
          "1:999-2000 loss cn=1", "X:2999999-4000000 gain cn=3", "21:40000000-41000000 gain cn=3",
        ]
      ),
      ("arr(21)x3", ["21:0-48129895 gain cn=3"]), ("arr(1-22,X)x2", []),
      ("arr(X,Y)x1,(21)x3", ["21:0-48129895 gain cn=3"]),
      // The extended form: normal neighbours are the outer bounds.
      (
        "arr[hg19] 2q33(203235523x2,203245664-203326770x1,203332494x2) mat",
        ["2:203245663-203326770 loss cn=1 outer=203235523-203332493 inner=203245663-203326770"]
      ),
    ] as [(String, [String])])
  func `a string of ISCN is its calls`(line: String, calls: [String]) throws {
    let reading = try read(line)
    #expect(reading.opened.detection.format == .iscn)
    #expect(reading.faults == [])
    #expect(reading.calls == calls)
    let counts = reading.batch.counts
    #expect(counts.records == 1 && counts.records == counts.withCalls + counts.neutral)
  }

  @Test(
    arguments: [
      ("x1~2", .male, "gain cn=2 S1 copies=1~2 mosaic"),
      ("x1~2", .female, "loss cn=1 S1 copies=1~2 mosaic"),
      ("x1[0.3]", .male, "cnv S1 share=0.3 mosaic"),
      ("x2[0.3]", .male, "gain cn=2 S1 share=0.3 mosaic"),
      ("x2[0.3]", .female, "cnv S1 share=0.3 mosaic"), ("x2", .male, "gain cn=2 S1"),
    ] as [(String, Sex, String)])
  func `on X the end of a range that the sex does not expect is the event`(
    tail: String, sex: Sex, call: String
  ) throws {
    let reading = try read("S1\tarr[hg19] Xq25(121644403_123705178)\(tail)", sex: sex)
    #expect(reading.calls == ["X:121644402-123705178 \(call)"])
  }

  @Test(arguments: [
    (
      "arr[hg19] Xq25(121,644,403-123,705,178)x2 mat  Gender: Male",
      "X:121644402-123705178 gain cn=2"
    ),
    ("arr(X,Y)x1,Xq25(121644403_123705178)x2", "X:121644402-123705178 gain cn=2"),
  ])
  func `the sex that a string tells decides on X`(line: String, call: String) throws {
    #expect(try read(line).calls == [call])
  }

  @Test(arguments: [
    ("arr[hg19] 99q99(1_2)x1", NomenclatureFault.unknownChromosome),
    ("arr[hg19] 1p36(849466_6015936)", .noCopyNumber),
    ("arr[hg19] 1p36(6015936_849466)x1", .badPosition),
    ("arr[hg19] 1p36(849466_abc)x1", .badPosition),
    ("arr[hg19] 1p36(849466_6015936x1", .unbalancedParentheses),
    ("arr[hg19] 1p36(849466_6015936)x1 something", .notRecognised),
  ])
  func `a string that is none is refused as a whole`(line: String, fault: NomenclatureFault) throws
  {
    var options = ReadingOptions()
    options.build = .grch37
    options.format = .iscn
    let reading = try OpenedReading(Array((line + "\n").utf8), options)
    #expect(reading.faults.map(\.fault) == [.badNomenclature(fault)])
    #expect(reading.calls == [])
  }

  // MARK: ClinVar, HGVS, regions

  @Test(
    arguments: [
      ("GRCh37/hg19 1q21.1(chr1:143134063-143284670)x3", ["chr1:143134062-143284670 gain cn=3"]),
      ("GRCh37/hg19 6q16.1-16.2(chr6:98345361-98773283)x1", ["chr6:98345360-98773283 loss cn=1"]),
      ("GRCh37/hg19 1q21.1(chr1:143134063-143284670)x0", ["chr1:143134062-143284670 loss cn=0"]),
      (
        "GRCh37/hg19 1q21.1(chr1:143134063-143284670)x4-6",
        ["chr1:143134062-143284670 gain cn=6 copies=4~6 mosaic"]
      ),
    ] as [(String, [String])])
  func `a name of ClinVar is its call`(line: String, calls: [String]) throws {
    let reading = try read(line)
    #expect(reading.opened.detection.format == .clinvarName)
    #expect(reading.faults == [])
    #expect(reading.calls == calls)
  }

  @Test(
    arguments: [
      ("NC_000022.11:g.18924718_21111383del", "NC_000022.11:18924717-21111383 loss"),
      ("NC_000022.11(TBX1):g.18924718_21111383dup", "NC_000022.11:18924717-21111383 gain"),
      (
        "NC_000022.11:g.(18900000_18924718)_(21111383_21200000)del",
        "NC_000022.11:18924717-21111383 loss outer=18899999-21200000 inner=18924717-21111383"
      ),
      (
        "NC_000022.11:g.(?_18924718)_(21111383_?)del",
        "NC_000022.11:18924717-21111383 loss inner=18924717-21111383"
      ),
      ("NC_000021.9:g.pter_qter[2]", "NC_000021.9:0-46709983 gain"),
      ("NC_000022.11:g.18924718_21111383[0]", "NC_000022.11:18924717-21111383 loss"),
      ("NC_000022.11:g.18924718_21111383inv", "NC_000022.11:18924717-21111383 inv"),
    ])
  func `a genomic description of HGVS is its call`(line: String, call: String) throws {
    let reading = try read(line, build: .grch38)
    #expect(reading.opened.detection.format == .hgvs)
    #expect(reading.faults == [])
    #expect(reading.calls == [call])
  }

  @Test(arguments: [
    "NC_000022.99:g.100_200del", "NC_000023.11:g.pter_qterdel^NC_000023.11:g.100_200del",
    "LRG_199:g.100_200del", "NC_000022.11:g.200_100del", "NC_000022.11:g.100_200delins[A]",
    "NC_000022.11%3Ag.100_200del",
  ])
  func `what is no description on a known contig is refused`(line: String) throws {
    var options = ReadingOptions()
    options.build = .grch38
    options.format = .hgvs
    let reading = try OpenedReading(Array((line + "\n").utf8), options)
    #expect(reading.faults.count == 1)
    #expect(reading.calls == [])
  }

  @Test(arguments: [
    ("chr17:41176312-41277500 DEL", "chr17:41176311-41277500 loss"),
    ("DEL:chr17:41176312:41277500", "chr17:41176311-41277500 loss"),
    ("DUP-chrX-73565114-73956354", "chrX:73565113-73956354 gain"),
    ("1-1000-2000-DEL", "1:999-2000 loss"),
    ("chr17:41,176,312-41,277,500\tDUP", "chr17:41176311-41277500 gain"),
  ])
  func `a region with a type counts from 1`(line: String, call: String) throws {
    let reading = try read(line)
    #expect(reading.opened.detection.format == .region)
    #expect(reading.faults == [])
    #expect(reading.calls == [call])
  }
}
