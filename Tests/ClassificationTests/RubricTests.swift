// SPDX-License-Identifier: MIT

import Classification
import Testing

struct RubricTests {
  @Test(arguments: Direction.allCases)
  func `every row has its default in its range and its exclusions in its rubric`(
    direction: Direction
  ) {
    let definitions = Rubric.riggs2020.definitions(direction)
    let codes = Set(definitions.map(\.criterion))
    #expect(codes.count == definitions.count)
    for row in definitions {
      #expect(row.range.contains(row.points), "\(row.code)")
      #expect(abs(row.cap) >= abs(row.points), "\(row.code)")
      #expect(!row.wording.isEmpty && !row.excludes.contains(row.criterion), "\(row.code)")
    }
    #expect(definitions.map(\.criterion) == definitions.map(\.criterion).sorted())
  }

  @Test func `losses and gains have every row of the guideline`() {
    let loss = Rubric.riggs2020.definitions(.loss).map(\.code).joined(separator: " ")
    #expect(
      loss == "1A 1B 2A 2B 2C-1 2C-2 2D-1 2D-2 2D-3 2D-4 2E 2F 2G 2H 3A 3B 3C "
        + "4A 4B 4C 4D 4E 4F 4G 4H 4I 4J 4K 4L 4M 4N 4O 5A 5B 5C 5D 5E 5F 5G 5H")
    let gain = Rubric.riggs2020.definitions(.gain).map(\.code).joined(separator: " ")
    #expect(
      gain == "1A 1B 2A 2B 2C 2D 2E 2F 2G 2H 2I 2J 2K 2L 3A 3B 3C "
        + "4A 4B 4C 4D 4E 4F 4G 4H 4I 4J 4K 4L 4M 4N 4O 5A 5B 5C 5D 5E 5F 5G 5H")
  }

  @Test(arguments: [
    ("4A", 45, Direction.loss, true), ("4A", 46, .loss, false), ("4A", 14, .loss, false),
    ("2c-1", 100, .loss, true), ("2C-1", 101, .loss, false), ("5H", 30, .gain, true),
    ("3A", 1, .loss, false), ("2K", 45, .gain, true),
  ])
  func `points outside the range of a row are an error that names the range`(
    code: String, points: Int, direction: Direction, isTaken: Bool
  ) {
    let result = Result { () throws(StatementFault) in
      try Statement.criterion(code: code, points: points, direction, .riggs2020)
    }
    switch result {
    case .success: #expect(isTaken)
    case .failure(.outsideRange(_, _, let low, let high)):
      #expect(!isTaken && !(low...high).contains(points))
    case .failure(let fault): Issue.record("\(fault)")
    }
  }

  @Test func `a code of the other rubric and a word that is no code are told apart`() {
    #expect(throws: StatementFault.notInRubric(code: "2K", direction: .loss)) {
      try Statement.criterion(code: "2K", points: 45, .loss, .riggs2020)
    }
    #expect(throws: StatementFault.unknownCode("6A")) {
      try Statement.criterion(code: "6A", points: 0, .loss, .riggs2020)
    }
  }
}
