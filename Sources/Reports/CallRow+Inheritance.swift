// SPDX-License-Identifier: MIT

import Annotation
import Calls

extension CallRow {
  /// For each sample of the call how it came by it; nil for those whose parents the pedigree does not name.
  func transmissions(_ family: FamilyAnnotator?) -> [(
    person: UInt32, transmission: FamilyAnnotator.Transmission
  )?] {
    guard let family else { return [] }
    return family.carriers(of: call, in: batch.calls).map { person in
      person.flatMap { person in
        family.transmission(of: call, to: person, in: batch.calls).map { (person, $0) }
      }
    }
  }

  /// `inheritance`: absent where no carrier's parents are named.
  func appendInheritance(_ family: FamilyAnnotator?, to json: inout JSONWriter) {
    let known = transmissions(family).compactMap(\.self)
    guard let family, !known.isEmpty else { return }
    json.array("inheritance") { json in
      for (person, transmission) in known {
        json.object { json in
          json.field("sample", bytes: family.pedigree[person].name)
          json.field("inheritance", transmission.inheritance.word)
          json.field("mother", transmission.mother.word)
          json.field("father", transmission.father.word)
        }
      }
    }
  }
}
