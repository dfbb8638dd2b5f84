// SPDX-License-Identifier: MIT

import Annotation
import Calls

/// The GT cells of the samples that carry a call, found in the call's own line.
///
/// Looked for when a report asks, so that the millions of calls that no report shows keep none.
struct CarrierGenotypes {
  /// By carrier, ranges of the batch's arena; empty where the sample has no GT.
  ///
  /// No cell at all where the line has no GT or no samples.
  private(set) var cells: [Range<Int>] = []
  /// Whether all carriers have the same text.
  private(set) var agree = true

  init(_ call: Call, _ batch: CallBatch) {
    guard !call.carriers.isEmpty else { return }
    let end = call.lineText.range.upperBound
    func tab(from place: Int) -> Int {
      batch.arena[place..<end].firstIndex(of: 0x09) ?? end
    }
    // The eight columns before FORMAT.
    var place = call.lineText.range.lowerBound
    for _ in 0..<8 {
      let stop = tab(from: place)
      guard stop < end else { return }
      place = stop + 1
    }
    let format = place..<tab(from: place)
    guard format.upperBound < end,
      let field = batch.arena[format].split(separator: 0x3A, omittingEmptySubsequences: false)
        .firstIndex(where: { $0.elementsEqual("GT".utf8) })
    else { return }
    place = format.upperBound + 1
    var sample = 0
    for carrier in batch.carriers[Int(call.carriers.lowerBound)..<Int(call.carriers.upperBound)] {
      while sample < Int(carrier) {
        place = min(tab(from: place) + 1, end)
        sample += 1
      }
      let values = batch.arena[place..<tab(from: place)]
        .split(separator: 0x3A, omittingEmptySubsequences: false)
      // Trailing values may be dropped.
      let value = values.dropFirst(field).first
      cells.append(value.map { $0.startIndex..<$0.endIndex } ?? place..<place)
      if let first = cells.first, batch.arena[first] != batch.arena[cells[cells.count - 1]] {
        agree = false
      }
    }
  }
}
