// SPDX-License-Identifier: MIT

internal import Dispatch
internal import Files
internal import HTS
internal import Synchronization

/// Reads the lines of a large source on all cores: three million alleles are 750 MB of text.
///
/// Each lane takes the next chunk, decodes it and sees its whole lines; the line that two chunks share is
/// put together afterwards. What a lane gathers must not depend on which chunks it got: chunks have
/// numbers, and line numbers are known once all are counted.
struct ParallelLines<Lane: Sendable>: Sendable {
  /// A stretch of whole lines.
  struct Stretch {
    /// Chunks count from 0; a shared line belongs to the chunk it begins in and comes last.
    let chunk: Int
    let isShared: Bool
    /// The lines with their ends, inside the bytes that go with it.
    let lines: Range<Int>
  }

  /// A place in a stretch that lanes keep until lines are numbered.
  struct Place: Sendable, Hashable, Comparable {
    var chunk: Int
    /// Line breaks before it in its chunk.
    var breaks: Int

    static func < (a: Place, b: Place) -> Bool { (a.chunk, a.breaks) < (b.chunk, b.breaks) }
  }

  /// What a chunk leaves over, by chunk number.
  private struct Ends {
    /// Up to and with the first line break; without one, all of the chunk.
    var head: [UInt8] = []
    /// Behind the last line break; nil in a chunk without one.
    var tail: [UInt8]?
    var breaks = 0
  }

  private struct Shared {
    var reader: ChunkReader
    /// Bytes of the file, and decoded ones so far.
    let stored: Int
    var decoded = 0
    var next = 0
    var isOver = false
    var failure: KnowledgeBaseError?
    var ends: [Ends] = []
    var lanes: [Lane] = []
  }

  /// The lanes, in no order that means anything.
  let lanes: [Lane]
  /// By chunk: line breaks before it.
  private let breaksBefore: [Int]

  /// - Parameters:
  ///   - count: lanes at once.
  ///   - body: takes a stretch; called at once from several threads, each with a lane of its own.
  /// - Throws: ``KnowledgeBaseError/file(_:)``, ``KnowledgeBaseError/damagedSource(file:_:)``,
  ///   ``KnowledgeBaseError/unterminated(file:line:)``, ``KnowledgeBaseError/sourceTooLarge(file:)``.
  init(
    path: String, count: Int, makeLane: @Sendable () -> Lane,
    _ body: @Sendable (inout Lane, Span<UInt8>, Stretch) -> Void
  ) throws(KnowledgeBaseError) {
    let file: InputFile
    do throws(FileError) {
      file = try InputFile(path: path)
    } catch {
      throw .file(error)
    }
    let reader: ChunkReader
    do throws(HTSError) {
      reader = try ChunkReader(file, decodedChunkSize: 1 << 20)
    } catch {
      throw .damagedSource(file: path, error)
    }
    let shared = Mutex(Shared(reader: reader, stored: Int(file.size ?? 0)))
    DispatchQueue.concurrentPerform(iterations: count) { _ in
      var lane = makeLane()
      var arena: [UInt8] = []
      while let (number, chunk) = Self.next(shared, path) {
        arena.removeAll(keepingCapacity: true)
        do throws(HTSError) {
          try chunk.decode(appendingTo: &arena)
        } catch {
          Self.fail(shared, .damagedSource(file: path, error))
          break
        }
        var ends = Ends()
        let bytes = arena.span
        let all = 0..<arena.count
        ends.breaks = bytes.count(of: 0x0A, in: all)
        if let first = bytes.firstIndex(of: 0x0A, in: all),
          let last = bytes.lastIndex(of: 0x0A, in: all)
        {
          // The first chunk begins with a whole line.
          let start = number == 0 ? 0 : first + 1
          ends.head = number == 0 ? [] : Array(arena[...first])
          ends.tail = Array(arena[(last + 1)...])
          if start <= last {
            body(
              &lane, bytes, Stretch(chunk: number, isShared: false, lines: start..<last + 1))
          }
        } else {
          ends.head = arena
        }
        shared.withLock { state in
          while state.ends.count <= number { state.ends.append(Ends()) }
          state.ends[number] = ends
        }
      }
      shared.withLock { $0.lanes.append(lane) }
    }
    let state = shared.withLock { $0 }
    if let failure = state.failure { throw failure }
    var lanes = state.lanes
    var before: [Int] = []
    var total = 0
    var cut: [UInt8] = []
    var cutChunk = 0
    for (number, ends) in state.ends.enumerated() {
      before.append(total)
      total += ends.breaks
      cut += ends.head
      guard let tail = ends.tail else { continue }
      if cut.last == 0x0A, !lanes.isEmpty {
        body(
          &lanes[0], cut.span,
          Stretch(chunk: cutChunk, isShared: true, lines: 0..<cut.count))
      }
      cut = tail
      cutChunk = number
    }
    self.lanes = lanes
    breaksBefore = before + [total]
    if !cut.isEmpty { throw .unterminated(file: path, line: total + 1) }
  }

  /// The 1-based line of a place.
  ///
  /// A shared line begins behind its chunk's last line break.
  func line(_ place: Place) -> Int {
    let chunk = min(place.chunk, breaksBefore.count - 1)
    if place.breaks == Self.atEnd {
      return breaksBefore[min(chunk + 1, breaksBefore.count - 1)] + 1
    }
    return breaksBefore[chunk] + place.breaks + 1
  }

  /// The number of line breaks of a place in a shared line.
  static var atEnd: Int { .max }

  private static func next(
    _ shared: borrowing Mutex<Shared>, _ path: String
  ) -> (Int, RawChunk)? {
    shared.withLock { state in
      if state.isOver || state.failure != nil { return nil }
      do throws(HTSError) {
        guard let chunk = try state.reader.next() else {
          state.isOver = true
          return nil
        }
        state.next += 1
        state.decoded += chunk.decodedSize
        guard Expansion.isPlausible(decoded: state.decoded, stored: state.stored) else {
          state.failure = .sourceTooLarge(file: path)
          return nil
        }
        return (state.next - 1, chunk)
      } catch {
        state.failure = .damagedSource(file: path, error)
        return nil
      }
    }
  }

  private static func fail(_ shared: borrowing Mutex<Shared>, _ error: KnowledgeBaseError) {
    shared.withLock { if $0.failure == nil { $0.failure = error } }
  }
}
