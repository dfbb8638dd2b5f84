// SPDX-License-Identifier: MIT

package import Genome

/// The population records and ClinVar CNVs of one build, read in place from its mapped file.
///
/// Opening finds where each contig begins and reads nothing else. A record number is a row of the store.
package final class IntervalRecordStore: Sendable {
  package let build: GenomeBuild
  let file: StoreFile
  let population: IntervalColumns
  let clinvar: IntervalColumns
  private let counts: PopulationColumns
  private let variants: ClinVarCNVColumns

  static let noCopyNumber: UInt8 = 255
  static let noPosition: Int32 = -1

  /// Empty where the file has no such sections.
  init(_ file: StoreFile) {
    build = file.build
    self.file = file
    population = IntervalColumns(file, .population)
    clinvar = IntervalColumns(file, .clinvar)
    counts = PopulationColumns(file.directory, firstSexed: population.first(on: .x))
    variants = ClinVarCNVColumns(file.directory)
  }

  package var populationCount: Int { population.count }
  package var clinvarCount: Int { clinvar.count }
  package var isEmpty: Bool { populationCount == 0 && clinvarCount == 0 }

  /// The record of this number.
  ///
  /// - Precondition: `row` is below ``populationCount``; checked.
  package func populationRecord(_ row: UInt32) -> PopulationRecord {
    file.bytes.withBytes { record(row, $0) }
  }

  func record(_ row: UInt32, _ raw: borrowing RawSpan) -> PopulationRecord {
    let number = Int(row)
    precondition(number < population.count, "a population record of this store")
    let contig = Contig(rawValue: population.contigs.value(number, raw))
    let interval = population.interval(number, raw)
    return PopulationRecord(
      row: row, contig: contig, interval: interval,
      direction: CopyNumberDirection(rawValue: population.directions.value(number, raw))
        ?? .unknown,
      basis: counts.basis(number, raw), counted: counts.counted(number, raw),
      male: counts.male(number, raw), female: counts.female(number, raw),
      source: StringID(rawValue: counts.source.value(number, raw)),
      id: StringID(rawValue: counts.id.value(number, raw)),
      study: StringID(rawValue: counts.study.value(number, raw)),
      isPseudoautosomal: PseudoautosomalRegion.contains(interval, on: contig, in: build))
  }

  /// How often the record was seen among alleles; see ``PopulationRecord/alleles``.
  func alleles(_ row: UInt32, _ raw: borrowing RawSpan) -> PopulationCount {
    let number = Int(row)
    let counted = counts.counted(number, raw)
    let basis = counts.basis(number, raw)
    if basis == .alleles { return counted }
    let contig = Contig(rawValue: population.contigs.value(number, raw))
    let isSingle =
      contig == .y
      && !PseudoautosomalRegion.contains(population.interval(number, raw), on: contig, in: build)
    return counted.alleles(basis, copies: isSingle ? 1 : 2)
  }

  /// The ClinVar CNV of this number.
  ///
  /// - Precondition: `row` is below ``clinvarCount``; checked.
  package func clinvarCNV(_ row: UInt32) -> ClinVarCNV {
    let number = Int(row)
    precondition(number < clinvar.count, "a ClinVar CNV of this store")
    return file.bytes.withBytes { raw in
      func text(_ column: StoreColumn<UInt32>) -> StringID {
        StringID(rawValue: column.value(number, raw))
      }
      func interval(_ column: (StoreColumn<Int32>, StoreColumn<Int32>)) -> Interval? {
        let found = Interval(
          start: column.0.value(number, raw), end: column.1.value(number, raw))
        return found.start == Self.noPosition ? nil : found
      }
      let copies = variants.copyNumber.value(number, raw)
      return ClinVarCNV(
        row: row, contig: Contig(rawValue: clinvar.contigs.value(number, raw)),
        interval: clinvar.interval(number, raw),
        direction: CopyNumberDirection(rawValue: clinvar.directions.value(number, raw))
          ?? .unknown,
        variationID: variants.variationID.value(number, raw),
        classification: text(variants.classification), stars: variants.stars.value(number, raw),
        reviewStatus: text(variants.reviewStatus),
        copyNumber: copies == Self.noCopyNumber ? nil : copies,
        inner: interval(variants.inner), outer: interval(variants.outer),
        conditions: text(variants.conditions), conditionIDs: text(variants.conditionIDs),
        evaluated: text(variants.evaluated), name: text(variants.name))
    }
  }

  /// Review stars of a ClinVar CNV.
  func stars(_ row: UInt32, _ raw: borrowing RawSpan) -> UInt8 {
    variants.stars.value(Int(row), raw)
  }

  /// Appends the UTF-8 bytes of a text of this store; an id out of range appends nothing.
  package func append(_ id: StringID, to buffer: inout [UInt8]) { file.append(id, to: &buffer) }

  package func string(_ id: StringID) -> String { file.string(id) }
}

