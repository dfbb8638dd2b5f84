// SPDX-License-Identifier: MIT

import Calls
package import Classification
package import Genome
import Synchronization

/// The user's evidence, found by call; remembers which rows have fitted one.
package final class EvidenceIndex: Sendable {
  /// Which call a row is about.
  package enum Target: Sendable, Hashable {
    /// ``CallID/hash``.
    case call(UInt64)
    /// The same sample, exactly the same interval, the same direction; an empty sample is any.
    case place(sample: [UInt8], contig: Contig, interval: Interval, direction: Direction)
  }

  package struct Row: Sendable {
    package let target: Target
    /// As the user wrote it.
    package let code: String
    /// In hundredths.
    package let points: Int
    package let comment: String
    /// The line in its file.
    package let line: Int

    package init(target: Target, code: String, points: Int, comment: String, line: Int) {
      self.target = target
      self.code = code
      self.points = points
      self.comment = comment
      self.line = line
    }

    /// What stands behind `case=` at the start of the comment: one case must not count twice.
    var caseName: String {
      guard comment.hasPrefix("case=") else { return "" }
      return String(comment.dropFirst(5).prefix { !$0.isWhitespace && $0 != ";" && $0 != "," })
    }
  }

  package let rows: [Row]
  private let byCall: [UInt64: [Int]]
  private let byPlace: [Place: [Int]]
  private let fitted: Mutex<[Bool]>

  private struct Place: Hashable {
    let contig: Contig
    let interval: Interval
    let direction: Direction
  }

  package init(_ rows: [Row]) {
    self.rows = rows
    var byCall: [UInt64: [Int]] = [:]
    var byPlace: [Place: [Int]] = [:]
    for (number, row) in rows.enumerated() {
      switch row.target {
      case .call(let hash): byCall[hash, default: []].append(number)
      case .place(_, let contig, let interval, let direction):
        byPlace[Place(contig: contig, interval: interval, direction: direction), default: []]
          .append(number)
      }
    }
    self.byCall = byCall
    self.byPlace = byPlace
    fitted = Mutex([Bool](repeating: false, count: rows.count))
  }

  /// The statements for a call.
  ///
  /// - Parameters:
  ///   - samples: the names of the call's samples.
  /// - Throws: ``EvidenceFault`` for a code or points that the call's rubric does not have.
  func statements(
    for call: Call, id: CallID, samples: [[UInt8]], rubric: Rubric
  ) throws(EvidenceFault) -> [Statement] {
    let direction: Direction = call.type == .loss ? .loss : .gain
    let place = Place(contig: call.contig, interval: call.interval, direction: direction)
    var numbers = byCall[id.hash] ?? []
    for number in byPlace[place] ?? [] {
      guard case .place(let sample, _, _, _) = rows[number].target else { continue }
      if sample.isEmpty || samples.contains(sample) { numbers.append(number) }
    }
    guard !numbers.isEmpty else { return [] }
    numbers.sort()
    var statements: [Statement] = []
    for number in numbers {
      let row = rows[number]
      do throws(StatementFault) {
        let criterion = try Statement.criterion(
          code: row.code, points: row.points, direction, rubric)
        statements.append(
          Statement(
            criterion, points: row.points, row: UInt32(number), caseName: row.caseName))
      } catch {
        throw EvidenceFault(line: row.line, fault: error)
      }
    }
    let found = numbers
    fitted.withLock { fitted in
      for number in found { fitted[number] = true }
    }
    return statements
  }

  /// The lines of the rows that no call has fitted so far.
  package var unfittedLines: [Int] {
    fitted.withLock { fitted in zip(rows, fitted).filter { !$1 }.map(\.0.line) }
  }
}

/// A row of evidence that the rubric of its call does not have.
package struct EvidenceFault: Error, Sendable, Equatable {
  package let line: Int
  package let fault: StatementFault
}
