// SPDX-License-Identifier: MIT

internal import HTS

/// What one lane keeps of ClinVar besides rows, from stretch to stretch.
struct AlleleLane: Sendable {
  /// Something counted instead of stopping the build, at a place that has no line number yet.
  struct Note: Sendable {
    let kind: OddityKind
    let place: LinePlace
    let text: String
  }

  /// A row that cannot be read.
  struct Fault: Sendable {
    enum Kind: Sendable {
      case tooFewCells(found: Int)
      case badCell(cell: Int, column: String, text: String)
      case zeroByte
    }

    let place: LinePlace
    let kind: Kind
  }

  /// Of all lanes; counts from 0.
  let number: Int
  private var classes = TextTable(capacity: 256)
  /// How many of them pages have, the empty one among them.
  private var classesHandedOn = 1
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

  /// Classifications as a file spells them, from CLNREVSTAT's value to CLNSIG's; by number of a spelling the
  /// class, and by number of a class what of it no rule knows.
  private var spellings = TextTable(capacity: 256)
  private var classOfSpelling: [UInt32] = [0]
  private var unknown: [Unknown] = []

  /// What a classification has that no rule knows.
  struct Unknown: OptionSet {
    let rawValue: UInt8

    static let reviewStatus = Unknown(rawValue: 1)
    static let term = Unknown(rawValue: 2)
  }

  /// Somatic entries as a file spells them, and by number what of one no rule knows.
  private var somaticEntries = TextTable(capacity: 64)
  private var unknownOfEntry: [OddityKind?] = [nil]

  private static let notesKept = 3

  init(number: Int) {
    self.number = number
  }

  /// The number of a record's classification, see ``AlleleSection``, and what of it is unknown.
  ///
  /// A file has some dozens of classes. ClinVar writes both values side by side, so that a look at all of it
  /// takes the place of putting them together.
  mutating func classification(
    _ bytes: Span<UInt8>, _ record: inout ClinVarRecord
  ) -> (number: UInt32, unknown: Unknown) {
    guard !record.reviewStatus.isEmpty,
      record.reviewStatus.upperBound + 8 == record.significance.lowerBound
    else { return newClassification(bytes, &record) }
    let spelling = record.reviewStatus.lowerBound..<record.significance.upperBound
    // Sound: bytes have no padding.
    let number = Int(spellings.number(of: unsafe bytes.bytes.extracting(spelling)))
    if number == classOfSpelling.count {
      classOfSpelling.append(newClassification(bytes, &record).number)
    }
    let found = classOfSpelling[number]
    return (found, unknown[Int(found)])
  }

  /// What of an entry of oncogenicity or somatic impact no rule knows; a file has some dozens of them.
  mutating func unknown(inSomatic entry: RawSpan) -> OddityKind? {
    let number = Int(somaticEntries.number(of: entry))
    if number == unknownOfEntry.count {
      var text: [UInt8] = []
      entry.append(0..<entry.byteCount, to: &text)
      unknownOfEntry.append(SomaticTerm.unknown(in: String(decoding: text, as: UTF8.self)))
    }
    return unknownOfEntry[number]
  }

  private mutating func newClassification(
    _ bytes: Span<UInt8>, _ record: inout ClinVarRecord
  ) -> (number: UInt32, unknown: Unknown) {
    // Sound: bytes have no padding.
    let raw = unsafe bytes.bytes
    scratch.removeAll(keepingCapacity: true)
    raw.append(record.significance, to: &scratch)
    scratch.append(AlleleSection.separator)
    raw.append(record.reviewStatus, to: &scratch)
    let number = classes.number(of: scratch)
    while unknown.count < number { unknown.append([]) }
    if unknown.count == number {
      var new: Unknown = []
      let status = String(decoding: bytes.array(record.reviewStatus), as: UTF8.self)
      let terms = String(decoding: bytes.array(record.significance), as: UTF8.self)
      if ReviewStatus.stars(status) == nil { new.insert(.reviewStatus) }
      if !GermlineTerm.areKnown(in: terms) { new.insert(.term) }
      unknown.append(new)
    }
    return (number, unknown[Int(number)])
  }

  /// Has a page name the classes that none before has.
  mutating func handOnClasses(to page: inout AllelePage) {
    page.lane = number
    while classesHandedOn < classes.count {
      page.newClasses.append(Array(classes.heap[classes.range(classesHandedOn)]))
      classesHandedOn += 1
    }
  }

  mutating func note(
    _ kind: OddityKind, _ place: LinePlace, _ text: @autoclosure () -> String
  ) {
    counts[kind, default: 0] += 1
    // A lane sees its chunks in order, so its first notes are the first ones there are.
    if notes.count(where: { $0.kind == kind }) < Self.notesKept {
      notes.append(Note(kind: kind, place: place, text: text()))
    }
  }

  mutating func fail(_ kind: Fault.Kind, _ place: LinePlace) {
    if let fault, fault.place < place { return }
    fault = Fault(place: place, kind: kind)
  }
}
