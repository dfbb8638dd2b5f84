// SPDX-License-Identifier: MIT

import Calls

extension CallBatch {
  /// Whether the line of a call states neither a whole genotype nor a copy number for a sample column.
  ///
  /// False for lines without samples.
  func lacksGenotype(_ call: Call, column: Int) -> Bool {
    let end = call.lineText.range.upperBound
    func cellEnd(from place: Int) -> Int { arena[place..<end].firstIndex(of: 0x09) ?? end }
    var place = call.lineText.range.lowerBound
    // The eight columns before FORMAT.
    for _ in 0..<8 {
      place = cellEnd(from: place) + 1
      guard place < end else { return false }
    }
    let format = arena[place..<cellEnd(from: place)]
      .split(separator: 0x3A, omittingEmptySubsequences: false)
    for _ in 0...column {
      place = cellEnd(from: place) + 1
      guard place <= end else { return true }
    }
    let values = arena[place..<cellEnd(from: place)]
      .split(separator: 0x3A, omittingEmptySubsequences: false)
    func value(_ key: StaticString) -> ArraySlice<UInt8>? {
      let name = key.description.utf8
      guard let field = format.firstIndex(where: { $0.elementsEqual(name) }) else { return nil }
      return values.indices.contains(field) ? values[field] : []
    }
    if let copies = value("CN"), !copies.isEmpty, !copies.elementsEqual([0x2E]) { return false }
    guard let genotype = value("GT") else { return true }
    return genotype.isEmpty || genotype.contains(0x2E)
  }
}
