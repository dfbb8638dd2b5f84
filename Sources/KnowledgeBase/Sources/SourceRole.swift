// SPDX-License-Identifier: MIT

/// The option of `kb build` that a source was given with; the raw value is its name without `--`.
package enum SourceRole: String, Sendable, CaseIterable {
  case dosageGenes = "dosage-genes"
  case dosageRegions = "dosage-regions"
  case recurrent
  case geneValidity = "gene-validity"
  case activitySummary = "activity-summary"
  case actionability
  case evidenceRepository = "evidence-repository"
  case clinvar
  case variantSummary = "variant-summary"
  case genes
  case hgnc
  case cytobands
  case constraint
  case dosageScores = "dosage-scores"
  case hiPredictions = "hi-predictions"
  case population
}
