// SPDX-License-Identifier: MIT

internal import Genome

/// Population records and ClinVar CNVs of one build as a store has them.
struct IntervalRecordColumns {
  /// Both in store order.
  var population: [PopulationRow] = []
  var clinvar: [ClinVarCNVRow] = []

  var isEmpty: Bool { population.isEmpty && clinvar.isEmpty }

  /// nil where there are no such records.
  func column(_ section: StoreSection, texts heap: inout StringHeap) -> StoreValues? {
    if section.group == .clinvarCNVs {
      if clinvar.isEmpty { return nil }
    } else if population.isEmpty {
      return nil
    }
    return switch section.element {
    case .u8: .u8(bytes(section))
    case .i32: .i32(positions(section))
    case .u32: .u32(texts(section)?.map { heap.id(of: $0) } ?? numbers(section))
    }
  }

  private func bytes(_ section: StoreSection) -> [UInt8] {
    switch section {
    case .populationContig: population.map(\.contig.rawValue)
    case .populationDirection: population.map(\.direction.rawValue)
    case .populationBasis: population.map(\.basis.rawValue)
    case .cnvContig: clinvar.map(\.contig.rawValue)
    case .cnvDirection: clinvar.map(\.direction.rawValue)
    case .cnvStars: clinvar.map(\.stars)
    case .cnvCopyNumber: clinvar.map { $0.copyNumber ?? IntervalRecordStore.noCopyNumber }
    default: []
    }
  }

  private func positions(_ section: StoreSection) -> [Int32] {
    func ends(_ interval: KeyPath<ClinVarCNVRow, Interval?>) -> (start: [Int32], end: [Int32]) {
      (
        clinvar.map { $0[keyPath: interval]?.start ?? IntervalRecordStore.noPosition },
        clinvar.map { $0[keyPath: interval]?.end ?? IntervalRecordStore.noPosition }
      )
    }
    return switch section {
    case .populationStart: population.map(\.interval.start)
    case .populationEnd: population.map(\.interval.end)
    case .populationLargestEnd:
      IntervalColumns.largestEnds(
        population.map(\.interval.end),
        stretches: Self.stretches(population.map { ($0.contig, $0.direction) }))
    case .cnvStart: clinvar.map(\.interval.start)
    case .cnvEnd: clinvar.map(\.interval.end)
    case .cnvLargestEnd:
      IntervalColumns.largestEnds(
        clinvar.map(\.interval.end),
        stretches: Self.stretches(clinvar.map { ($0.contig, $0.direction) }))
    case .cnvInnerStart: ends(\.inner).start
    case .cnvInnerEnd: ends(\.inner).end
    case .cnvOuterStart: ends(\.outer).start
    case .cnvOuterEnd: ends(\.outer).end
    default: []
    }
  }

  /// The texts of a column; nil for a column of numbers.
  private func texts(_ section: StoreSection) -> [String]? {
    switch section {
    case .populationSource: population.map(\.source)
    case .populationID: population.map(\.id)
    case .populationStudy: population.map(\.study)
    case .cnvClassification: clinvar.map(\.classification)
    case .cnvReviewStatus: clinvar.map(\.reviewStatus)
    case .cnvConditions: clinvar.map(\.conditions)
    case .cnvConditionIDs: clinvar.map(\.conditionIDs)
    case .cnvEvaluated: clinvar.map(\.evaluated)
    case .cnvName: clinvar.map(\.name)
    default: nil
    }
  }

  private func numbers(_ section: StoreSection) -> [UInt32] {
    // X, Y and MT are the last contigs, so the records that the sexes are told of are the last ones.
    let sexed = population.drop { $0.contig < .x }
    return switch section {
    case .populationCount: population.map(\.counted.count)
    case .populationNumber: population.map(\.counted.number)
    case .populationFrequency: population.map(\.counted.frequency)
    case .maleCount: sexed.map(\.male.count)
    case .maleNumber: sexed.map(\.male.number)
    case .maleFrequency: sexed.map(\.male.frequency)
    case .femaleCount: sexed.map(\.female.count)
    case .femaleNumber: sexed.map(\.female.number)
    case .femaleFrequency: sexed.map(\.female.frequency)
    case .cnvVariationID: clinvar.map(\.variationID)
    default: []
    }
  }

  /// The runs of one contig and direction.
  private static func stretches(_ keys: [(Contig, CopyNumberDirection)]) -> [Range<Int>] {
    var stretches: [Range<Int>] = []
    var first = 0
    for index in keys.indices where index + 1 == keys.count || keys[index + 1] != keys[index] {
      stretches.append(first..<index + 1)
      first = index + 1
    }
    return stretches
  }
}
