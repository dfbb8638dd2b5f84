// SPDX-License-Identifier: MIT

/// What the store of one build is written from: a set of columns for each group of sections.
///
/// A group whose set is empty is not written; older stores are opened without it.
struct StoreContents {
  var features: [FeatureDraft]
  var genes = GeneColumns(genes: [], bands: [])
  var curations = CurationColumns([])
  var intervals = IntervalRecordColumns()
  /// Alleles, laid out already: they are too many to pass through columns of a common type.
  var alleles: [SectionBytes] = []

  /// The values of a section; nil for one that is not written.
  func column(_ section: StoreSection, texts heap: inout StringHeap) -> StoreValues? {
    switch section.group {
    case .features: FeatureColumns(features: features).column(section, texts: &heap)
    case .genes, .transcripts, .exons, .bands: genes.column(section, texts: &heap)
    case .curatedGenes, .geneGroups, .validity, .actionability:
      curations.column(section, texts: &heap)
    case .population, .populationSexes, .clinvarCNVs: intervals.column(section, texts: &heap)
    case .texts: nil
    }
  }
}

/// The values of one section, by element type.
enum StoreValues {
  case u8([UInt8])
  case i32([Int32])
  case u32([UInt32])
}
