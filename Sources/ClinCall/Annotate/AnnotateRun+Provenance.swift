// SPDX-License-Identifier: MIT

import Annotation
import CallFiles
import Classification
import Genome
import KnowledgeBase
import Reports

extension AnnotateRun {
  /// The header lines of an output's reports.
  ///
  /// - Parameters:
  ///   - emit: the output's rule; nil is `auto`.
  ///   - selection: what a declared graph left out before the output, in words.
  ///   - family: the relatives' calls; nil where there are none.
  func provenance(
    inputs: [(path: String, opened: OpenedInput)], emit: EmitRule?, selection: String?,
    family: FamilyAnnotator?
  ) -> Provenance {
    var lines = configuration.inputLines(inputs)
    let build = inputs.first?.opened.build.build
    let variants = knowledgeBase.manifest.builds.first { $0.build == build }?.variants
    let hasAlleles = (variants?.alleles ?? 0) > 0
    let snapshot = knowledgeBase.isSnapshot ? " (embedded snapshot; kb build makes your own)" : ""
    lines.append(("kb_release", knowledgeBase.release + snapshot))
    lines.append(("kb_sha256", knowledgeBase.sha256))
    lines.append(
      (
        "emit",
        "\(emit?.rawValue ?? "auto"): \((emit ?? .matched).explanation(hasAlleles: hasAlleles))"
      ))
    if let selection { lines.append(("selection", selection)) }
    lines += configuration.reading.placeLines
    lines.append(AnnotateConfiguration.coordinateLine)
    lines.append(
      (
        "overlap",
        "every curated feature that shares at least one base; insertion points lie inside a feature"
      ))
    lines.append(
      (
        "gene_context",
        "by strand, of MANE Select, else MANE Plus Clinical, else the longest CDS; without a transcript "
          + "model the relation by interval"
      ))
    lines.append(
      (
        "iscn",
        "edition \(ISCNName.edition); arr for arrays, seq for VCF; none without technique, copy number and cytobands"
      ))
    lines.append(
      (
        "min_size",
        "\(configuration.reading.minimumLength) bp: sequence-resolved changes from here on are copy-number calls"
      ))
    lines += gateLine + labLine
    lines += intervalLines(of: inputs.first?.opened.build.build)
    let rubric = configuration.classification.rubric
    lines.append(("rubric", "\(rubric.rawValue) \(Rubric.version): \(rubric.title)"))
    lines.append(
      (
        "class_thresholds",
        "Pathogenic >= 0.99; Likely pathogenic 0.90 to 0.98; Uncertain significance -0.89 to 0.89; "
          + "Likely benign -0.90 to -0.98; Benign <= -0.99"
      ))
    lines.append(
      (
        "classification",
        "automated and partial: sections 1-3 and 4O\(family == nil ? "" : ", 5 as far as relatives' calls decide it"); "
          + (family == nil ? "4A-4N and 5 " : "4A-4N ")
          + (configuration.evidence == nil ? "not assessed" : "by the user's evidence alone")
          + "; functional elements "
          + "without a curation not assessed; containment with \(configuration.classification.slack) bp slack"
      ))
    lines += Self.familyLine(family)
    lines.append(("sources", knowledgeBase.sourceLine))
    lines.append(
      (
        "notice",
        "ClinGen's curations are CC0; not for diagnostic use without review by a genetics professional"
      ))
    return Provenance(lines)
  }

  /// How population records and ClinVar CNVs were found; nothing where the knowledge base has none.
  private func intervalLines(of build: GenomeBuild?) -> [(key: String, value: String)] {
    var lines: [(key: String, value: String)] = []
    let summary = knowledgeBase.manifest.builds.first { $0.build == build }?.intervalRecords
    guard let summary else { return [] }
    if summary.populationLosses + summary.populationGains > 0 {
      lines.append(
        (
          "population",
          "the most frequent record of the same direction that contains the call, slack "
            + "\(configuration.classification.slack) bp, those of "
            + "2,000 alleles and more first; where a source counts people, the lowest allele frequency "
            + "that its count allows"
        ))
    }
    if summary.clinvarLosses + summary.clinvarGains > 0 {
      lines.append(
        (
          "clinvar_cnv",
          "same direction and reciprocal overlap of 0.5 and more; from 0.8 on a candidate for section 4"
        ))
    }
    return lines
  }

  private var gateLine: [(key: String, value: String)] {
    let gates = configuration.reading.gates
    guard !gates.isOpen else { return [] }
    let asked = [
      gates.minimumProbes.map { "\($0) probes" }, gates.minimumLength.map { "\($0) bp" },
    ].compactMap(\.self)
    return [
      ("gates", "copy-number calls below \(asked.joined(separator: " or ")) are flagged below_gate")
    ]
  }

  private var labLine: [(key: String, value: String)] {
    guard let path = configuration.labCalls else { return [] }
    return [
      (
        "lab_calls",
        "\(sourceName(of: path)): same direction, reciprocal overlap of \(LabCallStore.leastReciprocal) % "
          + "or more; class:count:best reciprocal"
      )
    ]
  }
}

extension AnnotateConfiguration {
  /// Program, build and inputs: what the header of every output begins with.
  func inputLines(_ inputs: [(path: String, opened: OpenedInput)]) -> [(key: String, value: String)]
  {
    var lines: [(key: String, value: String)] = []
    if describesProgram {
      lines.append(("version", ClinCallVersion.current))
      lines.append(("command", command))
    }
    if let first = inputs.first?.opened { lines.append(("build", first.build.build.name)) }
    for (path, opened) in inputs {
      lines.append(("input", "\(sourceName(of: path)): \(opened.decision)"))
    }
    return lines
  }

  static let coordinateLine = (
    key: "coordinates",
    value: "start and end are 0-based half-open; locus and POS are 1-based inclusive"
  )
}
