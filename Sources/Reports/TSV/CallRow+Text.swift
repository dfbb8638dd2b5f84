// SPDX-License-Identifier: MIT

import Annotation
import Calls

// What the input says about a call, alike in every table.

extension CallRow {
  func appendSamples(to buffer: inout [UInt8]) {
    let carriers = call.carriers
    guard !carriers.isEmpty else {
      buffer.append(call.sampleName, of: arena)
      return
    }
    for place in carriers {
      if place > carriers.lowerBound { buffer.append(0x3B) }
      // A `;` in a name would read as two names.
      for byte in input.samples[Int(batch.calls.carriers[Int(place)])] {
        if byte == 0x3B { buffer.append("%3B") } else { buffer.append(byte) }
      }
    }
  }

  func appendSampleCount(to buffer: inout [UInt8]) {
    let count = call.carriers.count
    if count > 0 {
      buffer.append(decimal: count)
    } else {
      buffer.append(call.sampleName.isEmpty ? 0x2E : 0x31)
    }
  }

  /// `FILE:LINE`, or `FILE:@BLOCK+BYTE` where an index led to the record.
  func appendSource(to buffer: inout [UInt8]) {
    buffer.append(name: input.name)
    buffer.append(0x3A)
    batch.calls.place(ofLine: call.line).append(to: &buffer)
  }
}
