// SPDX-License-Identifier: MIT

package import Genome

/// Something a reader of reports should know about a knowledge base as a whole.
package enum ManifestWarning: Sendable, Equatable {
  /// Scores and coordinates come from lists of different days.
  case mixedReleaseDates(oldest: String, newest: String)
  case unknownReleaseDate(file: String)
  /// A source of which no row is in the knowledge base; its oddities say why.
  case nothingUsed(file: String, rows: Int)
  /// No source of this kind covers the build: nothing of it can be found there.
  case nothingPlaced(FeatureKind, GenomeBuild)
  case noGeneModels(GenomeBuild)
  case noCytobands(GenomeBuild)
}

extension Manifest {
  /// The release dates of ClinGen's sources and of the releases behind our own tables, rising, each
  /// once; those of all sources where none is ClinGen's.
  package var releaseDates: [String] {
    let present = sources.filter { $0.previous != true }
    let curations = present.filter(\.kind.isCuration)
    let dates = (curations.isEmpty ? present : curations).flatMap { source in
      source.origins.isEmpty ? [source.releaseDate] : source.origins.map(\.releaseDate)
    }
    return Set(dates.compactMap(\.self)).sorted()
  }

  package var warnings: [ManifestWarning] {
    var warnings: [ManifestWarning] = []
    let dates = releaseDates
    if let oldest = dates.first, let newest = dates.last, oldest != newest {
      warnings.append(.mixedReleaseDates(oldest: oldest, newest: newest))
    }
    // The date of HGNC's set and of cytobands decides nothing.
    for source in sources
    where source.previous != true
      && (source.kind.isCuration || source.kind.role == .genes)
    {
      let origins = source.origins.filter {
        $0.releaseDate == nil && ($0.kind.isCuration || $0.kind.role == .genes)
      }
      if source.releaseDate == nil && source.origins.isEmpty {
        warnings.append(.unknownReleaseDate(file: source.file))
      }
      warnings += origins.map { .unknownReleaseDate(file: $0.file) }
    }
    for source in sources
    where source.rowsUsed == 0 && source.rowsRead > 0 && source.previous != true {
      warnings.append(.nothingUsed(file: source.file, rows: source.rowsRead))
    }
    for summary in builds {
      if summary.genes == summary.genesUnplaced {
        warnings.append(.nothingPlaced(.gene, summary.build))
      }
      if summary.regions == summary.regionsUnplaced {
        warnings.append(.nothingPlaced(.region, summary.build))
      }
      if summary.recurrent == 0 { warnings.append(.nothingPlaced(.recurrent, summary.build)) }
      if summary.geneModels?.genes ?? 0 == 0 { warnings.append(.noGeneModels(summary.build)) }
      if summary.geneModels?.cytobands ?? 0 == 0 { warnings.append(.noCytobands(summary.build)) }
    }
    return warnings
  }
}
