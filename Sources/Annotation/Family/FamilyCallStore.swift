// SPDX-License-Identifier: MIT

package import Genome

/// The losses and gains of the people of a pedigree, findable by person, direction and place.
package struct FamilyCallStore: Sendable {
  /// What one batch of calls adds.
  package struct Part: Sendable {
    package var calls: [FamilyCall] = []
    /// People whose sample cell was seen.
    package var examined: Set<UInt32> = []

    package init() {}
  }

  /// By person, direction, contig, start, end.
  private let calls: [FamilyCall]
  /// By person, direction and contig: the index of that stretch of ``calls``, and where it begins.
  private let groups: [(index: IntervalIndex, first: Int)?]
  /// By person: whether some input holds the person's calls, so that no call means no change.
  private let isExamined: [Bool]

  /// - Parameters:
  ///   - people: how many the pedigree has.
  ///   - examined: those whose calls the inputs hold, also where they have none.
  package init(_ calls: [FamilyCall], people: Int, examined: Set<UInt32>) {
    let sorted = calls.sorted {
      (Self.group($0.person, $0.isGain, $0.contig), $0.interval.start, $0.interval.end)
        < (Self.group($1.person, $1.isGain, $1.contig), $1.interval.start, $1.interval.end)
    }
    var groups: [(index: IntervalIndex, first: Int)?] = Array(
      repeating: nil, count: people * Self.groupsOfPerson)
    var first = 0
    while first < sorted.count {
      let group = Self.group(sorted[first].person, sorted[first].isGain, sorted[first].contig)
      var end = first + 1
      while end < sorted.count,
        Self.group(sorted[end].person, sorted[end].isGain, sorted[end].contig) == group
      { end += 1 }
      groups[group] = (IntervalIndex(sorted: sorted[first..<end].map(\.interval)), first)
      first = end
    }
    self.calls = sorted
    self.groups = groups
    isExamined = (0..<people).map { examined.contains(UInt32($0)) }
  }

  package func isExamined(_ person: UInt32) -> Bool { isExamined[Int(person)] }

  /// The calls of a person that share a base with an interval, by start.
  package func calls(
    of person: UInt32, isGain: Bool, overlapping interval: Interval, on contig: Contig
  ) -> [FamilyCall] {
    guard contig.isAssembled,
      let (index, first) = groups[Self.group(person, isGain, contig)]
    else { return [] }
    var found: [UInt32] = []
    index.appendOverlaps(with: interval, to: &found)
    return found.sorted().map { calls[first + Int($0)] }
  }

  private static let groupsOfPerson = 2 * (Contig.assembled.count + 1)

  private static func group(_ person: UInt32, _ isGain: Bool, _ contig: Contig) -> Int {
    Int(person) * groupsOfPerson + (isGain ? Contig.assembled.count + 1 : 0)
      + Int(contig.rawValue)
  }
}
