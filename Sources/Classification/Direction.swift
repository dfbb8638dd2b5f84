// SPDX-License-Identifier: MIT

/// Which of the two rubrics a call is read by.
package enum Direction: String, Sendable, CaseIterable {
  /// Fewer copies than expected.
  case loss
  /// More copies than expected, triplications among them.
  case gain
}
