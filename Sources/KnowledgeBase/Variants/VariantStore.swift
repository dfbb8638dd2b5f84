// SPDX-License-Identifier: MIT

package import Genome
internal import HTS
internal import Synchronization

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
  /// 1 where the offsets of texts were found in order, -1 where not, 0 before anyone looked.
  private let offsetsAreSound = Atomic(0)
  /// Rows that hold Evidence Repository entries, ascending, with repeats.
  let evidenceRows: [UInt32]
  let evidenceRoutes: [MatchRoute]
  let evidenceTexts: [UInt32]

  /// A column of a store and the width of an element.
  struct Column {
    var range = 0..<0
    var width = 1

    var count: Int { range.count / width }

    /// Element `row`.
    ///
    /// - Precondition: `row` lies in `0..<count`; checked against the bytes.
    @inline(__always)
    func value(_ row: Int, _ raw: RawSpan) -> UInt32 {
      let at = range.lowerBound + row * width
      switch width {
      case 4: return raw.integer(at: at, as: UInt32.self)
      case 3:
        return UInt32(raw.integer(at: at, as: UInt16.self)) | UInt32(raw.byte(at: at + 2)) << 16
      case 2: return UInt32(raw.integer(at: at, as: UInt16.self))
      default: return UInt32(raw.byte(at: at))
      }
    }
  }

  /// Where the sections lie; every length was checked against the others.
  struct Layout {
    var contigs: [UInt32] = []
    var buckets = Column()
    var windows = Column()
    var key = Column()
    var variation = Column()
    var classification = Column()
    var names = Column()
    var identifiers = Column()
    var detail = Column()
    var caid = Column()
    var hashes = Column()
    var sequences = Column()
    var ranks = Column()
    var textOffsets = Column()
    var texts = Column()
    var rowChecks = Column()
    var textChecks = Column()

    /// The row columns that are there, in the order of the checks.
    var rowColumns: [Column] {
      [key, variation, classification, names, identifiers, detail, caid].filter {
        !$0.range.isEmpty
      }
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
    guard let key = directory[AlleleSection.key] else {
      guard AlleleSection.allCases.allSatisfy({ directory[$0] == nil }) else {
        throw .badSection(file: name, section: AlleleSection.key.rawValue)
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
    count = key.count
    let layout = try Self.layout(directory, rows: key.count, build: file.build, file: name)
    self.layout = layout
    rowChecks = PieceChecks(count: layout.rowChecks.count)
    textChecks = PieceChecks(count: layout.textChecks.count)
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
      guard Int(evidenceRows[index]) < key.count,
        index == 0 || evidenceRows[index - 1] <= evidenceRows[index]
      else {
        throw .badValue(file: name, section: AlleleSection.evidenceAllele.rawValue, row: index)
      }
      routes.append(route)
    }
    evidenceRoutes = routes
    var classes: [VariantClass] = []
    for (row, number) in column(.classes).enumerated() {
      let range = try Self.text(number, layout, textChecks, file: file, section: .classes, row: row)
      let parts = file.bytes.withBytes { Self.parts(range, $0) }
      classes.append(
        VariantClass(
          significance: parts.first ?? "", reviewStatus: parts.count > 1 ? parts[1] : ""))
    }
    self.classes = classes
  }

  private static func layout(
    _ directory: StoreDirectory, rows: Int, build: GenomeBuild, file: String
  ) throws(KnowledgeBaseError) -> Layout {
    func column(_ section: AlleleSection, _ count: Int?) throws(KnowledgeBaseError) -> Column {
      guard let entry = directory[section], count == nil || entry.count == count else {
        throw .badSection(file: file, section: section.rawValue)
      }
      return Column(range: entry.offset..<entry.offset + entry.byteLength, width: entry.width)
    }
    func pieces(_ count: Int, _ size: Int) -> Int { (count + size - 1) / size }
    var layout = Layout()
    layout.contigs = GenomeBuckets(build).firsts
    _ = try column(.contigs, layout.contigs.count)
    layout.buckets = try column(.buckets, GenomeBuckets(build).count + 1)
    layout.windows = try column(.windows, GenomeBuckets(build).count)
    layout.key = try column(.key, rows)
    layout.variation = try column(.variation, rows)
    layout.classification = try column(.classification, rows)
    layout.names = try column(.names, rows)
    layout.identifiers = try column(.identifiers, rows)
    layout.detail = try column(.detail, rows)
    if directory[.caid] != nil { layout.caid = try column(.caid, rows) }
    layout.hashes = try column(.hashes, nil)
    layout.sequences = try column(.sequences, layout.hashes.count)
    layout.ranks = try column(.sequenceRanks, pieces(rows, AlleleSection.rowsPerRank))
    _ = try column(.classes, nil)
    layout.textOffsets = try column(.textOffsets, nil)
    guard layout.textOffsets.count > 1 else {
      throw .badSection(file: file, section: AlleleSection.textOffsets.rawValue)
    }
    layout.texts = try column(.texts, nil)
    layout.rowChecks = try column(.rowChecks, pieces(rows, AlleleSection.rowsPerCheck))
    layout.textChecks = try column(
      .textChecks, pieces(layout.texts.count, AlleleSection.bytesPerCheck))
    let evidence = directory[.evidenceAllele]?.count
    if evidence != nil || directory[.evidenceRoute] != nil || directory[.evidenceText] != nil {
      _ = try column(.evidenceAllele, evidence)
      _ = try column(.evidenceRoute, evidence ?? 0)
      _ = try column(.evidenceText, evidence ?? 0)
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
      for column in layout.rowColumns {
        let start = column.range.lowerBound
        check.update(raw.extracting(start + first * column.width..<start + last * column.width))
      }
      return check.value == layout.rowChecks.value(piece, raw)
    }
    guard isSound else { throw .badChecksum(file: name, section: "alleles \(first)-\(last - 1)") }
    try checkNumbers(ofRows: first..<last)
    rowChecks.markSound(piece)
  }

  /// Checks that the classifications and texts that rows name are there.
  private func checkNumbers(ofRows rows: Range<Int>) throws(KnowledgeBaseError) {
    let texts = layout.textOffsets.count - 1
    let columns: [(column: Column, section: AlleleSection, count: Int)] = [
      (layout.classification, .classification, classes.count), (layout.names, .names, texts),
      (layout.identifiers, .identifiers, texts), (layout.detail, .detail, texts),
    ]
    for (column, section, count) in columns {
      let bad = file.bytes.withBytes { raw in
        rows.first { Int(column.value($0, raw)) >= count }
      }
      if let bad { throw .badValue(file: name, section: section.rawValue, row: bad) }
    }
  }

  /// Whether every text stands behind the one before and inside of `allele_texts`, and all its pieces were
  /// found sound: then rows that were checked need no look at their texts.
  var textsAreSound: Bool {
    guard textChecks.areAllSound else { return false }
    let known = offsetsAreSound.load(ordering: .acquiring)
    if known != 0 { return known > 0 }
    // Once a run; of two threads both may look and come to the same answer.
    let areSound = file.bytes.withBytes { raw in
      var last: UInt32 = 0
      for number in 0..<layout.textOffsets.count {
        let offset = layout.textOffsets.value(number, raw)
        if offset < last { return false }
        last = offset
      }
      return Int(last) <= layout.texts.count
    }
    offsetsAreSound.store(areSound ? 1 : -1, ordering: .releasing)
    return areSound
  }

  /// Where a text of `allele_texts` stands, from the start of the file, its pieces checked.
  ///
  /// - Throws: ``KnowledgeBaseError/badChecksum(file:section:)``,
  ///   ``KnowledgeBaseError/badValue(file:section:row:)`` for a number that no text has.
  static func text(
    _ number: UInt32, _ layout: Layout, _ checks: PieceChecks, file: StoreFile,
    section: AlleleSection, row: Int
  ) throws(KnowledgeBaseError) -> Range<Int> {
    guard let range = file.bytes.withBytes({ range(ofText: number, layout, $0) }) else {
      throw .badValue(file: file.bytes.name, section: section.rawValue, row: row)
    }
    try checkTexts(range, layout, checks, file, section, row)
    let start = layout.texts.range.lowerBound
    return start + range.lowerBound..<start + range.upperBound
  }

  /// Where a text stands in `allele_texts`; nil for a number that no text has.
  private static func range(
    ofText number: UInt32, _ layout: Layout, _ raw: RawSpan
  ) -> Range<Int>? {
    guard Int(number) + 1 < layout.textOffsets.count else { return nil }
    let start = Int(layout.textOffsets.value(Int(number), raw))
    let end = Int(layout.textOffsets.value(Int(number) + 1, raw))
    return start <= end && end <= layout.texts.count ? start..<end : nil
  }

  private static func checkTexts(
    _ range: Range<Int>, _ layout: Layout, _ checks: PieceChecks, _ file: StoreFile,
    _ section: AlleleSection, _ row: Int
  ) throws(KnowledgeBaseError) {
    guard !range.isEmpty else { return }
    var piece = range.lowerBound / AlleleSection.bytesPerCheck
    let last = (range.upperBound - 1) / AlleleSection.bytesPerCheck
    while piece <= last {
      defer { piece += 1 }
      if checks.isSound(piece) { continue }
      let first = layout.texts.range.lowerBound + piece * AlleleSection.bytesPerCheck
      let end = min(first + AlleleSection.bytesPerCheck, layout.texts.range.upperBound)
      let isSound = file.bytes.withBytes { raw in
        var check = Checksum()
        check.update(raw.extracting(first..<end))
        return check.value == layout.textChecks.value(piece, raw)
      }
      guard isSound else {
        throw .badChecksum(file: file.bytes.name, section: AlleleSection.texts.rawValue)
      }
      checks.markSound(piece)
    }
  }

  /// Checks all rows, texts and references: what `kb verify` adds to checksums.
  ///
  /// - Throws: the first error.
  package func verify() throws(KnowledgeBaseError) {
    guard count > 0 else { return }
    try check(rows: 0..<count)
    var last = 0
    for bucket in 0..<layout.buckets.count {
      let first = Int(value(layout.buckets, bucket))
      guard first >= last, first <= count else {
        throw .badValue(file: name, section: AlleleSection.buckets.rawValue, row: bucket)
      }
      last = first
    }
    guard last == count else {
      throw .badValue(
        file: name, section: AlleleSection.buckets.rawValue, row: layout.buckets.count - 1)
    }
    for bucket in 0..<layout.windows.count {
      var window: UInt32 = 0
      for row in Int(value(layout.buckets, bucket))..<Int(value(layout.buckets, bucket + 1)) {
        window |= AlleleSection.window(
          Int32(value(layout.key, row)) >> Int32(AlleleSection.codeBits))
      }
      guard value(layout.windows, bucket) == window else {
        throw .badValue(file: name, section: AlleleSection.windows.rawValue, row: bucket)
      }
    }
    for row in 0..<count { try checkTexts(ofRow: row) }
    for long in 0..<layout.sequences.count {
      try checkText(value(layout.sequences, long), .sequences, long)
    }
    try checkEvidence(evidenceTexts.indices)
  }

  /// Checks what a row refers to, so that reports can read it.
  func checkTexts(ofRow row: Int) throws(KnowledgeBaseError) {
    guard Int(value(layout.classification, row)) < classes.count else {
      throw .badValue(file: name, section: AlleleSection.classification.rawValue, row: row)
    }
    try checkText(value(layout.names, row), .names, row)
    try checkText(value(layout.identifiers, row), .identifiers, row)
    try checkText(value(layout.detail, row), .detail, row)
  }

  /// Whether a text is there and the pieces that it stands in were found sound before.
  func isSound(text number: UInt32, _ raw: RawSpan) -> Bool {
    // Not by way of the range, for which the whole layout is handed on: 60 ns a match.
    guard Int(number) + 1 < layout.textOffsets.count else { return false }
    let start = Int(layout.textOffsets.value(Int(number), raw))
    let end = Int(layout.textOffsets.value(Int(number) + 1, raw))
    guard start < end, end <= layout.texts.count else { return start == end }
    let first = start / AlleleSection.bytesPerCheck
    let last = (end - 1) / AlleleSection.bytesPerCheck
    return textChecks.isSound(first)
      && (first == last || (first...last).allSatisfy(textChecks.isSound))
  }

  private func checkText(
    _ number: UInt32, _ section: AlleleSection, _ row: Int
  ) throws(KnowledgeBaseError) {
    _ = try textRange(number, of: section, row: row)
  }

  /// Where a text stands, from the start of the file, checked.
  func textRange(
    _ number: UInt32, of section: AlleleSection, row: Int
  ) throws(KnowledgeBaseError) -> Range<Int> {
    try Self.text(number, layout, textChecks, file: file, section: section, row: row)
  }

  /// The fields of a text that was checked.
  func parts(_ number: UInt32) -> [String] {
    file.bytes.withBytes { raw in
      guard let range = Self.range(ofText: number, layout, raw) else { return [] }
      let start = layout.texts.range.lowerBound
      return Self.parts(start + range.lowerBound..<start + range.upperBound, raw)
    }
  }

  private static func parts(_ range: Range<Int>, _ raw: RawSpan) -> [String] {
    var text: [UInt8] = []
    raw.append(range, to: &text)
    return text.split(separator: AlleleSection.separator, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
  }

  /// Checks the texts of the entries at a row.
  func checkEvidence(_ entries: Range<Int>) throws(KnowledgeBaseError) {
    for entry in entries { try checkText(evidenceTexts[entry], .evidenceText, entry) }
  }

  /// Element `row` of a column.
  func value(_ column: Column, _ row: Int) -> UInt32 {
    file.bytes.withBytes { column.value(row, $0) }
  }
}
