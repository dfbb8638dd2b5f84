// SPDX-License-Identifier: MIT

package import Calls
package import Records

/// What the user said about tables.
package struct TableOptions: Sendable, Equatable {
  /// Column names as the user wrote them, by role.
  package var columns: [TableRole: String] = [:]
  /// 0 or 1; nil for the format's own.
  package var base: Int?
  /// The lab's words for types, in lower case.
  package var words: [String: CallType] = [:]
  package var decimalMark: DecimalMark?
  package var chromosomeCodes: ChromosomeCodes?
  /// A log2 ratio at or below `low` is a loss, at or above `high` a gain.
  package var log2Thresholds: Thresholds?

  package struct Thresholds: Sendable, Equatable {
    package let low: Double
    package let high: Double

    package init(low: Double, high: Double) {
      self.low = low
      self.high = high
    }

    /// Where a table states nothing but the ratio.
    ///
    /// - Source: call-file study, section 0.
    static let usual = Thresholds(low: -0.2, high: 0.2)
  }

  package init() {}
}
