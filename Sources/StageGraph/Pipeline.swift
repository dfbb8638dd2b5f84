// SPDX-License-Identifier: MIT

/// A source, a fused chain of stages run on several batches at once, and a sink in order.
///
/// The whole concurrency design: one task group. Its parent keeps one child pulling the source and up
/// to `workers` children carrying a batch each through the chain, takes whatever finishes next, puts it
/// back in order and feeds the sink. At most `workers + 2` batches exist at a time, so memory is flat
/// and a slow sink holds the source back.
///
/// The first failing batch *in sequence order* ends the run: when batch 7 fails, 0 to 6 still finish
/// (one of them may fail too and is then the one reported), so the error that a user sees does not
/// depend on timing.
package struct Pipeline<Input: Source, Chain: Stage>: Sendable where Chain.Input == Input.Output {
  private let source: Input
  private let chain: Chain
  private let workers: Int

  /// - Parameter workers: batches worked on at once; at least 1.
  package init(_ source: Input, _ chain: Chain, workers: Int) {
    self.source = source
    self.chain = chain
    self.workers = max(1, workers)
  }

  private enum Event: Sendable {
    case pulled(Input, Result<Chain.Input?, any Error>)
    case worked(Int, Result<Chain.Output, any Error>)
  }

  /// Runs to the end of the source and finishes the sink.
  ///
  /// - Throws: the error of the first batch in order that failed, of the source where it stopped, or of
  ///   the sink; `CancellationError` when the surrounding task is cancelled.
  package func run<Output: Sink>(into sink: inout Output) async throws
  where Output.Input == Chain.Output {
    var run = Run()
    try await withThrowingTaskGroup(of: Event.self) { group in
      pull(source, &group, &run)
      while run.isBusy {
        guard let event = try await group.next() else { break }
        switch event {
        case .pulled(let source, let pulled):
          run.pulling = false
          switch pulled {
          case .success(let batch?):
            run.waiting = (source, batch)
          case .success(nil):
            run.sourceEnded = true
          case .failure(let error):
            run.sourceEnded = true
            run.fail(at: run.started, error)
          }
        case .worked(let sequence, let result):
          run.working -= 1
          switch result {
          case .success(let output): run.done.insert(output, at: sequence)
          case .failure(let error): run.fail(at: sequence, error)
          }
        }
        // Results before a failed batch are complete and in order: they may still be written.
        while !run.isOver, let output = run.done.pop() {
          run.finished += 1
          do {
            try await sink.accept(output)
          } catch {
            run.fail(at: Run.everything, error)
          }
        }
        if Task.isCancelled { run.fail(at: Run.everything, CancellationError()) }
        // A pull that waits for a pipe looks at this; batches under way finish.
        if run.failure != nil { group.cancelAll() }
        start(&group, &run)
      }
      if let failure = run.failure { throw failure.error }
    }
    try await sink.finish()
  }

  /// Starts the waiting batch if there is room for it, and then the next pull.
  private func start(_ group: inout ThrowingTaskGroup<Event, any Error>, _ run: inout Run) {
    guard run.failure == nil, let (source, batch) = run.waiting, run.working < workers,
      run.started - run.finished < workers + 2
    else { return }
    run.waiting = nil
    let sequence = run.started
    run.started += 1
    run.working += 1
    let chain = chain
    group.addTask {
      do {
        return .worked(sequence, .success(try await chain.process(batch, at: sequence)))
      } catch {
        chain.abandon(sequence)
        return .worked(sequence, .failure(error))
      }
    }
    pull(source, &group, &run)
  }

  private func pull(
    _ source: Input, _ group: inout ThrowingTaskGroup<Event, any Error>, _ run: inout Run
  ) {
    run.pulling = true
    group.addTask {
      var source = source
      do {
        let batch = try await source.next()
        return .pulled(source, .success(batch))
      } catch {
        return .pulled(source, .failure(error))
      }
    }
  }

  /// Where a run stands.
  private struct Run {
    /// The sequence number of a failure that is no batch's: the sink's, or a cancellation.
    static var everything: Int { -1 }

    var started = 0
    var working = 0
    var finished = 0
    var pulling = false
    var sourceEnded = false
    /// The source and a batch of it that no worker has taken yet.
    var waiting: (Input, Chain.Input)?
    var done = InOrder<Chain.Output>()
    var failure: (sequence: Int, error: any Error)?

    var isOver: Bool { failure?.sequence == Run.everything }

    var isBusy: Bool { pulling || working > 0 || (waiting != nil && failure == nil) }

    /// Keeps the failure of the earliest batch; a cancelled wait is never the cause of anything.
    mutating func fail(at sequence: Int, _ error: any Error) {
      guard let known = failure else {
        failure = (sequence, error)
        return
      }
      if sequence < known.sequence || known.error is CancellationError {
        failure = (sequence, error)
      }
    }
  }
}
