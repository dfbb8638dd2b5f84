// SPDX-License-Identifier: MIT

import HTS
import Records

/// What a line of PennCNV states in any of its forms, as ranges of the text.
///
/// Read in place and not returned: copies of its 150 bytes were a twelfth of reading a file.
struct PennCNVCells {
  var contig = 0..<0
  var first = 0..<0
  var last = 0..<0
  var copyNumber = 0..<0
  var sample = 0..<0
  /// Nil in the TAB forms.
  var state: Range<Int>?
  var probes: Range<Int>?
  var confidence: Range<Int>?

  /// Reads a line of one of the TAB forms.
  ///
  /// - Returns: false when the line has another number of cells.
  mutating func read(table bytes: Span<UInt8>, in line: Range<Int>, columns: Int) -> Bool {
    var cells: [Range<Int>] = []
    var start = line.lowerBound
    while let tab = bytes.firstIndex(of: 0x09, in: start..<line.upperBound) {
      cells.append(start..<tab)
      start = tab + 1
    }
    cells.append(start..<line.upperBound)
    guard cells.count == columns, columns >= 8 else { return false }
    contig = cells[0]
    first = cells[1]
    last = cells[2]
    copyNumber = cells[3]
    sample = cells[4]
    state = nil
    confidence = cells[7]
    probes = columns > 8 ? cells[8] : nil
    return true
  }
}

extension Span<UInt8> {
  func starts(with word: String, in range: Range<Int>) -> Bool {
    let bytes = Array(word.utf8)
    return range.count >= bytes.count
      && matches(bytes, in: range.lowerBound..<range.lowerBound + bytes.count)
  }

  /// Whether a name begins with `chr`, in any case.
  func startsWithChr(in name: Range<Int>) -> Bool {
    name.count > 3 && self[name.lowerBound] | 0x20 == 0x63
      && self[name.lowerBound + 1] | 0x20 == 0x68 && self[name.lowerBound + 2] | 0x20 == 0x72
  }

  /// Empty, `.` or `NA`.
  func isMissing(in cell: Range<Int>) -> Bool {
    cell.isEmpty || matches([0x2E], in: cell) || matches([0x4E, 0x41], in: cell)
  }

  /// The sample that a signal file's path names.
  func sampleName(in path: Range<Int>, keepsFolder: Bool) -> Range<Int> {
    var end = path.upperBound
    // One after the other: `S1.txt.gz` is the file of S1.
    if ends(path.lowerBound..<end, with: 0x7A_672E, length: 3) { end -= 3 }
    if ends(path.lowerBound..<end, with: 0x7478_742E, length: 4) { end -= 4 }
    if ends(path.lowerBound..<end, with: 0x72_726C_6661_622E, length: 7) { end -= 7 }
    guard !keepsFolder else { return path.lowerBound..<end }
    let slash = lastIndex(of: 0x2F, in: path.lowerBound..<end)
    return (slash.map { $0 + 1 } ?? path.lowerBound)..<end
  }

  /// Whether a name goes on before `suffix`; see ``begins(_:with:length:)`` for its bytes.
  private func ends(_ name: Range<Int>, with suffix: UInt64, length: Int) -> Bool {
    name.count > length
      && begins(name.upperBound - length..<name.upperBound, with: suffix, length: length)
  }
}
