// SPDX-License-Identifier: MIT

internal import Genome

/// A long table whose rows stand by their places and are made one at a time: population records, ClinVar's
/// CNVs, gene models.
struct PlacedTable {
  /// Where a row stands in the order of its store.
  struct Place: Comparable {
    let contig: UInt8
    /// 0 in a table without directions.
    let direction: UInt8
    /// 0-based half-open.
    let interval: Interval

    static func < (a: Place, b: Place) -> Bool {
      (a.contig, a.direction, a.interval.start, a.interval.end)
        < (b.contig, b.direction, b.interval.start, b.interval.end)
    }
  }

  let name: String
  let columns: [String]
  let count: Int
  /// Never falls from a row to the next.
  let place: (Int) -> Place
  let cells: (Int) -> [String]

  init(population store: IntervalRecordStore, name: FactTable.Name) {
    self.init(
      name, count: store.populationCount,
      place: { row in
        let record = store.populationRecord(UInt32(row))
        return Place(
          contig: record.contig.rawValue, direction: record.direction.rawValue,
          interval: record.interval)
      }, cells: { PopulationTable.cells(of: UInt32($0), store) })
  }

  init(clinvar store: IntervalRecordStore, name: FactTable.Name) {
    self.init(
      name, count: store.clinvarCount,
      place: { row in
        let variant = store.clinvarCNV(UInt32(row))
        return Place(
          contig: variant.contig.rawValue, direction: variant.direction.rawValue,
          interval: variant.interval)
      }, cells: { ClinVarCNVTable.cells(of: UInt32($0), store) })
  }

  init(genes store: GeneStore, name: FactTable.Name) {
    let places = FactTable.geneModelPlaces(store)
    self.init(
      name, count: places.count,
      place: { row in
        let gene = store.genes[Int(places[row].gene)]
        // Genes that begin at one base stand in no order of their ends.
        let start = Interval(start: gene.interval.start, end: gene.interval.start)
        return Place(contig: gene.contig.rawValue, direction: 0, interval: start)
      }, cells: { FactTable.cells(of: places[$0], store) })
  }

  private init(
    _ name: FactTable.Name, count: Int, place: @escaping (Int) -> Place,
    cells: @escaping (Int) -> [String]
  ) {
    self.name = name.rawValue
    columns = FactTable.columns(name)
    self.count = count
    self.place = place
    self.cells = cells
  }

  /// The rows from `first` on that stand at a place.
  func rows(from first: Int, at wanted: Place) -> Range<Int> {
    var end = first
    while end < count, place(end) == wanted { end += 1 }
    return first..<end
  }
}

extension KnowledgeBase {
  /// A table that is walked in place; nil for one that is short enough to be held.
  func placedTable(_ name: FactTable.Name) throws(KnowledgeBaseError) -> PlacedTable? {
    guard let build = name.build else { return nil }
    return switch name {
    case .population37, .population38:
      PlacedTable(population: try intervalRecords(for: build), name: name)
    case .clinvarCNVs37, .clinvarCNVs38:
      PlacedTable(clinvar: try intervalRecords(for: build), name: name)
    case .geneModels37, .geneModels38: PlacedTable(genes: try genes(for: build), name: name)
    default: nil
    }
  }
}
