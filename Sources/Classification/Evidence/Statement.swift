// SPDX-License-Identifier: MIT

/// One piece of evidence that the user gives for a call: a row of `--evidence`.
package struct Statement: Sendable, Hashable {
  package let criterion: Criterion
  /// In hundredths; inside the range of the criterion.
  package let points: Int
  /// The row in the user's file, from 0.
  package let row: UInt32
  /// Says which case or family is meant, so that one is not counted twice; empty where nothing is said.
  package let caseName: String

  package init(_ criterion: Criterion, points: Int, row: UInt32, caseName: String = "") {
    self.criterion = criterion
    self.points = points
    self.row = row
    self.caseName = caseName
  }

  var record: RecordReference { RecordReference(.statement, row) }
}

/// Why a statement cannot be taken.
package enum StatementFault: Error, Sendable, Equatable {
  case unknownCode(String)
  /// The rubric for that direction has no such row.
  case notInRubric(code: String, direction: Direction)
  case outsideRange(code: String, direction: Direction, low: Int, high: Int)
}

extension Statement {
  /// The criterion of a code with points that it may have.
  ///
  /// - Throws: ``StatementFault``.
  package static func criterion(
    code: some StringProtocol, points: Int, _ direction: Direction, _ rubric: Rubric
  ) throws(StatementFault) -> Criterion {
    guard let criterion = Criterion(code: code) else {
      throw .unknownCode(String(code))
    }
    guard let definition = rubric.definition(criterion, direction) else {
      throw .notInRubric(code: criterion.code, direction: direction)
    }
    guard definition.range.contains(points) else {
      throw .outsideRange(
        code: criterion.code, direction: direction, low: definition.range.lowerBound,
        high: definition.range.upperBound)
    }
    return criterion
  }
}
