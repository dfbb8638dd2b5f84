// SPDX-License-Identifier: MIT

internal import FoundationEssentials
package import KnowledgeBase

/// The day of the run, from which ages are counted.
///
/// Reports hold release dates and never ages, so that the same input and knowledge base give the same bytes on
/// any day; ages stand in `kb info`, `--summary` and messages.
package enum Today {
  /// - Parameters:
  ///   - environment: `SOURCE_DATE_EPOCH`, seconds since 1970 in UTC, goes before the clock.
  ///   - clock: seconds since 1970.
  /// - Throws: ``ConfigurationFault/badSourceDateEpoch(_:)``.
  package static func date(
    environment: [String: String] = ProcessInfo.processInfo.environment,
    clock: Double = Date().timeIntervalSince1970
  ) throws(ConfigurationFault) -> ReleaseDate {
    let seconds: Int
    if let text = environment["SOURCE_DATE_EPOCH"], !text.isEmpty {
      guard let given = Int(text), given >= 0 else { throw .badSourceDateEpoch(text) }
      seconds = given
    } else {
      seconds = Int(clock)
    }
    guard let date = ReleaseDate(dayNumber: seconds / 86_400) else {
      throw .badSourceDateEpoch(String(seconds))
    }
    return date
  }
}
