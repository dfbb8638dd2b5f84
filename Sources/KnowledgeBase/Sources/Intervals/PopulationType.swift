// SPDX-License-Identifier: MIT

internal import Genome

/// What a population record is by its SVTYPE or symbolic allele.
enum PopulationType: Equatable {
  case loss
  case gain
  /// A multiallelic site that counts people by copy number.
  case copies
  /// A structural variant that changes no copy number, or not that of its interval.
  case otherVariant
  case unknown

  /// - Parameter word: without angle brackets.
  init(word: String) {
    let base = word.prefix { $0 != ":" }
    switch base {
    case "DEL": self = .loss
    case "DUP": self = .gain
    case "CNV", "MCNV": self = .copies
    case "INS", "INV", "BND", "CPX", "CTX", "TRA", "CCR": self = .otherVariant
    default:
      // <CN0>, <CN=0>: an allele per copy number.
      let digits = base.hasPrefix("CN=") ? base.dropFirst(3) : base.dropFirst(2)
      self = base.hasPrefix("CN") && UInt8(digits) != nil ? .copies : .unknown
    }
  }

  var isCopyNumber: Bool { self == .loss || self == .gain || self == .copies }
  var oddity: OddityKind { self == .unknown ? .unknownType : .notCopyNumber }
}

/// Which records of a population callset are to be trusted.
enum PopulationFilter {
  /// PASS, none, and `MULTIALLELIC`, which says what the site is and nothing bad about it.
  ///
  /// Everything else marks a frequency that its makers do not stand for (low call rate, unstable
  /// frequency, unresolved, failed review), which must not count as benign evidence.
  static func passes(_ cell: String) -> Bool {
    cell.split(separator: cell.contains(";") ? ";" : ",").allSatisfy {
      $0 == "PASS" || $0 == "." || $0 == "MULTIALLELIC"
    }
  }
}

/// How many people have which number of copies of a multiallelic site.
struct CopyNumberCounts {
  /// By copy number from 0; empty where the source does not say.
  let all: [UInt32]
  let male: [UInt32]
  let female: [UInt32]

  /// A list of counts; nil for anything else.
  static func list(_ text: String) -> [UInt32]? {
    let words = text.split(separator: ",", omittingEmptySubsequences: false)
    let values = words.compactMap { PopulationCell.count($0) }
    return values.count == words.count ? values : nil
  }

  /// One record per direction: people with fewer, and with more copies than their sex has.
  ///
  /// nil on X and Y where the source does not tell the sexes apart.
  func rows(
    _ place: Placement, build: GenomeBuild, line: Int, source: String, id: String
  ) -> [PopulationRow]? {
    let isSexed =
      place.contig.isSexChromosome
      && !PseudoautosomalRegion.contains(place.interval, on: place.contig, in: build)
    if isSexed && (male.isEmpty || female.isEmpty && place.contig == .x) { return nil }
    return [CopyNumberDirection.loss, .gain].map { direction in
      func count(_ people: [UInt32], expected: Int) -> PopulationCount {
        let carriers = people.enumerated().reduce(UInt32(0)) { sum, step in
          let differs = direction == .loss ? step.offset < expected : step.offset > expected
          return differs ? sum &+ step.element : sum
        }
        let number = people.reduce(0, &+)
        return PopulationCount(
          count: carriers, number: number, frequency: PopulationCount.ratio(carriers, number))
      }
      let men = count(male, expected: isSexed ? 1 : 2)
      let women = isSexed && place.contig == .y ? PopulationCount() : count(female, expected: 2)
      var everybody = count(all, expected: 2)
      if isSexed {
        let number = men.number &+ women.number
        everybody = PopulationCount(
          count: men.count &+ women.count, number: number,
          frequency: PopulationCount.ratio(men.count &+ women.count, number))
      }
      return PopulationRow(
        build: build, line: line, contig: place.contig, interval: place.interval,
        direction: direction, basis: .samples, counted: everybody, male: men, female: women,
        source: source, id: id)
    }
  }
}
