// SPDX-License-Identifier: MIT

internal import Genome
internal import HTS

/// Lays out the contents of one build as a `.kb` file; see ``StoreFormat``.
struct StoreWriter {
  private var sections: [SectionBytes] = []

  static func layout(of contents: StoreContents, build: GenomeBuild) -> StoreLayout {
    var writer = StoreWriter()
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
    writer.sections += contents.alleles
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
    var length = headLength
    var directory: [UInt8] = []
    for section in sections {
      let (size, check) = section.piece.withBytes { bytes in
        var crc = Checksum()
        crc.update(bytes)
        return (bytes.byteCount, crc.value)
      }
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
    return StoreLayout(head: head, sections: sections)
  }
}

extension [UInt8] {
  fileprivate mutating func appendLittleEndian<Value: FixedWidthInteger>(_ value: Value) {
    for shift in stride(from: 0, to: Value.bitWidth, by: 8) {
      append(UInt8(truncatingIfNeeded: value >> shift))
    }
  }
}
