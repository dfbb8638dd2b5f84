// SPDX-License-Identifier: MIT

internal import Genome

/// Lays out the contents of one build as the bytes of a `.kb` file; see ``StoreFormat``.
struct StoreWriter {
  private var sections: [(section: StoreSection, count: Int, bytes: [UInt8])] = []

  static func bytes(of contents: StoreContents, build: GenomeBuild) -> [UInt8] {
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
    return writer.file(build: build)
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
