// SPDX-License-Identifier: MIT

import Annotation
import Calls
import Genome

extension CallRow {
  /// What only some inputs state: sexes and genotypes beside `samples`, probes, ratio, share, score and
  /// bounds; each key only where there is a value.
  func appendStated(sexes: [[UInt8]: Sex], to json: inout JSONWriter) {
    if !sexes.isEmpty {
      json.array("sexes") { json in
        for name in sampleNames {
          if let sex = sexes[name] { json.value(sex.rawValue.utf8) } else { json.nullValue() }
        }
      }
    }
    let genotypes = CarrierGenotypes(call, batch.calls).cells
    if !genotypes.isEmpty {
      json.array("genotypes") { json in
        for cell in genotypes { json.value(cell.isEmpty ? [0x2E] : Array(arena[cell])) }
      }
    }
    if let probes = details.probes { json.field("probes", Int(probes)) }
    for (key, text) in [
      ("log2", details.log2), ("mosaic_fraction", details.mosaicFraction),
      ("confidence", details.confidence),
    ] where !text.isEmpty { json.field(key, bytes: arena[text.range]) }
    for (key, bounds) in [("outer", details.outer), ("inner", details.inner)] {
      guard let bounds else { continue }
      json.object(key) { json in
        json.field("start", Int(bounds.start))
        json.field("end", Int(bounds.end))
      }
    }
  }

  /// The names of the samples that carry the call.
  var sampleNames: [[UInt8]] {
    if !call.sampleName.isEmpty { return [Array(arena[call.sampleName.range])] }
    return call.carriers.map { input.samples[Int(batch.calls.carriers[Int($0)])] }
  }
}
