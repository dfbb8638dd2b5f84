// SPDX-License-Identifier: MIT

import Annotation
import Calls
import Genome

// What the input says about a call.

extension CallCells {
  func appendCallID(_ row: CallRow, scratch: inout [UInt8], to buffer: inout [UInt8]) {
    CallID(row.call, in: row.arena, build: context.build, scratch: &scratch).append(to: &buffer)
  }
  /// `male` or `female` as `--sex` or `--ped` says; one word where the samples agree, else one each.
  func appendSexes(_ row: CallRow, to buffer: inout [UInt8]) {
    var words: [String] = []
    for place in row.call.carriers {
      let name = row.input.samples[Int(row.batch.calls.carriers[Int(place)])]
      words.append(context.sexes[name]?.rawValue ?? ".")
    }
    if !row.call.sampleName.isEmpty {
      words.append(context.sexes[Array(row.arena[row.call.sampleName.range])]?.rawValue ?? ".")
    }
    let first = words.first ?? "."
    buffer.append(words.allSatisfy { $0 == first } ? first : words.joined(separator: ";"))
  }

  /// The carriers' GT as the file writes it; one where they agree, else one each.
  func appendGenotypes(_ row: CallRow, to buffer: inout [UInt8]) {
    let genotypes = CarrierGenotypes(row.call, row.batch.calls)
    guard let first = genotypes.cells.first else {
      buffer.append(0x2E)
      return
    }
    if genotypes.agree {
      buffer.append(contentsOf: row.arena[first])
      return
    }
    for (number, cell) in genotypes.cells.enumerated() {
      if number > 0 { buffer.append(0x3B) }
      if cell.isEmpty { buffer.append(0x2E) } else { buffer.append(contentsOf: row.arena[cell]) }
    }
  }

  func appendFlags(_ row: CallRow, to buffer: inout [UInt8]) {
    let words = text.allFlagWords(row)
    if words.isEmpty { buffer.append(0x2E) }
    for (number, word) in words.enumerated() {
      if number > 0 { buffer.append(0x3B) }
      buffer.append(word)
    }
  }

}
