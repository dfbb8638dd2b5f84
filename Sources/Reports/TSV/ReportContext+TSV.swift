// SPDX-License-Identifier: MIT

import Calls
import Genome

// What the tables have in common.

extension ReportContext {
  /// The provenance lines and the line of column names.
  func tableHead(_ columns: [String]) -> [UInt8] {
    var buffer: [UInt8] = []
    provenance.append(to: &buffer)
    buffer.append("#" + columns.joined(separator: "\t") + "\n")
    return buffer
  }

  /// Appends `chrom start end call_id`, each followed by a TAB.
  func appendPlace(
    of call: Call, in arena: [UInt8], scratch: inout [UInt8], to buffer: inout [UInt8]
  ) {
    buffer.append(call.contigName, of: arena)
    buffer.append(0x09)
    buffer.append(decimal: call.interval.start)
    buffer.append(0x09)
    buffer.append(decimal: call.interval.end)
    buffer.append(0x09)
    CallID(call, in: arena, build: build, scratch: &scratch).append(to: &buffer)
    buffer.append(0x09)
  }
}
