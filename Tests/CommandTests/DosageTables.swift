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
      for line in lines.dropFirst() {
        let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
        if kind == "recurrent" {
          if cells[0] == build { features += Self.features(kind, id: nil, at: cells[1]) }
        } else {
          let place = try #require(names.firstIndex { $0 == build.lowercased() })
          features += Self.features(kind, id: String(cells[0]), at: cells[place])
        }
      }
    }
    self.features = features
  }

  /// The features at the `;`-joined 1-based inclusive places of a cell; none for `tbd` and `.`.
  private static func features(_ kind: String, id: String?, at cell: Substring) -> [Feature] {
    cell.split(separator: ";").compactMap { locus in
      let parts = locus.split { $0 == ":" || $0 == "-" }
      guard parts.count == 3, let first = Int(parts[1]), let last = Int(parts[2]) else {
        return nil
      }
      return Feature(
        kind: kind, id: id ?? String(locus), contig: parts[0].dropFirst(3), start: first - 1,
        end: last)
    }
  }
}
