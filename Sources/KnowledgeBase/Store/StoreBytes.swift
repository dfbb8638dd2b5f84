// SPDX-License-Identifier: MIT

internal import CSnapshot
internal import Files

/// The one owner of a compiled file's bytes, whether mapped or embedded; it lends them to closures.
///
/// `@unchecked Sendable` is sound: all properties are constants, the mapping is read-only and lives as
/// long as its owner, and the embedded bytes are constants of the program.
@safe final class StoreBytes: @unchecked Sendable {
  @unsafe private enum Storage {
    case mapped(MappedFile)
    case embedded(UnsafeRawBufferPointer)
    /// Bytes in memory: what was just compiled, and tests.
    case array([UInt8])
  }

  private let storage: Storage
  /// The file's path, or the snapshot's name, for messages.
  let name: String

  init(path: String) throws(FileError) {
    unsafe storage = .mapped(try MappedFile(path: path))
    name = path
  }

  init(_ bytes: [UInt8], name: String) {
    unsafe storage = .array(bytes)
    self.name = name
  }

  /// One of the three files that `make` embeds; nil in a program built without.
  init?(embedded file: EmbeddedFile) {
    var size = 0
    // Sound: the C side returns a constant array of the program and its exact size; it never goes away
    // and nothing writes to it.
    let start =
      switch file {
      case .manifest: unsafe clincall_snapshot_manifest(&size)
      case .grch37: unsafe clincall_snapshot_grch37(&size)
      case .grch38: unsafe clincall_snapshot_grch38(&size)
      }
    guard let start = unsafe start, size > 0 else { return nil }
    unsafe storage = .embedded(UnsafeRawBufferPointer(start: start, count: size))
    name = "embedded snapshot, \(file.rawValue)"
  }

  func withBytes<Result: ~Copyable, Failure: Error>(
    _ body: (RawSpan) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    switch unsafe storage {
    case .mapped(let file): try file.withBytes(body)
    // Sound: constants of the program outlive every call, and the span cannot escape the closure.
    case .embedded(let bytes): try unsafe body(RawSpan(_unsafeBytes: bytes))
    // Sound: bytes have no padding that could be read uninitialised.
    case .array(let bytes): try unsafe body(bytes.span.bytes)
    }
  }

  /// A copy of all bytes.
  var array: [UInt8] {
    var copy: [UInt8] = []
    withBytes { $0.append(0..<$0.byteCount, to: &copy) }
    return copy
  }
}

/// The files of the embedded knowledge base.
enum EmbeddedFile: String {
  case manifest = "manifest.json"
  case grch37 = "GRCh37.kb"
  case grch38 = "GRCh38.kb"
}
