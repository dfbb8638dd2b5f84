// SPDX-License-Identifier: MIT

import Annotation
import Calls
import Classification

extension AnnotatedBatch {
  /// Marks the calls that `isOut` names as left out and takes their hits, genes and matches away.
  ///
  /// The call stays in its column, because other columns and the record count on it: a record of VCF
  /// input is passed through whole whatever becomes of its calls, and a record with two calls cannot be
  /// half-written. So VCF output still holds every record, a left-out call without annotation; every
  /// other report gives it no row, and it is counted as not emitted.
  ///
  /// - Parameter isOut: judges a call by its number, by itself and by what it touches.
  mutating func leaveOut(_ isOut: (Int, Call, ArraySlice<UInt32>, ArraySlice<GeneHit>) -> Bool) {
    // Before the dosage stage there are no such columns.
    let isAnnotated = !hitEnds.isEmpty
    var features = KeptRun<UInt32>()
    var models = KeptRun<GeneHit>()
    var rows = KeptRun<UInt32>()
    for index in calls.calls.indices {
      let hitRange = isAnnotated ? features.start..<Int(hitEnds[index]) : 0..<0
      let geneRange = isAnnotated ? models.start..<Int(geneEnds[index]) : 0..<0
      let isKept =
        !calls.calls[index].flags.contains(.leftOut)
        && !isOut(index, calls.calls[index], hits[hitRange], genes[geneRange])
      if !isKept { calls.calls[index].flags.insert(.leftOut) }
      guard isAnnotated else { continue }
      features.pass(hitRange, of: &hits, isKept: isKept)
      models.pass(geneRange, of: &genes, isKept: isKept)
      hitEnds[index] = UInt32(features.kept)
      geneEnds[index] = UInt32(models.kept)
      if !isKept {
        codingGenes[index] = 0
        // Its rows of evidence stay in their column and nobody reads them.
        if !assessments.isEmpty { assessments[index] = Assessment(notScored: .notCopyNumber) }
      }
      guard !variants.ends.isEmpty else { continue }
      rows.pass(
        rows.start..<Int(variants.ends[index]), of: &variants.rows, isKept: isKept)
      variants.ends[index] = UInt32(rows.kept)
    }
    if isAnnotated {
      hits.removeLast(hits.count - features.kept)
      genes.removeLast(genes.count - models.kept)
      if !variants.ends.isEmpty { variants.rows.removeLast(variants.rows.count - rows.kept) }
    }
  }
}

/// How far a column of runs has been looked through, and how much of it is kept so far.
private struct KeptRun<Element> {
  private(set) var start = 0
  private(set) var kept = 0

  /// Moves the next run to the kept ones, or passes over it.
  mutating func pass(_ range: Range<Int>, of column: inout [Element], isKept: Bool) {
    start = range.upperBound
    guard isKept else { return }
    // Nothing has been left out yet: it lies where it belongs.
    guard kept < range.lowerBound else {
      kept = range.upperBound
      return
    }
    for place in range {
      column[kept] = column[place]
      kept += 1
    }
  }
}
