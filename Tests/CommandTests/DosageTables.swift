// SPDX-License-Identifier: MIT

import TestSupport
import Testing

/// The features of the embedded knowledge base as its text tables state them, read by the test itself.
struct DosageTables {
  struct Feature {
    let kind: String
    let id: String
    let contig: Substring
    let start: Int
    let end: Int
  }

  let features: [Feature]

  init(build: String) throws {
    var features: [Feature] = []
    for (table, kind) in [
      ("dosage_genes", "gene"), ("dosage_regions", "region"), ("recurrent_intervals", "recurrent"),
    ] {
      let lines = try text(of: "\(Program.project)/Sources/CSnapshot/tables/\(table).tsv")
        .split(separator: "\n").filter { !$0.hasPrefix("#") }
      let names = try #require(lines.first).split(separator: "\t")
      let places = try #require(names.firstIndex { $0.lowercased() == build.lowercased() })
      for line in lines.dropFirst() {
        let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
        for locus in cells[places].split(separator: ";") {
          let parts = locus.split { $0 == ":" || $0 == "-" }
          guard parts.count == 3, let first = Int(parts[1]), let last = Int(parts[2]) else { continue }
          features.append(
            Feature(
              kind: kind, id: kind == "recurrent" ? String(locus) : String(cells[0]),
              contig: parts[0].dropFirst(3), start: first - 1, end: last))
        }
      }
    }
    self.features = features
  }
}
