// SPDX-License-Identifier: MIT

import TestSupport
import Testing

/// Traps of call files that no single reader's tests show: study of call-file formats, section G.
struct FormatTrapTests {
  private static let head =
    "##fileformat=VCFv4.2\n##contig=<ID=chr1,length=249250621>\n##contig=<ID=chr5,length=180915260>\n"
    + "##FILTER=<ID=LowQual,Description=\"q\">\n"
    + ["CHR2", "SVTYPE", "SVMETHOD", "CT", "SVCLAIM"].map {
      "##INFO=<ID=\($0),Number=1,Type=String,Description=\"i\">\n"
    }.joined()
    + ["END", "PE", "MAPQ"].map {
      "##INFO=<ID=\($0),Number=1,Type=Integer,Description=\"i\">\n"
    }.joined()
    + "##FORMAT=<ID=GT,Number=1,Type=String,Description=\"g\">\n"
    + "##FORMAT=<ID=CN,Number=1,Type=Integer,Description=\"c\">\n"
    + "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tS1\n"

  /// The cells of `--columns` of every row.
  private func annotate(_ text: String, name: String, _ options: [String]) throws -> [String] {
    let folder = try TemporaryFolder()
    let result = try Program.clincall.run(
      ["annotate", "-g", "37", "--emit", "all", try folder.write(text, to: name)] + options)
    #expect(result.status == 0, "\(result.errors)")
    return result.rows.dropFirst().map { String($0).replacing("\t", with: " ") }
  }

  private static let columns = ["--columns", "start,end,type,cnv_class,flags"]

  // MARK: 11: junctions that are no intervals

  @Test(arguments: ["<TRA>", "<DEL>", "<DUP>", "<INV>", "<BND>"])
  func `an END on another contig makes no interval, whatever ALT says`(alt: String) throws {
    // Delly before 0.7.8; the END is larger than POS by chance.
    let rows = try annotate(
      Self.head
        + "chr1\t2991435\tTRA00000001\tN\t\(alt)\t.\tPASS\tSVTYPE=TRA;CHR2=chr5;END=19357517;PE=30\tGT:CN\t0/1:-1\n",
      name: "in.vcf", Self.columns)
    #expect(rows == ["2991434 2991435 bnd . not_scored:bnd"])
  }

  @Test(arguments: ["1", "chr1", "."])
  func `an END on the same contig makes one, however CHR2 spells it`(mate: String) throws {
    let rows = try annotate(
      Self.head
        + "chr1\t2991435\tDEL1\tN\t<DEL>\t.\tPASS\tSVTYPE=DEL;CHR2=\(mate);END=3000000\tGT\t0/1\n",
      name: "in.vcf", ["--columns", "start,end,type"])
    #expect(rows == ["2991435 3000000 loss"])
  }

  @Test func `a duplication of nearly a chromosome by two read pairs is not scored and says why`()
    throws
  {
    // As Delly 0.6.8 wrote it: 239 Mb, LowQual.
    let rows = try annotate(
      Self.head
        + "chr1\t589056\tDUP00000001\tN\t<DUP>\t.\tLowQual\tSVTYPE=DUP;SVMETHOD=EMBL.DELLYv0.6.8;CHR2=chr1;END=239847948;CT=5to3;PE=2;MAPQ=23\tGT:CN\t0/1:-1\n",
      name: "in.vcf", Self.columns)
    #expect(rows.count == 1)
    let cells = rows.first?.split(separator: " ").map(String.init) ?? []
    #expect(cells.prefix(4) == ["589056", "239847948", "gain", "."])
    let flags = Set(cells.last?.split(separator: ";").map(String.init) ?? [])
    #expect(flags == ["filter_fail", "not_scored:aneuploidy"])
  }

