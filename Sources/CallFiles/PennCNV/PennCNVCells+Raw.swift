// SPDX-License-Identifier: MIT

import HTS
import Records

extension PennCNVCells {
  /// Whether a line is laid out as in `.rawcnv`.
  static func areRaw(_ bytes: Span<UInt8>, in line: Range<Int>) -> Bool {
    var cells = PennCNVCells()
    return cells.read(raw: bytes, in: line)
  }

  /// Reads a line of PennCNV's `.rawcnv`.
  ///
  /// `chr3:37957465-37961253  numsnp=3  length=3,789  state2,cn=1 father.txt startsnp=.. endsnp=.. conf=15.1`
  ///
  /// Padded with blanks, not TABs. The sample is the path of its signal file and may hold blanks, so it is
  /// everything between the copy number and the last ` startsnp=`. `conf=` stands only after `-conf`;
  /// joint calls append the family member and `triostate=`.
  ///
  /// One walk from the left to the copies and one from the right to the markers: what lies between is the
  /// sample.
  ///
  /// - Returns: false when the line is not laid out so; the cells are then of no use.
  mutating func read(raw bytes: Span<UInt8>, in line: Range<Int>) -> Bool {
    confidence = nil
    // Lines that were copied out of a log or a manual are indented.
    let region = bytes.word(from: line.lowerBound, to: line.upperBound)
    guard let colon = bytes.firstNear(0x3A, in: region),
      let dash = bytes.firstNear(0x2D, in: colon..<region.upperBound)
    else { return false }
    contig = region.lowerBound..<colon
    first = colon + 1..<dash
    last = dash + 1..<region.upperBound

    var word = bytes.word(from: region.upperBound, to: line.upperBound)
    while !bytes.isProbes(word) {
      guard !word.isEmpty else { return false }
      word = bytes.word(from: word.upperBound, to: line.upperBound)
    }
    probes = word.lowerBound + 7..<word.upperBound
    while !bytes.isState(word) {
      guard !word.isEmpty else { return false }
      word = bytes.word(from: word.upperBound, to: line.upperBound)
    }
    guard let comma = bytes.firstNear(0x2C, in: word),
      bytes.isCopies(comma + 1..<word.upperBound)
    else { return false }
    state = word.lowerBound + 5..<comma
    copyNumber = comma + 4..<word.upperBound

    var end = line.upperBound
    while let blank = bytes.lastIndex(of: 0x20, in: word.upperBound..<end) {
      let tail = blank + 1..<end
      end = blank
      if bytes.isConfidence(tail) { confidence = tail.lowerBound + 5..<tail.upperBound }
      guard bytes.isFirstMarker(tail) else { continue }
      guard blank > word.upperBound else { return false }
      sample = word.upperBound + 1..<blank
      return true
    }
    return false
  }
}

extension Span<UInt8> {
  /// The next word, between blanks and TABs; empty at the end.
  fileprivate func word(from start: Int, to end: Int) -> Range<Int> {
    let first = startOfWord(in: start..<end)
    return first..<endOfWord(in: first..<end)
  }

  /// Whether a word begins with `numsnp=`.
  fileprivate func isProbes(_ word: Range<Int>) -> Bool {
    starts(word, with: 0x6E) && begins(word, with: 0x3D_706E_736D_756E, length: 7)
  }

  /// Whether a word begins with `state`.
  fileprivate func isState(_ word: Range<Int>) -> Bool {
    starts(word, with: 0x73) && begins(word, with: 0x65_7461_7473, length: 5)
  }

  /// Whether a word begins with `cn=`.
  fileprivate func isCopies(_ word: Range<Int>) -> Bool {
    begins(word, with: 0x3D_6E63, length: 3)
  }

  /// Whether a word begins with `startsnp=`.
  fileprivate func isFirstMarker(_ word: Range<Int>) -> Bool {
    starts(word, with: 0x73) && begins(word, with: 0x706E_7374_7261_7473, length: 8)
      && word.count > 8
      && self[word.lowerBound + 8] == 0x3D
  }

  /// Whether a word begins with `conf=`.
  fileprivate func isConfidence(_ word: Range<Int>) -> Bool {
    starts(word, with: 0x63) && begins(word, with: 0x3D_666E_6F63, length: 5)
  }

  /// Most words are told apart by their first byte.
  private func starts(_ word: Range<Int>, with byte: UInt8) -> Bool {
    !word.isEmpty && self[word.lowerBound] == byte
  }
}
