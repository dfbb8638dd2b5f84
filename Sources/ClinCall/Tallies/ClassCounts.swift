// SPDX-License-Identifier: MIT

import Calls
import Classification

/// How many copy-number calls and structural variants have which class, by type and by sample.
package struct ClassCounts: Sendable, Equatable {
  /// Five classes and, behind them, those without one.
  private static let columns = Pathogenicity.allCases.count + 1

  /// By type and class.
  private var types = [Int](repeating: 0, count: CallType.allCases.count * columns)
  private var reasons = [Int](repeating: 0, count: NotScored.allCases.count)
  /// By input and sample column and class; and by name for tables, whose lines name their samples.
  private var samples: [[Int]] = []
  private var sampleNames: [[[UInt8]]] = []
  private var named: [[UInt8]: [Int]] = [:]

  package init() {}

  /// - Parameter samples: the sample columns of each input; empty where samples are not counted.
  init(samples: [[[UInt8]]]) {
    sampleNames = samples
    self.samples = samples.map { [Int](repeating: 0, count: $0.count * Self.columns) }
  }

  /// Counts one call for its type.
  mutating func count(_ type: CallType, _ assessment: Assessment) {
    types[Int(type.rawValue) * Self.columns + Self.column(assessment)] += 1
    if let reason = assessment.notScored { reasons[Int(reason.rawValue)] += 1 }
  }

  /// Counts one call for a sample column.
  mutating func count(_ assessment: Assessment, input: Int, column: Int) {
    samples[input][column * Self.columns + Self.column(assessment)] += 1
  }

  /// Counts one call for a sample that its line names.
  mutating func count(_ assessment: Assessment, name: [UInt8]) {
    named[name, default: [Int](repeating: 0, count: Self.columns)][Self.column(assessment)] += 1
  }

  private static func column(_ assessment: Assessment) -> Int {
    assessment.isScored ? assessment.pathogenicity.rank : columns - 1
  }

  static func += (a: inout ClassCounts, b: ClassCounts) {
    for index in b.types.indices { a.types[index] += b.types[index] }
    for index in b.reasons.indices { a.reasons[index] += b.reasons[index] }
    if a.samples.isEmpty {
      a.samples = b.samples
      a.sampleNames = b.sampleNames
    } else {
      for input in b.samples.indices {
        for index in b.samples[input].indices { a.samples[input][index] += b.samples[input][index] }
      }
    }
    for (name, counts) in b.named {
      for (column, count) in counts.enumerated() {
        a.named[name, default: [Int](repeating: 0, count: columns)][column] += count
      }
    }
  }

  /// `Pathogenic` to `Benign` and `not_scored`, all of them.
  package var byClass: [String: Int] {
    Self.words(
      (0..<Self.columns).map { column in
        CallType.allCases.reduce(0) { $0 + types[Int($1.rawValue) * Self.columns + column] }
      })
  }

  /// The types that occur.
  package var byType: [String: [String: Int]] {
    var all: [String: [String: Int]] = [:]
    for type in CallType.allCases {
      let start = Int(type.rawValue) * Self.columns
      let counts = types[start..<start + Self.columns]
      if counts.contains(where: { $0 > 0 }) { all[type.word] = Self.words(Array(counts)) }
    }
    return all
  }

  /// The reasons that occur.
  package var byReason: [String: Int] {
    var all: [String: Int] = [:]
    for reason in NotScored.allCases where reasons[Int(reason.rawValue)] > 0 {
      all[reason.word] = reasons[Int(reason.rawValue)]
    }
    return all
  }

  /// Samples in the order of the inputs, one that several inputs have counted once; then named ones by name.
  package var bySample: [(name: String, counts: [String: Int])] {
    var order: [[UInt8]] = []
    var sums: [[UInt8]: [Int]] = [:]
    func add(_ name: [UInt8], _ counts: [Int]) {
      if sums[name] == nil { order.append(name) }
      let before = sums[name] ?? [Int](repeating: 0, count: Self.columns)
      sums[name] = zip(before, counts).map { $0 + $1 }
    }
    for input in samples.indices {
      for (column, name) in sampleNames[input].enumerated() {
        let start = column * Self.columns
        add(name, Array(samples[input][start..<start + Self.columns]))
      }
    }
    for (name, counts) in named.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      add(name, counts)
    }
    return order.map { (String(decoding: $0, as: UTF8.self), Self.words(sums[$0] ?? [])) }
  }

  private static func words(_ counts: [Int]) -> [String: Int] {
    var all: [String: Int] = [:]
    for word in Pathogenicity.allCases { all[word.rawValue] = counts[word.rank] }
    all["not_scored"] = counts[columns - 1]
    return all
  }
}
