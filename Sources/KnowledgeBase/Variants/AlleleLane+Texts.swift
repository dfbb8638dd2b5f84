// SPDX-License-Identifier: MIT

internal import HTS

/// Texts that are numbered together, and the rows that are to have their numbers.
struct WaitingTexts: Sendable {
  /// The column of a row that a text is for.
  enum Field: UInt8, Sendable {
    case names, identifiers, detail, sequence
  }

  struct Target: BitwiseCopyable, Sendable {
    let first: UInt32
    /// A record has a row for each ALT.
    let count: UInt32
    let field: Field
  }

  fileprivate(set) var places: [TextTable.TextPlace] = []
  fileprivate(set) var targets: [Target] = []

  fileprivate mutating func append(
    _ field: Field, for rows: Range<Int>, _ place: TextTable.TextPlace
  ) {
    places.append(place)
    targets.append(
      Target(
        first: UInt32(truncatingIfNeeded: rows.lowerBound),
        count: UInt32(truncatingIfNeeded: rows.count), field: field))
  }
}

extension WaitingTexts {
  /// Gives all texts their numbers in `texts`, and their rows those.
  fileprivate mutating func number(
    in bytes: RawSpan, _ texts: inout TextTable, _ rows: inout [AlleleRow]
  ) {
    texts.add(places, in: bytes) { index, number in
      let target = targets[index]
      for row in Int(target.first)..<Int(target.first) + Int(target.count) {
        switch target.field {
        case .names: rows[row].names = number
        case .identifiers: rows[row].identifiers = number
        case .detail: rows[row].detail = number
        case .sequence: rows[row].sequence = number
        }
      }
    }
    places.removeAll(keepingCapacity: true)
    targets.removeAll(keepingCapacity: true)
  }

  fileprivate mutating func number(
    in bytes: [UInt8], _ texts: inout TextTable, _ rows: inout [AlleleRow]
  ) {
    // Sound: bytes have no padding.
    number(in: unsafe bytes.span.bytes, &texts, &rows)
  }
}

extension AlleleLane {
  /// Has rows get the number of a text of the stretch.
  mutating func keep(
    _ field: WaitingTexts.Field, for rows: Range<Int>, _ text: Range<Int>, of bytes: Span<UInt8>
  ) {
    if text.isEmpty { return }
    // Sound: bytes have no padding.
    waiting.append(field, for: rows, TextTable.TextPlace(text, unsafe bytes.bytes))
  }

  /// Has rows get the number of what a record says of its allele, put together; see ``AlleleSection``.
  mutating func keepDetail(of record: ClinVarRecord, _ bytes: Span<UInt8>, for rows: Range<Int>) {
    let start = joined.count
    let size =
      record.gene.count + record.consequence.count + record.variantType.count
      + record.origin.count + 4 + record.others.reduce(0) { $0 + $1.count + 1 }
    // Sound: bytes have no padding.
    let raw = unsafe bytes.bytes
    joined.append(addingCapacity: size) { text in
      text.append(raw, record.gene)
      text.append(AlleleSection.separator)
      text.append(raw, record.consequence)
      text.append(AlleleSection.separator)
      text.append(raw, record.variantType)
      text.append(AlleleSection.separator)
      text.append(raw, record.origin)
      for (number, entry) in record.others.enumerated() {
        text.append(number == 0 ? AlleleSection.separator : 0x3B)
        text.append(raw, entry)
      }
    }
    keepJoined(.detail, for: rows, from: start)
  }

  /// Has the row that comes next get the number of the sequence in ``scratch``.
  mutating func keepSequence() {
    let start = joined.count
    joined += scratch
    keepJoined(.sequence, for: rows.count..<rows.count + 1, from: start)
  }

  private mutating func keepJoined(
    _ field: WaitingTexts.Field, for rows: Range<Int>, from start: Int
  ) {
    // Sound: bytes have no padding.
    waitingJoined.append(
      field, for: rows, TextTable.TextPlace(start..<joined.count, unsafe joined.span.bytes))
  }

  /// Numbers the texts that wait.
  ///
  /// - Parameters:
  ///   - bytes: of the stretch.
  ///   - all: else only where there are enough of them to make it worthwhile.
  mutating func number(in bytes: Span<UInt8>, all: Bool) {
    if all || waiting.places.count >= TextTable.run {
      // Sound: bytes have no padding.
      waiting.number(in: unsafe bytes.bytes, &texts, &rows)
    }
    if all || waitingJoined.places.count >= TextTable.run || joined.count >= 1 << 17 {
      waitingJoined.number(in: joined, &texts, &rows)
      joined.removeAll(keepingCapacity: true)
    }
  }
}

extension OutputSpan<UInt8> {
  /// Appends bytes of a text.
  fileprivate mutating func append(_ bytes: RawSpan, _ range: Range<Int>) {
    let part = bytes.extracting(range)
    unsafe withUnsafeMutableBufferPointer { buffer, count in
      precondition(count + part.byteCount <= buffer.count, "room for the text")
      unsafe part.withUnsafeBytes { source in
        // Sound: the room was checked on the line above, and the two do not overlap.
        unsafe UnsafeMutableRawBufferPointer(
          rebasing: UnsafeMutableRawBufferPointer(buffer)[count...]
        )
        .copyMemory(from: source)
      }
      count += part.byteCount
    }
  }
}
