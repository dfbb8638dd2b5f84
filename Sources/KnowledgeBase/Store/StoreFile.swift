// SPDX-License-Identifier: MIT

internal import Crypto
internal import Genome

/// One opened `.kb` file, checked once for all that is read from it.
final class StoreFile: Sendable {
  let build: GenomeBuild
  let bytes: StoreBytes
  let directory: StoreDirectory

  /// Checks structure and every checksum, so that an error names the damaged part.
  ///
  /// - Throws: what ``StoreDirectory`` throws; nothing of a damaged file is used.
  convenience init(_ bytes: StoreBytes, build: GenomeBuild) throws(KnowledgeBaseError) {
    try self.init(bytes, build: build, isVerified: false)
  }

  /// Checks the digest that the manifest has, which proves every byte and so stands for the checksums.
  ///
  /// - Throws: for another digest what is damaged, else ``KnowledgeBaseError/digestMismatch(file:)``
  ///   for a whole store that another build left beside this manifest.
  convenience init(
    _ bytes: StoreBytes, build: GenomeBuild, digest: String?
  ) throws(KnowledgeBaseError) {
    let isVerified = hexadecimal(bytes.sha256) == digest
    try self.init(bytes, build: build, isVerified: isVerified)
    if !isVerified { throw .digestMismatch(file: bytes.name) }
  }

  private init(
    _ bytes: StoreBytes, build: GenomeBuild, isVerified: Bool
  ) throws(KnowledgeBaseError) {
    self.build = build
    self.bytes = bytes
    directory = try bytes.withBytes { (raw) throws(KnowledgeBaseError) -> StoreDirectory in
      let directory = try StoreDirectory(
        raw, file: bytes.name, build: build, isVerified: isVerified)
      try StoreReader.checkStrings(raw, directory: directory, file: bytes.name)
      return directory
    }
  }

  /// Appends the UTF-8 bytes of a text; an id out of range appends nothing.
  func append(_ id: StringID, to buffer: inout [UInt8]) {
    let offsets = directory[.stringOffsets]
    let heap = directory[.strings]
    let number = Int(id.rawValue)
    guard number + 1 < offsets.count else { return }
    bytes.withBytes { raw in
      let at = offsets.offset + number * 4
      let start = Int(raw.integer(at: at, as: UInt32.self))
      let end = Int(raw.integer(at: at + 4, as: UInt32.self))
      raw.append(heap.offset + start..<heap.offset + end, to: &buffer)
    }
  }

  func string(_ id: StringID) -> String {
    var text: [UInt8] = []
    append(id, to: &text)
    return String(decoding: text, as: UTF8.self)
  }
}

extension StoreBytes {
  /// The digest of all bytes.
  var sha256: SHA256.Digest {
    var digest = SHA256()
    withBytes { raw in
      // Sound: the pointer is used only inside the closure, while the bytes are lent.
      unsafe raw.withUnsafeBytes { unsafe digest.update(bufferPointer: $0) }
    }
    return digest.finalize()
  }
}
