// SPDX-License-Identifier: MIT

/// A gene with everything that is keyed by gene; free of build.
package struct CuratedGene: Sendable, Hashable {
  /// The number of `HGNC:n`; 0 for a gene that only its symbol names.
  package let hgncID: UInt32
  /// NCBI Gene ID by HGNC's set or the gene models; 0 where neither has it.
  package let ncbiGeneID: UInt32
  package let symbol: StringID
  /// In ``GeneCurationStore/groups``.
  package let groups: Range<UInt32>
  /// In ``GeneCurationStore/validity``.
  package let validity: Range<UInt32>
  /// In ``GeneCurationStore/actionability``.
  package let actionability: Range<UInt32>
  package var predictions = GenePredictions()
}
