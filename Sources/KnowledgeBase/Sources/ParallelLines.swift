// SPDX-License-Identifier: MIT

internal import Dispatch
internal import Files
internal import HTS
internal import Synchronization

/// Reads the lines of a large source on all cores: three million alleles are 1 GB of text.
///
/// Each thread takes the next chunk, decodes it and reads its whole lines into a page. Pages are taken in the
/// order of the file by whichever thread has brought the one that comes next, so that the result does not
/// depend on threads and no core waits for another. The line that two chunks share is put together on the way.
struct ParallelLines<Reading: LineReading>: Sendable {
  /// The lanes, in no order that means anything.
  let lanes: [Reading.Lane]
  let result: Reading.Result
  /// Of the file as it is stored.
  let sha256: String
  /// By chunk: line breaks before it.
  private let breaksBefore: [Int]

  /// - Parameters:
  ///   - file: a regular one, which is read from its start.
  ///   - count: threads at once.
  ///   - result: what pages are put into.
  ///   - longestLine: bytes; a file of one endless line is none of ours, and must not take all memory.
  /// - Throws: ``KnowledgeBaseError/damagedSource(file:_:)``,
  ///   ``KnowledgeBaseError/unterminated(file:line:)``, ``KnowledgeBaseError/sourceTooLarge(file:)``.
  init(
    _ file: InputFile, count: Int, _ reading: Reading, into result: consuming Reading.Result,
    longestLine: Int = 1 << 28
  ) throws(KnowledgeBaseError) {
    let path = file.path
    let digest = RunningDigest()
    let reader: ChunkReader
    do throws(HTSError) {
      reader = try ChunkReader(
        fromStartOf: file, decodedChunkSize: Self.chunkSize, eachPiece: digest.update)
    } catch {
      throw .damagedSource(file: path, error)
    }
    let source = Mutex(Source(reader: reader, stored: Int(file.size ?? 0)))
    let queue = Mutex(Queue())
    let order = Mutex<Order?>(
      Order(lane: reading.makeLane(count), page: reading.makePage(), result: result))
    let lanes = Mutex<[Reading.Lane]>([])
    // No thread runs further ahead of the chunk that comes next than that.
    let permits = DispatchSemaphore(value: count * 8)
    DispatchQueue.concurrentPerform(iterations: count) { number in
      var lane = reading.makeLane(number)
      while true {
        permits.wait()
        guard let (chunkNumber, raw) = Self.next(source, path) else {
          permits.signal()
          break
        }
        var chunk: Chunk? = queue.withLock { $0.takeFree() } ?? Chunk(page: reading.makePage())
        do throws(HTSError) {
          try chunk?.decode(raw)
        } catch {
          source.withLock { $0.fail(.damagedSource(file: path, error)) }
          permits.signal()
          break
        }
        chunk?.read(chunkNumber, &lane, reading)
        queue.withLock { $0.put(&chunk) }
        while true {
          chunk = queue.withLock { $0.takeNext() }
          if chunk == nil { break }
          let isLine = order.withLock { $0?.take(&chunk, reading, longestLine) ?? false }
          if !isLine { source.withLock { $0.fail(.sourceTooLarge(file: path)) } }
          queue.withLock { $0.giveBack(&chunk) }
          permits.signal()
        }
      }
      // Whoever waits for a chunk that will not come finds the source over.
      permits.signal()
      lanes.withLock { $0.append(lane) }
    }
    if let failure = source.withLock({ $0.failure }) { throw failure }
    // Taken out, so that nobody else holds the result, which would be copied when it is changed.
    guard let end = order.withLock({ $0.take() }) else { preconditionFailure("it is there") }
    self.lanes = lanes.withLock { $0 } + [end.lane]
    self.result = end.result
    sha256 = digest.sha256
    breaksBefore = end.breaksBefore + [end.breaks]
    if !end.cut.isEmpty { throw .unterminated(file: path, line: end.breaks + 1) }
  }

  /// The 1-based line of a place.
  ///
  /// A shared line begins behind its chunk's last line break.
  func line(_ place: LinePlace) -> Int {
    let chunk = min(place.chunk, breaksBefore.count - 1)
    if place.breaks == LinePlace.inSharedLine {
      return breaksBefore[min(chunk + 1, breaksBefore.count - 1)] + 1
    }
    return breaksBefore[chunk] + place.breaks + 1
  }

  private static var chunkSize: Int { 1 << 18 }

  /// The file, chunk after chunk.
  private struct Source {
    var reader: ChunkReader
    /// Bytes of the file, and decoded ones so far.
    let stored: Int
    var decoded = 0
    var next = 0
    var isOver = false
    var failure: KnowledgeBaseError?

