// SPDX-License-Identifier: MIT

package import Records

/// Finds the whole records in decoded bytes that are cut anywhere.
///
/// A record states its two lengths, so records can only be found one after the other; what of one stands
/// at the end of a chunk passes on to the next.
package struct BCFFrames: Sendable {
  /// The start of a record that goes on in the next bytes.
  private var cut: [UInt8] = []

  /// The whole records of some bytes.
  package struct Found: Sendable {
    /// The record that began in earlier bytes and ends in these; empty where there is none.
    package var first: [UInt8] = []
    /// Where whole records stand in the bytes.
    package var records: Range<Int>
    /// How many there are, ``first`` among them.
    package var count: Int
  }

  /// Both lengths, and the six numbers that every record has.
  static let lengths = 8
  private static let smallestShared = 24
  /// As much as an input may make us hold.
  private static let largest = 64 << 20

  package init() {}

  /// Whether the bytes so far end between two records.
  package var isBetweenRecords: Bool { cut.isEmpty }

  /// Finds the records that end in `bytes`, behind the first `start`.
  ///
  /// - Throws: ``BCFFault/recordSize(shared:individual:)`` with how many whole records stand before.
  package mutating func find(in bytes: [UInt8], from start: Int) throws(BadFrame) -> Found {
    var position = start
    var found = Found(records: start..<start, count: 0)
    if !cut.isEmpty {
      take(upTo: Self.lengths, bytes, &position)
      if cut.count >= Self.lengths {
        let size = try size(of: cut, at: 0, after: 0)
        take(upTo: size, bytes, &position)
        if cut.count == size {
          swap(&found.first, &cut)
          found.count = 1
        }
      }
      guard cut.isEmpty else {
        found.records = position..<position
        return found
      }
    }
    let first = position
    while position + Self.lengths <= bytes.count {
      let size = try size(of: bytes, at: position, after: found.count)
      guard position + size <= bytes.count else { break }
      position += size
      found.count += 1
    }
    found.records = first..<position
    cut = Array(bytes[position...])
    return found
  }

  /// Moves bytes to the cut record until it has `count`.
  private mutating func take(upTo count: Int, _ bytes: [UInt8], _ position: inout Int) {
    let more = min(max(0, count - cut.count), bytes.count - position)
    cut += bytes[position..<position + more]
    position += more
  }

  /// Where a whole record that ``find(in:from:)`` found ends.
  package static func end(ofRecordAt place: Int, in bytes: [UInt8]) -> Int {
    place + lengths + Int(bytes.littleEndian32(at: place))
      + Int(bytes.littleEndian32(at: place + 4))
  }

  private func size(of bytes: [UInt8], at place: Int, after count: Int) throws(BadFrame) -> Int {
    let shared = Int(bytes.littleEndian32(at: place))
    let individual = Int(bytes.littleEndian32(at: place + 4))
    guard shared >= Self.smallestShared, shared + individual <= Self.largest else {
      throw BadFrame(
        fault: .recordSize(shared: shared, individual: individual), recordsBefore: count,
        place: place)
    }
    return Self.lengths + shared + individual
  }
}

/// A record whose lengths cannot be.
package struct BadFrame: Error {
  package let fault: BCFFault
  package let recordsBefore: Int
  /// Where in the bytes it begins; 0 for one that began before them.
  package let place: Int
}
