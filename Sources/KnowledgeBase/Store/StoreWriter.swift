// SPDX-License-Identifier: MIT

internal import Genome

/// Lays out the features of one build as the bytes of a `.kb` file; see ``StoreFormat``.
struct StoreWriter {
  private var sections: [(section: StoreSection, count: Int, bytes: [UInt8])] = []

  /// - Parameters:
  ///   - features: in store order.
  ///   - genes: in store order, each with its transcripts best first.
  ///   - bands: by contig and start.
  static func bytes(
    of features: [FeatureDraft], genes: [GeneRow] = [], bands: [BandRow] = [], build: GenomeBuild
  ) -> [UInt8] {
    var writer = StoreWriter()
    var heap = StringHeap()
    let models = GeneColumns(genes: genes, bands: bands)
    for section in StoreSection.allCases {
      switch section {
      case .stringOffsets: writer.add(section, heap.offsets)
      case .strings: writer.add(section, heap.bytes)
      case _ where section.group != .features:
        // A store without gene models or cytobands is as it was before there were any.
        if section.group == .bands ? bands.isEmpty : genes.isEmpty { continue }
        switch section.element {
        case .u8: writer.add(section, models.numbers(section).map { UInt8($0) })
        case .i32: writer.add(section, models.numbers(section))
        case .u32:
          writer.add(
            section,
            models.texts(section)?.map { heap.id(of: $0) }
              ?? models.numbers(section).map { UInt32(bitPattern: $0) })
        }
      default:
        switch section.element {
        case .u8: writer.add(section, features.map { UInt8(value(section, $0)) })
        case .i32: writer.add(section, features.map { Int32(value(section, $0)) })
        case .u32:
          writer.add(
            section,
            features.map { feature in
              text(section, feature).map { heap.id(of: $0) } ?? UInt32(value(section, feature))
            })
        }
      }
    }
    return writer.file(build: build)
  }

  private static func value(_ section: StoreSection, _ feature: FeatureDraft) -> Int {
    switch section {
    case .contig: Int(feature.placement?.contig.rawValue ?? 0)
    case .start: Int(feature.placement?.interval.start ?? 0)
    case .end: Int(feature.placement?.interval.end ?? 0)
    case .kind: Int(feature.kind.rawValue)
    case .hi: Int(feature.hi.score.rawValue)
    case .ts: Int(feature.ts.score.rawValue)
    case .hiLast: Int(feature.hi.last.rawValue)
    case .tsLast: Int(feature.ts.last.rawValue)
    case .ncbiGeneID: Int(feature.ncbiGeneID)
    case .hgncID: Int(feature.hgncID)
    default: 0
    }
  }

  /// nil for a column of numbers.
  private static func text(_ section: StoreSection, _ feature: FeatureDraft) -> String? {
    switch section {
    case .id: feature.id
    case .name: feature.name
    case .cytoband: feature.cytoband
    case .hiLastDate: feature.hi.lastDate?.text ?? ""
    case .tsLastDate: feature.ts.lastDate?.text ?? ""
    case .hiText: feature.hi.text
    case .tsText: feature.ts.text
    case .hiDisease: feature.hi.disease
    case .tsDisease: feature.ts.disease
    case .hiPMIDs: feature.hi.pmids
    case .tsPMIDs: feature.ts.pmids
    case .evaluated: feature.evaluated
    case .hiFrom: feature.hi.from?.text ?? ""
    case .tsFrom: feature.ts.from?.text ?? ""
    case .scoresFrom: feature.scoresFrom
    default: nil
    }
  }

  private mutating func add(_ section: StoreSection, _ values: [some FixedWidthInteger]) {
    var bytes: [UInt8] = []
    for value in values { bytes.appendLittleEndian(value) }
    sections.append((section, values.count, bytes))
  }

  private func file(build: GenomeBuild) -> [UInt8] {
    let headLength = StoreFormat.headerLength + sections.count * StoreFormat.entryLength
    var body: [UInt8] = []
    var directory: [UInt8] = []
    for (section, count, bytes) in sections {
      var crc = CRC32()
      crc.update(bytes)
      var name = Array(section.title.utf8)
      name += [UInt8](repeating: 0, count: StoreFormat.nameLength - name.count)
      directory += name
      directory.appendLittleEndian(section.element.rawValue)
      directory.appendLittleEndian(UInt32(section.element.width))
      directory.appendLittleEndian(UInt64(count))
      directory.appendLittleEndian(UInt64(headLength + body.count))
      directory.appendLittleEndian(UInt64(bytes.count))
      directory.appendLittleEndian(crc.value)
      directory.appendLittleEndian(UInt32(0))
      body += bytes
      body += [UInt8](repeating: 0, count: StoreFormat.aligned(body.count) - body.count)
    }
    var head = StoreFormat.magic
    head.appendLittleEndian(StoreFormat.version)
    head.appendLittleEndian(UInt16(build.rawValue))
    head.appendLittleEndian(StoreFormat.byteOrderMark)
    head.appendLittleEndian(UInt32(sections.count))
    head.appendLittleEndian(UInt32(headLength))
    head.appendLittleEndian(UInt64(headLength + body.count))
    head += [UInt8](repeating: 0, count: StoreFormat.headerLength - head.count)
    head += directory
    var crc = CRC32()
    crc.update(head)
    var checksum: [UInt8] = []
    checksum.appendLittleEndian(crc.value)
    head.replaceSubrange(
      StoreFormat.checksumOffset..<StoreFormat.checksumOffset + 4, with: checksum)
    return head + body
  }
}

extension [UInt8] {
  fileprivate mutating func appendLittleEndian<Value: FixedWidthInteger>(_ value: Value) {
    for shift in stride(from: 0, to: Value.bitWidth, by: 8) {
      append(UInt8(truncatingIfNeeded: value >> shift))
    }
  }
}
