// SPDX-License-Identifier: MIT

internal import Crypto
internal import Files
internal import HTS

/// The text of one source, read whole: lists of dosage curations have 300 kB, gene models 50 MB.
struct SourceFile {
  let argument: SourceArgument
  /// Decompressed.
  let bytes: [UInt8]
  /// Lowercase hexadecimal SHA-256 of the file as it is stored.
  let sha256: String

  /// - Throws: ``KnowledgeBaseError/file(_:)``, ``KnowledgeBaseError/damagedSource(file:_:)`` for a
  ///   gzip file that is damaged or cut, ``KnowledgeBaseError/sourceTooLarge(file:)``, and what ``init(argument:bytes:)`` throws.
  init(_ argument: SourceArgument) throws(KnowledgeBaseError) {
    var bytes: [UInt8] = []
    do throws(FileError) {
      let file = try InputFile(path: argument.path)
      while try file.read(appendingTo: &bytes, upTo: 1 << 20) > 0 {}
    } catch {
      throw .file(error)
    }
    if bytes.starts(with: Self.gzipMagic) {
      let digest = RunningDigest()
      bytes = try Self.decompressed(argument.path, digest)
      try self.init(argument: argument, text: bytes, sha256: digest.sha256)
    } else {
      try self.init(argument: argument, bytes: bytes)
    }
  }

  private static let gzipMagic: [UInt8] = [0x1F, 0x8B]

  /// The text of a gzip or BGZF file, whose every checksum is verified.
  ///
  /// - Parameter digest: gets the bytes of the file.
  private static func decompressed(
    _ path: String, _ digest: RunningDigest
  ) throws(KnowledgeBaseError) -> [UInt8] {
    var text: [UInt8] = []
    let file: InputFile
    do throws(FileError) {
      file = try InputFile(path: path)
    } catch {
      throw .file(error)
    }
    // A pipe was just read to its end.
    guard file.isRegular else { throw .compressedSource(file: path) }
    var isPlausible = true
    do throws(HTSError) {
      var reader = try ChunkReader(file, eachPiece: digest.update)
      while isPlausible, let chunk = try reader.next() {
        try chunk.decode(appendingTo: &text)
        isPlausible = Expansion.isPlausible(decoded: text.count, stored: digest.count)
      }
    } catch {
      throw .damagedSource(file: path, error)
    }
    if !isPlausible { throw .sourceTooLarge(file: path) }
    return text
  }

  /// Refuses what a failed download leaves in place of a list.
  ///
  /// - Throws: ``KnowledgeBaseError/emptySource(file:)``,
  ///   ``KnowledgeBaseError/compressedSource(file:)``, ``KnowledgeBaseError/webPage(file:)``,
  ///   ``KnowledgeBaseError/zeroByte(file:line:)``.
  init(argument: SourceArgument, bytes: [UInt8]) throws(KnowledgeBaseError) {
    try self.init(
      argument: argument, text: bytes, sha256: hexadecimal(SHA256.hash(data: bytes)))
  }

  /// - Parameter bytes: decompressed, where the digest is of what is stored.
  init(
    argument: SourceArgument, text bytes: [UInt8], sha256: String
  ) throws(KnowledgeBaseError) {
    self.argument = argument
    self.bytes = bytes
    self.sha256 = sha256
    let text = bytes.drop { $0 <= 0x20 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }
    if text.isEmpty { throw .emptySource(file: argument.path) }
    if bytes.starts(with: Self.gzipMagic) { throw .compressedSource(file: argument.path) }
    if text.first == 0x3C { throw .webPage(file: argument.path) }
    try SourceText(bytes: bytes).refuseZeroBytes(argument.path, firstLine: 1)
  }
}

/// Lowercase hexadecimal of a digest.
package func hexadecimal(_ digest: some Sequence<UInt8>) -> String {
  let digits = Array("0123456789abcdef".utf8)
  let text = digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
  return String(decoding: text, as: UTF8.self)
}
