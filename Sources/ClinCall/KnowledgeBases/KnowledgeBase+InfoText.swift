// SPDX-License-Identifier: MIT

internal import Genome
package import KnowledgeBase

extension KnowledgeBase {
  /// What `kb info` prints: release, age, contents per build, warnings, and every source with its oddities.
  ///
  /// - Parameter today: the day from which ages are counted; nil leaves them out.
  package func infoText(on today: ReleaseDate? = nil) -> String {
    var text = "knowledge base: \(release)\(isSnapshot ? " (embedded snapshot)" : "")\n"
    text += "sha256: \(sha256)\n"
    if let today { text += manifest.ageText(on: today) }
    text += manifest.summaryText
    for source in manifest.sources { text += "\n" + source.infoText(on: today) }
    return text
  }
}

extension Manifest {
  /// Contents per build and warnings.
  package var summaryText: String {
    var text = ""
    for summary in builds { text += summary.infoText }
    if let geneCurations { text += geneCurations.infoText }
    if let dosageJoins {
      text += "HGNC ids of curated genes: \(joined(dosageJoins))\n"
    }
    for warning in warnings { text += "warning: \(warning.sentence)\n" }
    return text
  }
}

extension BuildSummary {
  fileprivate var infoText: String {
    """
    \(build.name): \(grouped(genes)) genes (\(grouped(genes - genesUnplaced)) placed, \
    \(grouped(genesUnplaced)) unplaced; \(grouped(genesWithdrawn)) with a withdrawn score), \
    \(grouped(regions)) regions (\(grouped(regions - regionsUnplaced)) placed, \
    \(grouped(regionsUnplaced)) unplaced; \(grouped(regionsWithdrawn)) with a withdrawn score), \
    \(grouped(recurrent)) recurrent intervals

    """ + (geneModels.map { "\(build.name): \($0.infoText)\n" } ?? "")
      + (variants.map { "\(build.name): \($0.infoText)\n" } ?? "")
      + (intervalRecords.map { "\(build.name): \($0.infoText)\n" } ?? "")
      + (curatedWithoutPlace.map { "\(build.name): \(Self.withoutPlace($0))\n" } ?? "")
  }
}

extension BuildSummary {
  /// The manifest has all of them.
  private static func withoutPlace(_ symbols: [String]) -> String {
    let shown = symbols.prefix(5).map(printable).joined(separator: ", ")
    return "\(grouped(symbols.count)) genes with validity or actionability curations have no place "
      + "(\(shown)\(symbols.count > 5 ? ", ..." : ""))"
  }
}

extension IntervalRecordSummary {
  fileprivate var infoText: String {
    """
    population records of \(grouped(populationLosses)) losses and \(grouped(populationGains)) \
    gains, ClinVar CNVs of \(grouped(clinvarLosses)) losses, \(grouped(clinvarGains)) gains and \
    \(grouped(clinvarWithoutDirection)) without direction
    """
  }
}

extension GeneModelSummary {
  fileprivate var infoText: String {
    """
    \(grouped(genes)) gene models (\(grouped(proteinCodingGenes)) protein-coding, \
    \(grouped(genesWithHGNC)) with HGNC id, \(grouped(genesWithoutTranscript)) without a \
    transcript), \(grouped(transcripts)) transcripts (\(grouped(maneSelect)) MANE Select, \
    \(grouped(manePlusClinical)) MANE Plus Clinical), \(grouped(exons)) exons, \
    \(grouped(cytobands)) cytobands
    """
  }
}

extension GeneCurationSummary {
  fileprivate var infoText: String {
    """
    by gene, both builds: \(grouped(validity)) validity curations of \(grouped(validityGenes)) genes \
    (\(grouped(validityWithdrawn)) withdrawn), \(grouped(actionability)) actionability curations of \
    \(grouped(actionabilityGenes)) genes, constraint of \(grouped(constraint)) genes, pHaplo/pTriplo of \
    \(grouped(dosageScores)), %HI of \(grouped(hiPredictions)), \(grouped(geneGroups)) gene groups

    """
  }
}

