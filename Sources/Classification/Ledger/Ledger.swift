// SPDX-License-Identifier: MIT

/// The rows of evidence of one call while its rules run.
///
/// One value serves call after call; ``rows`` keeps its storage.
package struct Ledger: Sendable {
  package internal(set) var rows: [EvidenceRow] = []
  package internal(set) var marks = ClassificationMarks()
  let numbers: RubricNumbers
  /// What the user says about the call.
  var statements: [Statement] = []

  package init(_ rubric: Rubric) { numbers = RubricNumbers(rubric) }

  mutating func reset() {
    rows.removeAll(keepingCapacity: true)
    marks = ClassificationMarks()
    statements.removeAll(keepingCapacity: true)
  }

  /// A met row with the rubric's own points and range.
  mutating func meet(
    _ criterion: Criterion, _ direction: Direction, _ reason: EvidenceReason,
    record: RecordReference = .none, number: Int32 = 0
  ) {
    let numbers = numbers[criterion, direction]
    rows.append(
      EvidenceRow(
        criterion, .met, reason, points: Int(numbers.points), low: Int(numbers.low),
        high: Int(numbers.high), record: record, number: number))
  }

  /// A met row of a graded criterion.
  mutating func meet(
    _ criterion: Criterion, _ reason: EvidenceReason, _ points: Int, _ range: ClosedRange<Int>,
    record: RecordReference, number: Int32 = 0
  ) {
    rows.append(
      EvidenceRow(
        criterion, .met, reason, points: points, low: range.lowerBound, high: range.upperBound,
        record: record, number: number))
  }

  mutating func note(
    _ criterion: Criterion, _ state: EvidenceState, _ reason: EvidenceReason,
    record: RecordReference = .none
  ) {
    rows.append(EvidenceRow(criterion, state, reason, record: record))
  }

  func isMet(_ criterion: Criterion) -> Bool {
    rows.contains { $0.criterion == criterion && $0.state == .met }
  }
}

/// The points and ranges of both rubrics by code, so that a rule reads two numbers and no text.
struct RubricNumbers: Sendable {
  struct Numbers: Sendable {
    var points: Int16 = 0
    var low: Int16 = 0
    var high: Int16 = 0
  }

  private let loss: [Numbers]
  private let gain: [Numbers]

  init(_ rubric: Rubric) {
    func table(_ direction: Direction) -> [Numbers] {
      var table = [Numbers](repeating: Numbers(), count: Criterion.allCases.count)
      for row in rubric.definitions(direction) {
        table[Int(row.criterion.rawValue)] = Numbers(
          points: Int16(row.points), low: Int16(row.range.lowerBound),
          high: Int16(row.range.upperBound))
      }
      return table
    }
    loss = table(.loss)
    gain = table(.gain)
  }

  subscript(criterion: Criterion, direction: Direction) -> Numbers {
    direction == .loss ? loss[Int(criterion.rawValue)] : gain[Int(criterion.rawValue)]
  }
}
