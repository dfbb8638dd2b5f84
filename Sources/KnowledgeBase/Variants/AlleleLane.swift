// SPDX-License-Identifier: MIT

internal import HTS

/// What one lane reads of ClinVar.
struct AlleleLane: Sendable {
  /// Something counted instead of stopping the build, at a place that has no line number yet.
  struct Note: Sendable {
    let kind: OddityKind
    let place: ParallelLines<AlleleLane>.Place
    let text: String
  }

  /// A row that cannot be read.
  struct Fault: Sendable {
    enum Kind: Sendable {
      case tooFewCells(found: Int)
      case badCell(cell: Int, column: String, text: String)
    }

    let place: ParallelLines<AlleleLane>.Place
    let kind: Kind
  }

  /// Where the rows of a stretch of lines begin in ``rows``.
  struct Segment: Sendable {
    let chunk: Int
    let isShared: Bool
    let first: Int
  }

  var rows: [AlleleRow] = []
  var segments: [Segment] = []
  /// Conditions, details and sequences.
  var texts: TextTable
  var classes = TextTable(capacity: 256)
  var rowsRead = 0
  var rowsWithoutAllele = 0
  var withoutClassification = 0
  var headerLines = 0
  /// Records whose own HGVS name says that the file is of this build, and of the other one.
  var agreeing = 0
  var contradicting = 0
  var counts: [OddityKind: Int] = [:]
  private(set) var notes: [Note] = []
  private(set) var fault: Fault?
  /// Reused from stretch to stretch and from line to line.
  var marks = ByteMarks()
  var scratch: [UInt8] = []

  /// Texts of the stretch that have no number yet, and those that were put together of its parts.
  var waiting = WaitingTexts()
  var waitingJoined = WaitingTexts()
  var joined: [UInt8] = []

  /// Classifications as a file spells them, from CLNREVSTAT's value to CLNSIG's; by number of a spelling the
  /// class, and by number of a class whether its review status has stars.
  private var spellings = TextTable(capacity: 256)
  private var classOfSpelling: [UInt32] = [0]
  private var hasStars: [Bool] = []

  private static let notesKept = 3

  /// - Parameters:
  ///   - capacity: texts expected.
  ///   - rows: rows expected; memory that is not used costs nothing.
  init(capacity: Int = 1 << 10, rows count: Int = 0) {
    texts = TextTable(capacity: capacity)
    rows.reserveCapacity(count)
    LargeBuffers.useHugePages(for: &rows)
  }

  /// The number of a record's classification, see ``AlleleSection``, and whether the stars of its review
  /// status are known.
  ///
  /// A file has some dozens of classes. ClinVar writes both values side by side, so that a look at all of it
  /// takes the place of putting them together.
  mutating func classification(
    _ bytes: Span<UInt8>, _ record: ClinVarRecord
  ) -> (number: UInt32, hasStars: Bool) {
    guard !record.reviewStatus.isEmpty,
      record.reviewStatus.upperBound + 8 == record.significance.lowerBound
    else { return newClassification(bytes, record) }
    let spelling = record.reviewStatus.lowerBound..<record.significance.upperBound
    // Sound: bytes have no padding.
    let number = Int(spellings.number(of: unsafe bytes.bytes.extracting(spelling)))
    if number == classOfSpelling.count {
      classOfSpelling.append(newClassification(bytes, record).number)
    }
    let found = classOfSpelling[number]
    return (found, hasStars[Int(found)])
  }

  private mutating func newClassification(
    _ bytes: Span<UInt8>, _ record: ClinVarRecord
  ) -> (number: UInt32, hasStars: Bool) {
    // Sound: bytes have no padding.
    let raw = unsafe bytes.bytes
    scratch.removeAll(keepingCapacity: true)
    raw.append(record.significance, to: &scratch)
    scratch.append(AlleleSection.separator)
    raw.append(record.reviewStatus, to: &scratch)
    let number = classes.number(of: scratch)
    while hasStars.count < number { hasStars.append(true) }
    if hasStars.count == number {
      let text = String(decoding: bytes.array(record.reviewStatus), as: UTF8.self)
      hasStars.append(ReviewStatus.stars(text) != nil)
    }
    return (number, hasStars[Int(number)])
  }

  mutating func note(
    _ kind: OddityKind, _ place: ParallelLines<AlleleLane>.Place, _ text: @autoclosure () -> String
  ) {
    counts[kind, default: 0] += 1
    // A lane sees its chunks in order, so its first notes are the first ones there are.
    if notes.count(where: { $0.kind == kind }) < Self.notesKept {
      notes.append(Note(kind: kind, place: place, text: text()))
    }
  }

  mutating func fail(_ kind: Fault.Kind, _ place: ParallelLines<AlleleLane>.Place) {
    if let fault, fault.place < place { return }
    fault = Fault(place: place, kind: kind)
  }
}
