// SPDX-License-Identifier: MIT

package import Calls
package import Genome

/// A loss or gain of one person of a pedigree, as the comparison of relatives needs it.
package struct FamilyCall: Sendable, Hashable {
  /// The number in the pedigree.
  package let person: UInt32
  package let contig: Contig
  package let isGain: Bool
  /// Whether only some of the person's cells carry it.
  package let isMosaic: Bool
  /// 0-based half-open, not empty.
  package let interval: Interval

  package init(
    person: UInt32, contig: Contig, isGain: Bool, isMosaic: Bool = false, interval: Interval
  ) {
    self.person = person
    self.contig = contig
    self.isGain = isGain
    self.isMosaic = isMosaic
    self.interval = interval
  }
}

extension CallBatch {
  /// The losses and gains of people of a pedigree, and who of them is named in a sample cell.
  ///
  /// Calls without a genotype say nothing about a person and are left out. FILTER does not matter: a weak
  /// call in a parent speaks against a new mutation all the same.
  ///
  /// - Parameter columns: by sample column of the batch's input, the person.
  package func familyCalls(_ pedigree: Pedigree, columns: [UInt32?]) -> FamilyCallStore.Part {
    var part = FamilyCallStore.Part()
    for call in calls {
      var people: [UInt32] = []
      if call.sampleName.isEmpty {
        people = call.carriers.compactMap { columns[Int(carriers[Int($0)])] }
      } else if let person = pedigree.number(of: Array(arena[call.sampleName.range])) {
        part.examined.insert(person)
        people = [person]
      }
      guard call.type == .loss || call.type == .gain, call.contig.isAssembled,
        !call.flags.contains(.noGenotype), !call.flags.contains(.noEnd),
        call.interval.start >= 0, !call.interval.isEmpty
      else { continue }
      let isMosaic = isMosaic(call)
      for person in people {
        part.calls.append(
          FamilyCall(
            person: person, contig: call.contig, isGain: call.type == .gain, isMosaic: isMosaic,
            interval: call.interval))
      }
    }
    return part
  }

  /// Whether the input says that some cells carry the call: in words, by a share, or by a copy number that
  /// is no whole one.
  package func isMosaic(_ call: Call) -> Bool {
    call.flags.contains(.mosaic)
      || (call.details != 0 && !details(of: call).mosaicFraction.isEmpty)
      || (call.copyNumber.isKnown && call.copyNumber.thousandths % 1000 != 0)
  }
}
