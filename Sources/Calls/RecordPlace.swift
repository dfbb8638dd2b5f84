// SPDX-License-Identifier: MIT

/// Where a record stands in its input.
package enum RecordPlace: Sendable, Hashable {
  /// The 1-based line.
  case line(Int)
  /// The BGZF virtual offset, where an index led to the record and the lines before it were not read.
  case offset(UInt64)

  /// The line, or `@BLOCK+BYTE`: where in the file the block of the record begins, and how many of the
  /// block's decoded bytes stand before the record.
  ///
  /// Both numbers and not their sum, because so a record can be shown with everyday tools:
  /// `tail -c +$((BLOCK + 1)) FILE | bgzip -dc | tail -c +$((BYTE + 1)) | head -n 1`.
  package func append(to buffer: inout [UInt8]) {
    switch self {
    case .line(let line): buffer.append(decimal: line)
    case .offset(let offset):
      buffer.append(0x40)
      buffer.append(decimal: Int(offset >> 16))
      buffer.append(0x2B)
      buffer.append(decimal: Int(offset & 0xFFFF))
    }
  }

  package var text: String {
    var bytes: [UInt8] = []
    append(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension CallBatch {
  /// Where the record of a line stands.
  package func place(ofLine line: UInt32) -> RecordPlace {
    let index = Int(line) - firstLine
    return offsets.indices.contains(index) ? .offset(offsets[index]) : .line(Int(line))
  }
}
