// SPDX-License-Identifier: MIT

import HTS
import Records

/// The parts of a line of PennCNV's `.rawcnv`, as ranges of the text.
///
/// `chr3:37957465-37961253  numsnp=3  length=3,789  state2,cn=1 father.txt startsnp=.. endsnp=.. conf=15.1`
///
/// Padded with blanks, not TABs. The sample is the path of its signal file and may hold blanks, so it is
/// everything between the copy number and the last ` startsnp=`. `conf=` stands only after `-conf`;
/// joint calls append the family member and `triostate=`.
struct PennCNVLine {
  var contig: Range<Int>
  var first: Range<Int>
  var last: Range<Int>
  var probes: Range<Int>
  var state: Range<Int>
  var copyNumber: Range<Int>
  var sample: Range<Int>
  var confidence: Range<Int>?

  /// - Returns: nil when the line is not laid out so.
  init?(_ bytes: Span<UInt8>, in line: Range<Int>) {
    guard let regionEnd = bytes.firstIndex(of: 0x20, in: line),
      let colon = bytes.firstIndex(of: 0x3A, in: line.lowerBound..<regionEnd),
      let dash = bytes.firstIndex(of: 0x2D, in: colon..<regionEnd),
      let probes = bytes.value(of: Key.probes, in: regionEnd..<line.upperBound),
      let state = bytes.value(of: Key.state, in: probes.upperBound..<line.upperBound),
      let comma = bytes.firstIndex(of: 0x2C, in: state),
      bytes.matches(Key.copies, in: comma + 1..<min(comma + 4, state.upperBound)),
      let markers = bytes.lastPlace(of: Key.firstMarker, in: state.upperBound..<line.upperBound),
      state.upperBound + 1 <= markers
    else { return nil }
    contig = line.lowerBound..<colon
    first = colon + 1..<dash
    last = dash + 1..<regionEnd
    self.probes = probes
    self.state = state.lowerBound..<comma
    copyNumber = comma + 4..<state.upperBound
    sample = state.upperBound + 1..<markers
    confidence = bytes.value(of: Key.confidence, in: markers..<line.upperBound)
  }
}

/// The keys of a line, each with the blank before it.
private enum Key {
  static let probes = Array(" numsnp=".utf8)
  static let state = Array(" state".utf8)
  static let copies = Array("cn=".utf8)
  static let firstMarker = Array(" startsnp=".utf8)
  static let confidence = Array(" conf=".utf8)
}

extension Span<UInt8> {
  /// What stands behind the first `key` up to the next blank.
  fileprivate func value(of key: [UInt8], in range: Range<Int>) -> Range<Int>? {
    guard let found = place(of: key, in: range) else { return nil }
    let start = found + key.count
    return start..<(firstIndex(of: 0x20, in: start..<range.upperBound) ?? range.upperBound)
  }

  /// The last place of `word` in `range`.
  fileprivate func lastPlace(of word: [UInt8], in range: Range<Int>) -> Int? {
    var last: Int?
    var start = range.lowerBound
    while let found = place(of: word, in: start..<range.upperBound) {
      last = found
      start = found + 1
    }
    return last
  }
}
