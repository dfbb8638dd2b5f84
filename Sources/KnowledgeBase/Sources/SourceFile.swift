// SPDX-License-Identifier: MIT

internal import Crypto
internal import Files

/// The bytes of one source, read whole: the largest list of dosage curations has 300 kB.
struct SourceFile {
  let argument: SourceArgument
  let bytes: [UInt8]

  /// - Throws: ``KnowledgeBaseError/file(_:)``, and what ``init(argument:bytes:)`` throws.
  init(_ argument: SourceArgument) throws(KnowledgeBaseError) {
    var bytes: [UInt8] = []
    do throws(FileError) {
      let file = try InputFile(path: argument.path)
      while try file.read(appendingTo: &bytes, upTo: 1 << 20) > 0 {}
    } catch {
      throw .file(error)
    }
    try self.init(argument: argument, bytes: bytes)
  }

  /// Refuses what a failed download leaves in place of a list.
  ///
  /// - Throws: ``KnowledgeBaseError/emptySource(file:)``,
  ///   ``KnowledgeBaseError/compressedSource(file:)``, ``KnowledgeBaseError/webPage(file:)``.
  init(argument: SourceArgument, bytes: [UInt8]) throws(KnowledgeBaseError) {
    self.argument = argument
    self.bytes = bytes
    let text = bytes.drop { $0 <= 0x20 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }
    if text.isEmpty { throw .emptySource(file: argument.path) }
    if bytes.starts(with: [0x1F, 0x8B]) { throw .compressedSource(file: argument.path) }
    if text.first == 0x3C { throw .webPage(file: argument.path) }
  }

  /// Lowercase hexadecimal SHA-256 of the bytes.
  var sha256: String { hexadecimal(SHA256.hash(data: bytes)) }
}

/// Lowercase hexadecimal of a digest.
func hexadecimal(_ digest: some Sequence<UInt8>) -> String {
  let digits = Array("0123456789abcdef".utf8)
  let text = digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
  return String(decoding: text, as: UTF8.self)
}
