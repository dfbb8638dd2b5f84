// SPDX-License-Identifier: MIT

extension VCFRecordCheck {
  /// Keys of INFO that count something, and so cannot be negative.
  private static let counts: Set<[UInt8]> = Set(
    ["AC", "AF", "AN", "DP", "NS", "MQ0", "AD", "ADF", "ADR", "END"].map { Array($0.utf8) })

  /// INFO: keys and values joined by `=`, separated by `;`, each key once.
  func checkInfo(_ record: Cells, _ problems: inout [VCFProblem]) {
    let cell = record.cells[7]
    guard !cell.elementsEqual([0x2E]) else { return }
    var seen: Set<ArraySlice<UInt8>> = []
    for element in cell.split(separator: 0x3B, omittingEmptySubsequences: false) {
      func note(_ kind: VCFProblem.Kind) {
        problems.append(
          VCFProblem(line: record.line, column: record.column(of: element), kind, element))
      }
      guard !element.isEmpty else {
        // One at the end is what many programs write.
        if element.startIndex < cell.endIndex { note(.listEmpty(column: "INFO")) }
        continue
      }
      let key = element.prefix { $0 != 0x3D }
      let value = key.count < element.count ? element.dropFirst(key.count + 1) : nil
      if key.contains(0x20) || (value?.contains(0x20) ?? false) {
        note(.listBlank(column: "INFO"))
        continue
      }
      if !seen.insert(key).inserted { note(.keyRepeated(column: "INFO")) }
      check(key: Array(key), value, record, note)
    }
  }

  private func check(
    key: [UInt8], _ value: ArraySlice<UInt8>?, _ record: Cells, _ note: (VCFProblem.Kind) -> Void
  ) {
    guard let definition = header.definition(key, isFormat: false) else { return }
    let name = String(decoding: key, as: UTF8.self)
    guard let value else { return }
    if definition.type == .flag {
      // Many programs write 0 and 1.
      if !value.elementsEqual([0x30]), !value.elementsEqual([0x31]) {
        note(.flagHasValue(key: name))
      }
      return
    }
    guard !value.elementsEqual([0x2E]) else { return }
    let values = value.split(separator: 0x2C, omittingEmptySubsequences: false)
    if !values.allSatisfy({ isValue($0, of: definition.type) }) {
      note(.valueType(column: "INFO", key: name, type: definition.type.rawValue))
      return
    }
    if Self.counts.contains(key), values.contains(where: { $0.first == 0x2D }) {
      note(.valueNegative(column: "INFO", key: name))
    }
    if name == "CIGAR", !values.allSatisfy(\.isCIGAR) { note(.cigar) }
    let expected: Int
    switch definition.count {
    case .fixed(let number): expected = number
    // A record without ALT has the values of the ALT that it lacks, or none.
    case .perAlternate: expected = max(1, record.alternates)
    case .perAllele: expected = record.alternates + 1
    case .perGenotype, .unstated: return
    }
    if values.count != expected {
      note(
        .valueCount(
          column: "INFO", key: name, number: definition.count.text, expected: expected,
          found: values.count))
    }
  }

  /// Whether a value fits its type; `.` is missing.
  func isValue(_ value: ArraySlice<UInt8>, of type: VCFDefinition.ValueType) -> Bool {
    if value.elementsEqual([0x2E]) { return true }
    switch type {
    case .integer: return value.isVCFInteger
    case .float: return value.isVCFFloat
    case .character: return value.count == 1 || (value.first.map { $0 >= 0x80 } ?? false)
    case .string, .flag: return true
    }
  }
}

extension ArraySlice<UInt8> {
  /// Runs of a number and one of `MIDNSHPX=` (SAM specification, section 1.4.6).
  fileprivate var isCIGAR: Bool {
    if elementsEqual([0x2E]) { return true }
    var rest = self
    while !rest.isEmpty {
      let digits = rest.prefix { $0 &- 0x30 <= 9 }
      rest = rest.dropFirst(digits.count)
      guard !digits.isEmpty, let operation = rest.first,
        Array("MIDNSHPX=".utf8).contains(operation)
      else { return false }
      rest = rest.dropFirst()
    }
    return !isEmpty
  }
}
