// SPDX-License-Identifier: MIT

extension RegionIndex {
  /// - Parameter bytes: the index file, decompressed.
  package init(_ bytes: [UInt8]) throws(Fault) {
    var cursor = Cursor(bytes: bytes)
    let magic = bytes.prefix(4)
    let isTabix = magic.elementsEqual(Array("TBI".utf8) + [1])
    guard isTabix || magic.elementsEqual(Array("CSI".utf8) + [1]) else { throw .notIndex }
    cursor.place = 4
    var auxiliary = 0
    if isTabix {
      smallestShift = 14
      depth = 5
    } else {
      smallestShift = try cursor.count()
      depth = try cursor.count()
      // Places have 31 bits here, bins 32.
      guard (1...30).contains(smallestShift), depth <= 9 else { throw .damaged }
      auxiliary = try cursor.count()
    }
    if isTabix {
      let references = try cursor.count()
      (columns, names) = try cursor.columns()
      self.references = try cursor.references(references, of: self.depth, isTabix: true)
    } else {
      let start = cursor.place
      guard auxiliary <= bytes.count - start else { throw .damaged }
      if auxiliary >= Cursor.columnsSize {
        (columns, names) = try cursor.columns()
        guard cursor.place <= start + auxiliary else { throw .damaged }
      } else {
        columns = nil
        names = []
      }
      cursor.place = start + auxiliary
      let references = try cursor.count()
      self.references = try cursor.references(references, of: self.depth, isTabix: false)
    }
    guard columns == nil || names.count >= references.count else { throw .damaged }
  }

  /// Reads little-endian numbers and never beyond the end.
  private struct Cursor {
    let bytes: [UInt8]
    var place = 0

    /// Six numbers and the size of the names.
    static let columnsSize = 28

    mutating func number32() throws(Fault) -> UInt32 {
      guard place + 4 <= bytes.count else { throw .damaged }
      defer { place += 4 }
      return bytes.span.littleEndian32(at: place)
    }

    mutating func offset() throws(Fault) -> VirtualOffset {
      let low = try number32()
      let high = try number32()
      return VirtualOffset(rawValue: UInt64(high) << 32 | UInt64(low))
    }

    /// A number of things, of which each takes at least a byte unless it is small.
    mutating func count() throws(Fault) -> Int {
      let number = Int(Int32(bitPattern: try number32()))
      guard number >= 0, number <= max(bytes.count, 64) else { throw .damaged }
      return number
    }

    mutating func columns() throws(Fault) -> (Columns, [[UInt8]]) {
      let preset = Int(try number32())
      let contig = Int(Int32(bitPattern: try number32()))
      let start = Int(Int32(bitPattern: try number32()))
      let end = Int(Int32(bitPattern: try number32()))
      // The character of comments and the lines to skip.
      place += 8
      let size = try count()
      guard size <= bytes.count - place else { throw .damaged }
      let text = bytes[place..<place + size]
      place += size
      guard text.isEmpty || text.last == 0 else { throw .damaged }
      let names = text.split(separator: 0, omittingEmptySubsequences: false).dropLast().map(
        Array.init)
      return (Columns(preset: preset, contig: contig, start: start, end: end), names)
    }

    mutating func references(_ count: Int, of depth: Int, isTabix: Bool) throws(Fault)
      -> [Reference]
    {
      // The bin behind the last holds numbers and no places.
      let summary = UInt32(((1 << (3 * (depth + 1))) - 1) / 7 + 1)
      var references: [Reference] = []
      for _ in 0..<count {
        var reference = Reference()
        for _ in 0..<(try self.count()) {
          let number = try number32()
          let first = isTabix ? nil : try offset()
          var bin = Bin(firstOffset: first, stretches: [])
          for _ in 0..<(try self.count()) {
            let stretch = Stretch(start: try offset(), end: try offset())
            guard number == summary || stretch.start <= stretch.end else { throw .damaged }
            bin.stretches.append(stretch)
          }
          guard number != summary else { continue }
          guard number < summary, reference.bins.updateValue(bin, forKey: number) == nil else {
            throw .damaged
          }
        }
        if isTabix {
          for _ in 0..<(try self.count()) { reference.linear.append(try offset()) }
        }
        references.append(reference)
      }
      return references
    }
  }
}
