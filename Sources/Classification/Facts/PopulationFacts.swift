// SPDX-License-Identifier: MIT

/// What population records say about one call.
package struct PopulationFacts: Sendable {
  package enum Answer: UInt8, Sendable {
    /// No population records are loaded for this build.
    case notLoaded
    /// Only records without sex-specific frequency hold a call on X or Y.
    case noSexFrequency
    /// No record of the same direction with a frequency of 1 % or more, counted in at least 2,000
    /// chromosomes, holds the call.
    case none
    case common
  }

  package var answer = Answer.notLoaded
  /// The record's number, where ``answer`` is common.
  package var record: UInt32 = 0
  /// Whether the record's coding genes are the call's.
  package var hasSameGenes = false

  package init() {}
}
