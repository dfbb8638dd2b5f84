// SPDX-License-Identifier: MIT

internal import HTS

/// The bytes of a large source, read by ranges: gene files have half a million lines.
struct SourceText {
  let bytes: [UInt8]

  /// Calls `body` with the 1-based number and the range of every line, line ends left out.
  func forEachLine<Failure: Error>(
    _ body: (Int, Range<Int>) throws(Failure) -> Void
  ) throws(Failure) {
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var number = 0
    while start < bytes.count {
      let end = lineEnd(from: start)
      number += 1
      let isCRLF = end > start && bytes[end - 1] == 0x0D
      try body(number, start..<(isCRLF ? end - 1 : end))
      start = end + 1
    }
  }

  /// The place of the next line feed, or the end of the text.
  func lineEnd(from start: Int) -> Int {
    bytes.span.firstIndex(of: 0x0A, in: start..<bytes.count) ?? bytes.count
  }

  /// Refuses the zeros of a file that was never written in full.
  ///
  /// - Throws: ``KnowledgeBaseError/zeroByte(file:line:)``.
  func refuseZeroBytes(_ file: String, firstLine: Int) throws(KnowledgeBaseError) {
    guard let place = bytes.span.firstIndex(of: 0, in: bytes.indices) else { return }
    throw .zeroByte(file: file, line: firstLine + bytes.span.count(of: 0x0A, in: 0..<place))
  }

  /// Replaces `cells` by the ranges between the separators of a line.
  func split(_ line: Range<Int>, at separator: UInt8, into cells: inout [Range<Int>]) {
    cells.removeAll(keepingCapacity: true)
    var start = line.lowerBound
    while let end = bytes.span.firstIndex(of: separator, in: start..<line.upperBound) {
      cells.append(start..<end)
      start = end + 1
    }
    cells.append(start..<line.upperBound)
  }

  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  func equals(_ range: Range<Int>, _ word: StaticString) -> Bool {
    range.count == word.utf8CodeUnitCount && starts(range, word)
  }

  func starts(_ range: Range<Int>, _ word: StaticString) -> Bool {
    range.count >= word.utf8CodeUnitCount
      && bytes[range].starts(with: word.description.utf8)
  }

  func isBlank(_ range: Range<Int>) -> Bool { bytes[range].allSatisfy { $0 <= 0x20 } }

  /// A number without sign that fits; nil for anything else.
  func number(_ range: Range<Int>) -> Int32? {
    guard !range.isEmpty, range.count <= 10 else { return nil }
    var value: Int64 = 0
    for index in range {
      let digit = bytes[index] &- 0x30
      guard digit <= 9 else { return nil }
      value = value * 10 + Int64(digit)
    }
    return value < Int32.max ? Int32(value) : nil
  }

  /// A list of numbers that ends with an optional comma, as UCSC writes exon starts.
  func numbers(_ range: Range<Int>) -> [Int32]? {
    var list = range
    if let last = list.last, bytes[last] == 0x2C { list = list.lowerBound..<last }
    if list.isEmpty { return [] }
    var cells: [Range<Int>] = []
    split(list, at: 0x2C, into: &cells)
    let values = cells.compactMap { number($0) }
    return values.count == cells.count ? values : nil
  }
}

extension SourceFile {
  var scan: SourceText { SourceText(bytes: bytes) }
}
