// SPDX-License-Identifier: MIT

import Records

/// Checks the record lines of a VCF file beyond what reading their calls needs.
///
/// Only `validate` runs it: the checks look into every cell, which costs several times what reading costs.
package struct VCFRecordCheck: Sendable {
  let header: VCFHeaderCheck

  package init(_ header: VCFHeaderCheck) { self.header = header }

  /// The cells of a record and where they begin.
  struct Cells {
    let line: Int
    let cells: [ArraySlice<UInt8>]
    let lineStart: Int

    func column(of slice: ArraySlice<UInt8>) -> Int { slice.startIndex - lineStart + 1 }

    /// How many ALT alleles there are; 0 for `.`.
    var alternates: Int {
      cells[4].elementsEqual([0x2E]) ? 0 : cells[4].count { $0 == 0x2C } + 1
    }
  }

  /// The problems of a record, from left to right.
  ///
  /// - Parameters:
  ///   - bytes: the record without its line end.
  ///   - line: its 1-based number.
  /// - Returns: nothing for a line with fewer than eight columns, which cannot be read at all.
  package func problems(_ bytes: ArraySlice<UInt8>, line: Int) -> [VCFProblem] {
    let cells = bytes.split(separator: 0x09, omittingEmptySubsequences: false)
    guard cells.count >= 8 else { return [] }
    let record = Cells(line: line, cells: cells, lineStart: bytes.startIndex)
    var problems: [VCFProblem] = []
    checkContig(record, &problems)
    if cells[1].elementsEqual([0x30]) {
      problems.append(VCFProblem(line: line, column: record.column(of: cells[1]), .telomere))
    }
    checkReference(record, &problems)
    checkList(record, 2, column: "ID", &problems)
    checkQuality(record, &problems)
    checkFilter(record, &problems)
    checkInfo(record, &problems)
    if cells.count > 9 { checkSamples(record, &problems) }
    return problems
  }

  /// `:` and `*` in contig names are read, because HLA contigs have them.
  private func checkContig(_ record: Cells, _ problems: inout [VCFProblem]) {
    let cell = record.cells[0]
    // A name in angle brackets is one of an assembly file's.
    let isFree = cell.starts(with: Array("HLA-".utf8)) || cell.first == 0x3C
    if !isFree, cell.contains(where: { $0 == 0x3A || $0 == 0x2A }) {
      problems.append(VCFProblem(line: record.line, column: 1, .contigCharacter, cell))
    }
  }

  /// IUPAC codes in REF are read, because published references have some.
  private func checkReference(_ record: Cells, _ problems: inout [VCFProblem]) {
    let cell = record.cells[3]
    let bases = Array("ACGTNacgtn.".utf8)
    if !cell.allSatisfy({ bases.contains($0) }) {
      problems.append(
        VCFProblem(line: record.line, column: record.column(of: cell), .referenceAmbiguity, cell))
    }
  }

  /// Elements joined by `;`: none empty, none twice, none with blanks.
  private func checkList(
    _ record: Cells, _ index: Int, column: String, _ problems: inout [VCFProblem]
  ) {
    let cell = record.cells[index]
    guard !cell.elementsEqual([0x2E]) else { return }
    var seen: Set<ArraySlice<UInt8>> = []
    for element in cell.split(separator: 0x3B, omittingEmptySubsequences: false) {
      func note(_ kind: VCFProblem.Kind) {
        problems.append(
          VCFProblem(line: record.line, column: record.column(of: element), kind, cell))
      }
      if element.isEmpty { note(.listEmpty(column: column)) }
      if element.contains(0x20) { note(.listBlank(column: column)) }
      if !element.isEmpty, !seen.insert(element).inserted { note(.listRepeated(column: column)) }
    }
  }

  private func checkQuality(_ record: Cells, _ problems: inout [VCFProblem]) {
    let cell = record.cells[5]
    guard !cell.elementsEqual([0x2E]) else { return }
    let number = cell.vcfNumber
    if number == nil || number == .negative {
      problems.append(
        VCFProblem(line: record.line, column: record.column(of: cell), .qualityNotNumber, cell))
    }
  }

  private func checkFilter(_ record: Cells, _ problems: inout [VCFProblem]) {
    checkList(record, 6, column: "FILTER", &problems)
    let cell = record.cells[6]
    let elements = cell.split(separator: 0x3B)
    guard elements.count > 1 || elements.first?.elementsEqual([0x30]) == true else { return }
    let alone = [Array("PASS".utf8), [0x2E]]
    if elements.contains(where: { alone.contains(Array($0)) }) {
      problems.append(
        VCFProblem(line: record.line, column: record.column(of: cell), .filterMixed, cell))
    }
    if elements.contains(where: { $0.elementsEqual([0x30]) }) {
      problems.append(
        VCFProblem(line: record.line, column: record.column(of: cell), .filterZero, cell))
    }
  }
}

/// What kind of number a text is, for the types of VCF.
enum VCFNumber: Equatable {
  case negative
  case whole
  case float
}

extension ArraySlice<UInt8> {
  /// nil for a text that is no number: digits with an optional sign, point and exponent, or one of the
  /// words for infinity and not-a-number (VCF 4.3, section 1.3).
  var vcfNumber: VCFNumber? {
    var rest = self
    let isNegative = rest.first == 0x2D
    if isNegative || rest.first == 0x2B { rest = rest.dropFirst() }
    let word = String(decoding: rest, as: UTF8.self).lowercased()
    if ["inf", "infinity", "nan"].contains(word) { return .float }
    let whole = rest.prefix { $0 &- 0x30 <= 9 }
    rest = rest.dropFirst(whole.count)
    var isFloat = false
    var digits = whole.count
    if rest.first == 0x2E {
      isFloat = true
      let decimals = rest.dropFirst().prefix { $0 &- 0x30 <= 9 }
      digits += decimals.count
      rest = rest.dropFirst(1 + decimals.count)
    }
    guard digits > 0 else { return nil }
    if rest.first.map({ $0 | 0x20 }) == 0x65 {
      isFloat = true
      rest = rest.dropFirst()
      if rest.first == 0x2D || rest.first == 0x2B { rest = rest.dropFirst() }
      guard !rest.isEmpty, rest.allSatisfy({ $0 &- 0x30 <= 9 }) else { return nil }
      rest = rest.suffix(0)
    }
    guard rest.isEmpty else { return nil }
    return isNegative ? .negative : isFloat ? .float : .whole
  }

  /// Whether it is an Integer of VCF: 32 bits, the eight lowest values reserved (VCF 4.3, section 1.3).
  var isVCFInteger: Bool {
    var rest = self
    if rest.first == 0x2D || rest.first == 0x2B { rest = rest.dropFirst() }
    guard !rest.isEmpty, rest.allSatisfy({ $0 &- 0x30 <= 9 }),
      let value = Int(String(decoding: self, as: UTF8.self))
    else { return false }
    return value <= Int(Int32.max) && value >= Int(Int32.min) + 8
  }

  /// Whether it is a Float of VCF.
  var isVCFFloat: Bool { vcfNumber != nil }
}
