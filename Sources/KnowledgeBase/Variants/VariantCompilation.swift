// SPDX-License-Identifier: MIT

internal import Genome

/// ClinVar and the Evidence Repository, compiled build by build.
///
/// A build's ClinVar is read when it is compiled and given up before the next: rows and texts of one build
/// take some 300 MB, and a build must stay below 1 GiB.
struct VariantCompilation {
  private let clinvar: [ClinVarFile]
  private let references: [ReferenceGenome]
  private let evidence: [EvidenceRow]
  /// By entry: which of ``used`` it came from, and whether any build has an allele for it.
  private var origins: [(source: Int, isJoined: Bool)] = []
  private var used: [CurationSource]

  /// The sources as they were used, complete when every build is compiled.
  var sources: [CurationSource] {
    var sources = used
    for (source, isJoined) in origins where !isJoined {
      sources[source].rowsUsed -= 1
      sources[source].rowsUnmatched += 1
    }
    return sources
  }

  /// - Throws: ``KnowledgeBaseError/undatedSource(file:role:)`` where nobody can tell which of several files is the
  ///   newest.
  init(
    clinvar: [ClinVarFile], evidence: [CurationSource], references: [ReferenceGenome]
  ) throws(KnowledgeBaseError) {
    for file in clinvar where file.date == nil {
      guard clinvar.count(where: { $0.build == file.build }) == 1 else {
        throw .undatedSource(file: file.argument.path, role: .clinvar)
      }
    }
    if evidence.count > 1, let export = evidence.first(where: { $0.date == nil }) {
      throw .undatedSource(file: export.argument.path, role: .evidenceRepository)
    }
    self.clinvar = clinvar.sorted {
      func key(_ file: ClinVarFile) -> (String, String) {
        (file.date?.text ?? "", file.argument.path)
      }
      return key($0) > key($1)
    }
    self.references = references
    // An export is complete: of several the newest speaks, as retracted entries leave it. Those of one day are
    // parts of one, and what two of them say is said once.
    var exports = evidence.sorted(by: CurationSource.isBefore)
    var entries: [EvidenceRow] = []
    var stated: Set<[String]> = []
    for index in exports.indices {
      if exports[index].date != exports[0].date {
        exports[index].supersede()
        continue
      }
      for entry in exports[index].evidence {
        guard index == 0 || !stated.contains(entry.fields) else {
          exports[index].oddities.note(.duplicateRow, line: entry.line, entry.title)
          exports[index].rowsUsed -= 1
          continue
        }
        entries.append(entry)
        origins.append((index, false))
      }
      stated.formUnion(exports[index].evidence.map(\.fields))
    }
    self.evidence = entries
    used = exports
  }

  /// The sections of one build; none where no source has an allele for it.
  ///
  /// - Parameter draft: gets the texts while they are read.
  mutating func compile(
    _ build: GenomeBuild, draft: StoreDraft? = nil
  ) throws(KnowledgeBaseError) -> ([SectionBytes], VariantSummary?) {
    var rows = AlleleRows(build, texts: 0, rows: 0)
    var withoutClassification = 0
    // Those of the newest release; several files of one day are parts of it, as one a chromosome.
    var newest: [CurationSource] = []
    for file in clinvar where file.build == build {
      let isNewest = newest.isEmpty || newest[0].date == file.date
      // Nobody else may hold what is read into, or it is copied.
      var own = AlleleRows(build, texts: 0, rows: 0)
      if isNewest, !newest.isEmpty {
        swap(&own, &rows)
      } else {
        own = file.makeRows(draft: isNewest ? draft : nil)
      }
      var alleles = try file.read(into: consume own)
      if isNewest {
        swap(&rows, &alleles.rows)
        withoutClassification += alleles.withoutClassification
        newest.append(alleles.source)
      } else {
        // What the older release has and the newer has not is withdrawn.
        alleles.source.supersede()
        used.append(alleles.source)
      }
    }
    guard !newest.isEmpty || !evidence.isEmpty else { return ([], nil) }
    let file = newest.first?.argument.path
    let join = try EvidenceJoin(
      evidence, build: build, reference: references.first { $0.build == build })
    if !evidence.isEmpty {
      var page = join.missingAlleles(in: rows)
      rows.insert(&page)
    }
    var columns = try AlleleColumns(&rows, build: build, file: file ?? "")
    if columns.repeated > 0, let file {
      if newest.count == 1, columns.repeated * 2 >= columns.count {
        throw .severalFilesInOne(file: file)
      }
      newest[newest.count - 1].oddities.note(
        .duplicateRow, count: columns.repeated, examples: [])
    }
    used += newest
    let (matches, joins, unjoined) = join.joined(to: &columns)
    for entry in origins.indices where !unjoined.contains(entry) { origins[entry].isJoined = true }
    let summary = VariantSummary(
      alleles: columns.count, clinvarAlleles: columns.clinvarCount,
      clinvarWithoutClassification: withoutClassification,
      textBytes: columns.texts.heap.count + columns.texts.offsets.count * 4,
      allelesWithAssertion: Set(matches.map(\.row)).count, evidenceJoins: joins)
    return (columns.sections(evidence: matches), summary)
  }
}
