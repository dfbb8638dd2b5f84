// SPDX-License-Identifier: MIT

package import Calls
import Genome

/// The laboratory's earlier calls, findable by place and direction.
///
/// Two calls are alike when they have the same direction (loss, gain with or without loss of
/// heterozygosity, loss of heterozygosity alone) and each covers at least 70 % of the other.
package struct LabCallStore: Sendable {
  /// By direction, contig, start, end, line.
  package let calls: [LabCall]
  /// By direction and contig: the index of that stretch of ``calls``, and where it begins.
  private let groups: [(index: IntervalIndex, first: UInt32)?]

  /// The least reciprocal overlap of calls that are alike, in percent.
  package static let leastReciprocal = 70

  package init(_ calls: [LabCall]) {
    let sorted = calls.filter { Self.direction(of: $0.type) != nil }.sorted {
      (Self.group($0), $0.interval.start, $0.interval.end, $0.line)
        < (Self.group($1), $1.interval.start, $1.interval.end, $1.line)
    }
    var groups: [(index: IntervalIndex, first: UInt32)?] = Array(
      repeating: nil, count: 3 * (Contig.assembled.count + 1))
    var first = 0
    while first < sorted.count {
      let group = Self.group(sorted[first])
      let end = sorted[first...].firstIndex { Self.group($0) != group } ?? sorted.count
      groups[group] = (
        IntervalIndex(sorted: sorted[first..<end].map(\.interval)), UInt32(first)
      )
      first = end
    }
    self.calls = sorted
    self.groups = groups
  }

  /// Appends the earlier calls that are alike, in the store's order.
  ///
  /// - Parameter scratch: a buffer that is reused from call to call.
  package func appendHits(of call: Call, scratch: inout [UInt32], to hits: inout [LabHit]) {
    guard let direction = Self.direction(of: call.type), call.contig.isAssembled,
      let (index, first) = groups[Self.group(direction, call.contig)]
    else { return }
    scratch.removeAll(keepingCapacity: true)
    index.appendOverlaps(with: call.interval, to: &scratch)
    for number in scratch {
      let overlap = Overlap(
        call: call.interval, feature: calls[Int(first + number)].interval)
      // Whole numbers: 70 % of a length is exact on every machine.
      let longest = Int(max(overlap.callLength, overlap.featureLength))
      guard Int(overlap.bases) * 100 >= longest * Self.leastReciprocal else { continue }
      hits.append(LabHit(call: first + number, reciprocal: Int32(overlap.reciprocal)))
    }
  }

  private static func group(_ call: LabCall) -> Int {
    group(direction(of: call.type) ?? 0, call.contig)
  }

  private static func group(_ direction: Int, _ contig: Contig) -> Int {
    direction * (Contig.assembled.count + 1) + Int(contig.rawValue)
  }

  /// Nil for types that change no number of copies.
  private static func direction(of type: CallType) -> Int? {
    switch type {
    case .loss: 0
    case .gain, .gainLOH: 1
    case .loh: 2
    default: nil
    }
  }
}

extension LabCallStore {
  /// Appends the columns of the laboratory's calls to a batch.
  package func annotate(_ batch: inout AnnotatedBatch) {
    var scratch: [UInt32] = []
    batch.labEnds.reserveCapacity(batch.calls.calls.count)
    for call in batch.calls.calls {
      if !call.flags.contains(.leftOut) {
        appendHits(of: call, scratch: &scratch, to: &batch.labHits)
      }
      batch.labEnds.append(UInt32(batch.labHits.count))
    }
  }
}
