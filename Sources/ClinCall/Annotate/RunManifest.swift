// SPDX-License-Identifier: MIT

import Crypto
import Files
import FoundationEssentials

/// What `--manifest` writes: the SHA-256 of everything a run read and wrote.
///
/// Renamed into place last, so that its presence says that the set of outputs is complete.
struct RunManifest: Encodable {
  struct File: Encodable {
    let path: String
    let bytes: Int
    /// Nil for what cannot be read again: pipes and devices.
    let sha256: String?
  }

  let version: String
  let inputs: [File]
  let knowledge_base_sha256: String
  let outputs: [File]

  /// - Throws: ``FileError`` when a file cannot be read again.
  init(inputs: [String], outputs: [String], knowledgeBaseSHA256: String) throws {
    version = ClinCallVersion.current
    self.inputs = try inputs.map(File.init)
    knowledge_base_sha256 = knowledgeBaseSHA256
    self.outputs = try outputs.map(File.init)
  }

  /// JSON with sorted keys and a final newline.
  func encoded() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(self)) + [0x0A]
  }
}

extension RunManifest.File {
  init(path: String) throws {
    guard path != "-" else {
      self.init(path: path, bytes: 0, sha256: nil)
      return
    }
    let file = try InputFile(path: path)
    guard file.isRegular else {
      self.init(path: path, bytes: 0, sha256: nil)
      return
    }
    var digest = SHA256()
    var total = 0
    var piece: [UInt8] = []
    while try file.read(appendingTo: &piece, upTo: 1 << 20) > 0 {
      digest.update(data: piece)
      total += piece.count
      piece.removeAll(keepingCapacity: true)
    }
    let hash = digest.finalize().map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0\(digits)" : digits
    }.joined()
    self.init(path: path, bytes: total, sha256: hash)
  }
}
