// SPDX-License-Identifier: MIT

import Annotation
import Calls

// The laboratory's own earlier calls: `.` as long as no list of them is given.

extension CallCells {
  /// `class:count:reciprocal` for each class, counts added up, with the class's best reciprocal overlap;
  /// the nearest class first.
  ///
  /// A common polymorphism is in a laboratory's list a hundred times: a reader wants to know as what.
  func appendLab(_ row: CallRow, to buffer: inout [UInt8]) {
    guard let store = context.lab else {
      buffer.append(0x2E)
      return
    }
    var classes: [(name: String?, count: Int, reciprocal: Int32)] = []
    for hit in row.batch.labHits(ofCall: row.index) {
      let call = store.calls[Int(hit.call)]
      if let known = classes.firstIndex(where: { $0.name == call.classification }) {
        classes[known].count += call.count
        classes[known].reciprocal = max(classes[known].reciprocal, hit.reciprocal)
      } else {
        classes.append((call.classification, call.count, hit.reciprocal))
      }
    }
    guard !classes.isEmpty else {
      buffer.append(0x2E)
      return
    }
    classes.sort { ($1.reciprocal, $0.name ?? "") < ($0.reciprocal, $1.name ?? "") }
    for (number, entry) in classes.enumerated() {
      if number > 0 { buffer.append(0x3B) }
      buffer.append(part: entry.name ?? ".")
      buffer.append(0x3A)
      buffer.append(decimal: entry.count)
      buffer.append(0x3A)
      buffer.append(millionths: Int(entry.reciprocal))
    }
  }
}

extension [UInt8] {
  /// Appends free text as a part of a list: what separates parts and cells is percent-encoded.
  mutating func append(part text: String) {
    for byte in text.utf8 {
      switch byte {
      case 0x3A: append("%3A")
      case 0x3B: append("%3B")
      case 0x00..<0x20: append(0x20)
      default: append(byte)
      }
    }
  }
}
