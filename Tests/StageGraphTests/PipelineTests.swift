// SPDX-License-Identifier: MIT

import StageGraph
import Testing

// Long enough for a loaded machine, where these wait for all other tests to give up a thread: the limit is
// there for what hangs.
@Suite(.timeLimit(.minutes(20)))
struct PipelineTests {
  @Test(arguments: [1, 2, 8])
  func `output keeps the order of the input whatever overtakes whom`(workers: Int) async throws {
    for seed in 0..<20 {
      var sink = Collector()
      try await Pipeline(Numbers(limit: 100), Shuffled(seed: seed), workers: workers).run(
        into: &sink)
      #expect(sink.numbers == (0..<100).map { $0 * 2 }, "seed \(seed)")
      #expect(sink.isFinished)
    }
  }

  @Test func `an empty source finishes the sink`() async throws {
    var sink = Collector()
    try await Pipeline(Numbers(limit: 0), Shuffled(seed: 1), workers: 2).run(into: &sink)
    #expect(sink.numbers.isEmpty)
    #expect(sink.isFinished)
  }

  @Test(arguments: [1, 2, 8])
  func `a carry hands its value on in order`(workers: Int) async throws {
    for seed in 0..<20 {
      var sink = Collector()
      let chain = Shuffled(seed: seed).then(RunningTotal())
      try await Pipeline(Numbers(limit: 50), chain, workers: workers).run(into: &sink)
      #expect(sink.numbers == (0..<50).map { $0 * ($0 - 1) }, "seed \(seed)")
    }
  }

  @Test(arguments: [1, 2, 8])
  func `the earliest failure in order is the one reported`(workers: Int) async throws {
    for seed in 0..<50 {
      var sink = Collector()
      let chain = Shuffled(seed: seed, failing: [11, 12, 13]).then(RunningTotal())
      let pipeline = Pipeline(Numbers(limit: 100), chain, workers: workers)
      let error = await #expect(throws: Planned.self) { try await pipeline.run(into: &sink) }
      #expect(error == .failure(11), "seed \(seed)")
      #expect(sink.numbers.count == 11, "what lies before the failure is still delivered")
      #expect(!sink.isFinished)
    }
  }

  @Test func `a source that fails ends the run after what it gave`() async throws {
    var sink = Collector()
    let pipeline = Pipeline(Numbers(limit: 9, failsAtEnd: true), Shuffled(seed: 3), workers: 2)
    let error = await #expect(throws: Planned.self) { try await pipeline.run(into: &sink) }
    #expect(error == .failure(9))
    #expect(sink.numbers.count == 9)
  }

  @Test func `a batch that fails before the source fails is reported first`() async throws {
    var sink = Collector()
    let chain = Shuffled(seed: 3, failing: [8])
    let pipeline = Pipeline(Numbers(limit: 9, failsAtEnd: true), chain, workers: 8)
    let error = await #expect(throws: Planned.self) { try await pipeline.run(into: &sink) }
    #expect(error == .failure(8))
  }

  @Test func `a sink that fails ends the run and is not fed again`() async throws {
    var sink = Collector(failsAfter: 5)
    let pipeline = Pipeline(Numbers(limit: 1_000_000), Shuffled(seed: 4), workers: 2)
    let error = await #expect(throws: Planned.self) { try await pipeline.run(into: &sink) }
    #expect(error == .sink)
    #expect(sink.numbers.count == 5)
  }

  @Test func `cancelling ends an endless run`() async throws {
    let task = Task {
      var sink = Collector()
      let chain = Shuffled(seed: 5).then(RunningTotal())
      try await Pipeline(Numbers(limit: .max), chain, workers: 2).run(into: &sink)
    }
    try await Task.sleep(for: .milliseconds(20))
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
  }

  @Test(arguments: [1, 2, 4])
  func `batches under way are bounded`(workers: Int) async throws {
    struct Counted: Stage {
      let census: Census
      func process(_ batch: consuming Int, at sequence: Int) async throws -> Int {
        census.enter()
        for _ in 0..<5 { await Task.yield() }
        census.leave()
        return batch
      }
    }
    let census = Census()
    var sink = Collector()
    try await Pipeline(Numbers(limit: 500), Counted(census: census), workers: workers)
      .run(into: &sink)
    #expect(census.most <= workers)
  }

  @Test func `a fan-out gives every sink the same batches in order`() async throws {
    struct Tagged: Stage {
      let factor: Int
      func process(_ batch: consuming Int, at sequence: Int) async throws -> Int { batch * factor }
    }
    struct Recorder: Sink {
      let heard: Heard
      mutating func accept(_ batch: Int) async throws { heard.add(batch) }
      mutating func finish() async throws { heard.add(-1) }
    }
    let heard = [Heard(), Heard()]
    var sink = FanIn<Int>(heard.map { Recorder(heard: $0) })
    let chain = Shuffled(seed: 6).then(FanOut([Tagged(factor: 1), Tagged(factor: 100)]))
    try await Pipeline(Numbers(limit: 30), chain, workers: 3).run(into: &sink)
    #expect(heard[0].all == (0..<30).map { $0 * 2 } + [-1])
    #expect(heard[1].all == (0..<30).map { $0 * 200 } + [-1])
  }

  @Test func `a meter counts batches and time`() async throws {
    let meter = Meter("doubling")
    var sink = Collector()
    try await Pipeline(Numbers(limit: 40), Shuffled(seed: 7).metered(by: meter), workers: 2)
      .run(into: &sink)
    #expect(meter.current.batches == 40)
    #expect(meter.current.time > .zero)
  }
}
