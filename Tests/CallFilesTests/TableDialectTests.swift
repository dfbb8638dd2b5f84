// SPDX-License-Identifier: MIT

import CallFiles
import CallTestSupport
import Calls
import Genome
import Records
import Testing

/// The traps of each program's table.
///
/// Source: call-file study, sections A, B and G.
struct TableDialectTests {
  /// The example that `clincall formats` shows is a file of the format, and its call is the one it shows.
  @Test(arguments: CallFormat.allCases.filter { $0 != .table && $0 != .vcf })
  func `every format's example is detected and read`(format: CallFormat) throws {
    let reading = try readTable(format.description.example + "\n") {
      if format == .hgvs { $0.build = .grch38 }
    }
    #expect(reading.opened.detection.format == format)
    #expect(reading.faults == [])
    #expect(reading.batch.calls.count == 1)
    #expect(reading.batch.calls.first?.contig == Contig(rawValue: format == .penncnv ? 3 : 22))
  }

  @Test func `QuantiSNP pads its cells, repeats its header and writes no normal segments`() throws {
    let header =
      "Sample Name\tChromosome\tStart Position (bp)\tEnd Position (bp)\tStart Probe ID\t"
      + "End Probe ID\tLength (bp)\tNo. Probes\tCopy Number\tMax. Log BF\tLog BF: State 0\n"
    let text =
      header + "10001\t1 \t  111930916\t 111934304\trs1\trs2\t  3389\t4\t1\t4.57286\t-42.9\n"
      + header + "10001\t23\t  50000000\t 50100000\trs1\trs2\t  3389\t4\t3\t9\t-42.9\n"
      + "10001\t2\t100\t200\trs1\trs2\t101\t4\t2\t9\t-42.9\n"
    #expect(
      try tableCalls(text) == [
        "1:111930915-111934304 loss cn=1 10001 probes=4 conf=4.57286",
        "X:49999999-50100000 gain cn=3 10001 probes=4 conf=9",
        "2:99-200 loh cn=2 10001 probes=4 conf=9",
      ])
  }

  @Test func `Agilent's headings name the samples of the rows behind them`() throws {
    let text =
      "Design: x\t\t\nGenome: hg19\t\t\n\n"
      + "AberrationNo\tChr\tCytoband\tStart\tStop\t#Probes\tAmplification\tDeletion\tpval\tGene Names\n"
      + "A_1 =1\n1\tchr22\tq11.21\t100\t200\t9\t0.61\t0\t1e-9\t\"X, Y\"\n"
      + "B_2\t\t\n1\tchr22\tq11.21\t100\t200\t9\t0\t-0.05\t1e-9\t\"X\"\n"
    #expect(
      try tableCalls(text) == [
        "chr22:99-200 gain A_1 log2=0.61 probes=9 conf=1e-9",
        "chr22:99-200 loss B_2 log2=-0.05 probes=9 conf=1e-9",
      ])
    let trailing =
      "AberrationNo\tChr\tCytoband\tStart\tStop\t#Probes\tAmplification\tDeletion\tpval\n"
      + "1\tchr22\tq11.21\t100\t200\t9\t0.61\t0\t1e-9\nA_1 =1\n"
    #expect(try tableCalls(trailing) == ["chr22:99-200 gain A_1 log2=0.61 probes=9 conf=1e-9"])
  }

  private static let agilentNames =
    "AberrationNo\tChr\tCytoband\tStart\tStop\t#Probes\tAmplification\tDeletion\tpval\n"
  private static let agilentRow = "1\tchr22\tq11.21\t100\t200\t9\t0.61\t0\t1e-9\n"

  @Test(arguments: [
    ("\(agilentRow)A_1 =1\n\(agilentRow)", 3), ("\(agilentRow)A_1 =1\nB_1 =1\n", 3),
    ("\(agilentRow)\n\(agilentRow)A_1\t\t\nB_1\n\(agilentRow)", 5),
  ])
  func `rows of an unknown sample before a heading are refused`(rows: String, line: Int) throws {
    #expect(
      throws: OpeningFault.malformed(
        MalformedRecord(
          line: line, column: 0, fault: .headingBehindRows, text: Array("A_1".utf8)))
    ) { try readTable(Self.agilentNames + rows) }
  }

  @Test func `an end mark of DOS and a comment are no heading`() throws {
    #expect(
      try tableCalls(Self.agilentNames + Self.agilentRow + "#A_1\n\u{1A}")
        == ["chr22:99-200 gain S1 log2=0.61 probes=9 conf=1e-9"])
  }

  @Test(arguments: [
    "chr1\t100\t200\tDEL\n", "S1\tarr[GRCh37] 22q11.21(18844632_21462353)x1\n",
    "chr1:100-200  numsnp=3  length=101  state2,cn=1 S1.txt startsnp=a endsnp=b\n",
    "chr1:100-200 DEL\n", "22\t18844631\t21462353\t1\tloss\n",
    "Sample ID\tChr\tStart\tEnd\tCNV Value\tCNV Conf\tComment\nS1\t1\t100\t200\t1\t9\t\n",
  ])
  func `an end mark of DOS alone on the last line is no record, and one before text is none`(
    text: String
  ) throws {
    #expect(try tableCalls(text + "\u{1A}").count == 1)
    let row = text.split(separator: "\n").last ?? ""
    let reading = try readTable(text + "\(row)\n\u{1A}\(row)\n")
    #expect(reading.batch.counts.records == 3)
    #expect(reading.batch.calls.count + reading.faults.count == 3)
  }

  @Test func `files with a byte order mark may be put behind each other`() throws {
    let one =
      "\u{FEFF}File\tCN State\tType\tMicroarray Nomenclature\n"
      + "A\t1\tLoss\tarr[hg19] 1p36.33(100-200)x1\n"
    #expect(try tableCalls(one + one) == ["1:99-200 loss cn=1 A", "1:99-200 loss cn=1 A"])
  }

  @Test func `a sample named behind the rows is a decision that the report states`() throws {
    let reading = try readTable(Self.agilentNames + Self.agilentRow + "A_1 =1\n\n\t\t\n")
    #expect(reading.opened.remarks == ["sample A_1, as line 3 behind the rows says"])
    #expect(reading.calls == ["chr22:99-200 gain A_1 log2=0.61 probes=9 conf=1e-9"])
  }

  @Test func `CytoGenomics flags what was suppressed and hides the score of LOH`() throws {
    let text =
      "Chromosome\tStart\tStop\tType\t#Probes\tpval\tMean Log Ratio/LOH Score\tSuppress\n"
      + "chr1\t100\t200\tLoss\t9\t0.1\t-0.9\ttrue\nchr1\t100\t200\tLOH\t9\t0.1\t17.5\tfalse\n"
    #expect(
      try tableCalls(text) == [
        "chr1:99-200 loss S1 log2=-0.9 probes=9 conf=0.1 filter_fail",
        "chr1:99-200 loh cn=2 S1 probes=9 conf=0.1",
      ])
  }

  @Test func `CNVkit counts from 0, skips normal segments and sees LOH by the minor copies`() throws
  {
    let text =
      "chromosome\tstart\tend\tgene\tlog2\tcn\tcn1\tcn2\tdepth\tprobes\tweight\n"
      + "chr1\t100\t200\t-\t0\t2\t1\t1\t9\t5\t4\nchr1\t300\t400\t-\t0\t2\t2\t0\t9\t5\t4\n"
      + "chr1\t500\t600\t-\t0.6\t3\t3\t0\t9\t5\t4\nchr1\t700\t800\t-\t-1\t1\t1\t0\t9\t5\t4\n"
    #expect(
      try tableCalls(text, name: "P9.call.cns") == [
        "chr1:300-400 loh cn=2 P9 log2=0 probes=5",
        "chr1:500-600 gain_loh cn=3 P9 log2=0.6 probes=5",
        "chr1:700-800 loss cn=1 P9 log2=-1 probes=5",
      ])
  }

  @Test func `log2 ratios alone have a direction only by thresholds`() throws {
    let text =
      "chromosome\tstart\tend\tgene\tlog2\tprobes\n"
      + "chr1\t100\t200\t-\t0.1\t5\nchr1\t300\t400\t-\t-0.9\t5\nchrX\t500\t600\t-\t0.6\t5\n"
    #expect(
      try tableCalls(text) == [
        "chr1:300-400 cnv S1 log2=-0.9 probes=5", "chrX:500-600 cnv S1 log2=0.6 probes=5",
      ])
    let told = try tableCalls(text) { $0.table.log2Thresholds = .init(low: -1, high: 0.05) }
    #expect(
      told == [
        "chr1:100-200 gain S1 log2=0.1 probes=5 type_from_log2",
        // The reference's sex is not known.
        "chrX:500-600 cnv S1 log2=0.6 probes=5",
      ])
  }

  @Test func `exon numbers are no coordinates`() throws {
    let text = """
      "","start.p","end.p","type","nexons","start","end","chromosome","id","BF","reads.expected","reads.observed","reads.ratio"
      "1",25,27,"deletion",3,89553,91106,"1","chrchr1:89553-91106",Inf,224,68,0.304
      """
    #expect(try tableCalls(text) == ["1:89552-91106 loss S1 log2=-1.7179 probes=3 conf=Inf"])
  }

  @Test func `XHMM's z-score is no log2 ratio and its contig stands apart`() throws {
    let text =
      "SAMPLE\tCNV\tINTERVAL\tKB\tCHR\tMID_BP\tTARGETS\tNUM_TARG\tQ_EXACT\tQ_SOME\tQ_NON_DIPLOID\t"
      + "Q_START\tQ_STOP\tMEAN_RD\tMEAN_ORIG_RD\n"
      + "HG00121\tDEL\t22:18898402-18913235\t14.83\t22\t18905818\t104..117\t14\t9\t90\t90\t8\t4\t-2.51\t37.99\n"
      + "HG00121\tDUP\tHLA-A*01:01:10-20\t0.01\tHLA-A*01:01\t15\t1..2\t2\t9\t90\t90\t8\t4\t2.51\t37.99\n"
    #expect(
      try tableCalls(text) == [
        "22:18898401-18913235 loss HG00121 probes=14 conf=90",
        "HLA-A*01:01:9-20 gain HG00121 probes=2 conf=90 not_annotated:contig_not_in_build",
      ])
  }

  @Test func `Control-FREEC counts from 0, and a neutral segment of one allele is LOH`() throws {
    let text =
      "10\t0\t133797422\t1\tloss\tA\t90\n11\t5\t9\t2\tneutral\tAA\t90\n12\t5\t9\t2\tneutral\tAB\t90\n"
      + "13\t5\t9\t4\tgain\tAABB\t90\n"
    #expect(
      try tableCalls(text) { $0.build = .grch38 } == [
        "10:0-133797422 loss cn=1 S1", "11:5-9 loh cn=2 S1", "13:5-9 gain cn=4 S1",
      ])
  }

  @Test func `WisecondorX counts from 1 in a .bed`() throws {
    let text = "chr\tstart\tend\tratio\tzscore\ttype\n9\t5001\t10000\t-0.9\t-12\tloss\n"
    let reading = try readTable(text, name: "P_aberrations.bed")
    #expect(reading.opened.detection.format == .wisecondorx)
    #expect(reading.calls == ["9:5000-10000 loss P log2=-0.9 conf=-12"])
  }

  @Test func `ClinCNV's change is the number of copies`() throws {
    let text =
      "##x\n#chr\tstart\tend\tCN_change\tloglikelihood\tno_of_regions\nchr1\t99\t200\t1\t50\t3\n"
    #expect(try tableCalls(text) == ["chr1:99-200 loss cn=1 S1 probes=3 conf=50"])
  }

  @Test func `ChAS' word wins over copies, and both are shown`() throws {
    let text =
      "File\tCN State\tType\tChromosome\tMin\tMax\tFull Location\n"
      + "A.cyhd.cychp\t2\tGain\tX\t100\t200\tchrX:1-300\nA.cyhd.cychp\t3\tLoss\t1\t100\t200\tx\n"
      + "A.cyhd.cychp\t\tLossMosaic\t1\t100\t200\tx\n"
    #expect(
      try tableCalls(text) == [
        "X:99-200 gain cn=2 A", "1:99-200 loss cn=3 A copy_number_disagrees",
        "1:99-200 loss A mosaic",
      ])
  }

  @Test(arguments: ["", " (ISCN 2013)", " (ISCN 2016)", " (ISCN 2020)", " (ISCN 2024)"])
  func `ChAS' nomenclature is found whichever edition names it`(edition: String) throws {
    let text =
      "File\tCN State\tType\tMicroarray Nomenclature\(edition)\n"
      + "A.OSCHP\t1\tLoss\tarr[hg19] 22q11.21(18,844,632-21,462,353)x1\n"
    let reading = try readTable(text)
    #expect(reading.opened.detection.format == .chas)
    #expect(reading.calls == ["22:18844631-21462353 loss cn=1 A"])
  }

  @Test func `a letter is a type in a table, as BlueFuse's derived tables have it`() throws {
    let text = "Sample\tChr\tFrom\tTo\tResult\nS\t1\t100\t200\tG\nS\t1\t300\t400\tL\n"
    let found = try tableCalls(text) {
      $0.table.base = 1
      try? $0.table.readMap("sample=Sample,contig=Chr,start=From,end=To,type=Result")
    }
    #expect(found == ["1:99-200 gain S", "1:299-400 loss S"])
  }

  @Test func `a row on another build is refused`() throws {
    let text =
      "File\tCN State\tType\tMicroarray Nomenclature\nA\t1\tLoss\tarr[hg19] 1p36.33(100-200)x1\n"
    let more = text + "A\t1\tLoss\tarr[hg18] 1p36.33(100-200)x1\n"
    #expect(
      try readTable(more).faults.map(\.fault) == [.otherBuild(stated: "hg18", build: .grch37)])
    #expect(throws: OpeningFault.self) { try readTable(text) { $0.build = .grch38 } }
  }

  @Test func `copies on X depend on the sex`() throws {
    let text =
      "Sample ID\tChr\tStart\tEnd\tCNV Value\tCNV Conf\tComment\n"
      + "S\tX\t50000000\t60000000\t2\t9\t\nS\tX\t50000000\t60000000\t1\t9\t\n"
    func types(_ sex: Sex?) throws -> [String] {
      try tableCalls(text) { if let sex { $0.sexes[Array("S".utf8)] = sex } }.map {
        $0.split(separator: " ")[1].description
      }
    }
    #expect(try types(nil) == ["cnv", "cnv"])
    #expect(try types(.male) == ["gain"])
    #expect(try types(.female) == ["loss"])
  }

  @Test(arguments: [
    (
      "chromosome\tstart\tend\tgene\tlog2\tdepth\tweight\nchr1\t1\t2\t-\t0\t1\t1\n",
      NotCalls.cnvkitBins
    ),
    ("[Header]\nGSGT Version\t2.0\n[Data]\n", .finalReport),
    ("Name\tChr\tPosition\tS1.Log R Ratio\tS1.B Allele Freq\nrs1\t1\t5\t0.1\t0.5\n", .signals),
    ("ProbeSetName\tChromosome\tPosition\tLog2Ratio\nC-1\t1\t5\t0.1\n", .chpText),
    (
      "AberrationNo\tCytoBand\tChrName\tProbeName\tStart\tStop\tLogratio\tAmplification\tDeletion\n",
      .agilentProbes
    ),
    ("<Project_Bookmarks>\n", .bookmarks),
    ("AnnotSV_ID\tSV_chrom\tSV_start\tSV_end\n1\t1\t5\t9\n", .annotSVOutput),
  ])
  func `files of the field without calls are refused with advice`(text: String, kind: NotCalls)
    throws
  {
    #expect(throws: OpeningFault.notCalls(kind)) { try readTable(text) }
  }

  @Test func `allele fractions in the layout of SEG are refused`() throws {
    let header = "Sample\tChromosome\tStart\tEnd\tNum_Probes\tSegment_Mean\n"
    let rows = (1...12).map { "S\t1\t\($0)00\t\($0)99\t5\t0.4\($0)\n" }.joined()
    #expect(throws: OpeningFault.notCalls(.alleleFractions)) { try readTable(header + rows) }
    #expect(throws: OpeningFault.notCalls(.alleleFractions)) {
      try readTable(header + "S\t1\t100\t199\t5\t-0.4\n", name: "x.af.igv.seg")
    }
  }
}

