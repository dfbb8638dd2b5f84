// SPDX-License-Identifier: MIT

import TestSupport
import Testing

/// What users read where a table cannot be read, word for word.
struct TableSentenceTests {
  private static let seg = "ID\tchrom\tloc.start\tloc.end\tnum.mark\tseg.mean\n"
  private static let partition = "Sample ID\tChr\tStart\tEnd\tCNV Value\tCNV Conf\tComment\n"

  private static let cases: [(name: String, text: String, arguments: [String], message: String)] = [
    (
      "x.cnr", "chromosome\tstart\tend\tgene\tlog2\tdepth\tweight\nchr1\t1\t2\t-\t0\t1\t1\n", [],
      ": these are CNVkit's bins, not calls; give the segments (.cns or .call.cns)"
    ),
    (
      "final.txt", "[Header]\nGSGT Version\t2.0\n[Data]\n", [],
      ": this is a GenomeStudio FinalReport, a line a marker; export cnvPartition's CNV Region Report"
    ),
    (
      "signals.txt", "Name\tChr\tPosition\tS1.Log R Ratio\tS1.B Allele Freq\nrs1\t1\t5\t0.1\t0.5\n",
      [], ": these are signals, a line a marker; give the caller's output, not its input"
    ),
    (
      "chp.txt", "ProbeSetName\tChromosome\tPosition\tLog2Ratio\nC-1\t1\t5\t0.1\n", [],
      ": this is the text of a CHP file, a line a marker or several tables; export the segment table"
    ),
    (
      "x.af.igv.seg", seg + "S\t1\t100\t199\t5\t0.4\n", [],
      ": the means look like allele fractions, not log2 ratios; give the copy-ratio segments, or say -f seg if they are log2 ratios"
    ),
    (
      "log10.seg", seg + "S\t1\t100\t199\t5\t0.4\n", [],
      ": its name says that the means are log10 ratios; multiply them by 3.3219, which makes log2 ratios, or say -f seg if they are log2 ratios already"
    ),
    (
      "copies.seg", seg + "S\t1\t100\t199\t5\t2\nS\t1\t200\t299\t5\t3\n", [],
      ": the means are whole numbers from 0 on, as copies are and log2 ratios are not; map the columns, as in --map 'contig=chrom,start=loc.start,end=loc.end,cn=seg.mean,sample=ID' --base 1, or say -f seg if they are log2 ratios"
    ),
    (
      "probes.txt",
      "AberrationNo\tCytoBand\tChrName\tProbeName\tStart\tStop\tLogratio\tAmplification\tDeletion\n",
      [], ": this is a report with a line a probe; export the interval-based aberration report"
    ),
    (
      "bookmarks.xml", "<Project_Bookmarks>\n", [],
      ": these are bookmarks in XML; export the calls as a table"
    ),
    (
      "x.bedpe", "chr1\t1\t2\tchr5\t3\t4\tid\n", [],
      ": these are pairs of breakends (BEDPE), which say nothing of copies; give the caller's VCF"
    ),
    (
      "annotsv.tsv", "AnnotSV_ID\tSV_chrom\tSV_start\tSV_end\n1\t1\t5\t9\n", [],
      ": this is AnnotSV's output; give the calls it was made from"
    ),
    (
      "classify.tsv",
      "VariantID\tChromosome\tStart\tEnd\tType\tClassification\n1\t1\t5\t9\tDEL\tx\n",
      [], ": this is ClassifyCNV's output; give the calls it was made from"
    ),
    (
      "mine.txt", "Patient\tChr\tStart\tStop\tCall\nP\t1\t5\t9\tDEL\n", [],
      ": a table of no known program, with columns \"Patient\", \"Chr\", \"Start\", \"Stop\", \"Call\"; say what they are, for example --map 'contig=Chr,start=Start,end=Stop,type=Call,sample=Patient' --base 1 (--base 0 if its positions count from 0)"
    ),
    (
      "asked.txt", "Patient\tChr\tStart\tStop\tCall\nP\t1\t5\t9\tDEL\n", ["-f", "table"],
      ": a table of no known program, with columns \"Patient\", \"Chr\", \"Start\", \"Stop\", \"Call\"; say what they are, for example --map 'contig=Chr,start=Start,end=Stop,type=Call,sample=Patient' --base 1 (--base 0 if its positions count from 0)"
    ),
    (
      "nothing.txt", "a;b\n1;2\n", ["-f", "table"],
      ": no line names columns as tables of calls do; say which column is what, by name or number: --map contig=1,start=2,end=3,type=4 --base 1 (--base 0 if its positions count from 0)"
    ),
    (
      "base.txt", "Chr\tVon\tBis\tTyp\n1\t5\t9\tDEL\n",
      ["--map", "contig=Chr,start=Von,end=Bis,type=Typ"],
      ": it is not known whether positions count from 0 or from 1; say --base 0 or --base 1"
    ),
    (
      "column.txt", "Chr\tVon\tBis\tTyp\n1\t5\t9\tDEL\n",
      ["--map", "contig=Chr,start=Von,end=Ende", "--base", "1"],
      ": no column is called \"Ende\"; there are \"Chr\", \"Von\", \"Bis\", \"Typ\""
    ),
    (
      "twice.txt", "Chr\tVon\tVon\tTyp\n1\t5\t9\tDEL\n",
      ["--map", "contig=Chr,start=Von,end=Typ", "--base", "1"],
      ": two columns are called \"Von\"; map it by its number (--map start=3)"
    ),
    (
      "roles.txt", "Chr\tVon\tBis\tTyp\n1\t5\t9\tDEL\n",
      ["--map", "contig=Chr,start=Von", "--base", "1"],
      ": no column is known for end; name them with --map end=COLUMN"
    ),
    (
      "none.txt", "hello\n", ["-f", "chas"],
      ": no line has the names of columns of chas; describe the table with --map ROLE=COLUMN,... --base 0|1"
    ),
    (
      "x.bed", "chr1\t5\t9\tDEL\n", ["-f", "bed", "--map", "contig=1"],
      ": --map does not fit -f bed, which has no columns to name"
    ),
    (
      "quote.csv", "Sample ID,Chr,Start,End,CNV Value,CNV Conf,Comment\n\"S,1,5,9,1,50,\n", [],
      ":2:1: a quoted cell does not end on its line (\"\\\"S,1,5,9,1,50,\"); export the table without line breaks in cells"
    ),
    (
      "number.txt", partition + "S\t1\t100\t200\t1\thigh\t\n", [],
      ":2:15: the confidence is no number (\"high\"); check the line and --decimal"
    ),
    (
      "copies.txt", partition + "S\t1\t100\t200\tmany\t50\t\n", [],
      ":2:13: the copy number is no number (\"many\"); write 0, 1, 2, 3 or 4"
    ),
    (
      "region.txt", "Chromosome Region\tEvent\tProbes\nchr1\tCN Loss\t5\n", [],
      ":2:1: no region (\"chr1\"); write it as chr1:100-200"
    ),
    (
      "code.txt", "Chr\tVon\tBis\tTyp\n24\t5\t9\tDEL\n",
      ["--map", "contig=Chr,start=Von,end=Bis,type=Typ", "--base", "1"],
      ":2:1: a number that means X, Y or MT depending on the program (\"24\"); say which with --chrom-codes plink (23=X, 24=Y) or --chrom-codes affymetrix (24=X, 25=Y)"
    ),
    (
      "code.bed", "24\t5\t9\tDEL\n", [],
      ":1:1: a number that means X, Y or MT depending on the program (\"24\"); say which with --chrom-codes plink (23=X, 24=Y) or --chrom-codes affymetrix (24=X, 25=Y)"
    ),
    (
      "state.txt", "Chr\tVon\tBis\n1\t5\t9\n",
      ["--map", "contig=Chr,start=Von,end=Bis", "--base", "1"],
      ":2: the line states neither a type nor copies nor a log2 ratio; fill one in, or map the column that has it (--map)"
    ),
    (
      "zero.txt", partition + "S\t1\t0\t200\t1\t50\t\n", [],
      ":2:5: position 0 where positions count from 1 (\"0\"); if the table counts from 0, say --base 0"
    ),
    (
      "build.txt",
      "File\tCN State\tType\tMicroarray Nomenclature\nA\t1\tLoss\tarr[hg19] 1p36.33(100-200)x1\nA\t1\tLoss\tarr[hg18] 1p36.33(100-200)x1\n",
      [],
      ":3:14: the line is on hg18 and the input is read on GRCh37 (\"hg18\"); split the file by build, or lift the calls over"
    ),
    (
      "comma.bed", "chr1,100,200,DEL\n", [],
      ":1: 1 TAB-separated column where 3 are needed (\"chr1,100,200,DEL\"); the columns are separated by commas: replace them by TABs"
    ),
    (
      "quoted.bed", "\"chr1\"\t\"100\"\t\"200\"\tDEL\n", [],
      ":1:8: start is no whole number (\"\\\"100\\\"\"); export the table without quotes"
    ),
    (
      "penn.txt",
      "chr1:100-200 numsnp=3 length=101 state2,cn=1 S startsnp=A endsnp=B\nchr1:300-400 loss\n", [],
      ":2: the line is no PennCNV call (\"chr1:300-400 loss\"); PennCNV writes chr1:100-200 numsnp=3 length=101 state2,cn=1 FILE startsnp=A endsnp=B"
    ),
    (
      "builds.txt",
      "GRCh37/hg19 13q31.3(chr13:93244802-93269486)x0\nGRCh38/hg38 1p36.33(chr1:1029317-1072906)x4\n",
      [],
      ": -g GRCh37 contradicts the input, which is on GRCh38 (GRCh38 on line 2); drop -g or check the file"
    ),
  ]

