// SPDX-License-Identifier: MIT

internal import Dispatch
internal import Genome
internal import HTS
internal import Synchronization

/// Lays out the contents of one build as a `.kb` file; see ``StoreFormat``.
struct StoreWriter {
  private var sections: [SectionBytes] = []

  static func layout(of contents: StoreContents, build: GenomeBuild) -> StoreLayout {
    var writer = StoreWriter()
    writer.sections = contents.alleles
    var heap = StringHeap()
    for section in StoreSection.allCases {
      switch section {
      case .stringOffsets: writer.add(section, heap.offsets)
      case .strings: writer.add(section, heap.bytes)
      default:
        switch contents.column(section, texts: &heap) {
        case .u8(let values): writer.add(section, values)
        case .i32(let values): writer.add(section, values)
        case .u32(let values): writer.add(section, values)
        case nil: continue
        }
      }
    }
    return writer.layout(build: build)
  }

  private mutating func add(_ section: StoreSection, _ values: [some FixedWidthInteger]) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(values.count * section.element.width)
    for value in values { bytes.appendLittleEndian(value) }
    sections.append(
      SectionBytes(
        title: section.title, type: section.element.rawValue, width: section.element.width,
        piece: .u8(bytes)))
  }

  private func layout(build: GenomeBuild) -> StoreLayout {
    let headLength = StoreFormat.headerLength + sections.count * StoreFormat.entryLength
    let hasTexts = sections.first?.title == AlleleSection.texts.rawValue
    let firstSection = hasTexts ? StoreFormat.textsOffset : headLength
    precondition(headLength <= firstSection, "the directory ends before the texts")
    var length = firstSection
    var directory: [UInt8] = []
    for (section, (size, check)) in zip(sections, checked()) {
      var name = Array(section.title.utf8)
      name += [UInt8](repeating: 0, count: StoreFormat.nameLength - name.count)
      directory += name
      directory.appendLittleEndian(section.type)
      directory.appendLittleEndian(UInt32(section.width))
      directory.appendLittleEndian(UInt64(size / section.width))
      directory.appendLittleEndian(UInt64(length))
      directory.appendLittleEndian(UInt64(size))
      directory.appendLittleEndian(check)
      directory.appendLittleEndian(UInt32(0))
      length += StoreFormat.aligned(size)
    }
    var head = StoreFormat.magic
    head.appendLittleEndian(StoreFormat.version)
    head.appendLittleEndian(UInt16(build.rawValue))
    head.appendLittleEndian(StoreFormat.byteOrderMark)
    head.appendLittleEndian(UInt32(sections.count))
    head.appendLittleEndian(UInt32(headLength))
    head.appendLittleEndian(UInt64(length))
    head += [UInt8](repeating: 0, count: StoreFormat.headerLength - head.count)
    head += directory
    var crc = Checksum()
    crc.update(head)
    var checksum: [UInt8] = []
    checksum.appendLittleEndian(crc.value)
    head.replaceSubrange(
      StoreFormat.checksumOffset..<StoreFormat.checksumOffset + 4, with: checksum)
    return StoreLayout(head: head, gap: firstSection - headLength, sections: sections)
  }

  /// By section its bytes and its checksum: those of 100 MB, which take 10 ms of a core.
  private func checked() -> [(size: Int, checksum: UInt32)] {
    let all = Mutex([(size: Int, checksum: UInt32)](repeating: (0, 0), count: sections.count))
    DispatchQueue.concurrentPerform(iterations: sections.count) { index in
      let one = sections[index].piece.withBytes { bytes in
        var crc = Checksum()
        crc.update(bytes)
        return (size: bytes.byteCount, checksum: crc.value)
      }
      all.withLock { $0[index] = one }
    }
    return all.withLock { $0 }
  }
}

extension [UInt8] {
  fileprivate mutating func appendLittleEndian<Value: FixedWidthInteger>(_ value: Value) {
    for shift in stride(from: 0, to: Value.bitWidth, by: 8) {
      append(UInt8(truncatingIfNeeded: value >> shift))
    }
  }
}
