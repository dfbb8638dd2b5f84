// SPDX-License-Identifier: MIT

internal import FoundationEssentials
package import KnowledgeBase

extension KnowledgeBase {
  /// `kb info -O json`: the manifest with digest, ages and warnings; sorted keys and a final newline.
  package func infoJSON(on today: ReleaseDate) -> String {
    struct Age: Encodable {
      let role: String
      let releaseDate: String?
      let days: Int?
    }
    struct Info: Encodable {
      let today: String
      /// Of the kind whose newest release is oldest.
      let ageDays: Int?
      let ages: [Age]
      let sha256: String
      let snapshot: Bool
      let manifest: Manifest
      let warnings: [String]
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    func days(_ date: ReleaseDate?) -> Int? { date.map { today.dayNumber - $0.dayNumber } }
    let info = Info(
      today: today.text, ageDays: days(manifest.decisiveRelease?.date),
      ages: manifest.continuousReleases.map {
        Age(role: $0.role.rawValue, releaseDate: $0.date?.text, days: days($0.date))
      },
      sha256: sha256, snapshot: isSnapshot, manifest: manifest,
      warnings: manifest.warnings.map(\.sentence))
    // Encoding strings, integers and arrays of them cannot fail.
    let data = try? encoder.encode(info)
    return String(decoding: data ?? Data(), as: UTF8.self) + "\n"
  }
}
