// SPDX-License-Identifier: MIT

import Synchronization

/// Counts the batches of one stage and the time spent in it, over all workers.
package final class Meter: Sendable {
  /// A reading of a ``Meter``.
  package struct Reading: Sendable, Equatable {
    package var batches = 0
    /// Worker time, waiting for a ``Carry`` included.
    package var time = Duration.zero
  }

  package let name: String
  private let reading = Mutex(Reading())

  package init(_ name: String) {
    self.name = name
  }

  package var current: Reading { reading.withLock { $0 } }

  func add(_ time: Duration) {
    reading.withLock {
      $0.batches += 1
      $0.time += time
    }
  }
}

/// A stage with a ``Meter``.
///
/// One clock reading a batch: nothing beside its milliseconds of work.
package struct Metered<Base: Stage>: Stage {
  let base: Base
  let meter: Meter

  package func process(_ batch: consuming Base.Input, at sequence: Int) async throws -> Base.Output
  {
    let start = ContinuousClock.now
    let output = try await base.process(batch, at: sequence)
    meter.add(ContinuousClock.now - start)
    return output
  }

  package func abandon(_ sequence: Int) { base.abandon(sequence) }
}

extension Stage {
  /// This stage, counted and timed by `meter`.
  package func metered(by meter: Meter) -> Metered<Self> {
    Metered(base: self, meter: meter)
  }
}
