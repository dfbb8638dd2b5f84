// SPDX-License-Identifier: MIT

import Synchronization

/// How far a run is: what `--progress` shows.
///
/// Read by another task while the run goes on; two additions a batch.
package final class RunProgress: Sendable {
  /// Where a run stands.
  package struct Reading: Sendable, Equatable {
    /// Records behind the outputs.
    package var records = 0
    /// Bytes of the inputs' files taken for reading.
    package var bytes: Int64 = 0
    /// Bytes of all files; nil where one of them is a pipe.
    package var total: Int64?

    package init() {}
  }

  private let reading = Mutex(Reading())

  package init() {}

  package var current: Reading { reading.withLock { $0 } }

  /// States the inputs' sizes; nil for a pipe.
  func expect(_ sizes: [Int64?]) {
    let known = sizes.compactMap { $0 }
    let total = known.count == sizes.count ? known.reduce(0, +) : nil
    reading.withLock { $0.total = total }
  }

  /// States how many bytes of all inputs have been taken.
  func reach(_ bytes: Int64) { reading.withLock { $0.bytes = max($0.bytes, bytes) } }

  func add(records: Int) { reading.withLock { $0.records += records } }
}

extension RunProgress.Reading {
  /// From 0 to 1; nil where the size of the input is not known.
  package var share: Double? {
    guard let total, total > 0 else { return nil }
    return min(1, Double(bytes) / Double(total))
  }

  /// `1,234,567 records, 620,000 a second, 43 %, 12 s left`.
  ///
  /// - Parameter seconds: since the run began.
  package func text(after seconds: Double) -> String {
    var parts = ["\(grouped(records)) record\(records == 1 ? "" : "s")"]
    if seconds > 0 { parts.append("\(grouped(Int(Double(records) / seconds))) a second") }
    if let share {
      parts.append("\(Int(share * 100)) %")
      if let left = left(after: seconds) { parts.append("\(Self.time(left)) left") }
    }
    return parts.joined(separator: ", ")
  }

  /// Seconds to go at the speed so far; nil before a hundredth is done.
  func left(after seconds: Double) -> Int? {
    guard let share, share >= 0.01 else { return nil }
    return Int((seconds * (1 - share) / share).rounded(.up))
  }

  private static func time(_ seconds: Int) -> String {
    switch seconds {
    case ..<60: "\(seconds) s"
    case ..<3600: "\(seconds / 60) min \(seconds % 60) s"
    default: "\(seconds / 3600) h \(seconds / 60 % 60) min"
    }
  }
}
