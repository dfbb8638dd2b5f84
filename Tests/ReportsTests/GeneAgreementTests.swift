// SPDX-License-Identifier: MIT

import CallTestSupport
import Calls
import Foundation
import Genome
import Reports
import Testing

/// The reports tell the same genes and relations of any call.
struct GeneAgreementTests {
  private struct Object: Decodable {
    struct Gene: Decodable {
      let symbol, relation: String
      let frame: String?
    }
    struct Score: Decodable { let score: String }
    struct Curated: Decodable {
      let id, relation: String
      let hi: Score
    }
    struct Dosage: Decodable { let genes: [Curated] }
    let call_id: String
    let cytoband, iscn: String?
    let protein_coding_genes: Int?
    let genes: [Gene]
    let dosage: Dosage
    let flags: [String]
  }

  @Test(arguments: 0..<12)
  func `mode call, mode gene and JSON agree`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var text = ""
    for line in 0..<40 {
      let contig = random.pick(["chr1", "chr1", "chr1", "chrX"], or: "chr1")
      let start = Int.random(in: 0..<2200, using: &random)
      let end = start + Int.random(in: 1...900, using: &random)
      let type = random.pick(["DEL", "DUP", "INV", "CNV", "LOH"], or: "DEL")
      text += "\(contig)\t\(start)\t\(end + line)\t\(type)\n"
    }
    let reading = try BEDText(text).read()
    let sample = try Sample()
    let calls = sample.geneRows(reading, technique: .array, { TSVCallReport($0) }).map {
      Dictionary(uniqueKeysWithValues: zip(CallColumns.standard.columns.map(\.rawValue), $0))
    }
    let rows = Dictionary(grouping: sample.geneRows(reading, TSVGeneReport.init)) { $0[3] }
    let objects = try sample.geneText(reading, technique: .array) {
      JSONReport($0, isDocument: false)
    }.split(separator: "\n").map { try JSONDecoder().decode(Object.self, from: Data($0.utf8)) }

    func cell(_ words: [String]) -> String {
      words.isEmpty ? "." : words.joined(separator: ";")
    }
    #expect(calls.count == 40 && objects.count == 40)
    for (call, object) in zip(calls, objects) {
      let genes = rows[object.call_id] ?? []
      #expect(call["call_id"] == object.call_id)
      #expect(call["genes"] == cell(object.genes.map(\.symbol)))
      #expect(genes.map { $0[5] } == object.genes.map(\.symbol))
      #expect(genes.map { $0[11] } == object.genes.map(\.relation))
      #expect(genes.map { $0[15] } == object.genes.map { $0.frame ?? "." })
      let scored = object.dosage.genes.filter {
        ![".", "not_yet_evaluated"].contains($0.hi.score)
      }
      #expect(call["hi_genes"] == cell(scored.map { "\($0.id):\($0.hi.score):\($0.relation)" }))
      // Every curated gene has a row, and its scores stand in it.
      #expect(
        genes.filter { $0[16] != "." && $0[16] != "not_yet_evaluated" }.map { $0[5] }
          == scored.map(\.id))
      #expect(call["flags"] == cell(object.flags))
      #expect(call["cytoband"] == object.cytoband ?? "." && call["iscn"] == object.iscn ?? ".")
      #expect(call["protein_coding_genes"] == object.protein_coding_genes.map { "\($0)" } ?? ".")
    }
  }
}
