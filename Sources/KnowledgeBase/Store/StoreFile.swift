// SPDX-License-Identifier: MIT

internal import Crypto
internal import Genome

/// One opened `.kb` file, checked once for all that is read from it.
///
/// What opening checks, and why it does not read the whole file: with three million alleles a store has
/// more than 100 MB, and a digest of all of it would cost each run 100 ms, of which a run over a hundred
/// calls needs nothing. So opening proves the head (header and directory) by the SHA-256 that the manifest
/// has of it, and with it the checksums that stand in the directory; every section that is read whole is
/// checked by its CRC-32 at once; and the allele sections are checked in pieces of 4,096 rows or 64 KiB at
/// the first touch of a piece, by checks that are themselves such small sections. So a flipped byte is an
/// error at opening or where it would have been read, and `kb verify`, which takes the manifest's SHA-256
/// of the whole file, finds it wherever it is.
final class StoreFile: Sendable {
  let build: GenomeBuild
  let bytes: StoreBytes
  let directory: StoreDirectory

  /// Checks structure and checksums.
  ///
  /// - Throws: what ``StoreDirectory`` throws; nothing of a damaged file is used.
  init(_ bytes: StoreBytes, build: GenomeBuild) throws(KnowledgeBaseError) {
    self.build = build
    self.bytes = bytes
    directory = try bytes.withBytes { (raw) throws(KnowledgeBaseError) -> StoreDirectory in
      let directory = try StoreDirectory(raw, file: bytes.name, build: build)
      try StoreReader.checkStrings(raw, directory: directory, file: bytes.name)
      return directory
    }
  }

  /// Checks also that it is the store which its manifest names, by its head where the manifest has a
  /// digest of that, else by all of it.
  ///
  /// - Throws: also ``KnowledgeBaseError/digestMismatch(file:)`` for a whole store that another build
  ///   left beside this manifest.
  convenience init(
    _ bytes: StoreBytes, build: GenomeBuild, compiled: CompiledFile?
  ) throws(KnowledgeBaseError) {
    // First, so that damage is named by its section.
    try self.init(bytes, build: build)
    guard let compiled else { throw .digestMismatch(file: bytes.name) }
    if let head = compiled.headSHA256 {
      guard bytes.count == compiled.bytes, hexadecimal(bytes.headSHA256) == head else {
        throw .digestMismatch(file: bytes.name)
      }
    } else if hexadecimal(bytes.sha256) != compiled.sha256 {
      throw .digestMismatch(file: bytes.name)
    }
  }

  /// Checks every byte: the checksums of all sections, so that an error names the damaged part, and the
  /// manifest's digest.
  ///
  /// - Throws: ``KnowledgeBaseError/badChecksum(file:section:)``,
  ///   ``KnowledgeBaseError/digestMismatch(file:)``.
  func verify(_ compiled: CompiledFile?) throws(KnowledgeBaseError) {
    try bytes.withBytes { (raw) throws(KnowledgeBaseError) in
      try directory.checkAll(raw, file: bytes.name)
    }
    guard hexadecimal(bytes.sha256) == compiled?.sha256 else {
      throw .digestMismatch(file: bytes.name)
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
  var count: Int { withBytes { $0.byteCount } }

  /// The digest of header and directory; of all bytes where the header does not fit them.
  var headSHA256: SHA256.Digest {
    var digest = SHA256()
    withBytes { raw in
      let stated = raw.byteCount >= 24 ? Int(raw.integer(at: 20, as: UInt32.self)) : raw.byteCount
      let length = min(stated, raw.byteCount)
      // Sound: the pointer is used only inside the closure, while the bytes are lent.
      unsafe raw.extracting(0..<length).withUnsafeBytes { unsafe digest.update(bufferPointer: $0) }
    }
    return digest.finalize()
  }

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
