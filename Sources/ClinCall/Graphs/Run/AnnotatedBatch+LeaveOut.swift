// SPDX-License-Identifier: MIT

import Annotation
import Calls

extension AnnotatedBatch {
  /// Marks the calls that `isOut` names as left out and takes their hits and genes away.
  ///
  /// The call stays in its column, because other columns and the record count on it: a record of VCF
  /// input is passed through whole whatever becomes of its calls, and a record with two calls cannot be
  /// half-written. So VCF output still holds every record, a left-out call without annotation; every
  /// other report gives it no row, and it is counted as not emitted.
  ///
  /// - Parameter isOut: judges a call by itself and its hits.
  mutating func leaveOut(_ isOut: (Call, ArraySlice<UInt32>) -> Bool) {
    var isLeftOut: [Bool] = []
    isLeftOut.reserveCapacity(calls.calls.count)
    for index in calls.calls.indices {
      let isAnnotated = !hitEnds.isEmpty
      let own = isAnnotated ? hits(ofCall: index) : 0..<0
      let call = calls.calls[index]
      isLeftOut.append(call.flags.contains(.leftOut) || isOut(call, hits[own]))
      if isLeftOut[index] { calls.calls[index].flags.insert(.leftOut) }
    }
    Self.remove(isLeftOut, from: &hits, ends: &hitEnds)
    Self.remove(isLeftOut, from: &genes, ends: &geneEnds)
    for index in codingGenes.indices where isLeftOut[index] { codingGenes[index] = 0 }
  }

  /// Takes the elements of the marked calls out of a column; a column without ends is still empty.
  private static func remove<Element>(
    _ isLeftOut: [Bool], from column: inout [Element], ends: inout [UInt32]
  ) {
    var kept = 0
    var start = 0
    for index in ends.indices {
      let end = Int(ends[index])
      if !isLeftOut[index] {
        for place in start..<end {
          column[kept] = column[place]
          kept += 1
        }
      }
      start = end
      ends[index] = UInt32(kept)
    }
    column.removeLast(column.count - kept)
  }
}