  @Test(arguments: cases.indices)
  func `a table that cannot be read is one message and no output`(index: Int) throws {
    let given = Self.cases[index]
    let folder = try TemporaryFolder()
    let path = try folder.write(given.text, to: given.name)
    let result = try Program.clincall.run(
      ["annotate", "-g", "37", path, "-o", folder.file("out.tsv")] + given.arguments)
    #expect(result.status == 65, "\(given.name)")
    #expect(result.errors == "clincall: error: \(path)\(given.message)\n")
    #expect(folder.names == [given.name])
  }

  @Test func `a file on two builds is to be split`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(
      "GRCh37/hg19 13q31.3(chr13:93244802-93269486)x0\nGRCh38/hg38 1p36.33(chr1:1029317-1072906)x4\n",
      to: "names.txt")
    let result = try Program.clincall.run(["annotate", path])
    #expect(result.status == 65)
    #expect(
      result.errors
        == "clincall: error: \(path): the input contradicts itself about its genome build: GRCh37 (GRCh37 on line 1) and GRCh38 (GRCh38 on line 2); correct the header, or split the file by build\n"
    )
  }

  @Test(arguments: [
    (
      ["--map", "chrom=x"],
      "\"chrom\" is no role of a column; write contig, start, end, region, iscn"
    ),
    (["--map", "contig"], "\"contig\": write it as NAME=VALUE"),
    (["--map", "start=a,start=b"], "start is mapped twice"),
    (["--type-map", "Verlust=minus"], "\"minus\" is no type; write loss, gain, loh"),
    (["--base", "2"], "\"2\": positions count from 0 (half-open) or 1 (ends included)"),
    (["--decimal", ";"], "\";\": the decimal mark is . or ,"),
    (
      ["--chrom-codes", "x"],
      "\"x\": write plink (23=X, 24=Y, 26=MT), affymetrix (24=X, 25=Y, 26=MT) or none"
    ),
    (
      ["--log2-thresholds=1,2"],
      "\"1,2\": write a number below 0 and one above, as in --log2-thresholds=-0.25,0.2"
    ),
  ])
  func `an option on tables that says nothing is a usage error`(
    arguments: [String], message: String
  )
    throws
  {
    let result = try Program.clincall.run(
      ["annotate", "-g", "37", "testdata/bed/array.bed"] + arguments)
    #expect(result.status == 64)
    #expect(result.errors.contains(message), "\(result.errors)")
  }
}