/// The columns of population records beside their places.
private struct PopulationColumns {
  private let bases: StoreColumn<UInt8>
  private let all: CountColumns
  private let men: CountColumns
  private let women: CountColumns
  let source: StoreColumn<UInt32>
  let id: StoreColumn<UInt32>
  let study: StoreColumn<UInt32>
  /// The record that the first row of the sexes' columns is of.
  private let firstSexed: Int

  private struct CountColumns {
    let count: StoreColumn<UInt32>
    let number: StoreColumn<UInt32>
    let frequency: StoreColumn<UInt32>

    func value(_ row: Int, _ raw: borrowing RawSpan) -> PopulationCount {
      PopulationCount(
        count: count.value(row, raw), number: number.value(row, raw),
        frequency: frequency.value(row, raw))
    }
  }

  init(_ directory: StoreDirectory, firstSexed: Int) {
    func counts(
      _ count: StoreSection, _ number: StoreSection, _ frequency: StoreSection
    ) -> CountColumns {
      CountColumns(
        count: StoreColumn(directory[count]), number: StoreColumn(directory[number]),
        frequency: StoreColumn(directory[frequency]))
    }
    bases = StoreColumn(directory[.populationBasis])
    all = counts(.populationCount, .populationNumber, .populationFrequency)
    men = counts(.maleCount, .maleNumber, .maleFrequency)
    women = counts(.femaleCount, .femaleNumber, .femaleFrequency)
    source = StoreColumn(directory[.populationSource])
    id = StoreColumn(directory[.populationID])
    study = StoreColumn(directory[.populationStudy])
    self.firstSexed = firstSexed
  }

  func basis(_ row: Int, _ raw: borrowing RawSpan) -> PopulationBasis {
    bases.value(row, raw) == PopulationBasis.alleles.rawValue ? .alleles : .samples
  }

  func counted(_ row: Int, _ raw: borrowing RawSpan) -> PopulationCount { all.value(row, raw) }

  func male(_ row: Int, _ raw: borrowing RawSpan) -> PopulationCount? { sexed(men, row, raw) }
  func female(_ row: Int, _ raw: borrowing RawSpan) -> PopulationCount? { sexed(women, row, raw) }

  /// nil where the source tells nothing of that sex.
  private func sexed(
    _ columns: CountColumns, _ row: Int, _ raw: borrowing RawSpan
  ) -> PopulationCount? {
    let place = row - firstSexed
    guard place >= 0, place < columns.count.count else { return nil }
    let value = columns.value(place, raw)
    return value.number == 0 ? nil : value
  }
}

/// The columns of ClinVar CNVs beside their places.
private struct ClinVarCNVColumns {
  let variationID: StoreColumn<UInt32>
  let classification: StoreColumn<UInt32>
  let stars: StoreColumn<UInt8>
  let reviewStatus: StoreColumn<UInt32>
  let copyNumber: StoreColumn<UInt8>
  let inner: (StoreColumn<Int32>, StoreColumn<Int32>)
  let outer: (StoreColumn<Int32>, StoreColumn<Int32>)
  let conditions: StoreColumn<UInt32>
  let conditionIDs: StoreColumn<UInt32>
  let evaluated: StoreColumn<UInt32>
  let name: StoreColumn<UInt32>

  init(_ directory: StoreDirectory) {
    variationID = StoreColumn(directory[.cnvVariationID])
    classification = StoreColumn(directory[.cnvClassification])
    stars = StoreColumn(directory[.cnvStars])
    reviewStatus = StoreColumn(directory[.cnvReviewStatus])
    copyNumber = StoreColumn(directory[.cnvCopyNumber])
    inner = (StoreColumn(directory[.cnvInnerStart]), StoreColumn(directory[.cnvInnerEnd]))
    outer = (StoreColumn(directory[.cnvOuterStart]), StoreColumn(directory[.cnvOuterEnd]))
    conditions = StoreColumn(directory[.cnvConditions])
    conditionIDs = StoreColumn(directory[.cnvConditionIDs])
    evaluated = StoreColumn(directory[.cnvEvaluated])
    name = StoreColumn(directory[.cnvName])
  }
}
