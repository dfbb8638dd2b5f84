// SPDX-License-Identifier: MIT

internal import Genome
internal import HTS

/// The cells and INFO values of one line of ClinVar's VCF, as ranges of its bytes.
///
/// Not to be copied: copies for calls took 0.1 s of three million records. Borrowed by a call it would be, as every
/// large value is, and so it is lent `inout` to functions that do not change it.
///
/// - Source: ClinVar's VCF header of 27 June 2026; clinical-data study, section 6.1.
struct ClinVarRecord: ~Copyable {
  var chrom = 0..<0
  var pos = 0..<0
  var id = 0..<0
  var ref = 0..<0
  var alt = 0..<0
  /// The place of the line's line feed, or the end of the text.
  private(set) var end = 0

  // Values of INFO; empty where there is none.
  var significance = 0..<0
  var reviewStatus = 0..<0
  var diseaseNames = 0..<0
  var diseaseIDs = 0..<0
  var gene = 0..<0
  var consequence = 0..<0
  var variantType = 0..<0
  var origin = 0..<0
  var hgvs = 0..<0
  var sources = 0..<0

  /// Entries of INFO that are kept word for word: conflicts, included variants, somatic classifications.
  private(set) var others: [Range<Int>] = []

  private let keys = ClinVarKeys()

  /// Reads a line from its first byte to its line end.
  ///
  /// - Parameters:
  ///   - marks: of TAB, semicolon and line feed in `bytes`; the line has its line feed.
  ///   - place: before the first mark of the line, then behind its line feed.
  /// - Returns: how many cells there are, up to 8.
  mutating func read(
    _ bytes: Span<UInt8>, _ marks: ByteMarks, _ place: inout ByteMarks.Place, from line: Int
  ) -> Int {
    clear()
    var start = line
    var count = 0
    while count < 7 {
      let mark = marks.next(&place)
      guard mark < bytes.count, bytes[mark] != 0x0A else {
        end = mark
        take(count, start..<cellEnd(bytes, start, mark))
        return count + 1
      }
      // FILTER joins its words by semicolons.
      if bytes[mark] != 0x09 { continue }
      take(count, start..<mark)
      count += 1
      start = mark + 1
    }
    // Sound: bytes have no padding.
    let raw = unsafe bytes.bytes
    while true {
      let mark = marks.next(&place)
      let ending = mark < bytes.count ? bytes[mark] : 0x0A
      if ending == 0x3B {
        if mark > start { read(raw, start..<mark) }
        start = mark + 1
        continue
      }
      let last = ending == 0x0A ? cellEnd(bytes, start, mark) : mark
      if last > start { read(raw, start..<last) }
      end = ending == 0x09 ? skipLine(bytes, marks, &place) : mark
      return 8
    }
  }

  /// Where a cell ends that a line end follows.
  private func cellEnd(_ bytes: Span<UInt8>, _ start: Int, _ mark: Int) -> Int {
    mark > start && bytes[mark - 1] == 0x0D ? mark - 1 : mark
  }

  /// Goes behind the next line feed.
  ///
  /// - Returns: its place, or the end of the text.
  func skipLine(
    _ bytes: Span<UInt8>, _ marks: ByteMarks, _ place: inout ByteMarks.Place
  ) -> Int {
    while true {
      let mark = marks.next(&place)
      if mark >= bytes.count || bytes[mark] == 0x0A { return mark }
    }
  }

  private mutating func take(_ number: Int, _ cell: Range<Int>) {
    switch number {
    case 0: chrom = cell
    case 1: pos = cell
    case 2: id = cell
    case 3: ref = cell
    case 4: alt = cell
    default: break
    }
  }

  private mutating func clear() {
    significance = 0..<0
    reviewStatus = 0..<0
    diseaseNames = 0..<0
    diseaseIDs = 0..<0
    gene = 0..<0
    consequence = 0..<0
    variantType = 0..<0
    origin = 0..<0
    hgvs = 0..<0
    sources = 0..<0
    if !others.isEmpty { others.removeAll(keepingCapacity: true) }
  }

  /// Takes one entry, by the first eight bytes of its key.
  private mutating func read(_ bytes: RawSpan, _ entry: Range<Int>) {
    let start = entry.lowerBound
    let end = entry.upperBound
    // Most entries are longer and stand inside the chunk; the rest is put together byte by byte.
    var word: UInt64 = 0
    if entry.count >= 8 {
      word = bytes.integer(at: start, as: UInt64.self)
    } else {
      for place in entry.reversed() { word = word << 8 | UInt64(bytes.byte(at: place)) }
    }
    func goesOn(_ rest: StaticString) -> Bool {
      entry.count >= 8 + rest.utf8CodeUnitCount && bytes.has(rest, at: start + 8)
    }
    func isValue(at place: Int) -> Bool { place < end && bytes.byte(at: place) == 0x3D }
    switch word & 0xFFFFFF {
    case keys.cln:
      if word & ClinVarKeys.six == keys.clndn {
        diseaseNames = start + 6..<end
      } else if word == keys.clndisdb, isValue(at: start + 8) {
        diseaseIDs = start + 9..<end
      } else if word & ClinVarKeys.seven == keys.clnsig {
        significance = start + 7..<end
      } else if word == keys.clnrevstat, isValue(at: start + 10),
        bytes.integer(at: start + 8, as: UInt16.self) == keys.at
      {
        reviewStatus = start + 11..<end
      } else if word & ClinVarKeys.six == keys.clnvc {
        variantType = start + 6..<end
      } else if word & ClinVarKeys.six == keys.clnvi {
        sources = start + 6..<end
      } else if word == keys.clnhgvs {
        hgvs = start + 8..<end
      } else if word == keys.clndnincl && goesOn("L=")
        || word == keys.clnsigconf && goesOn("NF=")
        || word == keys.clnsigincl && goesOn("CL=")
      {
        others.append(entry)
      }
    case keys.gen:
      if word == keys.geneinfo, isValue(at: start + 8) { gene = start + 9..<end }
    case keys.ori:
      if word & ClinVarKeys.seven == keys.origin { origin = start + 7..<end }
    case keys.onc:
      if word & ClinVarKeys.seven != keys.oncscv, entry.count > 4 { others.append(entry) }
    case keys.sci:
      if word & ClinVarKeys.seven != keys.sciscv, entry.count > 4 { others.append(entry) }
    case keys.mc:
      consequence = start + 3..<end
    default: break
    }
  }

