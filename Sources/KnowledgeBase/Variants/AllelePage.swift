// SPDX-License-Identifier: MIT

internal import HTS

/// The rows of one stretch of a source, with texts and classes that ``AlleleRows`` gives common numbers.
///
/// A stretch is small enough that its rows and texts stay in a core's own memory until they are taken.
struct AllelePage: Sendable {
  /// A text of the stretch, or one that was put together.
  struct Text: BitwiseCopyable, Sendable {
    let tag: UInt32
    /// Where it begins: in the stretch, or in ``joined`` with ``isJoined`` above it.
    let start: UInt32
    let count: UInt32

    static let isJoined: UInt32 = 1 << 31
  }

  var rows: [AlleleRow] = []
  /// By the number that rows have for them: conditions, details and sequences, some of them several times;
  /// number 0 is the empty text.
  private(set) var texts = [Text(tag: 0, start: 0, count: 0)]
  /// Texts that do not stand in the stretch.
  private(set) var joined: [UInt8] = []
  /// Of the lane that read it, whose numbers rows have for classes.
  var lane = 0
  /// Classes that this lane had in no page before, in the order of its numbers.
  var newClasses: [[UInt8]] = []
  /// Whether a text stands where numbers cannot say.
  private(set) var isTooLarge = false

  /// By the lowest bits of a tag the text that had them last.
  ///
  /// Neighbours have the same conditions, and one look here saves a look into a table that no core's own memory
  /// holds. An array: looking into an `InlineArray` of a structure that is not written copied all of it, 0.1 s of
  /// three million records.
  private var recent = [UInt32](repeating: 0, count: 256)

  init() {}

  /// Keeps the memory.
  mutating func removeAll() {
    rows.removeAll(keepingCapacity: true)
    texts.removeLast(texts.count - 1)
    joined.removeAll(keepingCapacity: true)
    newClasses.removeAll()
    for index in recent.indices { recent[index] = 0 }
    isTooLarge = false
  }

  /// Lends the bytes of a text.
  @inline(__always)
  func withBytes<Result>(of text: Text, in stretch: RawSpan, _ body: (RawSpan) -> Result) -> Result
  {
    let start = Int(text.start & ~Text.isJoined)
    let range = start..<start + Int(text.count)
    if text.start < Text.isJoined { return body(stretch.extracting(range)) }
    // Sound: bytes have no padding.
    return body(unsafe joined.span.bytes.extracting(range))
  }

  /// The number of a text of the stretch.
  mutating func number(of range: Range<Int>, in stretch: RawSpan) -> UInt32 {
    if range.isEmpty { return 0 }
    guard range.upperBound < Int(Text.isJoined) else {
      isTooLarge = true
      return 0
    }
    let text = stretch.extracting(range)
    let tag = TextTable.tag(text)
    let last = texts[Int(recent[Int(tag & 255)])]
    if last.tag == tag, last.start < Text.isJoined, last.count > 0,
      stretch.extracting(Int(last.start)..<Int(last.start) + Int(last.count)).isSame(as: text)
    {
      return recent[Int(tag & 255)]
    }
    return add(
      Text(
        tag: tag, start: UInt32(truncatingIfNeeded: range.lowerBound),
        count: UInt32(truncatingIfNeeded: range.count)))
  }

  /// The number of a text that stands elsewhere.
  mutating func number(of text: [UInt8]) -> UInt32 {
    let start = joined.count
    joined += text
    return numberOfEnd(from: start)
  }

  /// The number of what a record says of its allele, put together; see ``AlleleSection``.
  mutating func detail(of record: inout ClinVarRecord, _ raw: RawSpan) -> UInt32 {
    let start = joined.count
    var size =
      record.gene.count + record.consequence.count + record.variantType.count
      + record.origin.count + 3
    if !record.others.isEmpty { size += record.others.reduce(0) { $0 + $1.count + 1 } }
    joined.append(addingCapacity: size) { text in
      text.append(raw, record.gene)
      text.append(AlleleSection.separator)
      text.append(raw, record.consequence)
      text.append(AlleleSection.separator)
      text.append(raw, record.variantType)
      text.append(AlleleSection.separator)
      text.append(raw, record.origin)
      if record.others.isEmpty { return }
      for (number, entry) in record.others.enumerated() {
        text.append(number == 0 ? AlleleSection.separator : 0x3B)
        text.append(raw, entry)
      }
    }
    return numberOfEnd(from: start)
  }

  /// The number of the text that ``joined`` ends in, which is taken away where the one before is the same.
  private mutating func numberOfEnd(from start: Int) -> UInt32 {
    guard start < joined.count else { return 0 }
    guard joined.count < Int(Text.isJoined) else {
      isTooLarge = true
      return 0
    }
    let (tag, found) = findEnd(from: start)
    if found > 0 {
      joined.removeLast(joined.count - start)
      return found
    }
    return add(
      Text(
        tag: tag, start: UInt32(truncatingIfNeeded: start) | Text.isJoined,
        count: UInt32(truncatingIfNeeded: joined.count - start)))
  }

  private func findEnd(from start: Int) -> (tag: UInt32, number: UInt32) {
    // Sound: bytes have no padding.
    let bytes = unsafe joined.span.bytes
    let text = bytes.extracting(start..<joined.count)
    let tag = TextTable.tag(text)
    let number = recent[Int(tag & 255)]
    let last = texts[Int(number)]
    guard last.tag == tag, last.start >= Text.isJoined else { return (tag, 0) }
    let first = Int(last.start & ~Text.isJoined)
    let isSame = bytes.extracting(first..<first + Int(last.count)).isSame(as: text)
    return (tag, isSame ? number : 0)
  }

  private mutating func add(_ text: Text) -> UInt32 {
    let number = UInt32(truncatingIfNeeded: texts.count)
    texts.append(text)
    recent[Int(text.tag & 255)] = number
    return number
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
