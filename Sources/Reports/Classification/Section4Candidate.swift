// SPDX-License-Identifier: MIT

import Annotation
import Calls
import Classification
import KnowledgeBase

/// A record that a person may weigh as evidence of section 4; never scored by itself, because cases need
/// their phenotype and inheritance read, and rare frequencies a judgement.
struct Section4Candidate: Sendable, Hashable {
  enum Source: String, Sendable, CaseIterable {
    case clinvar
    case laboratory
    case population

    var word: String { rawValue }
  }

  /// The rows it may speak for: `4A-4E,4L,4M`.
  let codes: String
  let source: Source
  let id: String
  /// One line for people.
  let text: String

  /// The rows that a case of some class may speak for.
  ///
  /// Cases that somebody calls pathogenic or uncertain are patients; benign ones are people whom the change
  /// did not harm, or a comparison without a difference.
  static func codes(ofCase classification: String) -> String {
    classification.lowercased().contains("benign") ? "4D,4J,4K,4N" : "4A-4E,4L,4M"
  }
}

extension ClassificationText {
  /// Population records from here on are listed: 0.1 % in billionths.
  private static let listed: UInt32 = 1_000_000
  /// From here on they count by themselves: 1 %, told from 2,000 chromosomes.
  private static let common: UInt32 = 10_000_000
  private static let leastChromosomes: UInt32 = 2_000

  /// ClinVar CNVs of a reciprocal overlap of 0.8 and more, the laboratory's own earlier calls, and population
  /// records that contain the call and do not count by themselves.
  ///
  /// None for a loss whose established gene or region is scored in section 2: it has no section 4.
  func candidates(_ row: CallRow) -> [Section4Candidate] {
    guard let assessment = assessment(row.batch, row.index) else { return [] }
    let evidence = row.batch.evidence[row.batch.evidence(ofCall: row.index)]
    if assessment.direction == .loss, evidence.hasEstablished { return [] }
    return clinvarCandidates(row) + laboratoryCandidates(row) + populationCandidates(row)
  }

  private func clinvarCandidates(_ row: CallRow) -> [Section4Candidate] {
    guard let store = context.intervals else { return [] }
    return row.batch.clinvarCNVs(ofCall: row.index).compactMap { place in
      let match = row.batch.clinvarCNVs[place]
      guard match.reciprocal >= IntervalRecordAnnotator.candidateReciprocal else { return nil }
      let variant = store.clinvarCNV(match.row)
      let word = store.string(variant.classification)
      return Section4Candidate(
        codes: Section4Candidate.codes(ofCase: word), source: .clinvar,
        id: String(variant.variationID),
        text: "ClinVar \(variant.variationID): \(word), \(variant.stars) stars, reciprocal overlap "
          + share(Int(match.reciprocal)))
    }
  }

  private func laboratoryCandidates(_ row: CallRow) -> [Section4Candidate] {
    guard let store = context.lab else { return [] }
    return row.batch.labHits(ofCall: row.index).map { hit in
      let call = store.calls[Int(hit.call)]
      let word = call.classification ?? "no class"
      return Section4Candidate(
        codes: Section4Candidate.codes(ofCase: word), source: .laboratory, id: String(call.line),
        text:
          "own call of line \(call.line): \(word), seen \(call.count) times, reciprocal overlap "
          + share(Int(hit.reciprocal)))
    }
  }

  private func populationCandidates(_ row: CallRow) -> [Section4Candidate] {
    guard let store = context.intervals else { return [] }
    return row.batch.population(ofCall: row.index).compactMap { place in
      let record = store.populationRecord(row.batch.population[place])
      let alleles = record.alleles
      guard alleles.frequency >= Self.listed,
        alleles.frequency < Self.common || alleles.number < Self.leastChromosomes
      else { return nil }
      var frequency: [UInt8] = []
      alleles.append(frequencyTo: &frequency)
      let id = store.string(record.id)
      return Section4Candidate(
        codes: "4O", source: .population, id: id,
        text: "\(store.string(record.source)) \(id): allele frequency "
          + "\(String(decoding: frequency, as: UTF8.self)) of \(alleles.number) chromosomes")
    }
  }

  /// Millionths as a share with two decimals, cut, not rounded up.
  private func share(_ millionths: Int) -> String {
    "\(millionths / 1_000_000).\(millionths / 100_000 % 10)\(millionths / 10_000 % 10)"
  }
}
