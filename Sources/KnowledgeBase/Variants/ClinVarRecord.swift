// SPDX-License-Identifier: MIT

internal import Genome
internal import HTS

/// The cells and INFO values of one line of ClinVar's VCF, as ranges of its bytes.
///
/// - Source: ClinVar's VCF header of 27 June 2026; clinical-data study, section 6.1.
struct ClinVarRecord {
  var chrom = 0..<0
  var pos = 0..<0
  var id = 0..<0
  var ref = 0..<0
  var alt = 0..<0
  var info = 0..<0

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

  /// Finds the cells of a line.
  ///
  /// - Returns: how many there are, up to 8.
  mutating func readCells(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Int {
    var start = line.lowerBound
    var count = 0
    while count < 8 {
      let end = bytes.firstIndex(of: 0x09, in: start..<line.upperBound) ?? line.upperBound
      let cell = start..<end
      switch count {
      case 0: chrom = cell
      case 1: pos = cell
      case 2: id = cell
      case 3: ref = cell
      case 4: alt = cell
      case 7: info = cell
      default: break
      }
      count += 1
      if end == line.upperBound { break }
      start = end + 1
    }
    return count
  }

  /// Finds the values of INFO that are kept.
  mutating func readInfo(_ bytes: Span<UInt8>) {
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
    others.removeAll(keepingCapacity: true)
    var start = info.lowerBound
    while start < info.upperBound {
      let end = bytes.firstIndex(of: 0x3B, in: start..<info.upperBound) ?? info.upperBound
      read(bytes, start..<end)
      start = end + 1
    }
  }

  private mutating func read(_ bytes: Span<UInt8>, _ entry: Range<Int>) {
    let start = entry.lowerBound
    guard entry.count > 4 else { return }
    func value(_ key: StaticString) -> Range<Int>? {
      let length = key.utf8CodeUnitCount
      guard entry.count > length, bytes[start + length] == 0x3D, bytes.has(key, at: start) else {
        return nil
      }
      return start + length + 1..<entry.upperBound
    }
    switch bytes[start] {
    case 0x43 where bytes[start + 1] == 0x4C && bytes[start + 2] == 0x4E:
      switch bytes[start + 3] {
      case 0x44:
        if let value = value("CLNDN") {
          diseaseNames = value
        } else if let value = value("CLNDISDB") {
          diseaseIDs = value
        } else if value("CLNDNINCL") != nil {
          others.append(entry)
        }
      case 0x53:
        if let value = value("CLNSIG") {
          significance = value
        } else if value("CLNSIGCONF") != nil || value("CLNSIGINCL") != nil {
          others.append(entry)
        }
      case 0x52: reviewStatus = value("CLNREVSTAT") ?? reviewStatus
      case 0x48: hgvs = value("CLNHGVS") ?? hgvs
      case 0x56:
        if let value = value("CLNVI") {
          sources = value
        } else {
          variantType = value("CLNVC") ?? variantType
        }
      default: break
      }
    case 0x47: gene = value("GENEINFO") ?? gene
    case 0x4D: consequence = value("MC") ?? consequence
    case 0x4F:
      if let value = value("ORIGIN") {
        origin = value
      } else if bytes.has("ONC", at: start), value("ONCSCV") == nil {
        others.append(entry)
      }
    case 0x53 where bytes.has("SCI", at: start) && value("SCISCV") == nil: others.append(entry)
    default: break
    }
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
  func unsigned(_ range: Range<Int>) -> UInt32? {
    guard !range.isEmpty, range.count <= 10 else { return nil }
    var value: UInt64 = 0
    for index in range {
      let digit = self[index] &- 0x30
      guard digit <= 9 else { return nil }
      value = value * 10 + UInt64(digit)
    }
    return UInt32(exactly: value)
  }
}
