// SPDX-License-Identifier: MIT

internal import Files
internal import HTS

/// The text of a source that is too large to be held whole, in blocks of whole lines.
///
/// gnomAD's structural variants are 15 GB of text, ClinVar's variant summary 3 GB. A value has one owner:
/// copies share the place in the file.
struct SourceStream {
  let argument: SourceArgument
  private let digest = RunningDigest()
  /// nil for a source that is already in memory.
  private var reader: ChunkReader?
  /// Bytes of the file, 0 for a pipe.
  private var stored = 0
  /// Decoded bytes so far.
  private var decoded = 0
  private let held: SourceFile?
  /// The first block, where it was looked at already.
  private var first: SourceBlock?
  /// Decoded, and not yet given away.
  private var bytes: [UInt8] = []
  private var nextLine = 1
  private var state = State.begun

  private enum State {
    case begun, reading
    /// Everything was given away; the number is that of a last line without line end.
    case ended(unterminated: Int?)
  }

  /// - Throws: ``KnowledgeBaseError/file(_:)``, ``KnowledgeBaseError/emptySource(file:)``,
  ///   ``KnowledgeBaseError/webPage(file:)``, ``KnowledgeBaseError/damagedSource(file:_:)``.
  init(_ argument: SourceArgument) throws(KnowledgeBaseError) {
    let path = argument.path
    let file: InputFile
    do throws(FileError) {
      file = try InputFile(path: path)
    } catch {
      throw .file(error)
    }
    do throws(HTSError) {
      reader = try ChunkReader(file, eachPiece: digest.update)
    } catch {
      throw Self.error(error, path)
    }
    self.argument = argument
    stored = Int(file.size ?? 0)
    held = nil
  }

  /// A source in memory.
  init(_ file: SourceFile) {
    argument = file.argument
    held = file
    bytes = file.bytes
  }

  /// Lowercase hexadecimal SHA-256 of the file as it is stored, known when ``next()`` has reported its end.
  var sha256: String { held?.sha256 ?? digest.sha256 }

  /// The whole file where it is one of our own tables, which are read whole; nil for any other.
  mutating func table() throws(KnowledgeBaseError) -> SourceFile? {
    first = try next()
    guard let block = first, block.text.starts(0..<block.text.bytes.count, "#clincall-table") else {
      return nil
    }
    return try whole()
  }

  /// All of it at once, from its start where it was not read further than a block that is given back here.
  ///
  /// - Parameter block: was the first one.
  mutating func whole(from block: SourceBlock? = nil) throws(KnowledgeBaseError) -> SourceFile {
    if let held { return held }
    first = block ?? first
    var text: [UInt8] = []
    do throws(KnowledgeBaseError) {
      while let block = try next() { text += block.text.bytes }
    } catch {
      // Who reads the whole says so himself, where it matters.
      guard case .unterminated = error else { throw error }
    }
    return try SourceFile(argument: argument, text: text, sha256: sha256)
  }

  private static func error(_ error: HTSError, _ path: String) -> KnowledgeBaseError {
    switch error {
    case .file(let error): .file(error)
    case .empty: .emptySource(file: path)
    case .unsupported(.html): .webPage(file: path)
    default: .damagedSource(file: path, error)
    }
  }

  /// The next whole lines; nil at the verified end.
  ///
  /// - Throws: ``KnowledgeBaseError/damagedSource(file:_:)`` and, where the text begins as none does,
  ///   ``KnowledgeBaseError/emptySource(file:)``, ``KnowledgeBaseError/webPage(file:)``,
  ///   ``KnowledgeBaseError/compressedSource(file:)``; ``KnowledgeBaseError/zeroByte(file:line:)``; behind the last line
  ///   ``KnowledgeBaseError/unterminated(file:line:)``.
  mutating func next() throws(KnowledgeBaseError) -> SourceBlock? {
    if let block = first {
      first = nil
      return block
    }
    if case .ended(let unterminated) = state {
      if let unterminated { throw .unterminated(file: argument.path, line: unterminated) }
      return nil
    }
    var chunk = try nextChunk()
    while true {
      // One chunk ahead, so that the last block is known to be the last.
      var isLast = false
      do throws(HTSError) {
        try chunk?.decode(appendingTo: &bytes)
      } catch {
        throw Self.error(error, argument.path)
      }
      let following = chunk == nil ? nil : try nextChunk()
      isLast = following == nil
      if case .begun = state { try checkHead(isLast: isLast) }
      state = .reading
      let end = isLast ? bytes.count : (bytes.span.lastIndex(of: 0x0A, in: bytes.indices) ?? -1) + 1
      if isLast || end > 0 {
        if let following { pushBack(following) }
        return try block(to: end, isLast: isLast)
      }
      chunk = following
    }
  }

  private mutating func block(
    to end: Int, isLast: Bool
  ) throws(KnowledgeBaseError) -> SourceBlock? {
    let block = SourceBlock(
      text: SourceText(bytes: Array(bytes[..<end])), firstLine: nextLine, isLast: isLast)
    let isTerminated = end == 0 || bytes[end - 1] == 0x0A
    bytes.removeFirst(end)
    nextLine += block.text.bytes.span.count(of: 0x0A, in: 0..<end)
    try block.text.refuseZeroBytes(argument.path, firstLine: block.firstLine)
    if isLast { state = .ended(unterminated: isTerminated ? nil : nextLine) }
    return end == 0 ? nil : block
  }

  private mutating func nextChunk() throws(KnowledgeBaseError) -> RawChunk? {
    let chunk: RawChunk?
    do throws(HTSError) {
      chunk = try reader?.next()
    } catch {
      throw Self.error(error, argument.path)
    }
    decoded += chunk?.decodedSize ?? 0
    guard Expansion.isPlausible(decoded: decoded, stored: max(stored, digest.count)) else {
      throw .sourceTooLarge(file: argument.path)
    }
    return chunk
  }

  private mutating func pushBack(_ chunk: RawChunk) {
    decoded -= chunk.decodedSize
    reader?.pushBack([chunk])
  }

  /// What ``SourceFile`` checks of a text held whole.
  private func checkHead(isLast: Bool) throws(KnowledgeBaseError) {
    _ = try SourceFile(argument: argument, bytes: Array(bytes.prefix(4096)))
  }
}

/// Whole lines of a source.
struct SourceBlock {
  let text: SourceText
  /// 1-based number of the first line.
  let firstLine: Int
  /// Whether nothing follows.
  let isLast: Bool

  /// Calls `body` with the 1-based number in the source and the range of every line, line ends left out.
  func forEachLine<Failure: Error>(
    _ body: (Int, Range<Int>) throws(Failure) -> Void
  ) throws(Failure) {
    try text.forEachLine { (number, range) throws(Failure) in
      try body(firstLine + number - 1, range)
    }
  }

  /// Counts what the text as a whole has of its own.
  func noteText(in oddities: inout Oddities) {
    if String(validating: text.bytes, as: UTF8.self) != nil { return }
    forEachLine { number, line in
      if String(validating: text.bytes[line], as: UTF8.self) == nil {
        oddities.note(.notUTF8, line: number, String(text.text(line).prefix(40)))
      }
    }
  }

  /// Whether a line is the last one of the source.
  func isLast(_ line: Range<Int>) -> Bool { isLast && line.upperBound + 2 >= text.bytes.count }
}