extension VariantSummary {
  fileprivate var infoText: String {
    var text = """
      \(grouped(clinvarAlleles)) ClinVar alleles (\(grouped(clinvarWithoutClassification)) records \
      without classification), \(grouped(allelesWithAssertion)) alleles with an expert panel's \
      assertion
      """
    if !evidenceJoins.isEmpty { text += "; Evidence Repository: \(joined(evidenceJoins))" }
    return text
  }
}

/// Joins by route: `1,600 by ncbi_gene_id, 2 by previous_symbol (AAA, BBB), 3 unmatched (CCC, ...)`.
private func joined(_ joins: [JoinCount]) -> String {
  joins.map { join in
    var text = grouped(join.count)
    switch join.route {
    case .ambiguous, .unmatched: text += " \(join.route.rawValue)"
    default: text += " by \(join.route.rawValue)"
    }
    if join.examples.isEmpty { return text }
    // The manifest has them all.
    let shown = join.examples.prefix(5)
    let more = join.count > shown.count ? ", ..." : ""
    return text + " (\(shown.map(printable).joined(separator: ", "))\(more))"
  }.joined(separator: ", ")
}

extension SourceRecord {
  fileprivate func infoText(on today: ReleaseDate?) -> String {
    var text = "source: \(printable(file))\n"
    text += "  kind: \(kind.rawValue)\(build.map { ", \($0.name)" } ?? "")\n"
    text += "  released: \(releaseDate ?? "unknown") (\(dateFrom.phrase))"
    text += "\(today.flatMap { days(on: $0) }.map { ", \($0)" } ?? "")\n"
    if let url { text += "  url: \(url)\n" }
    text += "  licence: \(licence)\n  sha256: \(sha256)\n"
    text += "  rows: \(grouped(rowsRead)) read, \(grouped(rowsUsed)) used, "
    text += "\(grouped(rowsUnmatched)) unmatched\n"
    if let states { text += "  states: \(printable(states))\n" }
    if let joins { text += "  HGNC ids: \(joined(joins))\n" }
    for oddity in oddities {
      text += "  \(oddity.kind.rawValue): \(grouped(oddity.count))"
      let examples = oddity.examples.map { example in
        example.text.isEmpty
          ? "line \(example.line)" : "line \(example.line) \(quoted(example.text))"
      }
      if !examples.isEmpty {
        text += " (\(examples.joined(separator: "; "))"
        text += "\(oddity.count > examples.count ? "; ..." : ""))"
      }
      text += "\n"
    }
    for origin in origins {
      text += "  from: \(printable(origin.file)), \(origin.kind.rawValue)"
      text += "\(origin.build.map { ", \($0.name)" } ?? ""), released "
      text += "\(origin.releaseDate ?? "unknown"), \(grouped(origin.rowsUsed)) rows used, "
      text += "\(origin.licence)\(origin.url.map { ", \($0)" } ?? "")\n"
    }
    return text
  }
}

extension DateOrigin {
  fileprivate var phrase: String {
    switch self {
    case .argument: "given as argument"
    case .file: "stated in the file"
    case .fileName: "from the file name"
    case .server: "from its server"
    case .origins: "the newest of its releases in sources.tsv"
    case .unknown: "give it as FILE@YYYY-MM-DD"
    }
  }
}

extension ManifestWarning {
  /// One line for people, without `warning: `.
  package var sentence: String {
    switch self {
    case .mixedReleaseDates(let oldest, let newest):
      "sources of different dates, \(oldest) to \(newest): scores come from the newest list of each "
        + "gene, places from the newest of each build"
    case .unknownReleaseDate(let file):
      "\(printable(file)): release date unknown, taken as older than all others; "
        + "give it as FILE@YYYY-MM-DD"
    case .nothingUsed(let file, let rows):
      "\(printable(file)): "
        + (rows == 1 ? "its one row is not used" : "none of its \(grouped(rows)) rows are used")
        + "; its line below says why"
    case .nothingPlaced(let kind, let build):
      "no \(kind == .recurrent ? "recurrent interval" : "curated \(kind.word)") has a place in "
        + build.name
    case .noGeneModels(let build):
      "no gene models on \(build.name): give some with --genes"
    case .noCytobands(let build):
      "no cytobands on \(build.name): give some with --cytobands"
    }
  }
}

/// A file name as it may be shown on a terminal.
private func printable(_ name: String) -> String {
  let escaped = quoted(name)
  return escaped.dropFirst().dropLast() == name ? name : escaped
}
