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
  /// The sources as they were used, complete when every build is compiled.
  private(set) var sources: [CurationSource]

  init(clinvar: [ClinVarFile], evidence: [CurationSource], references: [ReferenceGenome]) {
    self.clinvar = clinvar.sorted {
      func key(_ file: ClinVarFile) -> (String, String) {
        (file.date?.text ?? "", file.argument.path)
      }
      return key($0) > key($1)
    }
    self.references = references
    // An export is complete: of several the newest speaks, as retracted entries leave it.
    var exports = evidence.sorted(by: CurationSource.isBefore)
    for index in exports.indices.dropFirst() { exports[index].supersede() }
    self.evidence = exports.first?.evidence ?? []
    sources = exports
  }

  /// The sections of one build; none where no source has an allele for it.
  ///
  /// - Parameter draft: gets the texts while they are read.
  mutating func compile(
    _ build: GenomeBuild, draft: StoreDraft? = nil
  ) throws(KnowledgeBaseError) -> ([SectionBytes], VariantSummary?) {
    var rows = AlleleRows(build, texts: 0, rows: 0)
    var withoutClassification = 0
    var used: CurationSource?
    for file in clinvar where file.build == build {
      var alleles = try file.read(draft: used == nil ? draft : nil)
      if used == nil {
        swap(&rows, &alleles.rows)
        withoutClassification = alleles.withoutClassification
        used = alleles.source
      } else {
        // The release is newer that was read first; what it no longer has is withdrawn.
        alleles.source.supersede()
        sources.append(alleles.source)
      }
    }
    guard used != nil || !evidence.isEmpty else { return ([], nil) }
    let file = used?.argument.path
    let join = try EvidenceJoin(
      evidence, build: build, reference: references.first { $0.build == build })
    if !evidence.isEmpty {
      var page = join.missingAlleles(in: rows)
      rows.insert(&page)
    }
    var columns = try AlleleColumns(&rows, build: build, file: file ?? "")
    if var source = used, let file {
      if columns.repeated > 0 {
        if columns.repeated * 2 >= columns.count { throw .severalFilesInOne(file: file) }
        source.oddities.note(.duplicateRow, count: columns.repeated, examples: [])
      }
      sources.append(source)
    }
    let (matches, joins) = join.joined(to: &columns)
    let summary = VariantSummary(
      alleles: columns.count, clinvarAlleles: columns.clinvarCount,
      clinvarWithoutClassification: withoutClassification,
      textBytes: columns.texts.heap.count + columns.texts.offsets.count * 4,
      allelesWithAssertion: Set(matches.map(\.row)).count, evidenceJoins: joins)
    return (columns.sections(evidence: matches), summary)
  }
}
