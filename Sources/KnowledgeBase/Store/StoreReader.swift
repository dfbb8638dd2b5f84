// SPDX-License-Identifier: MIT

internal import Genome

/// Reads the feature columns of a store whose structure and checksums are good, and checks every value.
enum StoreReader {
  /// - Throws: ``KnowledgeBaseError/badValue(file:section:row:)`` for what no writer of ours writes.
  static func features(
    _ bytes: RawSpan, directory: StoreDirectory, file: String
  ) throws(KnowledgeBaseError) -> [DosageFeature] {
    let stringCount = UInt32(directory[.stringOffsets].count - 1)
    var features: [DosageFeature] = []
    features.reserveCapacity(directory.featureCount)
    for row in 0..<directory.featureCount {
      func u8(_ section: StoreSection) -> UInt8 { bytes.byte(at: directory[section].offset + row) }
      func i32(_ section: StoreSection) -> Int32 {
        bytes.integer(at: directory[section].offset + row * 4, as: Int32.self)
      }
      func u32(_ section: StoreSection) -> UInt32 {
        bytes.integer(at: directory[section].offset + row * 4, as: UInt32.self)
      }
      func bad(_ section: StoreSection) -> KnowledgeBaseError {
        .badValue(file: file, section: section.title, row: row)
      }
      func text(_ section: StoreSection) throws(KnowledgeBaseError) -> StringID {
        let id = u32(section)
        guard id < stringCount else { throw bad(section) }
        return StringID(rawValue: id)
      }
      func score(_ section: StoreSection) throws(KnowledgeBaseError) -> DosageScore {
        guard let score = DosageScore(rawValue: u8(section)) else { throw bad(section) }
        return score
      }
      let contig = Contig(rawValue: u8(.contig))
      guard contig.rawValue == u8(.contig) else { throw bad(.contig) }
      guard let kind = FeatureKind(rawValue: u8(.kind)) else { throw bad(.kind) }
      let interval = Interval(start: i32(.start), end: i32(.end))
      let isSound =
        contig.isAssembled
        ? interval.start >= 0 && interval.start < interval.end
        : interval == Interval(start: 0, end: 0)
      guard isSound else { throw bad(.end) }
      if let previous = features.last {
        guard Self.order(previous, contig, interval) else { throw bad(.start) }
      }
      features.append(
        DosageFeature(
          kind: kind, contig: contig, interval: interval, id: try text(.id),
          name: try text(.name), cytoband: try text(.cytoband), ncbiGeneID: u32(.ncbiGeneID),
          hi: try score(.hi), ts: try score(.ts), hiLast: try score(.hiLast),
          tsLast: try score(.tsLast), hiLastDate: try text(.hiLastDate),
          tsLastDate: try text(.tsLastDate), hiText: try text(.hiText),
          tsText: try text(.tsText), hiDisease: try text(.hiDisease),
          tsDisease: try text(.tsDisease), hiPMIDs: try text(.hiPMIDs),
          tsPMIDs: try text(.tsPMIDs), evaluated: try text(.evaluated),
          hiFrom: try text(.hiFrom), tsFrom: try text(.tsFrom),
          scoresFrom: try text(.scoresFrom),
          hgncID: directory[.hgncID].count == 0 ? 0 : u32(.hgncID)))
    }
    return features
  }

  /// Placed before unplaced, and sorted by contig and start as the index needs it.
  private static func order(
    _ previous: DosageFeature, _ contig: Contig, _ interval: Interval
  ) -> Bool {
    if !contig.isAssembled { return true }
    guard previous.contig.isAssembled else { return false }
    return (previous.contig, previous.interval.start) <= (contig, interval.start)
  }

  /// The heap begins with the empty text, its offsets rise, and the last one is its length.
  static func checkStrings(
    _ bytes: RawSpan, directory: StoreDirectory, file: String
  ) throws(KnowledgeBaseError) {
    let offsets = directory[.stringOffsets]
    var last: UInt32 = 0
    guard offsets.count >= 2 else {
      throw .badSection(file: file, section: StoreSection.stringOffsets.title)
    }
    let column = StoreColumn<UInt32>(offsets)
    for row in 0..<column.count {
      let offset = column.value(row, bytes)
      guard offset >= last, row > 1 || offset == 0, Int(offset) <= directory[.strings].count else {
        throw .badValue(file: file, section: StoreSection.stringOffsets.title, row: row)
      }
      last = offset
    }
    guard Int(last) == directory[.strings].count else {
      throw .badValue(
        file: file, section: StoreSection.stringOffsets.title, row: offsets.count - 1)
    }
  }
}