/// Rules of single formats that their rows do not show at first sight.
extension TableDialectTests {
  @Test func `Agilent's signs turn for the sample on the other side of the array`() throws {
    let text =
      "AberrationNo\tChr\tCytoband\tStart\tStop\t#Probes\tAmplification\tDeletion\tpval\n"
      + "1\tchr22\tq11.21\t100\t200\t9\t0.61\t0\t1e-9\n2\tchr1\tp36\t100\t200\t9\t0\t-0.5\t1e-9\n"
    let reading = try readTable(text) {
      try? $0.table.readTypes("Amplification=loss,Deletion=gain")
    }
    #expect(
      reading.calls == [
        "chr22:99-200 loss S1 log2=-0.61 probes=9 conf=1e-9",
        "chr1:99-200 gain S1 log2=0.5 probes=9 conf=1e-9",
      ])
    #expect(
      reading.opened.remarks == [
        "amplifications are losses and deletions gains (--type-map)",
        "sample S1, as no column names one",
      ])
  }

  @Test func `Agilent's preamble and names of columns tell the build`() throws {
    let text =
      "Design: x\t\t\nAberrationNo\tChr\tCytoband\tStart\tStop\t#Probes\tAmplification\tDeletion\tpval\t"
      + "Gene Names\tHs_hg19_CNV_20120403\n1\tchr22\tq11.21 - q11.22\t100\t200\t9\t0.61\t0\t1e-9\t\"A, B\"\tx\n"
    let reading = try OpenedReading(Array(text.utf8), name: "P.xls", ReadingOptions())
    #expect(reading.opened.build.reason == "column Hs_hg19_CNV_20120403")
    #expect(reading.calls == ["chr22:99-200 gain P log2=0.61 probes=9 conf=1e-9"])
  }

  @Test func `a CHP file's segments count chromosomes as Affymetrix does and skip the normal ones`()
    throws
  {
    let text =
      "#%affymetrix-array-type=x\n# UCSC Genomic Version: hg19\n"
      + "SegmentID\tChromosome\tStartPosition\tStopPosition\tMarkerCount\tMeanMarkerDistance\tState\tConfidence\n"
      + "1\t24\t50000000\t50000100\t9\t5\t3\t0.9\n2\t1\t100\t200\t9\t5\t2\t0.9\n3\t1\t300\t400\t9\t5\t1\t0.9\n"
    let reading = try OpenedReading(
      Array(text.utf8), name: "P1.cyhd.cychp.txt", ReadingOptions())
    #expect(reading.opened.detection.format == .chp)
    #expect(reading.opened.build.build == .grch37)
    #expect(
      reading.calls == [
        "X:49999999-50000100 gain cn=3 P1 probes=9 conf=0.9",
        "1:299-400 loss cn=1 P1 probes=9 conf=0.9",
      ])
    #expect(reading.batch.counts.neutral == 1)
  }

  @Test func `Nexus' bounds are read, and a homozygous loss has no copies left`() throws {
    let text =
      "#Genomebuild = GRCh37\n#Sample = N1\n"
      + "Chromosome Region\tEvent\tLength\tProbe Median\tProbes\tMin Region\tMax Region\tMosaic\n"
      + "chr1:12.850.310-12.902.810\tHomozygous Copy Loss\t52501\t-2,1\t9\t"
      + "chr1:12.850.400-12.902.800\tchr1:12.850.000-12.903.000\t\n"
      + "chr1:12.850.310-12.902.810\tHigh Copy Gain\t52501\t1,14\t9\t\t\t0,35\n"
      + "chr1:12.850.310-12.902.810\tAllelic Imbalance\t52501\t0,1\t9\t\t\t\n"
    let reading = try OpenedReading(Array(text.utf8), name: "x.txt", ReadingOptions())
    #expect(reading.faults == [])
    #expect(
      reading.calls == [
        "chr1:12850309-12902810 loss cn=0 N1 log2=-2.1 probes=9 outer=12849999-12903000 "
          + "inner=12850399-12902800",
        "chr1:12850309-12902810 gain N1 log2=1.14 probes=9 share=0,35 mosaic",
        "chr1:12850309-12902810 cnv N1 log2=0.1 probes=9",
      ])
  }

  @Test(
    arguments: [
      ("#Gender = Male", "male", "1", "1"), ("#Gender = Female", "female", "2", "0"),
      ("#Gender=F", "female", "2", "0"), ("#Gender = Unknown", nil, ".", "."),
      ("#x", nil, ".", "."), ("#Gender = Male\n#Gender = Male", "male", "1", "1"),
      ("#Gender = Male\n#Gender = Female", nil, ".", "."),
    ] as [(String, String?, String, String)])
  func `Nexus' line of the gender says what X and Y are expected to have`(
    line: String, sex: String?, onX: String, onY: String
  ) throws {
    let text =
      "#Genomebuild = GRCh37\n\(line)\n#Sample = N1\nChromosome Region\tEvent\tProbes\n"
      + "chrX:10,000,001-20,000,000\tCN Gain\t9\nchrY:10,000,001-20,000,000\tCN Gain\t9\n"
      + "chrX:100,001-200,000\tCN Gain\t9\nchr1:10,000,001-20,000,000\tCN Gain\t9\n"
    func expected(_ options: ReadingOptions) throws -> [String] {
      let reading = try OpenedReading(Array(text.utf8), name: "x.txt", options)
      #expect(reading.faults == [])
      #expect(
        reading.opened.remarks.filter { $0.contains("#Gender") }
          == (sex.map { ["the sample is \($0) by its #Gender; --sex overrules it"] } ?? []))
      return reading.batch.calls.map {
        $0.expectedCopyNumber.isKnown ? "\($0.expectedCopyNumber.thousandths / 1000)" : "."
      }
    }
    // The third lies in a pseudoautosomal region.
    #expect(try expected(ReadingOptions()) == [onX, onY, "2", "2"])
    var options = ReadingOptions()
    options.sexes = [Array("N1".utf8): .female]
    #expect(try expected(options) == ["2", "0", "2", "2"])
  }

  @Test func `a gender line means nothing where it may not be of whom the rows are`() throws {
    for text in [
      "#Genomebuild = GRCh37\n#Gender = Male\nSample\tChromosome Region\tEvent\tProbes\n"
        + "N1\tchrX:10,000,001-20,000,000\tCN Gain\t9\n",
      "#Gender = Male\nID\tchrom\tloc.start\tloc.end\tnum.mark\tseg.mean\n"
        + "S1\tX\t10000001\t20000000\t9\t0.51\n",
    ] {
      let reading = try readTable(text)
      #expect(reading.batch.calls.map(\.expectedCopyNumber) == [.unknown])
    }
  }

  @Test(
    arguments: [
      ("copy_number_loss;deletion", "loss"), ("duplication;copy_number_gain;duplication", "gain"),
      ("deletion;duplication", "cnv"), ("copy_number_variation", nil),
    ] as [(String, String?)])
  func `a list of types has a direction where all its words agree`(list: String, type: String?)
    throws
  {
    let reading = try readTable(
      "chr\toutermost_start\toutermost_stop\tssv_count\tvariant_type\n1\t100\t200\t1\t\(list)\n")
    #expect(reading.calls == (type.map { ["1:99-200 \($0)"] } ?? []))
    #expect(reading.faults.map(\.fault) == (type == nil ? [.unknownType] : []))
    #expect(reading.opened.remarks == ["records of a population, not calls of a patient"])
  }

  @Test func `ChAS' fractions and mosaic types are mosaics`() throws {
    let text =
      "File\tCN State\tType\tChromosome\tMin\tMax\tFull Location\t% Mosaic\n"
      + "A.OSCHP\t1.67\tLoss\t1\t100\t200\tx\t\nA.OSCHP\t3\tGainMosaic\t1\t100\t200\tx\t35%\n"
      + "A.OSCHP\t3\tGain\t1\t100\t200\tx\t\n"
    #expect(
      try tableCalls(text) == [
        "1:99-200 loss cn=1.67 A mosaic", "1:99-200 gain cn=3 A share=35% mosaic",
        "1:99-200 gain cn=3 A",
      ])
  }

  @Test(arguments: [
    ("germline log10.seg", "0.3", NotCalls.log10Ratios), ("S.seg", "2", .copyNumbers),
  ])
  func `means that are no log2 ratios stop the reading`(name: String, mean: String, kind: NotCalls)
    throws
  {
    let text =
      "ID\tchrom\tloc.start\tloc.end\tnum.mark\tseg.mean\nS\t1\t100\t200\t5\t1\nS\t1\t300\t400\t5\t\(mean)\n"
    #expect(throws: OpeningFault.notCalls(kind)) { try readTable(text, name: name) }
    // Who says that they are log2 ratios is believed.
    let told = try readTable(text, name: name) { $0.format = .seg }
    #expect(told.calls.first == "1:99-200 gain S log2=1 probes=5 type_from_log2")
  }

  @Test func `states of plus and minus one are ratios, as Progenetix writes them`() throws {
    let text =
      "sampleID\tchro\tbasestart\tbasestop\tsegvalue\tprobes\nS\t1\t100\t200\t1\t5\nS\t23\t300\t400\t-1\t5\n"
    #expect(
      try tableCalls(text) == [
        "1:99-200 gain S log2=1 probes=5 type_from_log2", "X:299-400 cnv S log2=-1 probes=5",
      ])
  }

  @Test func `a TAB inside quotes is a blank, as reports are separated by TABs`() throws {
    let text =
      "Sample ID,Chr,Start,End,CNV Value,CNV Conf,Comment\n\"S\t1, left\",1,100,200,1,50,\n"
    #expect(try tableCalls(text) == ["1:99-200 loss cn=1 S 1, left conf=50"])
  }
}
