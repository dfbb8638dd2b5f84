// SPDX-License-Identifier: MIT

import Records

extension VCFRecordCheck {
  /// FORMAT and the samples: keys well formed and each once, GT first, values of their type and number.
  func checkSamples(_ record: Cells, _ problems: inout [VCFProblem]) {
    let format = record.cells[8]
    let keys = format.split(separator: 0x3A, omittingEmptySubsequences: false)
    var seen: Set<ArraySlice<UInt8>> = []
    for (index, key) in keys.enumerated() {
      func note(_ kind: VCFProblem.Kind) {
        problems.append(VCFProblem(line: record.line, column: record.column(of: key), kind, key))
      }
      if key.isEmpty {
        note(.listEmpty(column: "FORMAT"))
      } else if !key.isKey(withPunctuation: header.version >= VCFVersion(major: 4, minor: 3)) {
        note(.keyCharacter(column: "FORMAT"))
      }
      if !key.isEmpty, !seen.insert(key).inserted { note(.keyRepeated(column: "FORMAT")) }
      if index > 0, key.elementsEqual(Array("GT".utf8)) { note(.genotypeNotFirst) }
    }
    let definitions = keys.map { header.definition(Array($0), isFormat: true) }
    let names = keys.map { String(decoding: $0, as: UTF8.self) }
    for sample in record.cells.dropFirst(9) {
      check(sample, names, definitions, record, &problems)
    }
  }

  private func check(
    _ sample: ArraySlice<UInt8>, _ names: [String], _ definitions: [VCFDefinition?],
    _ record: Cells, _ problems: inout [VCFProblem]
  ) {
    let fields = sample.split(separator: 0x3A, omittingEmptySubsequences: false)
    if fields.count > names.count {
      problems.append(
        VCFProblem(
          line: record.line, column: record.column(of: sample),
          .tooManyFields(expected: names.count, found: fields.count), sample))
    }
    let ploidy = names.first == "GT" ? fields.first.map(\.ploidy) : nil
    for (index, field) in fields.prefix(names.count).enumerated() {
      func note(_ kind: VCFProblem.Kind) {
        problems.append(
          VCFProblem(line: record.line, column: record.column(of: field), kind, field))
      }
      let name = names[index]
      if name == "GT" { continue }
      guard let definition = definitions[index], !field.isEmpty,
        !field.elementsEqual([0x2E])
      else { continue }
      let values = field.split(separator: 0x2C, omittingEmptySubsequences: false)
      if values.allSatisfy({ $0.elementsEqual([0x2E]) }) { continue }
      if !values.allSatisfy({ isValue($0, of: definition.type) }) {
        note(.valueType(column: "FORMAT", key: name, type: definition.type.rawValue))
        continue
      }
      let expected: Int
      switch definition.count {
      case .fixed(let number): expected = number
      case .perAlternate: expected = record.alternates
      case .perAllele: expected = record.alternates + 1
      case .perGenotype:
        guard let ploidy, ploidy > 0, ploidy < 5 else { continue }
        expected = Self.genotypes(alleles: record.alternates + 1, ploidy: ploidy)
      case .unstated: continue
      }
      if values.count != expected {
        note(
          .valueCount(
            column: "FORMAT", key: name, number: definition.count.text, expected: expected,
            found: values.count))
      }
    }
  }

  /// How many genotypes there are: multisets of `ploidy` alleles.
  private static func genotypes(alleles: Int, ploidy: Int) -> Int {
    guard alleles < 1000 else { return 0 }
    var count = 1
    for step in 0..<ploidy { count = count * (alleles + step) / (step + 1) }
    return count
  }
}

extension ArraySlice<UInt8> {
  /// A letter or `_`, then letters, digits, `_` and `.` (VCF 4.3, section 1.6.2).
  ///
  /// - Parameter withPunctuation: whether `_` and `.` are allowed, as from 4.3 on.
  fileprivate func isKey(withPunctuation: Bool) -> Bool {
    guard let first, first.isLetterOrUnderscore else { return false }
    return allSatisfy {
      $0 == 0x5F || $0 == 0x2E ? withPunctuation : $0.isLetterOrUnderscore || $0 &- 0x30 <= 9
    }
  }

  /// The haplotypes that a genotype names.
  fileprivate var ploidy: Int {
    var text = self
    if text.first == 0x2F || text.first == 0x7C { text = text.dropFirst() }
    return text.count { $0 == 0x2F || $0 == 0x7C } + 1
  }
}

extension UInt8 {
  fileprivate var isLetterOrUnderscore: Bool {
    self == 0x5F || (self | 0x20 >= 0x61 && self | 0x20 <= 0x7A)
  }
}
