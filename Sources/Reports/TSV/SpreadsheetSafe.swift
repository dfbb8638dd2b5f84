// SPDX-License-Identifier: MIT

package import Annotation
package import Calls

/// A table whose cells no spreadsheet takes for a formula (`--excel-safe`).
///
/// A cell that begins with `=`, `+`, `-` or `@` gets an apostrophe before it, unless it is a number or
/// that one character alone (a strand). The table for machines stays as it is.
package struct SpreadsheetSafe: Report {
  private let base: any Report

  package init(_ base: any Report) { self.base = base }

  package func head() -> [UInt8] { base.head() }

  package func tail(_ counts: RecordCounts) -> [UInt8] { base.tail(counts) }

  package func append(_ batch: AnnotatedBatch, to buffer: inout [UInt8]) {
    var text: [UInt8] = []
    base.append(batch, to: &text)
    buffer.reserveCapacity(buffer.count + text.count)
    var start = 0
    while start < text.count {
      var end = start
      while end < text.count, text[end] != 0x09, text[end] != 0x0A { end += 1 }
      if Self.wouldRun(text[start..<end]) { buffer.append(0x27) }
      let stop = min(end + 1, text.count)
      buffer.append(contentsOf: text[start..<stop])
      start = stop
    }
  }

  private static func wouldRun(_ cell: ArraySlice<UInt8>) -> Bool {
    guard let first = cell.first, cell.count > 1 else { return false }
    switch first {
    case 0x3D, 0x40: return true
    case 0x2B, 0x2D: return Double(String(decoding: cell, as: UTF8.self)) == nil
    default: return false
    }
  }
}
