// SPDX-License-Identifier: MIT

import Genome
import KnowledgeBase

/// Times what no command shows alone: opening a store of alleles, and looking alleles up in it.
///
///     bench-lookup KB BUILD < ALLELES
///
/// ALLELES are lines of contig, POS, REF and one ALT, TAB-separated, as
/// `bcftools norm -m- | bcftools query -f '%CHROM\t%POS\t%REF\t%ALT\n'` writes them.
///
/// A target of the package and not a package of its own, as its benchmarks otherwise would be, because
/// stores are no public API; it is no product, so only who asks for it builds it.
@main
enum AlleleLookup {
  private static let batch = 8192
  private static let rounds = 9

  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 3, let build = GenomeBuild(name: arguments[2]) else {
      print("usage: bench-lookup KB GRCh37|GRCh38 < ALLELES")
      return
    }
    let clock = ContinuousClock()
    var opened: [Duration] = []
    for _ in 0..<rounds {
      opened.append(
        try clock.measure {
          _ = try KnowledgeBase.open(folder: arguments[1]).variants(for: build).count
        })
    }
    print("open: \(microseconds(opened)) us")
    let store = try KnowledgeBase.open(folder: arguments[1]).variants(for: build)
    var alleles: [(contig: Contig, allele: Allele)] = []
    while let line = readLine() {
      let cells = line.split(separator: "\t").map { Array($0.utf8) }
      guard cells.count == 4, let position = Int32(String(decoding: cells[1], as: UTF8.self)),
        cells[3] != [0x2E], cells[3] != [0x2A]
      else { continue }
      let name = cells[0]
      let contig = ContigName(name.span).contig
      alleles.append((contig, Allele(start: position - 1, ref: cells[2], alt: cells[3])))
    }
    try time("sorted", alleles, store, clock)
    var random = Fixed(state: 7)
    alleles.shuffle(using: &random)
    try time("shuffled", alleles, store, clock)
  }

  private static func time(
    _ name: String, _ alleles: [(contig: Contig, allele: Allele)], _ store: VariantStore,
    _ clock: ContinuousClock
  ) throws {
    var batches: [AlleleQueries] = []
    for first in stride(from: 0, to: alleles.count, by: batch) {
      var queries = AlleleQueries()
      for index in first..<min(first + batch, alleles.count) {
        queries.append(alleles[index].allele, on: alleles[index].contig, call: index)
      }
      batches.append(queries)
    }
    var matches: [AlleleMatch] = []
    var times: [Duration] = []
    for _ in 0..<rounds {
      matches.removeAll(keepingCapacity: true)
      times.append(
        try clock.measure {
          for queries in batches { try store.match(queries, appendingTo: &matches) }
        })
    }
    // The first round checks the rows that the others find checked.
    let each = times.map { Double(nanoseconds($0)) / Double(max(1, alleles.count)) }
    let rest = each.dropFirst().sorted()
    print(
      "lookup, \(name): \(alleles.count) alleles, \(matches.count) matches, ns an allele: "
        + "first \(rounded(each[0])), best \(rounded(rest[0])), median \(rounded(rest[rest.count / 2]))"
    )
  }

  private static func nanoseconds(_ duration: Duration) -> Int64 {
    duration.components.seconds * 1_000_000_000 + duration.components.attoseconds / 1_000_000_000
  }

  private static func microseconds(_ durations: [Duration]) -> String {
    let sorted = durations.map { nanoseconds($0) / 1000 }.sorted()
    return
      "best \(sorted[0]), median \(sorted[sorted.count / 2]), first \(nanoseconds(durations[0]) / 1000)"
  }

  private static func rounded(_ value: Double) -> Double { (value * 10).rounded() / 10 }

  /// The same order in each run.
  private struct Fixed: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ state >> 29
    }
  }
}
