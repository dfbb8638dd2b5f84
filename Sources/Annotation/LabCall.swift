// SPDX-License-Identifier: MIT

package import Calls
package import Genome

/// One of the laboratory's own earlier calls, as its list states it.
package struct LabCall: Sendable, Hashable {
  package let contig: Contig
  /// 0-based half-open, not empty.
  package let interval: Interval
  package let type: CallType
  /// The laboratory's own words; nil where the list has none.
  package let classification: String?
  /// How often the laboratory has seen it; 1 where the list does not say.
  package let count: Int
  /// The 1-based line of the list.
  package let line: Int

  package init(
    contig: Contig, interval: Interval, type: CallType, classification: String?, count: Int,
    line: Int
  ) {
    self.contig = contig
    self.interval = interval
    self.type = type
    self.classification = classification
    self.count = count
    self.line = line
  }
}

/// A laboratory's earlier call that a call resembles.
package struct LabHit: Sendable, Hashable {
  /// The number in the store.
  package let call: UInt32
  /// The smaller of both overlapped shares, in millionths.
  package let reciprocal: Int32
}
