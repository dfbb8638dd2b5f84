// SPDX-License-Identifier: MIT

package import Calls
import Genome

// How a call is written alike in every report.

extension Call {
  /// The bases the call spans; for a sequence-resolved insertion the bases it adds.
  ///
  /// Nil when the input
  /// does not tell.
  package func length(in arena: [UInt8]) -> Int? {
    if flags.contains(.noEnd) || type == .breakend { return nil }
    guard interval.isEmpty else { return Int(interval.length) }
    let isSequence = !alt.isEmpty && arena[Int(alt.start)] != 0x3C && arena[Int(alt.start)] != 0x2E
    return isSequence && alt.count > ref.count ? Int(alt.count - ref.count) : nil
  }

  /// `chr1:101-200`, 1-based inclusive; `chr1:100^101` for the point between two bases.
  package func appendLocus(in arena: [UInt8], to buffer: inout [UInt8]) {
    buffer.append(contigName, of: arena)
    buffer.append(0x3A)
    if interval.isEmpty {
      buffer.append(decimal: interval.start)
      buffer.append(0x5E)
      buffer.append(decimal: interval.start + 1)
    } else {
      buffer.append(decimal: interval.start + 1)
      buffer.append(0x2D)
      buffer.append(decimal: interval.end)
    }
  }

  /// The flags and the reason for not scoring.
  var flagWords: [String] {
    guard !flags.isEmpty || notScored != nil else { return [] }
    var words = CallFlags.words.filter { flags.contains($0.flag) }.map(\.word)
    if let notScored { words.append("not_scored:\(notScored)") }
    return words
  }
}
