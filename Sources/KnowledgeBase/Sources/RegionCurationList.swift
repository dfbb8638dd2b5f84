// SPDX-License-Identifier: MIT

/// Reads ClinGen's region curation list, `ClinGen_region_curation_list_GRCh38.tsv`.
///
/// Columns by name under the header that begins `#ISCA ID`; locations are 1-based inclusive or `tbd`.
enum RegionCurationList {
  static let headerCell = "ISCA ID"

  /// - Throws: for a missing column, a cut row, no rows, conflicting rows, an undecided build.
  static func read(
    _ file: SourceFile, header: Int
  ) throws(KnowledgeBaseError) -> CurationSource {
    try CurationList.read(
      file, header: header, kind: .regionList, id: headerCell, name: "ISCA Region Name",
      geneID: nil)
  }
}
