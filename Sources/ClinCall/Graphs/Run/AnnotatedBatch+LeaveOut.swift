// SPDX-License-Identifier: MIT

import Annotation
import Calls

extension AnnotatedBatch {
  /// Marks the calls that `isOut` names as left out and takes their hits away.
  ///
  /// The call stays in its column, because other columns and the record count on it: a record of VCF
  /// input is passed through whole whatever becomes of its calls, and a record with two calls cannot be
  /// half-written. So VCF output still holds every record, a left-out call without annotation; every
  /// other report gives it no row, and it is counted as not emitted.
  ///
  /// - Parameter isOut: judges a call by itself and its hits.
  mutating func leaveOut(_ isOut: (Call, ArraySlice<UInt32>) -> Bool) {
    let hasHits = !hitEnds.isEmpty
    var kept = 0
    var start = 0
    for index in calls.calls.indices {
      let end = hasHits ? Int(hitEnds[index]) : 0
      if calls.calls[index].flags.contains(.leftOut) || isOut(calls.calls[index], hits[start..<end])
      {
        calls.calls[index].flags.insert(.leftOut)
      } else if hasHits {
        for hit in start..<end {
          hits[kept] = hits[hit]
          kept += 1
        }
      }
      start = end
      if hasHits { hitEnds[index] = UInt32(kept) }
    }
    if hasHits { hits.removeLast(hits.count - kept) }
  }
}
