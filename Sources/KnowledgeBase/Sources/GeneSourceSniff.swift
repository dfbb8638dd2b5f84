// SPDX-License-Identifier: MIT

internal import Genome

/// Tells gene models, HGNC's set and cytobands by their first line that is no comment.
enum GeneSourceSniff {
  /// nil for a file that is none of them.
  static func kind(of text: SourceText) -> SourceKind? {
    // Our own tables say what they are, and some have HGNC's columns first.
    if text.bytes.starts(with: Array("#clincall-table".utf8)) { return nil }
    if text.bytes.starts(with: Array("##gff-version".utf8)) { return .geneGFF3 }
    guard let line = firstRow(text) else { return nil }
    var cells: [Range<Int>] = []
    text.split(line, at: 0x09, into: &cells)
    if text.equals(cells[0], HGNCFile.headerCell) { return .hgncSet }
    if CytobandFile.isRow(text, cells) { return .cytobands }
    if GenePred.Layout(text, cells) != nil { return .genePred }
    guard cells.count == 9, text.number(cells[3]) != nil, text.number(cells[4]) != nil,
      ["+", "-", ".", "?"].contains(text.text(cells[6]))
    else { return nil }
    return text.text(cells[8]).contains(" \"") ? .geneGTF : .geneGFF3
  }

  private static func firstRow(_ text: SourceText) -> Range<Int>? {
    var start = text.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while start < text.bytes.count {
      let end = text.lineEnd(from: start)
      let line = start..<end
      if !text.isBlank(line), text.bytes[start] != 0x23 {
        return text.bytes[end - 1] == 0x0D ? start..<end - 1 : line
      }
      start = end + 1
    }
    return nil
  }
}
