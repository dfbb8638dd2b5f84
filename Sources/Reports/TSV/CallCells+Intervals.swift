// SPDX-License-Identifier: MIT

import Annotation
import Calls
import Genome
import KnowledgeBase

// Records of intervals: `.` where the knowledge base has none that fits.

extension CallCells {
  /// How many ClinVar CNVs a cell names; NDJSON has all of them.
  private static let mostNamed = 5

  /// `VariationID:classification:stars:reciprocal` of ClinVar's copy-number variants, best first.
  ///
  /// Behind the fifth `+n` says how many there are more. Words of a classification are joined by `_` and
  /// several classifications by `|`, as in ClinVar's VCF.
  func appendClinVarCNV(_ row: CallRow, to buffer: inout [UInt8]) {
    let matches = row.batch.clinvarCNVs(ofCall: row.index)
    guard let store = context.intervals, !matches.isEmpty else {
      buffer.append(0x2E)
      return
    }
    for place in matches.prefix(Self.mostNamed) {
      if place > matches.lowerBound { buffer.append(0x3B) }
      let match = row.batch.clinvarCNVs[place]
      let variant = store.clinvarCNV(match.row)
      buffer.append(decimal: Int(variant.variationID))
      buffer.append(0x3A)
      append(classification: variant.classification, of: store, to: &buffer)
      buffer.append(0x3A)
      buffer.append(decimal: Int(variant.stars))
      buffer.append(0x3A)
      buffer.append(millionths: Int(match.reciprocal))
    }
    if matches.count > Self.mostNamed {
      buffer.append(";+")
      buffer.append(decimal: matches.count - Self.mostNamed)
    }
  }

  private func append(
    classification id: StringID, of store: IntervalRecordStore, to buffer: inout [UInt8]
  ) {
    let start = buffer.count
    store.append(id, to: &buffer)
    var kept = start
    var index = start
    while index < buffer.count {
      var byte = buffer[index]
      if byte == 0x3B {
        byte = 0x7C
        if index + 1 < buffer.count, buffer[index + 1] == 0x20 { index += 1 }
      } else if byte == 0x20 {
        byte = 0x5F
      }
      buffer[kept] = byte
      kept += 1
      index += 1
    }
    buffer.removeLast(buffer.count - kept)
  }

  /// `source:id:AF` of the most frequent population record that contains the call.
  ///
  /// Of sources that count people the lowest allele frequency that the count allows.
  func appendPopulation(_ row: CallRow, to buffer: inout [UInt8]) {
    let rows = row.batch.population(ofCall: row.index)
    guard let store = context.intervals, let first = rows.first else {
      buffer.append(0x2E)
      return
    }
    let record = store.populationRecord(row.batch.population[first])
    store.append(record.source, to: &buffer)
    buffer.append(0x3A)
    store.append(record.id, to: &buffer)
    buffer.append(0x3A)
    record.alleles.append(frequencyTo: &buffer)
  }
}
