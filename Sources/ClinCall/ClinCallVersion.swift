// SPDX-License-Identifier: MIT

/// The program's version, semver.
package enum ClinCallVersion {
  package static let current = "0.1.0"
}
