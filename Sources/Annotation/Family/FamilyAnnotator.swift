// SPDX-License-Identifier: MIT

package import Calls
package import Genome

/// Compares a call with the calls of its carriers' relatives.
///
/// Two calls of relatives are the same change when they have the same direction and a reciprocal overlap of
/// at least a half, the measure of ``IntervalRecordAnnotator``: callers place the ends of one inherited
/// change differently in parent and child. A relative lacks the call when its own calls of that direction
/// cover less than a tenth of it. What lies between is unclear, because a change that a caller broke into
/// pieces, or joined to a neighbour, is neither the same nor another one.
package struct FamilyAnnotator: Sendable {
  package let pedigree: Pedigree
  private let calls: FamilyCallStore
  private let build: GenomeBuild
  /// By input and sample column, the person.
  private let columns: [[UInt32?]]

  /// The least reciprocal overlap of calls that are the same, in millionths.
  package static let leastReciprocal: Int = 500_000
  /// From this share of the call on, in millionths, a relative's other calls make it unclear.
  package static let unclearShare: Int = 100_000

  /// - Parameter samples: the sample columns of each input.
  package init(
    _ pedigree: Pedigree, calls: FamilyCallStore, build: GenomeBuild, samples: [[[UInt8]]]
  ) {
    self.pedigree = pedigree
    self.calls = calls
    self.build = build
    columns = samples.map { $0.map(pedigree.number(of:)) }
  }

  /// How one carrier of a call came by it.
  package struct Transmission: Sendable, Hashable {
    package let inheritance: Inheritance
    package let mother: Presence
    package let father: Presence
  }

  /// The people who carry a call, in the order of its samples; nil for those the pedigree does not have.
  package func carriers(of call: Call, in batch: CallBatch) -> [UInt32?] {
    if !call.sampleName.isEmpty {
      return [pedigree.number(of: Array(batch.arena[call.sampleName.range]))]
    }
    let columns = columns[batch.input]
    return call.carriers.map { columns[Int(batch.carriers[Int($0)])] }
  }

  /// nil for someone whose parents are not named, and for calls without direction, place or genotype.
  package func transmission(
    of call: Call, to child: UInt32, in batch: CallBatch
  ) -> Transmission? {
    let person = pedigree[child]
    guard person.hasParent, call.type == .loss || call.type == .gain, call.contig.isAssembled,
      call.contig != .mitochondrion,
      !call.flags.contains(.noGenotype), !call.flags.contains(.noEnd), !call.interval.isEmpty
    else { return nil }
    var mother = presence(of: call, in: person.mother, batch)
    var father = presence(of: call, in: person.father, batch)
    if isSexLinked(call) {
      if call.contig == .y {
        mother = .irrelevant
      } else if person.sex == .male {
        // A son has his father's Y.
        father = .irrelevant
      } else if person.sex == nil, father.isPresent, !mother.isPresent {
        father = .sexUnknown
      }
    }
    return Transmission(
      inheritance: Inheritance(mother: mother, father: father), mother: mother, father: father)
  }

  /// What is known of a call in a relative.
  func presence(of call: Call, in person: UInt32?, _ batch: CallBatch) -> Presence {
    guard let person else { return .unnamed }
    guard calls.isExamined(person) else { return .notExamined }
    let others = calls.calls(
      of: person, isGain: call.type == .gain, overlapping: call.interval, on: call.contig)
    var isMosaic = false
    for other in others {
      let overlap = Overlap(call: call.interval, feature: other.interval)
      guard Int(overlap.reciprocal) >= Self.leastReciprocal else { continue }
      if !other.isMosaic { return .present }
      isMosaic = true
    }
    if isMosaic { return .mosaic }
    if covered(call.interval, by: others) * 1_000_000
      >= Int(call.interval.length) * Self.unclearShare
    {
      return .unclear
    }
    guard let column = columns[batch.input].firstIndex(of: person) else { return .absent }
    let cell = SampleCell(call, column: column, in: batch.arena)
    // A reference genotype beside a copy number that points the call's way is no clear absence.
    let direction = cell.copyNumber.direction(from: expectedCopies(of: call, in: person))
    if direction == call.type { return .unclear }
    return cell.isMissing ? .noGenotype : .absent
  }

  private func expectedCopies(of call: Call, in person: UInt32) -> CopyNumber {
    guard isSexLinked(call) else { return CopyNumber(2) }
    return pedigree[person].sex?.copies(of: call.contig).map { CopyNumber($0) } ?? .unknown
  }

  /// Not in the pseudoautosomal regions, of which everybody has two.
  func isSexLinked(_ call: Call) -> Bool {
    call.contig.isSexChromosome
      && !PseudoautosomalRegion.contains(call.interval, on: call.contig, in: build)
  }

  /// How many bases of an interval lie in any of some calls, which are sorted by start.
  private func covered(_ interval: Interval, by calls: [FamilyCall]) -> Int {
    var bases = 0
    var done = interval.start
    for call in calls {
      let start = max(done, call.interval.start)
      let end = min(interval.end, call.interval.end)
      guard start < end else { continue }
      bases += Int(end - start)
      done = end
    }
    return bases
  }
}
