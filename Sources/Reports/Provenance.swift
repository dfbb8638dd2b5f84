// SPDX-License-Identifier: MIT

import Calls

/// Where a report comes from: the lines that stand in the header of every output.
package struct Provenance: Sendable {
  /// Key and value, in the order of the header.
  ///
  /// Keys have no `clincall_` prefix.
  package var lines: [(key: String, value: String)]

  package init(_ lines: [(key: String, value: String)]) {
    self.lines = lines
  }

  /// `##clincall_key=value` lines, as TSV and VCF have them; line breaks of values become spaces.
  package func append(to buffer: inout [UInt8]) {
    for (key, value) in lines {
      buffer.append("##clincall_\(key)=")
      buffer.append(contentsOf: value.utf8.map { $0 < 0x20 ? 0x20 : $0 })
      buffer.append(0x0A)
    }
  }
}
