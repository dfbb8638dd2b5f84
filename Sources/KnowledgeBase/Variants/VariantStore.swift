// SPDX-License-Identifier: MIT

package import Genome
internal import HTS

/// The alleles of one build: ClinVar's classifications and the Evidence Repository's assertions.
///
/// A row is an allele with one VariationID; rows are numbers. Nothing is read at opening but the small
/// sections: columns and texts stay in the mapped file and are checked piece by piece at first use, so
/// three million alleles open in milliseconds. Rows that a lookup has found, and all their texts, are
/// checked before the lookup returns: what is read of them later cannot be damaged.
package final class VariantStore: Sendable {
  package let build: GenomeBuild
  /// Rows.
  package let count: Int
  /// The classifications that rows refer to by number; number 0 is none: not in ClinVar.
  package let classes: [VariantClass]

  let file: StoreFile
  let layout: Layout
  private let rowChecks: PieceChecks
  private let textChecks: PieceChecks
  /// Rows that hold Evidence Repository entries, ascending, with repeats.
  let evidenceRows: [UInt32]
  let evidenceRoutes: [MatchRoute]
  let evidenceTexts: [UInt32]

  /// Where the sections lie; every length was checked against the others.
  struct Layout {
    var contigs: [UInt32] = []
    var buckets = 0..<0
    var place = 0..<0
    var code = 0..<0
    var variation = 0..<0
    var classification = 0..<0
    var conditions = 0..<0
    var detail = 0..<0
    var caid = 0..<0
    var sequences = 0..<0
    var ranks = 0..<0
    var texts = 0..<0
    var rowChecks = 0..<0
    var textChecks = 0..<0

    /// The row columns that are there, with the width of an element, in the order of the checks.
    var rowColumns: [(range: Range<Int>, width: Int)] {
      [
        (place, 2), (code, 4), (variation, 4), (classification, 2), (conditions, 4), (detail, 4),
        (caid, 4),
      ].filter { !$0.range.isEmpty }
    }
  }

  var name: String { file.bytes.name }

  /// - Throws: ``KnowledgeBaseError/badSection(file:section:)`` for sections that do not fit each other,
  ///   ``KnowledgeBaseError/badValue(file:section:row:)``,
  ///   ``KnowledgeBaseError/badChecksum(file:section:)``.
  init(_ file: StoreFile) throws(KnowledgeBaseError) {
    self.file = file
    build = file.build
    let directory = file.directory
    let name = file.bytes.name
    guard let code = directory[AlleleSection.code] else {
      guard AlleleSection.allCases.allSatisfy({ directory[$0] == nil }) else {
        throw .badSection(file: name, section: AlleleSection.code.rawValue)
      }
      count = 0
      classes = [VariantClass(significance: "", reviewStatus: "")]
      layout = Layout()
      rowChecks = PieceChecks(count: 0)
      textChecks = PieceChecks(count: 0)
      evidenceRows = []
      evidenceRoutes = []
      evidenceTexts = []
      return
    }
    count = code.count
    let layout = try Self.layout(directory, rows: code.count, build: file.build, file: name)
    self.layout = layout
    rowChecks = PieceChecks(count: layout.rowChecks.count / 4)
    textChecks = PieceChecks(count: layout.textChecks.count / 4)
    func column(_ section: AlleleSection) -> [UInt32] {
      guard let entry = directory[section] else { return [] }
      let column = StoreColumn<UInt32>(entry)
      return file.bytes.withBytes { raw in (0..<column.count).map { column.value($0, raw) } }
    }
    evidenceRows = column(.evidenceAllele)
    evidenceTexts = column(.evidenceText)
    var routes: [MatchRoute] = []
    for index in evidenceRows.indices {
      let byte = file.bytes.withBytes { raw in
        raw.byte(at: (directory[AlleleSection.evidenceRoute]?.offset ?? 0) + index)
      }
      guard let route = MatchRoute(rawValue: byte) else {
        throw .badValue(file: name, section: AlleleSection.evidenceRoute.rawValue, row: index)
      }
      guard Int(evidenceRows[index]) < code.count,
        index == 0 || evidenceRows[index - 1] <= evidenceRows[index]
      else {
        throw .badValue(file: name, section: AlleleSection.evidenceAllele.rawValue, row: index)
      }
      routes.append(route)
    }
    evidenceRoutes = routes
    var classes: [VariantClass] = []
    for (number, offset) in column(.classes).enumerated() {
      let checks = textChecks
      guard
        let text = try Self.text(
          at: offset, layout, checks, file: file, section: .classes, row: number)
      else { continue }
      let parts = text.split(
        separator: AlleleSection.separator, omittingEmptySubsequences: false
      ).map { String(decoding: $0, as: UTF8.self) }
      classes.append(
        VariantClass(
          significance: parts.first ?? "", reviewStatus: parts.count > 1 ? parts[1] : ""))
    }
    self.classes = classes
  }

  private static func layout(
    _ directory: StoreDirectory, rows: Int, build: GenomeBuild, file: String
  ) throws(KnowledgeBaseError) -> Layout {
    func range(_ section: AlleleSection, _ count: Int?) throws(KnowledgeBaseError) -> Range<Int> {
      guard let entry = directory[section], count == nil || entry.count == count else {
        throw .badSection(file: file, section: section.rawValue)
      }
      return entry.offset..<entry.offset + entry.byteLength
    }
    func pieces(_ count: Int, _ size: Int) -> Int { (count + size - 1) / size }
    var layout = Layout()
    layout.contigs = GenomeBuckets(build).firsts
    let buckets = GenomeBuckets(build).count + 1
    _ = try range(.contigs, layout.contigs.count)
    layout.buckets = try range(.buckets, buckets)
    layout.place = try range(.place, rows)
    layout.code = try range(.code, rows)
    layout.variation = try range(.variation, rows)
    layout.classification = try range(.classification, rows)
    layout.conditions = try range(.conditions, rows)
    layout.detail = try range(.detail, rows)
    if directory[.caid] != nil { layout.caid = try range(.caid, rows) }
    layout.sequences = try range(.sequences, nil)
    layout.ranks = try range(.sequenceRanks, pieces(rows, AlleleSection.rowsPerRank))
    _ = try range(.classes, nil)
    layout.texts = try range(.texts, nil)
    layout.rowChecks = try range(.rowChecks, pieces(rows, AlleleSection.rowsPerCheck))
    layout.textChecks = try range(
      .textChecks, pieces(layout.texts.count, AlleleSection.bytesPerCheck))
    let evidence = directory[.evidenceAllele]?.count
    if evidence != nil || directory[.evidenceRoute] != nil || directory[.evidenceText] != nil {
      _ = try range(.evidenceAllele, evidence)
      _ = try range(.evidenceRoute, evidence ?? 0)
      _ = try range(.evidenceText, evidence ?? 0)
    }
    return layout
  }
}

