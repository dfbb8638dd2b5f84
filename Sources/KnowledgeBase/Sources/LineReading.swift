// SPDX-License-Identifier: MIT

internal import HTS

/// A stretch of whole lines that a lane reads at once.
struct LineStretch {
  /// Chunks count from 0; a shared line belongs to the chunk it begins in and comes last.
  let chunk: Int
  let isShared: Bool
  /// The lines with their ends, inside the bytes that go with it.
  let lines: Range<Int>

  /// The place of the line that begins at `start` of the stretch's bytes.
  func place(ofLineAt start: Int, in bytes: Span<UInt8>) -> LinePlace {
    LinePlace(
      chunk: chunk,
      breaks: isShared ? LinePlace.inSharedLine : bytes.count(of: 0x0A, in: 0..<start))
  }
}

/// A place in a stretch that lanes keep until lines are numbered.
struct LinePlace: Sendable, Hashable, Comparable {
  var chunk: Int
  /// Line breaks before it in its chunk.
  var breaks: Int

  /// The number of line breaks of a place in a shared line.
  static var inSharedLine: Int { .max }

  static func < (a: LinePlace, b: LinePlace) -> Bool {
    (a.chunk, a.breaks) < (b.chunk, b.breaks)
  }
}

/// What a reader of lines does on each core, and what becomes of it in the order of the file.
protocol LineReading: Sendable {
  /// What a thread keeps from stretch to stretch: counts, faults, buffers.
  associatedtype Lane: Sendable
  /// What is read of one stretch; used again for another one when it was taken.
  associatedtype Page: Sendable
  /// What pages become.
  associatedtype Result: Sendable

  /// - Parameter number: counts from 0.
  func makeLane(_ number: Int) -> Lane
  /// An empty page.
  func makePage() -> Page
  /// Reads a stretch; called at once from several threads, each with a lane and a page of its own.
  ///
  /// - Returns: how many lines it has.
  func read(
    _ lane: inout Lane, _ page: inout Page, _ bytes: Span<UInt8>, _ stretch: LineStretch
  ) -> Int
  /// Takes what a page has and leaves it empty; called for one page at a time, in the order of the file.
  ///
  /// - Parameter bytes: those that it was read of.
  func take(_ page: inout Page, _ bytes: Span<UInt8>, into result: inout Result)
}