    init(reader: ChunkReader, stored: Int) {
      self.reader = reader
      self.stored = stored
    }

    mutating func fail(_ error: KnowledgeBaseError) {
      if failure == nil { failure = error }
    }
  }

  private static func next(
    _ source: borrowing Mutex<Source>, _ path: String
  ) -> (Int, RawChunk)? {
    source.withLock { state in
      if state.isOver || state.failure != nil { return nil }
      do throws(HTSError) {
        guard let chunk = try state.reader.next() else {
          state.isOver = true
          return nil
        }
        state.next += 1
        state.decoded += chunk.decodedSize
        guard Expansion.isPlausible(decoded: state.decoded, stored: state.stored) else {
          state.fail(.sourceTooLarge(file: path))
          return nil
        }
        return (state.next - 1, chunk)
      } catch {
        state.fail(.damagedSource(file: path, error))
        return nil
      }
    }
  }

  /// A chunk, and what was read of it.
  private struct Chunk {
    var number = 0
    var bytes: [UInt8] = []
    var page: Reading.Page
    /// Up to and with the first line break; without one, all of the chunk.
    var head = 0..<0
    /// Behind the last line break; nil in a chunk without one.
    var tail: Range<Int>?
    var breaks = 0

    init(page: consuming Reading.Page) {
      self.page = page
    }

    mutating func decode(_ raw: RawChunk) throws(HTSError) {
      bytes.removeAll(keepingCapacity: true)
      try raw.decode(appendingTo: &bytes)
    }

    mutating func read(_ number: Int, _ lane: inout Reading.Lane, _ reading: Reading) {
      self.number = number
      let bytes = bytes
      let span = bytes.span
      let all = 0..<span.count
      guard let first = span.firstIndex(of: 0x0A, in: all),
        let last = span.lastIndex(of: 0x0A, in: all)
      else {
        head = all
        tail = nil
        breaks = 0
        return
      }
      // The first chunk begins with a whole line.
      head = 0..<(number == 0 ? 0 : first + 1)
      tail = last + 1..<span.count
      breaks = number == 0 ? 0 : 1
      if head.upperBound <= last {
        breaks += reading.read(
          &lane, &page, span,
          LineStretch(chunk: number, isShared: false, lines: head.upperBound..<last + 1))
      }
    }
  }

  /// Chunks that were read before their turn, and memory for further ones.
  ///
  /// Chunks are handed on so that nobody else holds their arrays, which would be copied when they are written.
  private struct Queue {
    private var waiting: [Int: Chunk] = [:]
    private var next = 0
    /// Whether a thread takes a chunk.
    private var isTaking = false
    private var free: [Chunk] = []

    mutating func takeFree() -> Chunk? { free.popLast() }

    mutating func put(_ chunk: inout Chunk?) {
      if let own = chunk.take() { waiting[own.number] = own }
    }

    /// The chunk that comes next, if it is there and nobody takes the one before.
    mutating func takeNext() -> Chunk? {
      guard !isTaking, let chunk = waiting.removeValue(forKey: next) else { return nil }
      isTaking = true
      next += 1
      return chunk
    }

    mutating func giveBack(_ chunk: inout Chunk?) {
      isTaking = false
      if let own = chunk.take() { free.append(own) }
    }
  }

  /// What came of the chunks that were taken.
  private struct Order {
    /// Reads the lines that chunks share.
    var lane: Reading.Lane
    var page: Reading.Page
    var result: Reading.Result
    /// A line whose end was not seen yet, and the chunk it begins in.
    var cut: [UInt8] = []
    var cutChunk = 0
    var breaksBefore: [Int] = []
    var breaks = 0

    init(
      lane: consuming Reading.Lane, page: consuming Reading.Page, result: consuming Reading.Result
    ) {
      self.lane = lane
      self.page = page
      self.result = result
    }

    /// - Returns: whether no line is longer than may be; what comes behind one that is, is left.
    mutating func take(_ next: inout Chunk?, _ reading: Reading, _ longestLine: Int) -> Bool {
      guard var chunk = next.take() else { return true }
      if cut.count + chunk.head.count > longestLine {
        next = chunk
        return false
      }
      breaksBefore.append(breaks)
      breaks += chunk.breaks
      cut += chunk.bytes[chunk.head]
      if let tail = chunk.tail {
        if !cut.isEmpty {
          let line = cut
          _ = reading.read(
            &lane, &page, line.span,
            LineStretch(chunk: cutChunk, isShared: true, lines: 0..<line.count))
          reading.take(&page, line.span, into: &result)
        }
        let bytes = chunk.bytes
        reading.take(&chunk.page, bytes.span, into: &result)
        cut = Array(bytes[tail])
        cutChunk = chunk.number
      }
      next = chunk
      return true
    }
  }
}
