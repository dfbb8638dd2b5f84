// SPDX-License-Identifier: MIT

/// Everything the rules ask about one copy-number call: plain values, no coordinates.
package struct CallFacts: Sendable {
  package enum Tandem: UInt8, Sendable {
    /// The rule of the PVS1 tree where nothing is known.
    case presumed
    case proven
    case disproven
  }

  package var direction: Direction
  /// The genes that the call touches, with and without a curation.
  package var genes: [GeneFacts] = []
  /// The curated genes and regions that the call overlaps and whose score is 3 or 40 in some direction.
  package var intervals: [IntervalFacts] = []
  /// Whether a curated gene is touched, whatever its score.
  package var touchesCuratedGene = false
  /// Distinct protein-coding genes touched; nil where no gene models are known for the chromosome.
  package var codingGenes: Int?
  /// How a gain lies to the original; of no use for losses.
  package var tandem = Tandem.presumed
  package var population = PopulationFacts()
  package var family = FamilyFacts()
  /// Whether the pLI and LOEUF columns, and the %HI column, are loaded at all.
  package var hasConstraint = false
  package var hasHaploinsufficiencyIndex = false

  package init(_ direction: Direction) { self.direction = direction }

  /// Empties the columns and keeps their storage.
  package mutating func reset(_ direction: Direction) {
    self.direction = direction
    genes.removeAll(keepingCapacity: true)
    intervals.removeAll(keepingCapacity: true)
    touchesCuratedGene = false
    codingGenes = nil
    tandem = .presumed
    population = PopulationFacts()
    family = FamilyFacts()
  }
}

/// Yes, no, or nobody can tell.
package enum Finding: UInt8, Sendable {
  case no
  case yes
  case unknown
}

/// What a dosage score means to the rules: 3 and the two categories; everything else is not established.
package enum DosageCategory: UInt8, Sendable {
  case notEstablished
  /// Score 3.
  case sufficient
  /// 30: recessive phenotype.
  case recessive
  /// 40: dosage sensitivity unlikely.
  case unlikely
}
