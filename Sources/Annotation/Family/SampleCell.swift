// SPDX-License-Identifier: MIT

import Calls

/// What the line of a call states for one sample column.
struct SampleCell {
  /// Whether it states neither a whole genotype nor a copy number; false for lines without samples.
  private(set) var isMissing = false
  private(set) var copyNumber = CopyNumber.unknown

  init(_ call: Call, column: Int, in arena: [UInt8]) {
    let end = call.lineText.range.upperBound
    func cellEnd(from place: Int) -> Int { arena[place..<end].firstIndex(of: 0x09) ?? end }
    var place = call.lineText.range.lowerBound
    // The eight columns before FORMAT.
    for _ in 0..<8 {
      place = cellEnd(from: place) + 1
      guard place < end else { return }
    }
    let format = arena[place..<cellEnd(from: place)]
      .split(separator: 0x3A, omittingEmptySubsequences: false)
    for _ in 0...column {
      place = cellEnd(from: place) + 1
      guard place <= end else {
        isMissing = true
        return
      }
    }
    let values = arena[place..<cellEnd(from: place)]
      .split(separator: 0x3A, omittingEmptySubsequences: false)
    func value(_ key: StaticString) -> ArraySlice<UInt8> {
      let name = key.description.utf8
      guard let field = format.firstIndex(where: { $0.elementsEqual(name) }),
        values.indices.contains(field)
      else { return [] }
      return values[field]
    }
    let copies = Array(value("CN"))
    copyNumber = CopyNumber(copies.span)
    let genotype = value("GT")
    isMissing = !copyNumber.isKnown && (genotype.isEmpty || genotype.contains(0x2E))
  }
}
