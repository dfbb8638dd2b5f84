// SPDX-License-Identifier: MIT

import Glibc

/// The log2 of ratios that tables state, printed alike on every machine.
enum Logarithm {
  static func base2(of ratio: Double) -> Double { log2(ratio) }

  /// With four decimals: more than any ratio is measured to.
  static func text(_ value: Double) -> [UInt8] {
    guard value.magnitude < 1_000_000 else { return [0x2E] }
    let scaled = Int((value * 10_000).rounded())
    let digits = String(scaled.magnitude % 10_000)
    let padded = String(repeating: "0", count: 4 - digits.count) + digits
    return Array("\(scaled < 0 ? "-" : "")\(scaled.magnitude / 10_000).\(padded)".utf8)
  }
}
