// SPDX-License-Identifier: MIT

package import Genome

/// What an input that is no VCF says of its build, and where.
package struct BuildStatement: Sendable, Equatable {
  package let build: GenomeBuild
  package let reason: String
  /// Whether the coordinates themselves are written on this build, so that `-g` cannot say another.
  package var isProof = false
}
