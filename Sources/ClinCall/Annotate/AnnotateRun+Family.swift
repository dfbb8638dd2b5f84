// SPDX-License-Identifier: MIT

import Annotation
import CallFiles
import Genome
import Records

extension AnnotateRun {
  /// What the run knows of relatives: nothing without a pedigree that names somebody's parent.
  func family(
    _ inputs: [(path: String, opened: OpenedInput)], areRegular: Bool, build: GenomeBuild
  ) async throws -> (annotator: FamilyAnnotator?, notes: [RunNote]) {
    guard let path = configuration.pedigree else { return (nil, []) }
    let pedigree = try PedFile(path: path).pedigree(sexes: configuration.reading.sexes)
    guard pedigree.hasFamilies else { return (nil, []) }
    let reading = try await FamilyReading(pedigree, configuration, areInputsRegular: areRegular)
    let annotator = reading.calls.map { calls in
      FamilyAnnotator(
        pedigree, calls: calls, build: build,
        samples: inputs.map { $0.opened.header?.samples ?? [] })
    }
    return (annotator, reading.notes)
  }

  /// How calls of relatives were compared; nothing where none were.
  static func familyLine(_ family: FamilyAnnotator?) -> [(key: String, value: String)] {
    guard family != nil else { return [] }
    return [
      (
        "family",
        "calls of relatives are the same from a reciprocal overlap of 0.5 on in the same direction, absent "
          + "below a tenth of the call, else unclear; whatever FILTER, region and samples the run selects; "
          + "parentage is assumed"
      )
    ]
  }
}
