// SPDX-License-Identifier: MIT

/// Reads ClinGen's gene curation list, `ClinGen_gene_curation_list_GRCh38.tsv`.
///
/// Columns by name under the header that begins `#Gene Symbol`; locations are 1-based inclusive.
enum GeneCurationList {
  static let headerCell = "Gene Symbol"

  /// - Throws: for a missing column, a cut row, no rows, conflicting rows, an undecided build.
  static func read(
    _ file: SourceFile, header: Int
  ) throws(KnowledgeBaseError) -> CurationSource {
    try CurationList.read(
      file, header: header, kind: .geneList, id: headerCell, name: nil, geneID: "Gene ID")
  }
}
