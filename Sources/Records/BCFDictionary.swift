// SPDX-License-Identifier: MIT

import HTS

/// The names that the records of a BCF file give by number, and the file's header as VCF.
///
/// FILTER, INFO and FORMAT share one list of numbers, in which PASS is 0; contigs have their own. A line
/// without IDX gets the next number.
///
/// - Source: VCF 4.3, section 6.2.1.
package struct BCFDictionary: Sendable {
  /// The header's text with IDX left out, as `bcftools view` prints it.
  package private(set) var text: [UInt8] = []
  /// Names of filters and keys by number; nil for numbers that no line has.
  package private(set) var keys: [[UInt8]?] = [Array("PASS".utf8)]
  package private(set) var contigs: [[UInt8]?] = []
  /// The number of FORMAT key GT, whose values are genotypes.
  package private(set) var genotype: Int?

  private static let largestNumber = 1 << 22

  /// - Parameter header: the header's text, of which only what stands before a NUL byte counts.
  package init(header: some Sequence<UInt8>) throws(BCFFault) {
    var numbers: [[UInt8]: Int] = [Array("PASS".utf8): 0]
    let bytes = Array(header.prefix { $0 != 0 })
    for line in bytes.split(separator: 0x0A) {
      text += Self.withoutNumber(line)
      text.append(0x0A)
      let isContig = line.starts(with: "##contig=<".utf8)
      guard
        isContig
          || ["##FILTER=<", "##INFO=<", "##FORMAT=<"].contains(where: { line.starts(with: $0.utf8) }
          )
      else { continue }
      let meta = VCFMetaLine(String(decoding: line.dropFirst(2), as: UTF8.self))
      guard let name = meta["ID"].map({ Array($0.value.utf8) }) else { continue }
      var number: Int?
      if let stated = meta["IDX"]?.value {
        guard let found = Int(stated), (0..<Self.largestNumber).contains(found) else {
          throw .badNumber
        }
        number = found
      }
      if isContig {
        try Self.enter(name, at: number ?? contigs.count, in: &contigs)
      } else if let known = numbers[name] {
        guard number == nil || number == known else { throw .badNumber }
      } else {
        let place = number ?? keys.count
        try Self.enter(name, at: place, in: &keys)
        numbers[name] = place
      }
    }
    genotype = numbers[Array("GT".utf8)]
  }

  private static func enter(_ name: [UInt8], at number: Int, in names: inout [[UInt8]?])
    throws(BCFFault)
  {
    while names.count <= number { names.append(nil) }
    guard names[number] == nil || names[number] == name else { throw .badNumber }
    names[number] = name
  }

  /// The line without `,IDX=n` outside of quotes.
  private static func withoutNumber(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard line.last == 0x3E else { return line }
    let key = Array(",IDX=".utf8)
    var isQuoted = false
    var isEscaped = false
    for index in line.indices {
      let byte = line[index]
      if isEscaped {
        isEscaped = false
      } else if isQuoted, byte == 0x5C {
        isEscaped = true
      } else if byte == 0x22 {
        isQuoted.toggle()
      } else if !isQuoted, byte == 0x2C, line[index...].starts(with: key) {
        let digits = line[(index + key.count)...].prefix { $0 &- 0x30 <= 9 }
        return line[..<index] + line[digits.endIndex...]
      }
    }
    return line
  }
}
