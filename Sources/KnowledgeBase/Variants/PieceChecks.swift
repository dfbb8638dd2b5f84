// SPDX-License-Identifier: MIT

internal import Synchronization

/// Which pieces of a lazily checked section were found sound; shared by all threads.
///
/// One bit a piece. Two threads may check the same piece at once; both come to the same answer.
///
/// `@unchecked Sendable` is sound: the words are atomics, allocated once and freed with the owner.
@safe final class PieceChecks: @unchecked Sendable {
  private let words: UnsafeMutablePointer<Atomic<UInt64>>
  let count: Int
  private let sound = Atomic(0)

  init(count: Int) {
    self.count = count
    let size = count / 64 + 1
    unsafe words = .allocate(capacity: size)
    for index in 0..<size { unsafe (words + index).initialize(to: Atomic(0)) }
  }

  deinit {
    unsafe words.deinitialize(count: count / 64 + 1)
    unsafe words.deallocate()
  }

  /// - Precondition: `piece` lies in `0..<count`; checked.
  func isSound(_ piece: Int) -> Bool {
    precondition(piece >= 0 && piece < count)
    // Sound: inside the allocation by the line above. Acquiring, so that nothing is read before.
    return unsafe words[piece >> 6].load(ordering: .acquiring) & 1 << UInt64(piece & 63) != 0
  }

  /// Whether every piece was found sound.
  var areAllSound: Bool { sound.load(ordering: .acquiring) == count }

  func markSound(_ piece: Int) {
    precondition(piece >= 0 && piece < count)
    // Sound: inside the allocation by the line above.
    let bit: UInt64 = 1 << UInt64(piece & 63)
    let before = unsafe words[piece >> 6].bitwiseOr(bit, ordering: .acquiringAndReleasing).oldValue
    if before & bit == 0 { sound.add(1, ordering: .acquiringAndReleasing) }
  }
}
