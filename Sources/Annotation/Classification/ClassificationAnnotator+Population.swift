// SPDX-License-Identifier: MIT

import Calls
import Classification
import Genome
import KnowledgeBase

extension ClassificationAnnotator {
  /// From here on a record is common: 1 % in billionths, told from at least 2,000 chromosomes.
  private static let common: UInt32 = 10_000_000
  private static let leastChromosomes: UInt32 = 2_000

  /// What population records say about a call.
  ///
  /// - Parameter rows: the records of the call's direction that contain it.
  func setPopulation(_ call: Call, _ rows: some Sequence<UInt32>, _ facts: inout CallFacts) {
    guard let records else { return }
    facts.population.answer = .none
    let isSexed =
      call.contig.isSexChromosome
      && !PseudoautosomalRegion.contains(call.interval, on: call.contig, in: dosage.store.build)
    for row in rows {
      let record = records.populationRecord(row)
      if isSexed {
        switch isCommonBySex(record, call) {
        case .unknown:
          if facts.population.answer == .none { facts.population.answer = .noSexFrequency }
          continue
        case .no: continue
        case .yes: break
        }
      } else if !isCommon(record.alleles) {
        continue
      }
      facts.population.answer = .common
      facts.population.record = row
      facts.population.hasSameGenes = hasSameGenes(record, call)
      return
    }
  }

  private func isCommon(_ count: PopulationCount) -> Bool {
    count.frequency >= Self.common && count.number >= Self.leastChromosomes
  }

  /// By the sex that the expected number of copies tells; where it is unknown, in both.
  private func isCommonBySex(_ record: PopulationRecord, _ call: Call) -> Finding {
    let male = record.maleAlleles
    let female = call.contig == .y ? record.maleAlleles : record.femaleAlleles
    switch call.expectedCopyNumber {
    case CopyNumber(1): return male.map { isCommon($0) ? .yes : .no } ?? .unknown
    case CopyNumber(2): return female.map { isCommon($0) ? .yes : .no } ?? .unknown
    default:
      guard let male, let female else { return .unknown }
      return isCommon(male) && isCommon(female) ? .yes : .no
    }
  }

  private func hasSameGenes(_ record: PopulationRecord, _ call: Call) -> Bool {
    guard call.type == .gain, let store = dosage.genes.genes else { return false }
    func content(_ interval: Interval) -> GeneContent {
      var other = call
      other.interval = interval
      var scratch: [UInt32] = []
      var hits: [GeneHit] = []
      _ = dosage.genes.append(other, features: [], scratch: &scratch, to: &hits)
      return GeneContent(hits[...], store: store, identity: dosage.genes.identity)
    }
    return content(record.interval) == content(call.interval)
  }
}
