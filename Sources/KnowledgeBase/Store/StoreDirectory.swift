// SPDX-License-Identifier: MIT

internal import Genome
internal import HTS

/// Where each column of an opened store lies, after every check of structure and checksums.
struct StoreDirectory {
  struct Entry {
    let count: Int
    let offset: Int
    let byteLength: Int
    let checksum: UInt32
    /// Bytes an element.
    var width = 1
  }

  private var entries = [Entry?](repeating: nil, count: StoreSection.allCases.count)
  private var alleles: [AlleleSection: Entry] = [:]
  /// The number of features, placed and unplaced.
  private(set) var featureCount = 0

  subscript(section: StoreSection) -> Entry {
    entries[section.rawValue] ?? Entry(count: 0, offset: 0, byteLength: 0, checksum: 0)
  }

  subscript(section: AlleleSection) -> Entry? { alleles[section] }

  /// Checks header, directory, bounds, and the checksums of all sections but the lazy ones of
  /// ``AlleleSection``; those are checked piece by piece at first use, and whole by ``checkAll(_:file:)``.
  ///
  /// Checked in the order in which a stranger's file fails: magic, byte order, version, length, header
  /// checksum, build, sections.
  init(
    _ bytes: RawSpan, file: String, build: GenomeBuild
  ) throws(KnowledgeBaseError) {
    let magic = StoreFormat.magic
    for offset in magic.indices {
      guard offset < bytes.byteCount, bytes.byte(at: offset) == magic[offset] else {
        throw .notAStore(file: file)
      }
    }
    guard bytes.byteCount >= StoreFormat.headerLength else {
      throw .truncatedStore(
        file: file, expected: StoreFormat.headerLength, found: bytes.byteCount)
    }
    let mark = bytes.integer(at: 12, as: UInt32.self)
    if mark == StoreFormat.byteOrderMark.byteSwapped { throw .foreignByteOrder(file: file) }
    let version = bytes.integer(at: 8, as: UInt16.self)
    guard version == StoreFormat.version else {
      throw .unsupportedFormat(
        file: file, found: Int(version), supported: Int(StoreFormat.version))
    }
    let length = Int(clamping: bytes.integer(at: 24, as: UInt64.self))
    guard length == bytes.byteCount else {
      throw .truncatedStore(file: file, expected: length, found: bytes.byteCount)
    }
    let sectionCount = Int(bytes.integer(at: 16, as: UInt32.self))
    let headLength = Int(bytes.integer(at: 20, as: UInt32.self))
    guard headLength == StoreFormat.headerLength + sectionCount * StoreFormat.entryLength,
      headLength <= length,
      Self.headChecksum(bytes, headLength) == bytes.integer(at: 32, as: UInt32.self),
      mark == StoreFormat.byteOrderMark
    else { throw .badChecksum(file: file, section: nil) }
    let found = Int(bytes.integer(at: 10, as: UInt16.self))
    guard found == Int(build.rawValue) else {
      throw .wrongBuild(file: file, expected: build, found: found)
    }
    try readEntries(bytes, count: sectionCount, file: file)
    try checkGroups(file: file)
  }

  private static func headChecksum(_ bytes: RawSpan, _ length: Int) -> UInt32 {
    var crc = Checksum()
    crc.update(bytes.extracting(0..<StoreFormat.checksumOffset))
    crc.update([0, 0, 0, 0])
    crc.update(bytes.extracting((StoreFormat.checksumOffset + 4)..<length))
    return crc.value
  }

  /// Sections of another name are left alone: a later program of the same format version may add some.
  private mutating func readEntries(
    _ bytes: RawSpan, count: Int, file: String
  ) throws(KnowledgeBaseError) {
    for number in 0..<count {
      let at = StoreFormat.headerLength + number * StoreFormat.entryLength
      var name: [UInt8] = []
      for offset in 0..<StoreFormat.nameLength where bytes.byte(at: at + offset) != 0 {
        name.append(bytes.byte(at: at + offset))
      }
      let title = String(decoding: name, as: UTF8.self)
      let type = bytes.integer(at: at + 24, as: UInt32.self)
      let width = Int(bytes.integer(at: at + 28, as: UInt32.self))
      let entry = Entry(
        count: Int(clamping: bytes.integer(at: at + 32, as: UInt64.self)),
        offset: Int(clamping: bytes.integer(at: at + 40, as: UInt64.self)),
        byteLength: Int(clamping: bytes.integer(at: at + 48, as: UInt64.self)),
        checksum: bytes.integer(at: at + 56, as: UInt32.self), width: width)
      guard entry.offset.isMultiple(of: StoreFormat.alignment), entry.offset <= bytes.byteCount,
        entry.byteLength <= bytes.byteCount - entry.offset
      else { throw .badSection(file: file, section: title) }
      let allele = AlleleSection(rawValue: title)
      if allele?.isLazy != true { try Self.check(entry, bytes, title: title, file: file) }
      let known = StoreSection(title: title)
      if known == nil, allele == nil { continue }
      let types =
        known.map { [(type: $0.element.rawValue, width: $0.element.width)] }
        ?? allele?.elements.map { (type: $0.rawValue, width: $0.width) } ?? []
      guard types.contains(where: { $0.type == type && $0.width == width }),
        entry.byteLength / width == entry.count, entry.byteLength.isMultiple(of: width)
      else { throw .badSection(file: file, section: title) }
      if let known { entries[known.rawValue] = entry }
      if let allele { alleles[allele] = entry }
    }
    featureCount = self[.contig].count
  }

  private static func check(
    _ entry: Entry, _ bytes: RawSpan, title: String, file: String
  ) throws(KnowledgeBaseError) {
    var crc = Checksum()
    crc.update(bytes.extracting(entry.offset..<entry.offset + entry.byteLength))
    guard crc.value == entry.checksum else { throw .badChecksum(file: file, section: title) }
  }

  /// Checks the checksum of every section that opening leaves for later.
  ///
  /// - Throws: ``KnowledgeBaseError/badChecksum(file:section:)``.
  func checkAll(_ bytes: RawSpan, file: String) throws(KnowledgeBaseError) {
    for section in AlleleSection.allCases where section.isLazy {
      guard let entry = alleles[section] else { continue }
      try Self.check(entry, bytes, title: section.rawValue, file: file)
    }
  }

  /// Every column of a group is there and equally long, or the whole group may be absent.
  private func checkGroups(file: String) throws(KnowledgeBaseError) {
    for section in StoreSection.allCases {
      let group = section.group
      guard let entry = entries[section.rawValue] else {
        let isWanted = group.anchor.map { entries[$0.rawValue] != nil } ?? true
        if section.isOptional && (section.isLater || !isWanted) { continue }
        throw .badSection(file: file, section: section.title)
      }
      if let first = group.first, entry.count != self[first].count {
        throw .badSection(file: file, section: section.title)
      }
    }
  }
}