/// What ClinVar says of an allele in general: many alleles share it.
package struct VariantClass: Sendable, Equatable {
  /// CLNSIG as ClinVar writes it; empty where it says nothing.
  package let significance: String
  /// CLNREVSTAT as ClinVar writes it.
  package let reviewStatus: String
  /// 0 to 4; an unknown status counts as 0.
  package let stars: Int
  package let direction: ClinicalDirection

  init(significance: String, reviewStatus: String) {
    self.significance = significance
    self.reviewStatus = reviewStatus
    stars = ReviewStatus.stars(reviewStatus) ?? 0
    direction = ClinicalDirection(significance)
  }

  /// CLNSIG, and `not_provided` for a record without one.
  package var word: String { significance.isEmpty ? "not_provided" : significance }
}

// MARK: - Checking pieces

extension VariantStore {
  /// Checks the rows of a range that no one has read before.
  ///
  /// - Precondition: the range lies in `0..<count`.
  /// - Throws: ``KnowledgeBaseError/badChecksum(file:section:)``.
  func check(rows: Range<Int>) throws(KnowledgeBaseError) {
    guard !rows.isEmpty else { return }
    var piece = rows.lowerBound / AlleleSection.rowsPerCheck
    let last = (rows.upperBound - 1) / AlleleSection.rowsPerCheck
    while piece <= last {
      if !rowChecks.isSound(piece) { try checkRows(piece) }
      piece += 1
    }
  }

  private func checkRows(_ piece: Int) throws(KnowledgeBaseError) {
    let first = piece * AlleleSection.rowsPerCheck
    let last = min(first + AlleleSection.rowsPerCheck, count)
    let isSound = file.bytes.withBytes { raw in
      var check = Checksum()
      for (range, width) in layout.rowColumns {
        check.update(
          raw.extracting(range.lowerBound + first * width..<range.lowerBound + last * width))
      }
      return check.value
        == raw.integer(at: layout.rowChecks.lowerBound + piece * 4, as: UInt32.self)
    }
    guard isSound else { throw .badChecksum(file: name, section: "alleles \(first)-\(last - 1)") }
    rowChecks.markSound(piece)
  }

