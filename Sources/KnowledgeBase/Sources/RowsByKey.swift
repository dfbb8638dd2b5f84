// SPDX-License-Identifier: MIT

internal import Genome

/// Collects the rows of one file, joining those of one key into one row with several places.
///
/// Pseudoautosomal genes stand on X and on Y in the GRCh37 lists: two places of one gene. Anything else
/// that comes twice with different scores contradicts itself and stops the build.
struct RowsByKey {
  let file: String
  let build: GenomeBuild
  private(set) var rows: [CurationRow] = []
  private(set) var rowsUsed = 0
  private var indexByKey: [String: Int] = [:]

  init(file: String, build: GenomeBuild) {
    self.file = file
    self.build = build
  }

  /// - Throws: ``KnowledgeBaseError/conflictingRows(file:line:firstLine:key:)``.
  mutating func add(
    _ row: CurationRow, noting oddities: inout Oddities
  ) throws(KnowledgeBaseError) {
    guard let index = indexByKey[row.id] else {
      indexByKey[row.id] = rows.count
      rows.append(row)
      rowsUsed += 1
      return
    }
    let first = rows[index]
    let known = first.places[build] ?? []
    let new = row.places[build] ?? []
    let isSame =
      first.hi?.score == row.hi?.score && first.ts?.score == row.ts?.score
      && first.hi?.text == row.hi?.text && first.ts?.text == row.ts?.text
      && first.ncbiGeneID == row.ncbiGeneID
    let contigs = Set((known + new).map(\.contig))
    let isPseudoautosomalPair = contigs == [.x, .y] && Set(known).isDisjoint(with: new)
    guard isSame || isPseudoautosomalPair else {
      throw .conflictingRows(file: file, line: row.line, firstLine: first.line, key: row.id)
    }
    if Set(new).isSubset(of: known) {
      oddities.note(.duplicateRow, line: row.line, row.id)
      return
    }
    rowsUsed += 1
    oddities.note(.severalLoci, line: row.line, "\(row.id) \(new.map(\.text).joined())")
    if !isSame { oddities.note(.scoreDisagreement, line: row.line, row.id) }
    // Of an X/Y pair that disagrees the row on X speaks for the gene, in whatever order they come.
    if !isSame && new.contains(where: { $0.contig == .x }) { rows[index] = row }
    rows[index].places[build] = (known + new).sorted()
  }
}