  @Test func `breakends of a pair are no deletion between them`() throws {
    let pair =
      "chr1\t100000\tA\tN\tN[chr1:90000000[\t.\tPASS\tSVTYPE=BND\tGT\t0/1\n"
      + "chr1\t90000000\tB\tN\t]chr1:100000]N\t.\tPASS\tSVTYPE=BND\tGT\t0/1\n"
    #expect(
      try annotate(Self.head + pair, name: "in.vcf", Self.columns) == [
        "99999 100000 bnd . not_scored:bnd", "89999999 90000000 bnd . not_scored:bnd",
      ])
    // On request one call, with what speaks against it.
    let trusted = try annotate(
      Self.head + pair, name: "in.vcf", ["--trust-breakends", "--columns", "start,end,type,flags"])
    #expect(trusted.count == 2)
    #expect(trusted[0].hasPrefix("100000 89999999 loss "))
    #expect(trusted[0].contains("junction_only") && trusted[0].contains("implausible_size"))
    #expect(trusted[1] == "89999999 90000000 bnd not_scored:bnd")
  }

  @Test func `a junction claim says so, and a copy-number claim does not`() throws {
    let rows = try annotate(
      Self.head
        + ["J", "D", "DJ"].map {
          "chr1\t2991435\t.\tN\t<DEL>\t.\tPASS\tSVTYPE=DEL;SVCLAIM=\($0);END=3000000\tGT\t0/1\n"
        }.joined(), name: "in.vcf", ["--columns", "flags"])
    #expect(rows.map { $0.contains("junction_only") } == [true, false, false])
  }

  // MARK: 12: copies of a haplotype and of a sample

  @Test(arguments: [
    // The reference haplotype is nobody's call.
    ("<CN1>", "0|1", []), ("<CN1>", "1|1", []), ("<CN0>,<CN1>", "0|2", []),
    // <CN2> is one copy more, not two copies in all.
    ("<CN2>", "0|1", ["gain 3"]), ("<CN2>", "1|1", ["gain 4"]), ("<CN0>", "0|1", ["loss 1"]),
    ("<CN0>", "1|1", ["loss 0"]), ("<CN0>,<CN2>", "1|2", []),
  ])
  func `<CNn> counts the copies of a haplotype`(alt: String, genotype: String, calls: [String])
    throws
  {
    let rows = try annotate(
      Self.head + "chr1\t2991435\t.\tN\t\(alt)\t.\tPASS\tSVTYPE=CNV;END=3000000\tGT\t\(genotype)\n",
      name: "in.vcf", ["--columns", "type,copy_number"])
    #expect(rows == calls)
  }

  @Test(arguments: [
    // FORMAT/CN is the sample's total, whatever the haplotype's number.
    ("<CN2>", "0|1", "3", ["gain 3"]), ("<CN2>", "0|1", "2", []), ("<CN0>", "./1", "2", []),
    ("<CN1>", "0|1", "1", ["loss 1"]), ("<CN3>", "./1", "4", ["gain 4"]),
  ])
  func `FORMAT CN is the total of the sample`(
    alt: String, genotype: String, copies: String, calls: [String]
  ) throws {
    let rows = try annotate(
      Self.head
        + "chr1\t2991435\t.\tN\t\(alt)\t.\tPASS\tSVTYPE=CNV;END=3000000\tGT:CN\t\(genotype):\(copies)\n",
      name: "in.vcf", ["--columns", "type,copy_number"])
    #expect(rows == calls)
  }

  // MARK: 2, 3 and 5

  @Test func `Birdseye's normal segments are counted, not called`() throws {
    let text =
      "sample\tsample_index\tcopy_number\tchr\tstart\tend\tper_probe_score\tsize\tnum_probes\tlod_score\n"
      + "S1\t1\t2\t22\t18844632\t21462353\t1\t2617722\t44\t57.2\n"
      + "S1\t1\t1\t22\t22000001\t22100000\t1\t100000\t44\t57.2\n"
    #expect(
      try annotate(text, name: "in.txt", ["--columns", "start,type,copy_number"])
        == ["22000000 loss 1"])
  }

  @Test func `CNVkit's GQ is its number of probes, and 1/1 says that no copy of a loss is left`()
    throws
  {
    let text =
      "##fileformat=VCFv4.2\n##source=CNVkit v0.9.10\n"
      + ["END", "SVLEN", "PROBES"].map {
        "##INFO=<ID=\($0),Number=1,Type=Integer,Description=\"i\">\n"
      }.joined()
      + ["FOLD_CHANGE", "FOLD_CHANGE_LOG"].map {
        "##INFO=<ID=\($0),Number=1,Type=Float,Description=\"i\">\n"
      }.joined()
      + "##INFO=<ID=SVTYPE,Number=1,Type=String,Description=\"i\">\n"
      + "##INFO=<ID=IMPRECISE,Number=0,Type=Flag,Description=\"i\">\n"
      + ["GT", "GQ", "CN", "CNQ"].map {
        "##FORMAT=<ID=\($0),Number=1,Type=\($0 == "GT" ? "String" : "Integer"),Description=\"f\">\n"
      }.joined()
      + "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tS1\n"
      + "chr1\t464423\t.\tN\t<DEL>\t.\t.\tIMPRECISE;SVTYPE=DEL;END=3003530;SVLEN=-2539107;FOLD_CHANGE=0.25;FOLD_CHANGE_LOG=-2;PROBES=32\tGT:GQ\t1/1:32\n"
      + "chr1\t5000000\t.\tN\t<DEL>\t.\t.\tIMPRECISE;SVTYPE=DEL;END=6000000;SVLEN=-1000000;FOLD_CHANGE=0.6;FOLD_CHANGE_LOG=-0.7;PROBES=9\tGT:GQ\t0/1:9\n"
      + "chr1\t16731934\t.\tN\t<DUP>\t.\t.\tIMPRECISE;SVTYPE=DUP;END=17555848;SVLEN=823914;FOLD_CHANGE=1.4;FOLD_CHANGE_LOG=0.5;PROBES=4\tGT:GQ:CN:CNQ\t0/1:4:3:4\n"
    #expect(
      try annotate(
        text, name: "in.vcf", ["--columns", "start,end,type,copy_number,log2,probes,confidence"])
        == [
          "464423 3003530 loss 0 -2 32 .", "5000000 6000000 loss . -0.7 9 .",
          "16731934 17555848 gain 3 0.5 4 .",
        ])
  }

  /// CNVkit's `export bed --show ploidy` prints a man's normal X as one copy.
  @Test func `one copy of X in CNVkit's BED is normal in a man and a loss in a woman`() throws {
    let text = "chrX\t50000000\t60000000\tS1\t1\nchrX\t70000000\t71000000\tS1\t3\n"
    let columns = ["--columns", "start,type,copy_number"]
    #expect(
      try annotate(text, name: "in.bed", ["--sex", "S1=male"] + columns) == ["70000000 gain 3"])
    #expect(
      try annotate(text, name: "in.bed", ["--sex", "S1=female"] + columns)
        == ["50000000 loss 1", "70000000 gain 3"])
    #expect(
      try annotate(text, name: "in.bed", columns) == ["50000000 cnv 1", "70000000 gain 3"])
  }

  // MARK: 14 and 15

  @Test func `two files of one name are told apart, and one call of two callers stays two`() throws
  {
    let folder = try TemporaryFolder()
    let text =
      "chromosome\tstart\tend\tgene\tlog2\tcn\tprobes\nchr1\t464423\t3003530\t-\t-0.9\t1\t32\n"
    let first = try folder.write(text, to: "S1.call.cns")
    let second = try folder.write(text, to: "S1.cns")
    let result = try Program.clincall.run(
      ["annotate", "-g", "37", "--emit", "all", "--columns", "sample,start,source", first, second])
    #expect(result.status == 0)
    #expect(
      result.rows.dropFirst().map { String($0).replacing("\t", with: " ") } == [
        "S1 464423 S1.call.cns:2", "S1 464423 S1.cns:2",
      ])
    #expect(
      result.errors.contains(
        "\(second): another file, S1.call.cns, gives its calls the same sample"), "\(result.errors)"
    )
  }
}
