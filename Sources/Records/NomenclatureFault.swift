// SPDX-License-Identifier: MIT

/// Why a string of ISCN, HGVS or a ClinVar name is no call.
package enum NomenclatureFault: Sendable, Equatable {
  case notRecognised
  case unknownChromosome
  case noCopyNumber
  case uncertainCopyNumber
  case badPosition
  case unbalancedParentheses
  case karyotype
  case unknownAccession
  case unsupportedVariant
  case noPositions
}
