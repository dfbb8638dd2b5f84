// SPDX-License-Identifier: MIT

import StageGraph
import Synchronization

/// The numbers from 0 up to a limit, and then an error if one is asked for.
struct Numbers: Source {
  var next_ = 0
  let limit: Int
  var failsAtEnd = false

  mutating func next() async throws -> Int? {
    guard next_ < limit else {
      if failsAtEnd { throw Planned.failure(limit) }
      return nil
    }
    defer { next_ += 1 }
    return next_
  }
}

enum Planned: Error, Equatable {
  case failure(Int)
  case sink
}

/// Doubles, after a number of suspensions that differs from batch to batch, so batches overtake.
struct Shuffled: Stage {
  let seed: Int
  var failing: Set<Int> = []

  func process(_ batch: consuming Int, at sequence: Int) async throws -> Int {
    var random = UInt64(truncatingIfNeeded: seed &* 7919 &+ sequence &* 104_729) | 1
    random = random &* 6_364_136_223_846_793_005 &+ 1
    for _ in 0..<(random >> 59) { await Task.yield() }
    if failing.contains(sequence) { throw Planned.failure(sequence) }
    return batch * 2
  }
}

/// Adds up everything before it through a carry.
struct RunningTotal: Stage {
  let carry = Carry(0)

  func process(_ batch: consuming Int, at sequence: Int) async throws -> Int {
    let number = batch
    return try await carry.pass(at: sequence) { total in
      defer { total += number }
      return total
    }
  }

  func abandon(_ sequence: Int) { carry.abandon(sequence) }
}

struct Collector: Sink {
  var numbers: [Int] = []
  var isFinished = false
  var failsAfter = Int.max

  mutating func accept(_ batch: Int) async throws {
    if numbers.count >= failsAfter { throw Planned.sink }
    numbers.append(batch)
  }

  mutating func finish() async throws { isFinished = true }
}

/// How many values of one kind exist at once.
final class Census: Sendable {
  private let counts = Mutex((now: 0, most: 0))
  func enter() { counts.withLock { $0 = ($0.now + 1, max($0.most, $0.now + 1)) } }
  func leave() { counts.withLock { $0.now -= 1 } }
  var most: Int { counts.withLock { $0.most } }
}

/// What a sink heard, kept where the test can read it after the run.
final class Heard: Sendable {
  private let numbers = Mutex<[Int]>([])
  func add(_ number: Int) { numbers.withLock { $0.append(number) } }
  var all: [Int] { numbers.withLock { $0 } }
}
