// SPDX-License-Identifier: MIT

import Annotation
import CallTestSupport
import Calls
import Genome
import KnowledgeBase
import Reports
import Testing

/// What reports say of population records and ClinVar CNVs; the sources are invented here.
struct IntervalRecordReportTests {
  private let knowledgeBase: KnowledgeBase
  private let intervals: IntervalRecordStore

  init() throws {
    let folder = try ScratchFolder()
    let bed = [
      "#chrom start end name svtype AN AC AF",
      "chr1 1000 9000 gnomAD-a DEL 20000 300 0.015",
      "chr1 500 9500 gnomAD-b DEL 20000 30 0.0015",
      "chr1 500 9500 gnomAD-c DEL 20000 3 0.00015",
      "chr1 500 9500 gnomAD-d DUP 20000 9000 0.45",
      "chr1 500 9500 gnomAD-e DEL 20 10 0.5",
    ]
    let columns = [
      "#AlleleID", "Type", "Name", "ClinicalSignificance", "LastEvaluated", "PhenotypeIDS",
      "PhenotypeList", "Assembly", "Chromosome", "Start", "Stop", "ReviewStatus", "VariationID",
    ]
    var summary = [columns.joined(separator: "\t")]
    func variant(_ id: Int, _ start: Int, _ stop: Int, _ classification: String, _ status: String) {
      summary.append(
        [
          "\(id)", "copy number loss", "x(chr1:1-2)x1", classification, "Dec 17, 2024", "-",
          "See cases|not provided", "GRCh38", "1", "\(start)", "\(stop)", status, "\(id)",
        ].joined(separator: "\t"))
    }
    variant(10, 2001, 3000, "Pathogenic; risk factor", "reviewed by expert panel")
    variant(11, 2001, 3000, "Benign", "no assertion criteria provided")
    // Half of the call, and one base less.
    variant(12, 2001, 2500, "Likely benign", "criteria provided, single submitter")
    variant(13, 2001, 2499, "Likely benign", "criteria provided, single submitter")
    for id in 20..<25 { variant(id, 2001, 2900, "Uncertain significance", "practice guideline") }
    let files = [
      ("sites.GRCh38.bed", bed.map { $0.replacing(" ", with: "\t") }), ("summary.txt", summary),
    ]
    for (name, lines) in files {
      try folder.write(Array((lines.joined(separator: "\n") + "\n").utf8), to: name)
    }
    knowledgeBase = .compiled(
      try Compilation([
        .population: [SourceArgument(path: folder["sites.GRCh38.bed"])],
        .variantSummary: [SourceArgument(path: folder["summary.txt"])],
      ]))
    intervals = try knowledgeBase.intervalRecords(for: .grch38)
  }

  private func report(
    _ lines: [String], slack: Int32 = 1, _ make: (ReportContext) -> some Report
  ) throws -> String {
    let text = lines.map { $0.replacing(" ", with: "\t") + "\n" }.joined()
    let reading = try BEDText(text).read()
    let store = try knowledgeBase.dosage(for: .grch38)
    var batch = DosageAnnotator(store: store, emit: .all, includesSmallVariants: true)
      .annotate(reading.batch)
    IntervalRecordAnnotator(store: intervals, slack: slack).annotate(&batch)
    let context = ReportContext(
      provenance: Provenance([]), build: .grch38, store: store, intervals: intervals, emit: .all,
      inputs: [
        ReportContext.Input(
          name: "calls.bed", samples: [], caller: nil, vcf: nil, usesChrPrefix: true)
      ])
    var bytes: [UInt8] = []
    make(context).append(batch, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  private func cells(_ line: String, slack: Int32 = 1) throws -> [String] {
    let columns = try CallColumns(list: "population,clinvar_cnv")
    return try report([line], slack: slack) { TSVCallReport($0, columns: columns) }.dropLast()
      .split(separator: "\t").map(String.init)
  }

  @Test("The column names the most frequent record of enough alleles that contains the call")
  func population() throws {
    #expect(try cells("chr1 1000 9000 DEL")[0] == "gnomAD-SV:gnomAD-a:0.015")
    // One base outside is inside the slack, two are not.
    #expect(try cells("chr1 999 9001 DEL")[0] == "gnomAD-SV:gnomAD-a:0.015")
    #expect(try cells("chr1 998 9001 DEL")[0] == "gnomAD-SV:gnomAD-b:0.0015")
    #expect(try cells("chr1 999 9001 DEL", slack: 0)[0] == "gnomAD-SV:gnomAD-b:0.0015")
    #expect(try cells("chr1 1000 9000 DUP")[0] == "gnomAD-SV:gnomAD-d:0.45")
    #expect(try cells("chr1 100 9000 DEL")[0] == ".")
    #expect(try cells("chr2 1000 9000 DEL")[0] == ".")
    #expect(try cells("chr1 1000 9000 INV")[0] == ".")
  }

  @Test("ClinVar CNVs stand best first, and behind the fifth how many more there are")
  func clinvar() throws {
    #expect(
      try cells("chr1 2000 3000 DEL")[1]
        == "10:Pathogenic|risk_factor:3:1;11:Benign:0:1;"
        + "20:Uncertain_significance:4:0.9;21:Uncertain_significance:4:0.9;"
        + "22:Uncertain_significance:4:0.9;+3")
    #expect(try cells("chr1 2000 3000 DUP")[1] == ".")
  }

  @Test("NDJSON has every record, and tells candidates for section 4")
  func json() throws {
    let text = try report(["chr1 2000 3000 DEL"]) { JSONReport($0, isDocument: false) }
    func count(_ word: String) -> Int { text.components(of: word) }
    #expect(count("\"variation_id\":") == 8)
    #expect(count("\"section_4_candidate\":true") == 7)
    #expect(count("\"section_4_candidate\":false") == 1)
    #expect(text.contains("\"id\":\"gnomAD-a\""))
    #expect(text.contains("\"conditions\":[\"See cases\",\"not provided\"]"))
    // Below 0.1 % and not the most frequent one.
    #expect(!text.contains("gnomAD-c"))
    #expect(
      text.contains("\"counted\":\"alleles\",\"count\":300,\"number\":20000,\"frequency\":0.015"))
  }
}

extension String {
  fileprivate func components(of word: String) -> Int { ranges(of: word).count }
}
