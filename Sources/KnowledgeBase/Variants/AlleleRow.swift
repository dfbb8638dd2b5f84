// SPDX-License-Identifier: MIT

/// One allele of a source before it is sorted into a store; texts by number of the lane's table.
struct AlleleRow: BitwiseCopyable, Sendable {
  /// The raw value of its contig above the 0-based start: the order of a store.
  var place: UInt64
  var code: UInt32
  var variation: UInt32
  /// `REF>ALT` of an allele that is no substitution of one base; else the empty text.
  var sequence: UInt32
  var conditions: UInt32
  var detail: UInt32
  /// The number of the ClinGen allele id; 0 where the source has none.
  var caid: UInt32
  var classification: UInt32

  var contig: UInt8 { UInt8(truncatingIfNeeded: place >> 32) }
  var start: UInt32 { UInt32(truncatingIfNeeded: place) }

  static func place(contig: UInt8, start: Int32) -> UInt64 {
    UInt64(contig) << 32 | UInt64(UInt32(bitPattern: start))
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

  var rows: [AlleleRow] = []
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

  /// - Parameter capacity: texts expected.
  init(capacity: Int = 1 << 10) {
    texts = TextTable(capacity: capacity)
    rows.reserveCapacity(capacity * 5 / 2)
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
