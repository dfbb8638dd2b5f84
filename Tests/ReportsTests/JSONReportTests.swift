// SPDX-License-Identifier: MIT

import Annotation
import CallTestSupport
import Calls
import Foundation
import Reports
import Testing

struct JSONReportTests {
  /// The keys of a call object that these tests look at.
  private struct Object: Decodable {
    struct Counts: Decodable, Equatable {
      let records, with_calls, not_carried, neutral, rejected, calls, emitted, not_emitted: Int
      let blank_lines: Int
    }
    struct Overlap: Decodable {
      let bases, start_distance, end_distance: Int
      let call_fraction, feature_fraction, reciprocal: Double
      let relation: String
    }
    struct Score: Decodable {
      let score: String
      let last_score, last_date: String?
      let diseases, pmids: [String]?
    }
    struct Feature: Decodable {
      let id: String
      let name: String?
      let hi, ts: Score?
      let overlap: Overlap
    }
    struct Dosage: Decodable { let genes, regions, recurrent: [Feature] }
    struct Source: Decodable {
      let file: String
      let line: Int
    }
    let type: String
    let counts: Counts?
    let inputs: [String]?
    let build: String?
    let call_type, locus, contig, caller, input_id, ref, filter: String?
    let start, end, length: Int?
    let copy_number, expected_copy_number: Double?
    let samples, flags: [String]?
    let source: Source?
    let dosage: Dosage?
  }

  private func bytes(_ reading: Reading, _ sample: Sample, isDocument: Bool = false) -> [UInt8] {
    let report = JSONReport(sample.context(samples: reading.samples), isDocument: isDocument)
    let batch = sample.annotated(reading)
    var bytes = report.head()
    report.append(batch, to: &bytes)
    return bytes + report.tail(batch.calls.counts)
  }

  private func objects(_ reading: Reading, _ sample: Sample) throws -> [Object] {
    try bytes(reading, sample).split(separator: 0x0A).map {
      try JSONDecoder().decode(Object.self, from: Data($0))
    }
  }

  private func call(_ reading: Reading, _ sample: Sample) throws -> Object {
    let objects = try objects(reading, sample)
    #expect(objects.map(\.type).first == "header" && objects.map(\.type).last == "trailer")
    return try #require(objects.dropFirst().first)
  }

  @Test func `a call says what the tables say and more`() throws {
    let reading = try VCFText(samples: ["S\"1", "S2"]).read(
      "chr1 120 id7 N <DEL> . q10 END=1500 GT:CN 0/1:1 0/0:2")
    let object = try call(reading, Sample())
    #expect(
      object.call_type == "loss" && object.contig == "chr1" && object.locus == "chr1:121-1500")
    #expect(object.start == 120 && object.end == 1500 && object.length == 1380)
    #expect(object.copy_number == 1 && object.expected_copy_number == 2)
    #expect(
      object.samples == ["S\"1"] && object.flags == ["filter_fail", "no_transcript_model:AAA"])
    #expect(object.input_id == "id7" && object.filter == "q10" && object.caller == nil)
    #expect(object.source?.file == "calls.vcf" && object.source?.line == 3)
    let dosage = try #require(object.dosage)
    #expect(dosage.genes.map(\.id) == ["AAA", "BBB", "CCC"])
    #expect(dosage.regions.map(\.name) == ["a \"region\", 100% (x=y; z)"])
    #expect(dosage.recurrent.isEmpty)
    let gene = try #require(dosage.genes.first)
    #expect(gene.hi?.score == "3" && gene.ts?.score == "0")
    #expect(gene.hi?.diseases == ["MONDO:0000001", "OMIM:2"] && gene.hi?.pmids == ["5", "7"])
    #expect(gene.overlap.bases == 80 && gene.overlap.feature_fraction == 0.8)
    #expect(gene.overlap.call_fraction == 0.057971 && gene.overlap.reciprocal == 0.057971)
    #expect(gene.overlap.start_distance == 20 && gene.overlap.end_distance == 1300)
    #expect(gene.overlap.relation == "partial_end")
  }

  @Test func `a withdrawn score comes with its last one`() throws {
    let object = try call(try BEDText("X\t0\t999\tDEL\n").read(), Sample())
    let hi = try #require(object.dosage?.genes.first?.hi)
    #expect(hi.score == "withdrawn" && hi.last_score == "3" && hi.last_date == "2024-05-06")
    #expect(object.copy_number == nil && object.expected_copy_number == nil)
  }

  @Test func `the trailer balances`() throws {
    var sample = try Sample()
    sample.emit = .matched
    let reading = try VCFText(samples: ["S1"]).read(
      raw: "1\t5\t.\tA\tC\t.\t.\t.\tGT\t0/1\n\n1\t5\t.\tA\tC\t.\t.\t.\tGT\t0/0\n"
        + "1\t5\t.\tN\t<CNV>\t.\t.\tEND=9\tGT:CN\t0/1:2\n1\t5\t.\tN\t<DEL>,<DUP>\t.\t.\tEND=9\tGT\t1/2\n"
    )
    let counts = try objects(reading, sample).last?.counts
    #expect(
      counts
        == Object.Counts(
          records: 4, with_calls: 2, not_carried: 1, neutral: 1, rejected: 0, calls: 3, emitted: 2,
          not_emitted: 1, blank_lines: 1))
  }

  @Test func `several inputs are a list, as a key may stand once`() throws {
    var sample = try Sample()
    sample.provenance += [(key: "input", value: "a.vcf: vcf"), (key: "input", value: "b.bed: bed")]
    let header = try #require(try objects(try BEDText("1\t5\t9\tDEL\n").read(), sample).first)
    #expect(header.inputs == ["a.vcf: vcf", "b.bed: bed"])
    #expect(header.build == "GRCh38")
  }

  @Test func `a document is one array of the same objects`() throws {
    let sample = try Sample()
    for text in ["1\t5\t9\tDEL\n1\t120\t190\tDUP\n", "# nothing\n"] {
      let reading = try BEDText(text, type: .loss).read()
      let lines = try objects(reading, sample)
      let document = try JSONDecoder().decode(
        [Object].self, from: Data(bytes(reading, sample, isDocument: true)))
      #expect(document.map(\.type) == lines.map(\.type))
      #expect(document.map(\.locus) == lines.map(\.locus))
    }
  }

  @Test func `any byte of a name gives valid JSON`() throws {
    let text = "#chrom\tstart\tend\ttype\tname\tsample\n"
    let row =
      Array("1\t5\t9\tDEL\tq\"\\\u{1}\u{7F}\u{2028}\u{1B}[2J\t".utf8) + [0xE9, 0xFF]
      + Array("x\n".utf8)
    var bed = BEDText(text)
    bed.text += row
    let object = try call(try bed.read(), Sample())
    #expect(object.input_id == "q\"\\\u{1}\u{7F}\u{2028}\u{1B}[2J")
    #expect(object.samples == ["\u{FFFD}\u{FFFD}x"])
  }
}
