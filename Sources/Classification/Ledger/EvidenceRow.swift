// SPDX-License-Identifier: MIT

/// One line of a call's evidence ledger: integers only; the words are made by writers.
///
/// A criterion that several genes or regions meet has a row for each; the first one has the points.
package struct EvidenceRow: Sendable, Hashable {
  package var criterion: Criterion
  package var state: EvidenceState
  package var reason: EvidenceReason
  /// What the row adds to the total, in hundredths; 0 unless met.
  package var points: Int16
  /// What a reviewer may make of it.
  package var low: Int16
  package var high: Int16
  package var record: RecordReference
  /// What the reason counts: genes, for section 3; the strength of a PVS1 branch has none.
  package var number: Int32

  package init(
    _ criterion: Criterion, _ state: EvidenceState, _ reason: EvidenceReason, points: Int = 0,
    low: Int = 0, high: Int = 0, record: RecordReference = .none, number: Int32 = 0
  ) {
    self.criterion = criterion
    self.state = state
    self.reason = reason
    self.points = Int16(clamping: points)
    self.low = Int16(clamping: low)
    self.high = Int16(clamping: high)
    self.record = record
    self.number = number
  }
}
