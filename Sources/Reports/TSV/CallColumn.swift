// SPDX-License-Identifier: MIT

/// A column of TSV with one row a call; the raw value is its name in the header.
///
/// In the order of `--columns all`. A new one needs its name here and its cell in `CallCells`.
package enum CallColumn: String, Sendable, CaseIterable {
  case chrom, start, end
  case callID = "call_id"
  case sample
  case sampleCount = "n_samples"
  case type
  case copyNumber = "copy_number"
  case expectedCopyNumber = "expected_copy_number"
  case length, ref, alt
  case inputID = "input_id"
  case locus, cytoband, iscn, genes
  case proteinCodingGenes = "protein_coding_genes"
  case haploinsufficientGenes = "hi_genes"
  case triplosensitiveGenes = "ts_genes"
  case dosageRegions = "dosage_regions"
  case geneValidity = "gene_validity"
  case actionability
  case variantAssertion = "variant_assertion"
  case variantCriteria = "variant_criteria"
  case clinvar
  case clinvarCNV = "clinvar_cnv"
  case discrepancy, population, lab
  case score = "cnv_score"
  case classification = "cnv_class"
  case evidence = "cnv_evidence"
  case notAssessed = "cnv_not_assessed"
  case scoreRange = "cnv_score_range"
  case nextCodes = "cnv_next"
  case flags, filter, caller, source

  case build, sex, genotype
  case mosaicFraction = "mosaic_fraction"
  case log2, probes, confidence
  case outerStart = "outer_start"
  case outerEnd = "outer_end"
  case innerClassification = "cnv_class_inner"
  case outerClassification = "cnv_class_outer"
  case inheritance
}

/// Which columns a table of calls has, in order.
package struct CallColumns: Sendable, Equatable {
  package let columns: [CallColumn]

  /// The set `default`.
  package static let standard = CallColumns(
    columns: Array(CallColumn.allCases.prefix { $0 != .build }))

  /// The set `all`: the default columns, then the rest.
  package static let all = CallColumns(columns: CallColumn.allCases)

  /// The set `lab`: what a cytogenetics laboratory reads, the sample first.
  package static let lab = CallColumns(columns: [
    .sample, .classification, .score, .iscn, .locus, .length, .copyNumber, .type, .genes,
    .haploinsufficientGenes, .triplosensitiveGenes, .dosageRegions, .geneValidity, .lab, .flags,
    .evidence, .source,
  ])

  /// Why a list names no table.
  package enum Fault: Error, Sendable, Equatable {
    /// Neither a column nor a set.
    case unknownColumn(String)
    /// A table with two columns of one name cannot be read by name.
    case columnTwice(String)
  }

  /// Every word that a list may hold.
  package static let words = sets.map(\.name) + CallColumn.allCases.map(\.rawValue)

  private static let sets: [(name: String, columns: CallColumns)] = [
    ("lab", .lab), ("default", .standard), ("all", .all),
  ]

  private init(columns: [CallColumn]) { self.columns = columns }

  /// From the words of `--columns`, joined by `,`: columns, and sets that stand for theirs
  /// (`default,genotype`).
  ///
  /// `lab` alone is the set; among others it is the column of that name.
  package init(list: String) throws(Fault) {
    var columns: [CallColumn] = []
    let words = list.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    for word in words {
      let isColumn = words.count > 1 && CallColumn(rawValue: word) != nil
      let named = isColumn ? nil : Self.sets.first { $0.name == word }?.columns.columns
      guard let added = named ?? CallColumn(rawValue: word).map({ [$0] }) else {
        throw .unknownColumn(word)
      }
      for column in added {
        guard !columns.contains(column) else { throw .columnTwice(column.rawValue) }
        columns.append(column)
      }
    }
    self.columns = columns
  }
}
