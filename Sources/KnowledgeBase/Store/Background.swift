// SPDX-License-Identifier: MIT

internal import Dispatch
internal import Synchronization

/// A piece of a build that goes on on a thread of its own.
final class Background<Value: Sendable>: Sendable {
  private let result = Mutex<Value?>(nil)
  private let group = DispatchGroup()

  init(_ body: @escaping @Sendable () -> Value) {
    DispatchQueue.global().async(group: group) {
      let value = body()
      self.result.withLock { $0 = value }
    }
  }

  /// Waits for it.
  var value: Value {
    group.wait()
    guard let value = result.withLock({ $0 }) else {
      preconditionFailure("the group was waited for")
    }
    return value
  }
}