  /// Whether an entry is a classification of oncogenicity or somatic impact, or the review status of one.
  static func statesSomatic(_ bytes: Span<UInt8>, _ entry: Range<Int>) -> Bool {
    let value = entry.lowerBound + 3
    return (bytes.has("ONC", at: entry.lowerBound) || bytes.has("SCI", at: entry.lowerBound))
      && (bytes.has("=", at: value) || bytes.has("REVSTAT=", at: value))
  }

  /// The number of the ClinGen allele id in CLNVI; 0 where there is none, or one that is no number of 32
  /// bits.
  func caid(_ bytes: Span<UInt8>) -> UInt32 {
    var start = sources.lowerBound
    while start < sources.upperBound {
      let end = bytes.firstIndex(of: 0x7C, in: start..<sources.upperBound) ?? sources.upperBound
      if end - start > 10, bytes.has("ClinGen:CA", at: start),
        let number = bytes.unsigned(start + 10..<end)
      {
        return number
      }
      start = end + 1
    }
    return 0
  }
}

/// The keys of INFO as the eight bytes that an entry begins with, made once a stretch.
struct ClinVarKeys: Sendable {
  static let six: UInt64 = 0xFFFF_FFFF_FFFF
  static let seven: UInt64 = 0xFF_FFFF_FFFF_FFFF

  let cln = word("CLN")
  let gen = word("GEN")
  let ori = word("ORI")
  let onc = word("ONC")
  let sci = word("SCI")
  let mc = word("MC=")
  let clndn = word("CLNDN=")
  let clndisdb = word("CLNDISDB")
  let clnsig = word("CLNSIG=")
  let clnrevstat = word("CLNREVST")
  let at = UInt16(truncatingIfNeeded: word("AT"))
  let clnvc = word("CLNVC=")
  let clnvi = word("CLNVI=")
  let clnhgvs = word("CLNHGVS=")
  let clndnincl = word("CLNDNINC")
  let clnsigconf = word("CLNSIGCO")
  let clnsigincl = word("CLNSIGIN")
  let geneinfo = word("GENEINFO")
  let origin = word("ORIGIN=")
  let oncscv = word("ONCSCV=")
  let sciscv = word("SCISCV=")

  /// Little-endian, as an integer is read of bytes.
  private static func word(_ key: String) -> UInt64 {
    key.utf8.reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }
}

extension RawSpan {
  /// Whether `word` stands at `place`.
  func has(_ word: StaticString, at place: Int) -> Bool {
    let length = word.utf8CodeUnitCount
    guard place + length <= byteCount else { return false }
    // Sound: a static string's bytes live as long as the program, and `length` of them are there.
    let start = unsafe word.utf8Start
    for offset in 0..<length where unsafe byte(at: place + offset) != start[offset] { return false }
    return true
  }
}

extension Span<UInt8> {
  /// Whether `word` stands at `place`.
  func has(_ word: StaticString, at place: Int) -> Bool {
    let length = word.utf8CodeUnitCount
    guard place + length <= count else { return false }
    // Sound: a static string's bytes live as long as the program, and `length` of them are there.
    let start = unsafe word.utf8Start
    for offset in 0..<length where unsafe self[place + offset] != start[offset] { return false }
    return true
  }

  /// Digits that fit 32 bits without sign; nil for anything else.
  ///
  /// Up to eight at once, in the lanes of a word: a loop over digits was a twentieth of reading ClinVar.
  func unsigned(_ range: Range<Int>) -> UInt32? {
    guard !range.isEmpty, range.count <= 10 else { return nil }
    if range.count <= 8, range.upperBound >= 8 {
      // The last digit is the highest byte; what stands before the first is made zeros.
      let kept = UInt64(8 * range.count)
      let digits =
        (eight(at: range.upperBound - 8) ^ 0x3030_3030_3030_3030) & (~0 << (64 - kept))
      guard (digits | (digits &+ 0x0606_0606_0606_0606)) & 0xF0F0_F0F0_F0F0_F0F0 == 0 else {
        return nil
      }
      let pairs = (digits &* 2561) >> 8 & 0x00FF_00FF_00FF_00FF
      let fours = (pairs &* 6_553_601) >> 16 & 0x0000_FFFF_0000_FFFF
      return UInt32(truncatingIfNeeded: (fours &* 42_949_672_960_001) >> 32)
    }
    var value: UInt64 = 0
    for index in range {
      let digit = self[index] &- 0x30
      guard digit <= 9 else { return nil }
      value = value * 10 + UInt64(digit)
    }
    return UInt32(exactly: value)
  }
}
