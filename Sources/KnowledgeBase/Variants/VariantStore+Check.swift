// SPDX-License-Identifier: MIT

internal import HTS
internal import Synchronization

// Pieces are checked at first use, and everything at `kb verify`.
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

  /// One of the parts of a text; empty where it has fewer.
  func part(_ index: Int, ofText number: UInt32) -> String {
    file.bytes.withBytes { raw in
      guard let range = Self.range(ofText: number, layout, raw) else { return "" }
      let end = layout.texts.range.lowerBound + range.upperBound
      var start = layout.texts.range.lowerBound + range.lowerBound
      var passed = 0
      for place in start..<end where raw.byte(at: place) == AlleleSection.separator {
        if passed == index { return Self.text(start..<place, raw) }
        passed += 1
        start = place + 1
      }
      return passed == index ? Self.text(start..<end, raw) : ""
    }
  }

  private static func text(_ range: Range<Int>, _ raw: RawSpan) -> String {
    var text: [UInt8] = []
    raw.append(range, to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  static func parts(_ range: Range<Int>, _ raw: RawSpan) -> [String] {
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
