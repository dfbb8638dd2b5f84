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

  /// One walk from the left to the copies and one from the right to the markers: what lies between is the
  /// sample.
  ///
  /// - Returns: nil when the line is not laid out so.
  init?(_ bytes: Span<UInt8>, in line: Range<Int>) {
    // Lines that were copied out of a log or a manual are indented.
    let region = bytes.word(from: line.lowerBound, to: line.upperBound)
    guard let colon = bytes.place(of: 0x3A, in: region),
      let dash = bytes.place(of: 0x2D, in: colon..<region.upperBound)
    else { return nil }
    contig = region.lowerBound..<colon
    first = colon + 1..<dash
    last = dash + 1..<region.upperBound

    var word = bytes.word(from: region.upperBound, to: line.upperBound)
    while !bytes.begins(word, with: Key.probes) {
      guard !word.isEmpty else { return nil }
      word = bytes.word(from: word.upperBound, to: line.upperBound)
    }
    probes = word.lowerBound + Key.probes.count..<word.upperBound
    while !bytes.begins(word, with: Key.state) {
      guard !word.isEmpty else { return nil }
      word = bytes.word(from: word.upperBound, to: line.upperBound)
    }
    guard let comma = bytes.place(of: 0x2C, in: word),
      bytes.begins(comma + 1..<word.upperBound, with: Key.copies)
    else { return nil }
    state = word.lowerBound + Key.state.count..<comma
    copyNumber = comma + 1 + Key.copies.count..<word.upperBound

    var end = line.upperBound
    while let blank = bytes.lastIndex(of: 0x20, in: word.upperBound..<end) {
      let tail = blank + 1..<end
      end = blank
      if bytes.begins(tail, with: Key.confidence) {
        confidence = tail.lowerBound + Key.confidence.count..<tail.upperBound
      }
      guard bytes.begins(tail, with: Key.firstMarker) else { continue }
      guard blank > word.upperBound else { return nil }
      sample = word.upperBound + 1..<blank
      return
    }
    return nil
  }
}

/// The keys of a line.
private enum Key {
  static let probes = Array("numsnp=".utf8)
  static let state = Array("state".utf8)
  static let copies = Array("cn=".utf8)
  static let firstMarker = Array("startsnp=".utf8)
  static let confidence = Array("conf=".utf8)
}

extension Span<UInt8> {
  /// The next word, between blanks and TABs; empty at the end.
  fileprivate func word(from start: Int, to end: Int) -> Range<Int> {
    var first = start
    while first < end, self[first] == 0x20 || self[first] == 0x09 { first += 1 }
    var last = first
    while last < end, self[last] != 0x20, self[last] != 0x09 { last += 1 }
    return first..<last
  }

  /// The first place of a byte: words are too short for the C library's search.
  fileprivate func place(of byte: UInt8, in range: Range<Int>) -> Int? {
    for index in range where self[index] == byte { return index }
    return nil
  }

  fileprivate func begins(_ word: Range<Int>, with key: [UInt8]) -> Bool {
    guard word.count >= key.count else { return false }
    for offset in 0..<key.count where self[word.lowerBound + offset] != key[offset] { return false }
    return true
  }
}
