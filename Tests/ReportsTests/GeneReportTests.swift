// SPDX-License-Identifier: MIT

import CallTestSupport
import Calls
import Genome
import Reports
import Testing

/// What gene models bring into the reports; expectations worked out by hand from ``SmallGenes``.
struct GeneReportTests {
  private func cells(
    _ reading: Reading, technique: ISCNName.Technique? = nil
  ) throws -> [[String: String]] {
    try Sample().geneRows(reading, technique: technique, { TSVCallReport($0) }).map {
      Dictionary(uniqueKeysWithValues: zip(CallColumns.standard.columns.map(\.rawValue), $0))
    }
  }

  private func row(_ text: String) throws -> [String: String] {
    try #require(try cells(try BEDText(text).read()).first)
  }

  @Test func `the columns of mode gene are those of the contract, in order`() {
    let contract = """
      chrom start end call_id type symbol hgnc_id transcript strand gene_start gene_end relation \
      exons_affected cds_bases_affected cds_fraction frame hi_score ts_score pli loeuf phaplo ptriplo \
      validity actionability
      """
    #expect(TSVGeneReport.columns == contract.split(separator: " ").map(String.init))
  }

  @Test func `mode gene has a row for every call and gene`() throws {
    let reading = try BEDText("chr1\t130\t850\tDEL\nchr2\t5\t9\tDEL\nchr1\t1400\t1700\tINV\n")
      .read()
    let rows = try Sample().geneRows(reading, TSVGeneReport.init).map { row in
      (row[0...2] + row[4...]).joined(separator: " ")
    }
    let rest = " . . . . . ."
    #expect(
      rows == [
        // exon 1 from 130 on (10 coding bases) and exon 2 (30 of 50 in all)
        "chr1 130 850 loss AAA HGNC:1 NM_1.1 + 90 200 partial_3prime 1-2/2 40 0.8 not_applicable 3 0"
          + rest,
        "chr1 130 850 loss BBB . . + 150 300 complete . . . . 30 not_yet_evaluated" + rest,
        "chr1 130 850 loss DDD HGNC:4 . + 400 500 complete . . . . . ." + rest,
        "chr1 130 850 loss EEE . NR_2.1 - 600 700 complete 1-1/1 . . not_applicable . ."
          .replacing("1-1/1", with: "1/1") + rest,
        "chr1 130 850 loss DDD HGNC:4 . + 800 900 no_transcript_model . . . . . ." + rest,
        // an inversion takes nothing away: no frame
        "chr1 1400 1700 inv CCC . NM_3.1 - 1000 2100 intragenic 2/3 100 0.285714 not_applicable "
          + "not_yet_evaluated 3" + rest,
      ])
  }

  @Test func `a lost exon has a frame`() throws {
    let rows = try Sample().geneRows(
      try BEDText("chr1\t1400\t1700\tDEL\nchr1\t1550\t1700\tDUP\n").read(), TSVGeneReport.init)
    #expect(
      rows.map { $0[11...15].joined(separator: " ") } == [
        "intragenic 2/3 100 0.285714 out_of_frame", "intragenic 2/3 50 0.142857 out_of_frame",
      ])
  }

  @Test func `mode call lists and counts genes`() throws {
    let row = try row("chr1\t130\t1250\tDEL\n")
    #expect(row["genes"] == "AAA;BBB;DDD;EEE;DDD;CCC")
    #expect(row["protein_coding_genes"] == "4")
    #expect(row["cytoband"] == "1p36.33-p36.32")
    #expect(row["hi_genes"] == "AAA:3:partial_3prime;BBB:30:complete")
    #expect(row["ts_genes"] == "AAA:0:partial_3prime;CCC:3:partial_3prime_last_exon")
    let none = try self.row("chr1\t4000\t4100\tDEL\n")
    #expect(none["genes"] == "." && none["protein_coding_genes"] == "0")
    // No gene models on 2: unknown, not none.
    let other = try self.row("chr2\t4000\t4100\tDEL\n")
    #expect(other["protein_coding_genes"] == "." && other["cytoband"] == ".")
  }

  @Test func `full cover of ClinGen's interval is complete whatever the transcript`() throws {
    // ClinGen's CCC ends at 2000, the transcript at 2100: rule 2A counts either.
    #expect(try row("chr1\t999\t2000\tDUP\n")["ts_genes"] == "CCC:3:complete")
    #expect(try row("chr1\t2060\t2100\tDUP\n")["ts_genes"] == "CCC:3:partial_5prime_utr_only")
    #expect(try row("chr1\t110\t200\tDEL\n")["hi_genes"] == "AAA:3:complete;BBB:30:partial_start")
  }

  @Test func `a haploinsufficient gene beside its transcript is flagged`() throws {
    let row = try row("chr1\t100\t105\tDEL\n")
    #expect(row["hi_genes"] == "AAA:3:outside_mane" && row["flags"] == "outside_mane:AAA")
    #expect(try self.row("chr1\t0\t250\tDEL\n")["flags"] == ".")
  }

  @Test func `a haploinsufficient gene that is partly covered and has no model is flagged`() throws
  {
    let sample = try Sample()
    for (end, flags, relation) in [
      (150, "no_transcript_model:AAA", "partial_start"), (250, ".", "complete"),
    ] {
      let reading = try BEDText("chr1\t0\t\(end)\tDEL\n").read()
      let row = try #require(sample.rows(reading) { TSVCallReport($0) }.first)
      let cells = Dictionary(
        uniqueKeysWithValues: zip(CallColumns.standard.columns.map(\.rawValue), row))
      #expect(cells["flags"] == flags)
      #expect(cells["hi_genes"]?.hasPrefix("AAA:3:\(relation)") == true)
      // ClinGen's genes are genes; how many code is not known without models.
      #expect(cells["genes"]?.hasPrefix("AAA") == true && cells["protein_coding_genes"] == ".")
    }
  }

  @Test(
    arguments: [
      // one end in intron 1, 140-160, one outside
      ("1 149 . N <INV> . . END=700", "disrupts:AAA(intron 1)"),
      ("1 129 . N <INV> . . END=170", "disrupts:AAA(exon 1);disrupts:AAA(exon 2)"),
      ("1 129 . N <INV> . . END=132", "disrupts:AAA(exon 1)"),
      ("1 50 . N <INV> . . END=700", ""),
      ("1 150 . N <INS> . . .", "disrupts:AAA(intron 1)"),
      ("1 165 . N <INS> . . .", "disrupts:AAA(exon 2)"),
      ("1 150 . N N[2:500[ . . .", "disrupts:AAA(intron 1)"),
      // the base 139 is exon 1's last: behind it the break is the intron's, before it the exon's
      ("1 140 . N N]2:500] . . .", "disrupts:AAA(intron 1)"),
      ("1 140 . N [2:500[N . . .", "disrupts:AAA(exon 1)"),
      ("1 105 . N N[2:500[ . . .", "outside_mane:AAA"),
      // the transcript's last base, and a gene of another score
      ("1 200 . N N[2:500[ . . .", ""), ("1 250 . N N[2:500[ . . .", ""),
      // a loss says it in its relation
      ("1 149 . N <DEL> . . END=700", ""),
    ] as [(String, String)])
  func `a breakpoint inside a haploinsufficient gene is flagged`(
    record: String, expected: String
  ) throws {
    let flags = try #require(try cells(try VCFText().read(record)).first?["flags"])
    let own = flags.split(separator: ";").filter {
      $0.hasPrefix("disrupts") || $0.hasPrefix("outside")
    }
    #expect(own.joined(separator: ";") == expected)
  }

  @Test func `an ISCN name needs a technique and a copy number`() throws {
    let reading = try VCFText(samples: ["S"]).read(
      "chr1 120 . N <DEL> . . END=1500 GT:CN 0/1:1", "chr1 120 . N <DEL> . . END=1500 GT 0/1",
      "chr1 120 . N <INV> . . END=1500 GT 0/1")
    #expect(
      try cells(reading, technique: .sequencing).map { $0["iscn"] } == [
        "seq[GRCh38] 1p36.33p36.32(121_1500)x1", ".", ".",
      ])
    #expect(try cells(reading, technique: .array)[0]["iscn"]?.hasPrefix("arr[GRCh38] ") == true)
    #expect(try cells(reading)[0]["iscn"] == ".")
  }

  @Test(
    arguments: [
      ("<DEL> . . END=1500", #""hgvs_g":"NC_000001.11:g.121_1500del""#),
      ("<INV> . . END=1500", #""hgvs_g":"NC_000001.11:g.121_1500inv""#),
      ("<DUP:TANDEM> . . END=1500", #""hgvs_g":"NC_000001.11:g.121_1500dup""#),
      ("<DUP> . . END=1500", #""hgvs_g":null,"hgvs_g_missing":"dup_not_tandem""#),
      ("<DEL> . . END=1500;IMPRECISE", #""hgvs_g":null,"hgvs_g_missing":"breakpoints_imprecise""#),
      (
        "<DEL> . . END=1500;CIPOS=-20,10;CIEND=-5,5;IMPRECISE",
        #""hgvs_g":"NC_000001.11:g.(100_131)_(1495_1506)del""#
      ),
      ("<INS> . . .", #""hgvs_g":null,"#), ("<DEL> . . .", #""hgvs_g_missing":"no_end""#),
    ] as [(String, String)])
  func `a call has an HGVS name or a reason why not`(record: String, expected: String) throws {
    let reading = try VCFText().read("chr1 120 . N \(record)")
    let text = try Sample().geneText(reading) { JSONReport($0, isDocument: false) }
    #expect(text.contains(expected), "\(text)")
  }

  @Test func `the ends of a table row are no breakpoints`() throws {
    let text = try Sample().geneText(
      try BEDText("chr1\t120\t1500\tDEL\n").read(), isVCF: false
    ) { JSONReport($0, isDocument: false) }
    #expect(text.contains(#""hgvs_g":"NC_000001.11:g.(?_121)_(1500_?)del""#))
  }

  @Test func `JSON says of a gene what mode gene says and more`() throws {
    let text = try Sample().geneText(try BEDText("chr1\t1400\t1700\tDEL\n").read()) {
      JSONReport($0, isDocument: false)
    }
    let gene =
      #"{"symbol":"CCC","start":1000,"end":2100,"strand":"-","protein_coding":true,"#
      + #""transcript":"NM_3.1","tag":"MANE Plus Clinical","relation":"intragenic","#
      + #""touches":"coding","exons":{"first":2,"last":2,"touched":1,"count":3},"#
      + #""cds":{"bases":100,"length":350,"fraction":0.285714},"frame":"out_of_frame","flags":[]}"#
    #expect(text.contains(#""protein_coding_genes":1,"genes":[\#(gene)]"#), "\(text)")
    #expect(text.contains(#""cytoband":"1p36.32","iscn":null"#))
  }
}
