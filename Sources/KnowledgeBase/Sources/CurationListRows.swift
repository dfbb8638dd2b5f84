// SPDX-License-Identifier: MIT

internal import Genome

/// The 19 columns that gene and region lists share, and how a row of them is read.
///
/// - Source: clinical-data study, sections 1.1 and 1.2; the header of the lists.
struct CurationListRows {
  private let id: Int
  private let name: Int?
  private let geneID: Int?
  private let cytoband: Int
  private let location: Int
  private let score: (hi: Int, ts: Int)
  private let pmids: (hi: [Int], ts: [Int])
  private let disease: (hi: Int, ts: Int)
  private let isLegacy: Bool
  private let evaluated: Int
  private let build: GenomeBuild
  private let date: ReleaseDate?

  /// - Throws: ``KnowledgeBaseError/missingColumn(file:line:column:found:)``.
  init(
    columns: SourceColumns, id: String, name: String?, geneID: String?, build: GenomeBuild,
    date: ReleaseDate?
  ) throws(KnowledgeBaseError) {
    self.build = build
    self.date = date
    self.id = try columns.cell(id)
    var nameCell: Int?
    if let name { nameCell = try columns.cell(name) }
    self.name = nameCell
    var geneCell: Int?
    if let geneID { geneCell = try columns.cell(geneID) }
    self.geneID = geneCell
    cytoband = try columns.cell("cytoBand")
    location = try columns.cell("Genomic Location")
    score = (
      try columns.cell("Haploinsufficiency Score"), try columns.cell("Triplosensitivity Score")
    )
    // Six of them today; none is needed to say what a score is.
    func pubMed(_ direction: String) -> [Int] {
      (1...20).compactMap { columns.optionalCell("\(direction) PMID\($0)") }
    }
    pmids = (pubMed("Haploinsufficiency"), pubMed("Triplosensitivity"))
    evaluated = try columns.cell("Date Last Evaluated")
    if let loss = columns.optionalCell("Loss phenotype OMIM ID") {
      isLegacy = true
      disease = (loss, try columns.cell("Triplosensitive phenotype OMIM ID"))
    } else {
      isLegacy = false
      disease = (
        try columns.cell("Haploinsufficiency Disease ID"),
        try columns.cell("Triplosensitivity Disease ID")
      )
    }
  }

  /// Reads one row; nothing in a row is an error, everything odd is counted.
  func row(line: Int, cells: [String], noting oddities: inout Oddities) -> CurationRow {
    let key = trimmed(cells[id])
    var title = key
    if let name {
      title = trimmed(cells[name])
      if title.utf8.count < cells[name].utf8.count {
        oddities.note(.trimmedText, line: line, "\(key) \(title)")
      }
    }
    var row = CurationRow(line: line, id: key, name: title)
    if let geneID {
      let text = trimmed(cells[geneID])
      row.ncbiGeneID = UInt32(text) ?? 0
      if row.ncbiGeneID == 0 { oddities.note(.oddGeneID, line: line, "\(key) \(text)") }
    }
    row.cytoband = trimmed(cells[cytoband])
    let place = LocationCell(cells[location], build: build).placement(
      cell: cells[location], key: key, line: line, noting: &oddities)
    row.places[build] = place.map { [$0] } ?? []
    row.hi = evaluation(cells, score.hi, pmids.hi, disease.hi, key, line, &oddities)
    row.ts = evaluation(cells, score.ts, pmids.ts, disease.ts, key, line, &oddities)
    let day = trimmed(cells[evaluated])
    row.evaluated = ReleaseDate(iso: day)?.text ?? ""
    if row.evaluated.isEmpty { oddities.note(.oddDate, line: line, "\(key) \(day)") }
    return row
  }

  private func evaluation(
    _ cells: [String], _ score: Int, _ pmids: [Int], _ disease: Int, _ key: String, _ line: Int,
    _ oddities: inout Oddities
  ) -> Evaluation {
    let state = EvidenceCells.score(cells[score], key: key, line: line, noting: &oddities)
    return Evaluation(
      score: state.score, text: state.text,
      disease: EvidenceCells.disease(
        cells[disease], isBareOMIM: isLegacy, key: key, line: line, noting: &oddities),
      pmids: EvidenceCells.pmids(
        pmids.map { cells[$0] }, key: key, line: line, noting: &oddities),
      from: date)
  }
}
