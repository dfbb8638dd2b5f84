// SPDX-License-Identifier: MIT

/// The text heap of a store, filled in the order of its rows: neighbours lie together, and the bytes do not
/// depend on which lane read what.
struct AlleleTexts {
  private(set) var heap: [UInt8] = [0]
  private var tables: [TextTable]
  /// By lane and number: the offset in ``heap``; 0 for what has not come yet.
  private var placed: [[UInt32]]
  /// Texts of later lanes by their number in the first lane's table, plus one; empty for the first.
  private var known: [[UInt32]]

  /// - Parameter tables: the lanes' texts; one text of several lanes is one text.
  init(_ tables: [TextTable]) {
    var tables = tables
    var known: [[UInt32]] = tables.map { _ in [] }
    if tables.count > 1 {
      // Into the largest table, which then is everyone's.
      let home = tables.indices.max { tables[$0].count < tables[$1].count } ?? 0
      var shared = TextTable(capacity: 1)
      swap(&shared, &tables[home])
      for lane in tables.indices where lane != home {
        known[lane] = (0..<UInt32(tables[lane].count)).map { number in
          tables[lane].withText(number) { shared.number(of: $0) }
        }
        tables[lane] = TextTable(capacity: 1)
      }
      tables = [shared]
    }
    self.tables = tables
    self.known = known
    placed = tables.map { [UInt32](repeating: 0, count: $0.count) }
  }

  /// The offset of a text in the heap, where it is put at its first use.
  mutating func offset(lane: Int, _ number: UInt32) -> UInt32 {
    if number == 0 || tables.isEmpty { return 0 }
    let number = known[lane].isEmpty ? Int(number) : Int(known[lane][Int(number)])
    if placed[0][number] != 0 { return placed[0][number] }
    let offset = UInt32(truncatingIfNeeded: heap.count)
    tables[0].withText(UInt32(number)) { TextTable.append($0, to: &heap) }
    placed[0][number] = offset
    return offset
  }

  /// Adds a text of its own.
  mutating func add(_ text: [UInt8]) -> UInt32 {
    if text.isEmpty { return 0 }
    let offset = UInt32(truncatingIfNeeded: heap.count)
    // Sound: bytes have no padding.
    unsafe TextTable.append(text.span.bytes, to: &heap)
    return offset
  }

  /// Whether two texts of rows are the same.
  func isSame(lane a: Int, _ first: UInt32, lane b: Int, _ second: UInt32) -> Bool {
    shared(a, first) == shared(b, second)
  }

  /// Whether the first comes before the second, by bytes.
  func isBefore(lane a: Int, _ first: UInt32, lane b: Int, _ second: UInt32) -> Bool {
    guard !tables.isEmpty else { return false }
    return tables[0].withText(shared(a, first)) { one in
      tables[0].withText(shared(b, second)) { two in
        for offset in 0..<min(one.byteCount, two.byteCount) {
          let (x, y) = (one.byte(at: offset), two.byte(at: offset))
          if x != y { return x < y }
        }
        return one.byteCount < two.byteCount
      }
    }
  }

  private func shared(_ lane: Int, _ number: UInt32) -> UInt32 {
    number == 0 || known[lane].isEmpty ? number : known[lane][Int(number)]
  }

  /// Whether the heap is larger than offsets can say.
  var isTooLarge: Bool { heap.count > Int(UInt32.max) }
}
