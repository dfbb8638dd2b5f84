// SPDX-License-Identifier: MIT

import CallTestSupport
import Foundation
import TestSupport
import Testing

/// The three tables and NDJSON say the same of the same calls, whatever the calls are.
struct ReportAgreementTests {
  /// Calls drawn over the chromosomes, small and large, across gene ends, on X and Y and beyond all genes.
  static func calls(seed: UInt64) -> String {
    var random = SeededGenerator(seed: seed)
    func below(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &random) }
    // Shorter than each chromosome in GRCh37 and GRCh38.
    let contigs: [(name: String, length: Int)] = [
      ("chr1", 248_000_000), ("chr7", 159_000_000), ("chr15", 101_000_000), ("chr16", 90_000_000),
      ("chr17", 81_000_000), ("chr22", 50_000_000), ("chrX", 155_000_000), ("chrY", 57_000_000),
    ]
    return (0..<150).map { number in
      let contig = contigs[below(contigs.count)]
      let length = 1 + below([100, 10_000, 500_000, 5_000_000][below(4)])
      let start = below(contig.length - length)
      let type = ["DEL", "DUP", "LOH", "INV"][min(3, below(9) / 2)]
      return "\(contig.name)\t\(start)\t\(start + length)\t\(type)\tcall\(number)\n"
    }.joined()
  }

  private struct Row {
    let cells: [String: Substring]

    subscript(_ column: String) -> String { cells[column].map(String.init) ?? "no \(column)" }
    var joined: String {
      ["chrom", "start", "end", "call_id", "type"].map { self[$0] }.joined(separator: " ")
    }
  }

  private func rows(_ arguments: [String]) throws -> [Row] {
    let result = try Program.clincall.run(["annotate", "--no-version"] + arguments)
    #expect(result.status == 0, "\(result.errors)")
    let names = try #require(result.rows.first).dropFirst().split(separator: "\t")
    return result.rows.dropFirst().map { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      #expect(cells.count == names.count)
      return Row(cells: Dictionary(uniqueKeysWithValues: zip(names.map(String.init), cells)))
    }
  }

  private func objects(_ arguments: [String]) throws -> [[String: Any]] {
    let result = try Program.clincall.run(
      ["annotate", "--no-version", "-O", "ndjson"] + arguments)
    #expect(result.status == 0, "\(result.errors)")
    return try result.lines.map { line in
      try #require(
        try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }.filter { $0["type"] as? String == "call" }
  }

  /// A value of JSON as the tables write it.
  private func text(_ value: Any?) -> String {
    switch value {
    case nil, is NSNull: "."
    case let values as [Any]: values.isEmpty ? "." : values.map { text($0) }.joined(separator: ";")
    case let value?: "\(value)"
    }
  }

  private func list(_ object: [String: Any], _ keys: String...) -> [[String: Any]] {
    var value: Any? = object
    for key in keys { value = (value as? [String: Any])?[key] }
    return value as? [[String: Any]] ?? []
  }

  private static let inputs: [(seed: UInt64, options: [String])] = [
    (1, ["-g", "GRCh38"]), (2, ["-g", "GRCh37"]), (3, ["-g", "GRCh38", "--region-slack", "5000"]),
  ]

  private func withCalls(
    _ seed: UInt64, _ options: [String], _ body: ([String], [[String: Any]]) throws -> Void
  ) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(Self.calls(seed: seed), to: "calls.bed")
    let objects = try objects(options + [path])
    #expect(objects.count == 150)
    try body(options + [path], objects)
  }

  @Test(arguments: inputs) func `a row of the call table is the object of its call`(
    seed: UInt64, options: [String]
  ) throws {
    try withCalls(seed, options) { arguments, objects in
      let rows = try rows(["--columns", "all"] + arguments)
      #expect(rows.count == objects.count)
      for (row, object) in zip(rows, objects) {
        for (column, key) in [
          ("chrom", "contig"), ("start", "start"), ("end", "end"), ("call_id", "call_id"),
          ("type", "call_type"), ("length", "length"), ("locus", "locus"), ("cytoband", "cytoband"),
          ("copy_number", "copy_number"), ("flags", "flags"), ("build", "build"),
        ] {
          #expect(row[column] == text(object[key]), "\(row.joined): \(column)")
        }
        let genes = list(object, "genes")
        #expect(row["genes"] == text(genes.compactMap { $0["symbol"] }), "\(row.joined)")
        let classification = object["classification"] as? [String: Any]
        let score = classification?["score"] as? Double
        #expect(
          row["cnv_score"] == (score.map { String(format: "%.2f", $0) } ?? "."), "\(row.joined)")
        #expect(
          row["cnv_class"] == text(classification?["class"]), "\(row.joined)")
        let met = list(object, "classification", "evidence")
          .filter { $0["state"] as? String == "met" }.compactMap { $0["code"] as? String }
          // Nothing known of the family: the table has it under what was not assessed.
          .filter { $0 != "5F" }
          // Several genes that meet one criterion share a cell.
          .removingRepeats
        let codes = row["cnv_evidence"].split(separator: ";").compactMap {
          $0.split(separator: "=").first.map(String.init)
        }
        #expect(codes == met || (met.isEmpty && codes == ["."]), "\(row.joined)")
      }
    }
  }

  @Test(arguments: inputs) func `the gene table has a row for each gene of each object`(
    seed: UInt64, options: [String]
  ) throws {
    try withCalls(seed, options) { arguments, objects in
      let rows = try rows(["--mode", "gene"] + arguments)
      let found = rows.map {
        "\($0["call_id"]) \($0["symbol"]) \($0["gene_start"]) \($0["gene_end"]) \($0["strand"]) \($0["relation"])"
      }
      let expected = objects.flatMap { object in
        list(object, "genes").map { gene in
          let parts = ["symbol", "start", "end", "strand", "relation"].map { text(gene[$0]) }
          return "\(text(object["call_id"])) \(parts.joined(separator: " "))"
        }
      }
      #expect(found == expected)
      #expect(found.count > 100)
    }
  }

  @Test(arguments: inputs)
  func `the overlap table has a row for each curated feature of each object`(
    seed: UInt64, options: [String]
  ) throws {
    try withCalls(seed, options) { arguments, objects in
      let rows = try rows(["--mode", "overlap"] + arguments)
      let found = rows.map { row in
        [
          "call_id", "feature_kind", "feature_start", "feature_end", "hi_score", "ts_score",
          "overlap_bases", "relation",
        ].map { row[$0] }.joined(separator: " ")
      }
      let expected = objects.flatMap { object in
        [("genes", "gene"), ("regions", "region"), ("recurrent", "recurrent")].flatMap {
          key, kind in
          list(object, "dosage", key).map { feature in
            let overlap = feature["overlap"] as? [String: Any]
            let scores = ["hi", "ts"].map { text((feature[$0] as? [String: Any])?["score"]) }
            return
              ([text(object["call_id"]), kind, text(feature["start"]), text(feature["end"])]
              + scores + [text(overlap?["bases"]), text(overlap?["relation"])]).joined(
                separator: " ")
          }
        }
      }
      // Calls in the same order; features by start, end, kind and id in the table, by kind in the object.
      #expect(found.sorted() == expected.sorted())
      #expect(
        rows.map { $0["call_id"] }.removingRepeats
          == objects.compactMap { object in
            let id = text(object["call_id"])
            return expected.contains { $0.hasPrefix("\(id) ") } ? id : nil
          })
      #expect(found.count > 20)
    }
  }
}

extension [String] {
  /// Each of several alike neighbours once.
  fileprivate var removingRepeats: [String] {
    enumerated().filter { index, element in index == 0 || self[index - 1] != element }.map(
      \.element)
  }
}
