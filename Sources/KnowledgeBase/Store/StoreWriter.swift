// SPDX-License-Identifier: MIT

internal import Genome
internal import HTS

/// Lays out the contents of one build as the bytes of a `.kb` file; see ``StoreFormat``.
struct StoreWriter {
  private var sections: [SectionBytes] = []

  /// - Parameter contents: emptied of what is large.
  static func bytes(of contents: consuming StoreContents, build: GenomeBuild) -> [UInt8] {
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
    contents.alleles = []
    return writer.file(build: build)
  }

  private mutating func add(_ section: StoreSection, _ values: [some FixedWidthInteger]) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(values.count * section.element.width)
    for value in values { bytes.appendLittleEndian(value) }
    sections.append(
      SectionBytes(
        title: section.title, type: section.element.rawValue, width: section.element.width,
        count: values.count, bytes: bytes))
  }

  private consuming func file(build: GenomeBuild) -> [UInt8] {
    let headLength = StoreFormat.headerLength + sections.count * StoreFormat.entryLength
    var length = headLength
    var directory: [UInt8] = []
    for section in sections {
      var crc = Checksum()
      crc.update(section.bytes)
      var name = Array(section.title.utf8)
      name += [UInt8](repeating: 0, count: StoreFormat.nameLength - name.count)
      directory += name
      directory.appendLittleEndian(section.type)
      directory.appendLittleEndian(UInt32(section.width))
      directory.appendLittleEndian(UInt64(section.count))
      directory.appendLittleEndian(UInt64(length))
      directory.appendLittleEndian(UInt64(section.bytes.count))
      directory.appendLittleEndian(crc.value)
      directory.appendLittleEndian(UInt32(0))
      length += StoreFormat.aligned(section.bytes.count)
    }
    var file = StoreFormat.magic
    file.reserveCapacity(length)
    file.appendLittleEndian(StoreFormat.version)
    file.appendLittleEndian(UInt16(build.rawValue))
    file.appendLittleEndian(StoreFormat.byteOrderMark)
    file.appendLittleEndian(UInt32(sections.count))
    file.appendLittleEndian(UInt32(headLength))
    file.appendLittleEndian(UInt64(length))
    file += [UInt8](repeating: 0, count: StoreFormat.headerLength - file.count)
    file += directory
    var crc = Checksum()
    crc.update(file)
    var checksum: [UInt8] = []
    checksum.appendLittleEndian(crc.value)
    file.replaceSubrange(
      StoreFormat.checksumOffset..<StoreFormat.checksumOffset + 4, with: checksum)
    for index in sections.indices {
      let bytes = sections[index].bytes
      // Given up as it is copied: a build of three million alleles holds 100 MB here.
      sections[index] = SectionBytes(title: "", type: 0, width: 1, count: 0, bytes: [])
      file += bytes
      file += [UInt8](
        repeating: 0, count: StoreFormat.aligned(bytes.count) - bytes.count)
    }
    return file
  }
}

extension [UInt8] {
  fileprivate mutating func appendLittleEndian<Value: FixedWidthInteger>(_ value: Value) {
    for shift in stride(from: 0, to: Value.bitWidth, by: 8) {
      append(UInt8(truncatingIfNeeded: value >> shift))
    }
  }
}
