// SPDX-License-Identifier: MIT

internal import Genome

extension ExportedTable {
  /// The rows as BED of one build: 0-based half-open, sorted, the table's other columns behind the name.
  ///
  /// A row with several places becomes several lines, one without a place in this build none.
  ///
  /// - Returns: nil for a table that has no places in this build.
  func bed(_ build: GenomeBuild) -> [UInt8]? {
    guard let place = placeColumn(build) else { return nil }
    let others = columns.indices.filter { $0 != place && columns[$0] != "build" }
    let buildColumn = columns.firstIndex(of: "build")
    let nameColumn = others.first { ["symbol", "isca_id", "name", "band"].contains(columns[$0]) }
    var lines: [(contig: Contig, interval: Interval, text: String)] = []
    for row in rows {
      if let buildColumn, row[buildColumn] != build.name { continue }
      for word in row[place].split(separator: ";") {
        guard case .placed(let found) = LocationCell(String(word), build: build) else { continue }
        let name = nameColumn.map { row[$0] } ?? "."
        // The contig as the table spells it.
        let contig = word.prefix { $0 != ":" }
        let cells =
          [
            String(contig), String(found.interval.start), String(found.interval.end),
            name.replacing(" ", with: "_"),
          ] + others.map { row[$0] }
        lines.append((found.contig, found.interval, cells.joined(separator: "\t")))
      }
    }
    if lines.isEmpty { return nil }
    lines.sort { a, b in
      (a.contig.rawValue, a.interval.start, a.interval.end, a.text)
        < (b.contig.rawValue, b.interval.start, b.interval.end, b.text)
    }
    let header = (["#chrom", "start", "end", "label"] + others.map { columns[$0] })
      .joined(separator: "\t")
    return Array(([header] + lines.map(\.text)).map { $0 + "\n" }.joined().utf8)
  }

  /// The column of the places in a build.
  private func placeColumn(_ build: GenomeBuild) -> Int? {
    if let column = columns.firstIndex(of: build.name.lowercased()) { return column }
    guard let column = columns.firstIndex(of: "location") else { return nil }
    // A table of one build says so in its name.
    let other: GenomeBuild = build == .grch37 ? .grch38 : .grch37
    return name.hasSuffix(other.name.lowercased()) ? nil : column
  }
}
