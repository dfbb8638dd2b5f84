// SPDX-License-Identifier: MIT

import Calls
import Genome

extension VCFAllele {
  /// Places an allele whose REF and ALT are both sequences.
  ///
  /// Shared bases are trimmed, at the end first and then at the start, so that what is left is what
  /// changed. From `minimumLength` bases of difference on, a deletion is a loss and an insertion an
  /// insertion; whether inserted bases are a duplication is not in the record.
  ///
  /// - Parameter position: POS, 1-based.
  init(
    _ bytes: Span<UInt8>, ref: Range<Int>, alt: Range<Int>, position: Int32, minimumLength: Int32
  ) {
    var refEnd = ref.upperBound
    var altEnd = alt.upperBound
    while refEnd - ref.lowerBound > 1, altEnd - alt.lowerBound > 1,
      Self.isSameBase(bytes[refEnd - 1], bytes[altEnd - 1])
    {
      refEnd -= 1
      altEnd -= 1
    }
    var refStart = ref.lowerBound
    var altStart = alt.lowerBound
    while refStart < refEnd, altStart < altEnd, Self.isSameBase(bytes[refStart], bytes[altStart]) {
      refStart += 1
      altStart += 1
    }
    let removed = Int32(refEnd - refStart)
    let added = Int32(altEnd - altStart)
    let start = max(0, position - 1 + Int32(refStart - ref.lowerBound))
    let type: CallType =
      switch (removed, added) {
      case (0, 0): .other
      case (1, 1): .snv
      case _ where removed == added: .mnv
      case _ where removed - added >= minimumLength: .loss
      case _ where added - removed >= minimumLength: .insertion
      default: .indel
      }
    self.init(
      kind: .sequence, type: type, interval: Interval(start: start, end: start + removed), text: alt
    )
  }

  private static func isSameBase(_ a: UInt8, _ b: UInt8) -> Bool { a | 0x20 == b | 0x20 }
}
