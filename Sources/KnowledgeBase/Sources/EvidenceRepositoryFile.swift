// SPDX-License-Identifier: MIT

internal import Genome

/// One classification of an expert panel, a row of the Evidence Repository's export.
struct EvidenceRow: Sendable {
  let line: Int
  let variation: UInt32
  let caid: UInt32
  /// Genomic expressions of GRCh37 and GRCh38 alone; those of other sequences place nothing.
  let changes: [HGVSChange]
  /// What the store keeps, by ``EvidenceField``.
  let fields: [String]

  /// How manifests name it: the variant's title, else its ClinGen allele id.
  var title: String {
    let title = fields[EvidenceField.title.rawValue]
    if !title.isEmpty { return title }
    return caid > 0 ? "CA\(caid)" : fields[EvidenceField.uuid.rawValue]
  }
}

/// What is kept of an Evidence Repository entry, in the order of its text in the store.
package enum EvidenceField: Int, Sendable, CaseIterable {
  case title, variationID, caid, gene, disease, mondo, inheritance, assertion
  /// Comma lists with the strengths spelled out.
  case met, notMet
  case summary, pmids, panel, guideline
  /// ISO dates.
  case approved, published
  case link, uuid
}

/// Reads the Evidence Repository's tab-separated export.
///
/// Quotes are no quoting in it: a summary may hold any number of them. Columns go by name, the first with
/// or without a leading `#`. Retracted entries are counted and left out. Strengths that the export cuts
/// short (`PM3_Very`, `BS1_Stand`) are spelled out.
///
/// - Source: header and three rows of a real export; clinical-data study, section 5. No full export was at
///   hand.
enum EvidenceRepositoryFile {
  static func isHeader(_ line: SourceLine) -> Bool {
    let cells = line.cells.map { $0.drop { $0 == "#" }.lowercased() }
    return cells.contains("clinvar variation id") || cells.contains("applied evidence codes (met)")
  }

  /// - Throws: for a missing column, a cut row, no rows.
  static func read(
    _ file: SourceFile, header index: Int
  ) throws(KnowledgeBaseError) -> CurationSource {
    let lines = file.lines
    let columns = SourceColumns(file: file.argument.path, header: lines[index])
    let known = try Columns(columns)
    let dated = CurationSource.date(of: file.argument, inFile: nil)
    var source = CurationSource(
      kind: .evidenceRepository, argument: file.argument, sha256: file.sha256, build: nil,
      date: dated.date, dateOrigin: dated.origin)
    file.noteText(in: &source.oddities)
    let rows = try columns.rows(of: lines[(index + 1)...], noting: &source.oddities)
    source.rowsRead = rows.count
    var firstLines: [String: Int] = [:]
    for (line, cells) in rows {
      if isTrue(cells[known.retracted]) {
        source.oddities.note(.retracted, line: line, cells[known.title])
        continue
      }
      let row = row(cells, line: line, known, &source.oddities)
      let uuid = row.fields[EvidenceField.uuid.rawValue]
      if !uuid.isEmpty {
        if firstLines[uuid] != nil {
          source.oddities.note(.duplicateRow, line: line, uuid)
          continue
        }
        firstLines[uuid] = line
      }
      source.evidence.append(row)
    }
    if source.oddities.count(of: .duplicateRow) * 2 >= max(2, rows.count) {
      throw .severalFilesInOne(file: file.argument.path)
    }
    source.rowsUsed = source.evidence.count
    return source
  }

  private struct Columns {
    let title, variation, caid, hgvs, gene, disease, mondo, inheritance, assertion: Int
    let met, notMet, summary, pmids, panel, guideline, approved, published, retracted: Int
    let link, uuid: Int

    init(_ columns: SourceColumns) throws(KnowledgeBaseError) {
      title = try columns.cell("Variation")
      variation = try columns.cell("ClinVar Variation Id")
      caid = try columns.cell("Allele Registry Id")
      hgvs = try columns.cell("HGVS Expressions")
      gene = try columns.cell("HGNC Gene Symbol")
      disease = try columns.cell("Disease")
      mondo = try columns.cell("Mondo Id")
      inheritance = try columns.cell("Mode of Inheritance")
      assertion = try columns.cell("Assertion")
      met = try columns.cell("Applied Evidence Codes (Met)")
      notMet = try columns.cell("Applied Evidence Codes (Not Met)")
      summary = try columns.cell("Summary of interpretation")
      pmids = try columns.cell("PubMed Articles")
      panel = try columns.cell("Expert Panel")
      guideline = try columns.cell("Guideline")
      approved = try columns.cell("Approval Date")
      published = try columns.cell("Published Date")
      retracted = try columns.cell("Retracted")
      link = try columns.cell("Evidence Repo Link")
      uuid = try columns.cell("Uuid")
    }
  }

  private static func isTrue(_ cell: String) -> Bool {
    ["true", "yes", "1"].contains(trimmed(cell).lowercased())
  }