  /// The bytes of a text of `allele_texts`, whose pieces are checked.
  ///
  /// - Throws: ``KnowledgeBaseError/badChecksum(file:section:)``,
  ///   ``KnowledgeBaseError/badValue(file:section:row:)`` for an offset at which no text can stand.
  static func text(
    at offset: UInt32, _ layout: Layout, _ checks: PieceChecks, file: StoreFile,
    section: AlleleSection, row: Int
  ) throws(KnowledgeBaseError) -> [UInt8]? {
    try checkTexts(Int(offset)..<Int(offset) + 1, layout, checks, file, section, row)
    // The length may stand across two pieces.
    let most = min(Int(offset) + 5, layout.texts.count)
    try checkTexts(Int(offset)..<most, layout, checks, file, section, row)
    let range = file.bytes.withBytes { raw in
      TextTable.range(at: Int(offset), in: raw.extracting(layout.texts))
    }
    guard let range else {
      throw .badValue(file: file.bytes.name, section: section.rawValue, row: row)
    }
    try checkTexts(range, layout, checks, file, section, row)
    var text: [UInt8] = []
    file.bytes.withBytes { $0.extracting(layout.texts).append(range, to: &text) }
    return text
  }

  private static func checkTexts(
    _ range: Range<Int>, _ layout: Layout, _ checks: PieceChecks, _ file: StoreFile,
    _ section: AlleleSection, _ row: Int
  ) throws(KnowledgeBaseError) {
    guard !range.isEmpty else { return }
    guard range.upperBound <= layout.texts.count else {
      throw .badValue(file: file.bytes.name, section: section.rawValue, row: row)
    }
    var piece = range.lowerBound / AlleleSection.bytesPerCheck
    let last = (range.upperBound - 1) / AlleleSection.bytesPerCheck
    while piece <= last {
      defer { piece += 1 }
      if checks.isSound(piece) { continue }
      let first = layout.texts.lowerBound + piece * AlleleSection.bytesPerCheck
      let end = min(first + AlleleSection.bytesPerCheck, layout.texts.upperBound)
      let isSound = file.bytes.withBytes { raw in
        var check = Checksum()
        check.update(raw.extracting(first..<end))
        return check.value
          == raw.integer(at: layout.textChecks.lowerBound + piece * 4, as: UInt32.self)
      }
      guard isSound else {
        throw .badChecksum(file: file.bytes.name, section: AlleleSection.texts.rawValue)
      }
      checks.markSound(piece)
    }
  }

  func text(
    at offset: UInt32, of section: AlleleSection, row: Int
  ) throws(KnowledgeBaseError) -> [UInt8] {
    try Self.text(at: offset, layout, textChecks, file: file, section: section, row: row) ?? []
  }

  /// Checks all rows, texts and references: what `kb verify` adds to checksums.
  ///
  /// - Throws: the first error.
  package func verify() throws(KnowledgeBaseError) {
    guard count > 0 else { return }
    try check(rows: 0..<count)
    var last = 0
    for bucket in 0..<layout.buckets.count / 4 {
      let first = value32(layout.buckets, bucket)
      guard first >= last, first <= count else {
        throw .badValue(file: name, section: AlleleSection.buckets.rawValue, row: bucket)
      }
      last = first
    }
    guard last == count else {
      throw .badValue(
        file: name, section: AlleleSection.buckets.rawValue, row: layout.buckets.count / 4 - 1)
    }
    for row in 0..<count {
      guard Int(value16(layout.classification, row)) < classes.count else {
        throw .badValue(file: name, section: AlleleSection.classification.rawValue, row: row)
      }
      try checkTexts(ofRow: row)
    }
  }

  /// Checks what a row refers to, so that reports can read it.
  func checkTexts(ofRow row: Int) throws(KnowledgeBaseError) {
    guard Int(value16(layout.classification, row)) < classes.count else {
      throw .badValue(file: name, section: AlleleSection.classification.rawValue, row: row)
    }
    for (range, section) in [
      (layout.conditions, AlleleSection.conditions), (layout.detail, .detail),
    ] {
      try checkText(UInt32(value32(range, row)), section, row)
    }
  }

  private func checkText(
    _ offset: UInt32, _ section: AlleleSection, _ row: Int
  ) throws(KnowledgeBaseError) {
    let start = Int(offset)
    try Self.checkTexts(
      start..<min(start + 5, max(start + 1, layout.texts.count)), layout, textChecks, file, section,
      row)
    let range = file.bytes.withBytes {
      TextTable.range(at: start, in: $0.extracting(layout.texts))
    }
    guard let range else { throw .badValue(file: name, section: section.rawValue, row: row) }
    try Self.checkTexts(range, layout, textChecks, file, section, row)
  }

  /// Checks the texts of the entries at a row.
  func checkEvidence(_ entries: Range<Int>) throws(KnowledgeBaseError) {
    for entry in entries { try checkText(evidenceTexts[entry], .evidenceText, entry) }
  }

  /// Element `row` of a column of four bytes.
  func value32(_ column: Range<Int>, _ row: Int) -> Int {
    file.bytes.withBytes { Int($0.integer(at: column.lowerBound + row * 4, as: UInt32.self)) }
  }

  func value16(_ column: Range<Int>, _ row: Int) -> UInt16 {
    file.bytes.withBytes { $0.integer(at: column.lowerBound + row * 2, as: UInt16.self) }
  }
}
