// SPDX-License-Identifier: MIT

import Annotation
import CallFiles
import Genome
import KnowledgeBase
import Records
import Reports

extension OpenedInput {
  /// What was decided on the head, in words for headers and messages: format, build and all else, each with
  /// its reason.
  var decision: String {
    "\(detection.format.rawValue) (\(detection.reason)), \(build.build.name) (\(build.reason))"
      + remarks.map { "; \($0)" }.joined() + readingByIndex
  }

  /// Other counts than of the whole input need their reason beside them.
  private var readingByIndex: String {
    guard case .byIndex = regionReading else { return "" }
    return "; read by its index: records outside of the regions are neither read nor counted"
  }

  /// What to say about how the regions were found.
  func regionNotes(path: String) -> [RunNote] {
    switch regionReading {
    case .whole(let reason): [.readWhole(path: path, reason)]
    case .byIndex(let index, let isOlder): isOlder ? [.olderIndex(path: path, index: index)] : []
    case nil: []
    }
  }

  /// What reports need to know of the input.
  func reportInput(named name: String) -> ReportContext.Input {
    ReportContext.Input(
      name: name, samples: header?.samples ?? [], caller: header?.source ?? detection.format.caller,
      vcf: header.map {
        ReportContext.VCFInput(
          header: $0.text, columnLineStart: $0.columnLineStart, infoIDs: $0.infoIDs,
          formatIDs: $0.formatIDs)
      },
      usesChrPrefix: usesChrPrefix, technique: detection.format.technique)
  }
}

extension CallFormat {
  /// What the calls of the format were made from; nil where it does not tell.
  ///
  /// VCF is the format of sequencing. BED is anything: labs write array exports and callers' output to
  /// it alike, so its calls get no ISCN name rather than a wrong technique.
  var technique: ISCNName.Technique? {
    switch self {
    case .vcf: .sequencing
    case .bed: nil
    case .penncnv: .array
    default: tableTechnique
    }
  }
}

extension EmitRule {
  /// The rule in words, for the header of reports.
  ///
  /// - Parameter hasAlleles: whether the knowledge base has alleles that a small variant can match.
  func explanation(hasAlleles: Bool) -> String {
    switch self {
    case .all: "every call"
    case .curated:
      "every copy-number call and structural variant; small variants inside a curated gene or region"
    case .matched:
      "every copy-number call and structural variant; small variants with an exact match in ClinVar or the "
        + "Evidence Repository" + (hasAlleles ? "" : ", of which this knowledge base holds none")
    }
  }
}

extension KnowledgeBase {
  /// Every source with its release date, in one line.
  var sourceLine: String {
    let named = manifest.sources.flatMap { source -> [String] in
      let origins = source.origins.map { "\($0.file) \($0.releaseDate ?? "undated")" }
      return origins.isEmpty ? ["\(source.file) \(source.releaseDate ?? "undated")"] : origins
    }
    return named.joined(separator: ", ")
  }
}
