// SPDX-License-Identifier: MIT

/// How old the curations of one kind are.
package struct RoleRelease: Sendable, Equatable {
  package let role: SourceRole
  /// The newest of its sources; nil where none has a date.
  package let date: ReleaseDate?
}

extension SourceRole {
  /// Whether its publisher makes it anew at least every month, so that an old one is out of date.
  ///
  /// Recurrent intervals, gene models, constraint and population records stay what they are for years.
  ///
  /// - Source: cadence column of the URL map, clinical-data study section 0.
  package var isContinuous: Bool {
    switch self {
    case .dosageGenes, .dosageRegions, .geneValidity, .activitySummary, .actionability,
      .evidenceRepository, .clinvar, .variantSummary:
      true
    default: false
    }
  }
}

extension Manifest {
  /// The newest release of every continuously published kind that the knowledge base has.
  ///
  /// The newest, because the newest score of a gene wins and an older list of the other build only adds
  /// places.
  package var continuousReleases: [RoleRelease] {
    let dated = sources.flatMap { source in
      source.origins.isEmpty
        ? [(source.kind.role, source.releaseDate)]
        : source.origins.map { ($0.kind.role, $0.releaseDate) }
    }
    return SourceRole.allCases.filter(\.isContinuous).compactMap { role in
      let dates = dated.filter { $0.0 == role }
      if dates.isEmpty { return nil }
      return RoleRelease(
        role: role, date: dates.compactMap { $0.1.flatMap { ReleaseDate(iso: $0) } }.max())
    }
  }

  /// What decides how old the knowledge base is: the kind whose newest release is oldest.
  ///
  /// Every kind must be fresh: fresh dosage scores do not make year-old validity curations current. nil
  /// where it has no continuously published kind; a kind without a date is older than all others.
  package var decisiveRelease: RoleRelease? {
    continuousReleases.min { a, b in (a.date?.text ?? "") < (b.date?.text ?? "") }
  }
}

extension KnowledgeBase {
  /// Refuses a knowledge base that is older than a limit.
  ///
  /// - Parameters:
  ///   - limit: the oldest age allowed, in days.
  ///   - today: the day of the run.
  /// - Throws: ``KnowledgeBaseError/tooOld(release:role:date:days:limit:)``,
  ///   ``KnowledgeBaseError/ageUnknown(release:role:)``,
  ///   ``KnowledgeBaseError/clockBehind(today:date:)``.
  package func requireAge(atMost limit: Int, on today: ReleaseDate) throws(KnowledgeBaseError) {
    guard let decisive = manifest.decisiveRelease, let date = decisive.date else {
      throw .ageUnknown(release: release, role: manifest.decisiveRelease?.role)
    }
    // A day of slack: a release of today's date may come from a time zone that is ahead.
    let newest = manifest.releaseDates.last.flatMap { ReleaseDate(iso: $0) } ?? date
    if newest.dayNumber > today.dayNumber + 1 {
      throw .clockBehind(today: today.text, date: newest.text)
    }
    let days = today.dayNumber - date.dayNumber
    if days > limit {
      throw .tooOld(
        release: release, role: decisive.role, date: date.text, days: days, limit: limit)
    }
  }
}
