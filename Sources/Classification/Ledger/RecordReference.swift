// SPDX-License-Identifier: MIT

/// What a row of evidence rests on: a number in the column or store that its kind names.
package struct RecordReference: Sendable, Hashable {
  package enum Kind: UInt8, Sendable {
    case none
    /// The place among the call's genes, from 0.
    case gene
    /// The number of a curated gene, region or recurrent interval.
    case feature
    /// The number of a population record.
    case population
    /// The number of a row of the user's evidence.
    case statement
    /// The number of a person of the pedigree.
    case person
  }

  package let kind: Kind
  package let number: UInt32

  package init(_ kind: Kind, _ number: UInt32) {
    self.kind = kind
    self.number = number
  }

  package static let none = RecordReference(.none, 0)
}
