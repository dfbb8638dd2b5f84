// SPDX-License-Identifier: MIT

internal import FoundationEssentials
package import KnowledgeBase

extension KnowledgeBase {
  /// `kb info -O json`: the manifest with digest and warnings; sorted keys and a final newline.
  package var infoJSON: String {
    struct Info: Encodable {
      let sha256: String
      let snapshot: Bool
      let manifest: Manifest
      let warnings: [String]
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    let info = Info(
      sha256: sha256, snapshot: isSnapshot, manifest: manifest,
      warnings: manifest.warnings.map(\.sentence))
    // Encoding strings, integers and arrays of them cannot fail.
    let data = try? encoder.encode(info)
    return String(decoding: data ?? Data(), as: UTF8.self) + "\n"
  }
}
