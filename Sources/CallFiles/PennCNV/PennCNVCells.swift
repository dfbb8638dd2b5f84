// SPDX-License-Identifier: MIT

import HTS
import Records

/// What a line of PennCNV states in any of its forms, as ranges of the text.
struct PennCNVCells {
  var contig: Range<Int>
  var first: Range<Int>
  var last: Range<Int>
  var copyNumber: Range<Int>
  var sample: Range<Int>
  /// Nil in the TAB forms.
  var state: Range<Int>?
  var probes: Range<Int>?
  var confidence: Range<Int>?

  init(_ line: PennCNVLine) {
    contig = line.contig
    first = line.first
    last = line.last
    copyNumber = line.copyNumber
    sample = line.sample
    state = line.state
    probes = line.probes
    confidence = line.confidence
  }

  /// - Returns: nil when the line has another number of cells.
  init?(_ bytes: Span<UInt8>, in line: Range<Int>, columns: Int) {
    var cells: [Range<Int>] = []
    var start = line.lowerBound
    while let tab = bytes.firstIndex(of: 0x09, in: start..<line.upperBound) {
      cells.append(start..<tab)
      start = tab + 1
    }
    cells.append(start..<line.upperBound)
    guard cells.count == columns, columns >= 8 else { return nil }
    contig = cells[0]
    first = cells[1]
    last = cells[2]
    copyNumber = cells[3]
    sample = cells[4]
    confidence = cells[7]
    probes = columns > 8 ? cells[8] : nil
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
    for suffix in signalFileSuffixes {
      if end - path.lowerBound > suffix.count, matches(suffix, in: end - suffix.count..<end) {
        end -= suffix.count
      }
    }
    guard !keepsFolder else { return path.lowerBound..<end }
    let slash = lastIndex(of: 0x2F, in: path.lowerBound..<end)
    return (slash.map { $0 + 1 } ?? path.lowerBound)..<end
  }
}

private let signalFileSuffixes = [".gz", ".txt", ".baflrr"].map { Array($0.utf8) }
