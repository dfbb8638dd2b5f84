// SPDX-License-Identifier: MIT

/// One allele of a source before it is sorted into a store; texts by number.
///
/// While lanes read, numbers are those of the lane; ``AlleleColumns`` makes them common ones.
struct AlleleRow: BitwiseCopyable, Sendable {
  /// The raw value of its contig above the 0-based start above the code of a substitution, 0 for any other
  /// allele: the order of a store.
  var key: UInt64
  /// The hash of an allele that is no substitution of one base; 0 for others.
  var hash: UInt32 = 0
  var variation: UInt32 = 0
  /// `REF>ALT` of an allele that is no substitution of one base; else the empty text.
  var sequence: UInt32 = 0
  var names: UInt32 = 0
  var identifiers: UInt32 = 0
  var detail: UInt32 = 0
  /// The number of the ClinGen allele id; 0 where the source has none.
  var caid: UInt32 = 0
  var classification: UInt32 = 0

  var contig: UInt8 { UInt8(truncatingIfNeeded: key >> UInt64(32 + AlleleSection.codeBits)) }
  var start: UInt32 { UInt32(truncatingIfNeeded: key >> UInt64(AlleleSection.codeBits)) }
  /// The key of a store's row.
  var placeAndCode: UInt16 { UInt16(truncatingIfNeeded: key) }
  var isLong: Bool { hash != 0 }

  static func key(contig: UInt8, start: Int32, code: UInt32 = 0) -> UInt64 {
    (UInt64(contig) << 32 | UInt64(UInt32(bitPattern: start))) << UInt64(AlleleSection.codeBits)
      | UInt64(code)
  }
}

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

  /// The column of a row that a text is for.
  enum TextField: Sendable {
    case names, identifiers, detail, sequence
  }

  var rows: [AlleleRow] = []
  var segments: [Segment] = []
  /// Texts that have no number yet, and the rows that are to have it.
  private var waiting: [TextTable.TextPlace] = []
  private var targets: [(rows: Range<Int>, field: TextField)] = []
  /// The bytes of those texts.
  private var waitingBytes: [UInt8] = []
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
  /// Reused from line to line.
  var scratch: [UInt8] = []

  /// By number of a class: whether its review status has stars; a file has some dozens of classes.
  private var hasStars: [UInt32: Bool] = [:]

  private var lastClass = UInt32.max
  private var lastHasStars = true

  private static let notesKept = 3

  /// - Parameters:
  ///   - capacity: texts expected.
  ///   - rows: rows expected; memory that is not used costs nothing.
  init(capacity: Int = 1 << 10, rows count: Int = 0) {
    texts = TextTable(capacity: capacity)
    rows.reserveCapacity(count)
  }

  /// Whether a class has a review status whose stars are known; the text is made once a class.
  mutating func knowsStars(
    ofClass number: UInt32, _ bytes: Span<UInt8>, _ status: Range<Int>
  ) -> Bool {
    // Records of one class often follow each other.
    if number == lastClass { return lastHasStars }
    lastClass = number
    if let known = hasStars[number] {
      lastHasStars = known
    } else {
      let text = String(decoding: bytes.array(status), as: UTF8.self)
      lastHasStars = ReviewStatus.stars(text) != nil
      hasStars[number] = lastHasStars
    }
    return lastHasStars
  }

  /// Has rows get the number of a text, whose bytes `write` appends.
  mutating func keep(
    _ field: TextField, for rows: Range<Int>, _ write: (inout [UInt8]) -> Void
  ) {
    let start = waitingBytes.count
    write(&waitingBytes)
    if waitingBytes.count == start { return }
    // Sound: bytes have no padding.
    waiting.append(TextTable.TextPlace(start..<waitingBytes.count, unsafe waitingBytes.span.bytes))
    targets.append((rows, field))
  }

  /// Numbers the texts that wait.
  ///
  /// - Parameter all: else only where there are enough of them to make it worthwhile.
  mutating func number(all: Bool) {
    guard all || waiting.count >= TextTable.run || waitingBytes.count >= 1 << 17 else { return }
    // Taken out for the time, so that nothing of this value is read and written at once.
    var (rows, places, rowsOf, bytes) = (self.rows, waiting, targets, waitingBytes)
    (self.rows, waiting, targets, waitingBytes) = ([], [], [], [])
    // Sound: bytes have no padding.
    texts.add(places, in: unsafe bytes.span.bytes) { index, number in
      for row in rowsOf[index].rows {
        switch rowsOf[index].field {
        case .names: rows[row].names = number
        case .identifiers: rows[row].identifiers = number
        case .detail: rows[row].detail = number
        case .sequence: rows[row].sequence = number
        }
      }
    }
    places.removeAll(keepingCapacity: true)
    rowsOf.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
    (self.rows, waiting, targets, waitingBytes) = (rows, places, rowsOf, bytes)
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
