// SPDX-License-Identifier: MIT

import CallFiles
import Calls
import StageGraph

/// Takes counts, malformed records and breaches of the VCF specification out of a batch.
struct ProblemStage: Stage {
  /// The paths of the inputs.
  let paths: [String]
  /// The check of each VCF input; nil for other formats.
  let checks: [VCFRecordCheck?]

  func process(_ batch: consuming CallBatch, at sequence: Int) async throws -> Problems {
    var problems = Problems(
      input: batch.input, counts: batch.counts, malformed: batch.rejected.map(\.reason))
    guard let check = checks[batch.input] else { return problems }
    let rejected = Set(batch.rejected.map(\.line))
    // Only the last batch of a file ends in the middle of a line.
    if let last = batch.arena[batch.body].last, last != 0x0A {
      let lines = batch.arena[batch.body].count { $0 == 0x0A }
      problems.breaches.append(
        VCFProblem(line: batch.firstLine + lines, column: 0, .noFinalNewline))
    }
    var line = batch.firstLine
    for bytes in batch.arena[batch.body].split(separator: 0x0A, omittingEmptySubsequences: false) {
      defer { line += 1 }
      let record = bytes.last == 0x0D ? bytes.dropLast() : bytes
      guard !record.isEmpty, !rejected.contains(UInt32(line)) else { continue }
      problems.breaches += check.problems(record, line: line)
      if let ordered = VCFOrderCheck.Record(record, line: line) { problems.records.append(ordered) }
    }
    return problems
  }
}

/// What a batch has that is wrong.
struct Problems: Sendable {
  let input: Int
  let counts: RecordCounts
  let malformed: [String]
  var breaches: [VCFProblem] = []
  var records: [VCFOrderCheck.Record] = []
}

/// Collects the problems of all batches in order: every malformed record, and of each kind of breach the
/// first ten and how many more there are.
struct ProblemSink: Sink {
  static let shownOfAKind = 10

  let paths: [String]
  private var order: [VCFOrderCheck]
  private(set) var counts = RecordCounts()
  private(set) var problems: [String] = []
  private(set) var breaches: [String] = []
  private var seen: [String: Int] = [:]

  init(paths: [String]) {
    self.paths = paths
    order = paths.map { _ in VCFOrderCheck() }
  }

  mutating func accept(_ batch: Problems) async throws {
    counts += batch.counts
    problems += batch.malformed
    var found = batch.breaches
    for record in batch.records { found += order[batch.input].problems(record) }
    note(found.sorted { ($0.line, $0.column) < ($1.line, $1.column) }, of: batch.input)
  }

  mutating func note(_ found: [VCFProblem], of input: Int) {
    for problem in found {
      let count = seen[problem.kind.group, default: 0] + 1
      seen[problem.kind.group] = count
      if count <= Self.shownOfAKind { breaches.append(problem.sentence(in: paths[input])) }
    }
  }

  mutating func finish() async throws {
    for (group, count) in seen.sorted(by: { $0.key < $1.key }) where count > Self.shownOfAKind {
      breaches.append("\(grouped(count - Self.shownOfAKind)) more of \(group)")
    }
  }
}
