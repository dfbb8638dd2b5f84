// SPDX-License-Identifier: MIT

internal import Crypto
internal import Synchronization

/// The digest of a file that is taken while it is read.
///
/// What a manifest says is the digest of the very bytes that were compiled: a second reading would be of another
/// file where the source is replaced meanwhile, takes the disk as long once more, and cannot be had of a pipe.
final class RunningDigest: Sendable {
  private struct State {
    var digest = SHA256()
    var count = 0
  }

  private let state = Mutex(State())

  /// Takes the bytes that come next.
  func update(_ bytes: Span<UInt8>) {
    state.withLock { state in
      state.count += bytes.count
      // Sound: the pointer is used only inside the closure, while the bytes are lent.
      unsafe bytes.withUnsafeBytes { unsafe state.digest.update(bufferPointer: $0) }
    }
  }

  /// Bytes so far.
  var count: Int { state.withLock { $0.count } }

  /// Lowercase hexadecimal SHA-256 of the bytes so far.
  var sha256: String { hexadecimal(state.withLock { $0.digest.finalize() }) }
}
