// SPDX-License-Identifier: MIT

internal import Crypto
internal import Files
internal import HTS

/// The bytes of a `.kb` file in the pieces they were made as; see ``StoreFormat``.
///
/// Never put together to be written: a build of three million alleles has 100 MB, and memory for them once
/// more took 0.1 s.
struct StoreLayout: Sendable {
  /// Header and directory.
  private let head: [UInt8]
  /// Zeros between them and the first section.
  private let gap: Int
  private let sections: [SectionBytes]

  init(head: [UInt8], gap: Int, sections: [SectionBytes]) {
    self.head = head
    self.gap = gap
    self.sections = sections
  }

  /// Lends the pieces of the file in their order.
  func forEachPiece<Failure: Error>(_ body: (RawSpan) throws(Failure) -> Void) throws(Failure) {
    // Sound: bytes have no padding.
    try body(unsafe head.span.bytes)
    try body(unsafe [UInt8](repeating: 0, count: gap).span.bytes)
    for section in sections {
      let count = try section.piece.withBytes { (bytes) throws(Failure) in
        try body(bytes)
        return bytes.byteCount
      }
      let padding = [UInt8](repeating: 0, count: StoreFormat.aligned(count) - count)
      try body(unsafe padding.span.bytes)
    }
  }

  /// Bytes of the file.
  var count: Int {
    var count = 0
    forEachPiece { count += $0.byteCount }
    return count
  }

  /// The whole file.
  var bytes: [UInt8] {
    var file: [UInt8] = []
    file.reserveCapacity(count)
    forEachPiece { $0.append(0..<$0.byteCount, to: &file) }
    return file
  }

  var sha256: SHA256.Digest {
    var digest = SHA256()
    forEachPiece { piece in
      // Sound: the pointer is used only inside the closure, while the bytes are lent.
      unsafe piece.withUnsafeBytes { unsafe digest.update(bufferPointer: $0) }
    }
    return digest.finalize()
  }

  /// The digest of header and directory.
  var headSHA256: SHA256.Digest { SHA256.hash(data: head) }

  /// Writes the file, or what a draft of it has not got yet.
  ///
  /// - Parameters:
  ///   - output: the draft's, where there is one.
  ///   - draft: begins with zeros for the head, which is known when all else is.
  /// - Throws: ``KnowledgeBaseError/file(_:)``, also for what failed while the file was begun.
  func write(to output: OutputFile, after draft: StoreDraft? = nil) throws(KnowledgeBaseError) {
    do throws(FileError) {
      let begun = try draft?.written() ?? 0
      var offset = 0
      try forEachPiece { (piece) throws(FileError) in
        let there = min(max(begun - offset, 0), piece.byteCount)
        try output.write(piece.extracting(there..<piece.byteCount))
        offset += piece.byteCount
      }
      if begun > 0 { try output.write(head, over: 0) }
    } catch {
      throw .file(error)
    }
  }
}
