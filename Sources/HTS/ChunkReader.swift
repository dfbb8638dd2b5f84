// SPDX-License-Identifier: MIT

package import Files

/// Is lent bytes of a file, as it is stored, piece after piece.
package typealias ReadBytes = @Sendable (Span<UInt8>) -> Void

/// Cuts a file into chunks that are decoded in parallel.
///
/// Cutting is cheap for BGZF (only the frames of blocks are read) and for plain files; plain gzip is
/// inflated here, as there is no other way. The end is reported only after it was verified: the end
/// marker of BGZF, the trailer of every gzip member, and that nothing follows.
///
/// A value has one owner at a time, who may hand it on to another task; copies share the file's offset
/// and must not be used side by side.
package struct ChunkReader: Sendable {
  package let container: Container

  let decodedChunkSize: Int
  var input: RawInput
  /// zlib's state; nil for the other containers.
  let gzip: GzipStream?
  /// Whether a gzip member was begun and not ended.
  var isInMember = false
  /// Makes UTF-8 of what is read; nil where the bytes are taken as they are.
  package var transcoder: Transcoder?
  /// Whether the BGZF block before the next one was the end marker.
  var endsWithMarker = false
  /// The stretches of an index that are still to be read; nil where the whole file is.
  var stretches: ArraySlice<IndexedStretch>?
  /// Whether the first of ``stretches`` was begun.
  var isInStretch = false
  private var replayed: ArraySlice<RawChunk> = []
  private var failure: HTSError?
  private var isFinished = false

  /// Reads the head of `file` and decides on the container.
  ///
  /// - Parameters:
  ///   - decodedChunkSize: bytes a chunk decodes to, about; 1-4 MB cost no time in hand-over.
  ///   - eachPiece: gets what is read of the file as it is stored, which is all of it when the end was reported.
  /// - Throws: ``HTSError/empty``, ``HTSError/unsupported(_:)`` for other files by their magic (not for
  ///   BCF and UTF-16), ``HTSError/file(_:)``.
  package init(
    _ file: InputFile, decodedChunkSize: Int = 2 << 20, eachPiece: ReadBytes? = nil
  ) throws(HTSError) {
    try self.init(RawInput(file, eachPiece: eachPiece), decodedChunkSize: decodedChunkSize)
  }

  /// Reads an open regular file from its start, however much of it was read before.
  ///
  /// - Throws: as ``init(_:decodedChunkSize:eachPiece:)``.
  package init(
    fromStartOf file: InputFile, decodedChunkSize: Int, eachPiece: ReadBytes? = nil
  ) throws(HTSError) {
    var start = RawInput(file, eachPiece: eachPiece)
    start.move(to: 0)
    try self.init(start, decodedChunkSize: decodedChunkSize)
  }

  private init(_ start: RawInput, decodedChunkSize: Int) throws(HTSError) {
    var head = start
    try head.fill(to: Container.headSize)
    if head.bytes.isEmpty { throw .empty }
    if let kind = FileKind.kind(ofHead: head.bytes.span), kind != .bcf, kind != .utf16 {
      throw .unsupported(kind)
    }
    let container = Container(head: head.bytes.span)
    self.container = container
    gzip = container == .gzip ? try GzipStream() : nil
    input = head
    self.decodedChunkSize = max(1, decodedChunkSize)
  }

  /// Bytes of the file when it was opened; nil for a pipe.
  package var size: Int64? { input.file.size }

  /// The next chunk in file order; nil at the verified end of the file.
  ///
  /// After an error every further call throws it again.
  package mutating func next() throws(HTSError) -> RawChunk? {
    guard var transcoder else { return try nextStored() }
    defer { self.transcoder = transcoder }
    while let chunk = try nextStored() {
      var stored: [UInt8] = []
      try chunk.decode(appendingTo: &stored)
      let text = transcoder.transcode(stored)
      if !text.isEmpty { return RawChunk(decoded: text, fileOffset: chunk.fileOffset) }
    }
    let rest = try transcoder.finish()
    return rest.isEmpty ? nil : RawChunk(decoded: rest, fileOffset: input.offset)
  }

  /// The next chunk with the bytes that the file holds.
  private mutating func nextStored() throws(HTSError) -> RawChunk? {
    if let chunk = replayed.popFirst() { return chunk }
    if let failure { throw failure }
    if isFinished { return nil }
    do throws(HTSError) {
      let chunk = try cut()
      if chunk == nil {
        try verifyUnchanged()
        isFinished = true
      }
      return chunk
    } catch {
      failure = blaming(error)
      throw failure ?? error
    }
  }

  private mutating func cut() throws(HTSError) -> RawChunk? {
    if stretches != nil { return try cutStretch() }
    return switch container {
    case .plain: try cutPlain()
    case .gzip: try cutGzip()
    case .bgzf: try cutBGZF()
    }
  }

  /// Has ``next()`` give `chunks`, which it gave before, once more, before all others.
  ///
  /// This is how the head of a pipe is looked at.
  package mutating func pushBack(_ chunks: [RawChunk]) {
    replayed = chunks + replayed
  }

  /// Has ``next()`` give nothing but what stands in `stretches` of a BGZF file, in their order.
  package mutating func restrict(to stretches: [IndexedStretch]) {
    self.stretches = stretches[...]
    replayed = []
    isFinished = false
  }

  /// A second reader of the file, from its start, with the bytes as the file holds them; nil for what can
  /// be read only once.
  package func again() throws(HTSError) -> ChunkReader? {
    // Standard input may be a file of which the shell has read the start.
    guard input.file.isRegular, input.file.path != "-" else { return nil }
    return try ChunkReader(fromStartOf: input.file, decodedChunkSize: decodedChunkSize)
  }

  /// Whether it reads a file of the disk, any place of which can be read.
  package var isRegularFile: Bool { input.file.isRegular }

  private func verifyUnchanged() throws(HTSError) {
    do throws(FileError) {
      try input.file.assertUnchanged()
    } catch {
      throw .file(error)
    }
  }

  /// Damage in a file that was written to meanwhile is the writer's doing.
  private func blaming(_ error: HTSError) -> HTSError {
    do throws(HTSError) {
      try verifyUnchanged()
      return error
    } catch let change {
      if case .file = error { return error }
      return change
    }
  }
}