  private static func row(
    _ cells: [String], line: Int, _ known: Columns, _ oddities: inout Oddities
  ) -> EvidenceRow {
    func text(_ cell: Int) -> String { clean(cells[cell]) }
    let assertion = text(known.assertion)
    if ClinicalDirection(assertion).isDefinite == false {
      oddities.note(.unknownAssertion, line: line, assertion)
    }
    func codes(_ cell: Int) -> String {
      list(text(cell)).map { code in
        guard let spelled = EvidenceCode.spelled(code) else {
          oddities.note(.unknownEvidenceCode, line: line, code)
          return code
        }
        return spelled
      }.joined(separator: ",")
    }
    func number(_ cell: Int, dropping prefix: String) -> UInt32 {
      let text = text(cell)
      if text.isEmpty || text == "-" { return 0 }
      guard
        let number = UInt32(text.hasPrefix(prefix) ? String(text.dropFirst(prefix.count)) : text)
      else {
        oddities.note(.oddIdentifier, line: line, text)
        return 0
      }
      return number
    }
    func date(_ cell: Int) -> String {
      let text = String(text(cell).prefix(10))
      if text.isEmpty { return "" }
      guard let date = ReleaseDate(iso: text) else {
        oddities.note(.oddDate, line: line, text)
        return ""
      }
      return date.text
    }
    let mondo = text(known.mondo)
    if !mondo.isEmpty, !mondo.hasPrefix("MONDO:") {
      oddities.note(.oddDisease, line: line, mondo)
    }
    var pmids: [String] = []
    for pmid in list(text(known.pmids)) where !pmids.contains(pmid) { pmids.append(pmid) }
    let variation = number(known.variation, dropping: "")
    let caid = number(known.caid, dropping: "CA")
    let changes = cells[known.hgvs].split(separator: ",").compactMap { expression in
      expression.contains("NC_") ? HGVSChange(trimmed(String(expression))) : nil
    }
    let fields = EvidenceField.allCases.map { field in
      switch field {
      case .title: text(known.title)
      case .variationID: variation > 0 ? String(variation) : ""
      case .caid: text(known.caid)
      case .gene: text(known.gene)
      case .disease: text(known.disease)
      case .mondo: mondo
      case .inheritance: text(known.inheritance)
      case .assertion: assertion
      case .met: codes(known.met)
      case .notMet: codes(known.notMet)
      case .summary: text(known.summary)
      case .pmids: pmids.joined(separator: ",")
      case .panel: text(known.panel)
      case .guideline: text(known.guideline)
      case .approved: date(known.approved)
      case .published: date(known.published)
      case .link: text(known.link)
      case .uuid: text(known.uuid)
      }
    }
    return EvidenceRow(
      line: line, variation: variation, caid: caid, changes: changes, fields: fields)
  }

  /// The elements of a comma list without blanks; none of an empty cell.
  private static func list(_ cell: String) -> [String] {
    cell.split(separator: ",").map { trimmed(String($0)) }.filter { !$0.isEmpty }
  }

  /// Trimmed, and control characters made blanks: one of them joins the fields in the store.
  private static func clean(_ cell: String) -> String {
    let text = trimmed(cell)
    guard text.utf8.contains(where: { $0 < 0x20 }) else { return text }
    return String(
      decoding: text.utf8.map { $0 < 0x20 ? 0x20 : $0 } as [UInt8], as: UTF8.self)
  }
}

/// A criterion of the ACMG/AMP guideline for sequence variants, perhaps with a changed strength.
enum EvidenceCode {
  private static let limits = [
    "PVS": 1, "PS": 4, "PM": 6, "PP": 5, "BA": 1, "BS": 4, "BP": 7,
  ]

  /// The code with its strength spelled out: `PM3_Very` and `PM3_Very Strong` are `PM3_VeryStrong`,
  /// `BS1_Stand` is `BS1_StandAlone`; nil for what is no such code.
  ///
  /// - Source: Richards 2015; clinical-data study, section 5.
  static func spelled(_ code: String) -> String? {
    let parts = code.split(separator: "_", maxSplits: 1, omittingEmptySubsequences: false)
    let name = parts[0].uppercased()
    let letters = name.prefix { $0.isLetter }
    guard let limit = limits[String(letters)], let number = Int(name.dropFirst(letters.count)),
      (1...limit).contains(number)
    else { return nil }
    guard parts.count == 2 else { return name }
    let strength = parts[1].lowercased().filter { $0.isLetter }
    switch strength {
    case "supporting", "moderate", "strong": return "\(name)_\(strength.capitalised)"
    case _ where strength.hasPrefix("very"): return "\(name)_VeryStrong"
    case _ where strength.hasPrefix("stand"): return "\(name)_StandAlone"
    default: return nil
    }
  }
}

extension String {
  fileprivate var capitalised: String { prefix(1).uppercased() + dropFirst() }
}
