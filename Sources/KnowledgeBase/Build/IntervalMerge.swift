// SPDX-License-Identifier: MIT

internal import Genome

/// Unites the interval records of all sources of one kind, build by build.
///
/// A record that several sources have (two releases, or one file given twice) is taken from the newest.
struct IntervalMerge<Row> {
  /// In store order.
  private(set) var rows: [GenomeBuild: [Row]] = [:]
  private(set) var sources: [CurationSource]

  /// - Parameters:
  ///   - taken: the column of a source that holds the rows; it is emptied.
  ///   - isBefore: the order of stores.
  ///   - isSame: whether two rows are one record.
  init(
    _ given: [CurationSource], taking taken: WritableKeyPath<CurationSource, [Row]>,
    build: KeyPath<Row, GenomeBuild>, line: KeyPath<Row, Int>, id: (Row) -> String,
    isBefore: (Row, Row) -> Bool, isSame: (Row, Row) -> Bool
  ) {
    var sources = given.sorted(by: CurationSource.isBefore)
    // By source and line: how many of its records another source has too.
    var lost: [Int: [Int: Int]] = [:]
    for wanted in GenomeBuild.allCases {
      var all: [(row: Row, source: Int)] = []
      for index in sources.indices {
        for row in sources[index][keyPath: taken] where row[keyPath: build] == wanted {
          all.append((row, index))
        }
      }
      all.sort { a, b in
        if isBefore(a.row, b.row) { return true }
        if isBefore(b.row, a.row) { return false }
        return (a.source, a.row[keyPath: line]) < (b.source, b.row[keyPath: line])
      }
      var kept: [Row] = []
      kept.reserveCapacity(all.count)
      for (row, source) in all {
        if let last = kept.last, isSame(last, row) {
          sources[source].oddities.note(.duplicateRow, line: row[keyPath: line], id(row))
          lost[source, default: [:]][row[keyPath: line], default: 0] += 1
        } else {
          kept.append(row)
        }
      }
      rows[wanted] = kept
    }
    for index in sources.indices {
      // A line may have become two records; it is used while one of them is.
      if let lines = lost[index] {
        var made: [Int: Int] = [:]
        for row in sources[index][keyPath: taken] { made[row[keyPath: line], default: 0] += 1 }
        sources[index].rowsUsed -= lines.count { made[$0.key] == $0.value }
      }
      sources[index][keyPath: taken] = []
    }
    self.sources = sources
  }
}

extension IntervalMerge where Row == PopulationRow {
  init(population sources: [CurationSource]) {
    self.init(
      sources, taking: \.population, build: \.build, line: \.line, id: \.id,
      isBefore: PopulationRow.isBefore, isSame: { $0.isSameRecord(as: $1) })
  }
}

extension IntervalMerge where Row == ClinVarCNVRow {
  init(clinvar sources: [CurationSource]) {
    self.init(
      sources, taking: \.clinvarCNVs, build: \.build, line: \.line, id: { "\($0.variationID)" },
      isBefore: ClinVarCNVRow.isBefore, isSame: { $0.isSameRecord(as: $1) })
  }
}

/// The interval records of one build, for manifests.
package struct IntervalRecordSummary: Sendable, Codable, Equatable {
  package let populationLosses: Int
  package let populationGains: Int
  package let clinvarLosses: Int
  package let clinvarGains: Int
  /// ClinVar CNVs that tell no direction, which nothing is matched with.
  package let clinvarWithoutDirection: Int

  init(_ records: IntervalRecordColumns) {
    populationLosses = records.population.count { $0.direction == .loss }
    populationGains = records.population.count { $0.direction == .gain }
    clinvarLosses = records.clinvar.count { $0.direction == .loss }
    clinvarGains = records.clinvar.count { $0.direction == .gain }
    clinvarWithoutDirection = records.clinvar.count { $0.direction == .unknown }
  }
}
