// SPDX-License-Identifier: MIT

package import KnowledgeBase

extension Manifest {
  /// How old every continuously published kind is, and which decides; see `--max-kb-age`.
  package func ageText(on today: ReleaseDate) -> String {
    guard let decisive = decisiveRelease else { return "age: unknown\n" }
    let ages = continuousReleases.map { release in
      guard let date = release.date else { return "\(release.role.rawValue) undated" }
      return "\(release.role.rawValue) \(date.text), \(ageWords(of: date, on: today))"
    }
    let age = decisive.date.map { ageWords(of: $0, on: today) } ?? "unknown"
    return "age: \(age) on \(today.text) (\(ages.joined(separator: "; ")))\n"
  }
}

extension SourceRecord {
  /// `213 days old`; nil without a release date.
  func days(on today: ReleaseDate) -> String? {
    releaseDate.flatMap { ReleaseDate(iso: $0) }.map { ageWords(of: $0, on: today) }
  }
}

private func ageWords(of date: ReleaseDate, on today: ReleaseDate) -> String {
  let days = today.dayNumber - date.dayNumber
  return days < 0 ? "released after that day" : "\(grouped(days)) \(days == 1 ? "day" : "days") old"
}
