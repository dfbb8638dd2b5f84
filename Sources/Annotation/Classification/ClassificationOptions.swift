// SPDX-License-Identifier: MIT

package import Classification

/// What a user can choose about classification.
package struct ClassificationOptions: Sendable {
  package var rubric = Rubric.riggs2020
  /// Bases that a containment may fall short at each end (`--region-slack`).
  package var slack: Int32 = 1

  package init() {}
}
