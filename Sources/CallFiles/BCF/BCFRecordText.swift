// SPDX-License-Identifier: MIT

import Calls
import HTS
package import Records

/// Turns BCF records into the VCF lines that `bcftools view` prints of them.
///
/// The calls of a file are read from these lines, so that BCF and VCF cannot mean different things. Every
/// length, number and type is checked: damaged bytes end in a ``BCFFault``, never in a wrong line.
///
/// - Source: VCF 4.3, section 6.3; htslib's `vcf_format` for the digits of numbers.
package struct BCFRecordText: ~Copyable {
  private let dictionary: BCFDictionary
  private let sampleCount: Int
  private var number = FloatText()
  /// The FORMAT values of the current record.
  private var fields: [Field] = []

  /// One FORMAT key's values, sample after sample.
  private struct Field {
    let type: BCFType
    let count: Int
    let start: Int
    let size: Int
    let isGenotype: Bool
  }

  package init(_ dictionary: BCFDictionary, sampleCount: Int) {
    self.dictionary = dictionary
    self.sampleCount = sampleCount
  }

  /// Appends the line of the record at `start`, which is whole, with its line end.
  ///
  /// - Returns: where the next record begins.
  package mutating func append(_ bytes: [UInt8], at start: Int, to text: inout [UInt8])
    throws(BCFFault) -> Int
  {
    let shared = start + BCFFrames.lengths
    let individual = shared + Int(bytes.littleEndian32(at: start))
    let end = individual + Int(bytes.littleEndian32(at: start + 4))
    var cursor = BCFCursor(bytes, shared, end: individual)
    let contig = Int(Int32(bitPattern: bytes.littleEndian32(at: shared)))
    guard dictionary.contigs.indices.contains(contig), let name = dictionary.contigs[contig] else {
      throw .notInHeader(contig, list: "contig")
    }
    let position = Int(Int32(bitPattern: bytes.littleEndian32(at: shared + 4)))
    guard position >= -1 else { throw .badPosition(position) }
    let quality = bytes.littleEndian32(at: shared + 12)
    let counts = bytes.littleEndian32(at: shared + 16)
    let infoCount = Int(counts & 0xFFFF)
    let alleleCount = Int(counts >> 16)
    let sizes = bytes.littleEndian32(at: shared + 20)
    let samples = Int(sizes & 0xFF_FFFF)
    let formatCount = Int(sizes >> 24)
    guard samples == sampleCount else {
      throw .sampleCount(found: samples, expected: sampleCount)
    }
    cursor.place = shared + 24

    text.append(contentsOf: name)
    text.append(0x09)
    text.append(decimal: position + 1)
    text.append(0x09)
    try appendValue(&cursor, to: &text)
    text.append(0x09)
    if alleleCount == 0 { text.append(0x2E) }
    for allele in 0..<alleleCount {
      if allele > 0 { text.append(allele == 1 ? 0x09 : 0x2C) }
      try appendValue(&cursor, to: &text)
    }
    if alleleCount < 2 {
      text.append(0x09)
      text.append(0x2E)
    }
    text.append(0x09)
    if quality == BCFType.missingFloat {
      text.append(0x2E)
    } else {
      number.append(Float(bitPattern: quality), to: &text)
    }
    text.append(0x09)
    try appendFilters(&cursor, to: &text)
    text.append(0x09)
    if infoCount == 0 { text.append(0x2E) }
    for entry in 0..<infoCount {
      if entry > 0 { text.append(0x3B) }
      text.append(contentsOf: try key(try cursor.number()))
      let (type, count) = try cursor.descriptor()
      if count > 0 {
        text.append(0x3D)
        try appendArray(cursor, type, count, to: &text)
        try cursor.skip(type, count)
      }
    }
    guard cursor.place == individual else { throw .bytesLeft(individual - cursor.place) }
    try appendSamples(bytes, individual, end, formatCount: formatCount, to: &text)
    text.append(0x0A)
    return end
  }

  private func key(_ number: Int) throws(BCFFault) -> [UInt8] {
    guard dictionary.keys.indices.contains(number), let name = dictionary.keys[number] else {
      throw .notInHeader(number, list: "key or filter")
    }
    return name
  }

  private func appendFilters(_ cursor: inout BCFCursor, to text: inout [UInt8]) throws(BCFFault) {
    let (type, count) = try cursor.descriptor()
    if count == 0 { text.append(0x2E) }
    guard count == 0 || type.isInteger else { throw .unknownType(type.rawValue) }
    for entry in 0..<count {
      if entry > 0 { text.append(0x3B) }
      text.append(contentsOf: try key(cursor.integer(type, entry)))
    }
    try cursor.skip(type, count)
  }

  private mutating func appendSamples(
    _ bytes: [UInt8], _ start: Int, _ end: Int, formatCount: Int, to text: inout [UInt8]
  ) throws(BCFFault) {
    var cursor = BCFCursor(bytes, start, end: end)
    fields.removeAll(keepingCapacity: true)
    for entry in 0..<formatCount {
      let number = try cursor.number()
      let (type, count) = try cursor.descriptor()
      let isGenotype = number == dictionary.genotype
      if isGenotype, count > 0, !type.isInteger { throw .badGenotype }
      if sampleCount > 0 {
        text.append(entry == 0 ? 0x09 : 0x3A)
        text.append(contentsOf: try key(number))
      }
      let (size, overflow) = (count * type.size).multipliedReportingOverflow(by: sampleCount)
      guard !overflow, size <= cursor.end - cursor.place else { throw .valueTooLong }
      fields.append(
        Field(
          type: type, count: count, start: cursor.place, size: count * type.size,
          isGenotype: isGenotype))
      cursor.place += size
    }
    guard cursor.place == end else { throw .bytesLeft(end - cursor.place) }
    guard sampleCount > 0 else { return }
    if fields.isEmpty { text.append(contentsOf: [0x09, 0x2E]) }
    for sample in 0..<sampleCount {
      text.append(0x09)
      if fields.isEmpty { text.append(0x2E) }
      for index in fields.indices {
        if index > 0 { text.append(0x3A) }
        let field = fields[index]
        cursor.place = field.start + sample * field.size
        if field.isGenotype {
          try appendGenotype(cursor, field.type, field.count, to: &text)
        } else {
          try appendArray(cursor, field.type, field.count, to: &text)
        }
      }
    }
  }

  /// Alleles are stored as twice their number, from 2 on, plus 1 where the join before is phased.
  private func appendGenotype(
    _ cursor: BCFCursor, _ type: BCFType, _ count: Int, to text: inout [UInt8]
  ) throws(BCFFault) {
    var written = 0
    while written < count {
      let value = cursor.integer(type, written)
      if value == type.vectorEnd { break }
      if written > 0 { text.append(value & 1 == 1 ? 0x7C : 0x2F) }
      if value == type.missing || value >> 1 == 0 {
        text.append(0x2E)
      } else {
        guard value > 0 else { throw .badGenotype }
        text.append(decimal: value >> 1 - 1)
      }
      written += 1
    }
    if written == 0 { text.append(0x2E) }
  }

  /// Appends a value with its descriptor before it.
  private mutating func appendValue(_ cursor: inout BCFCursor, to text: inout [UInt8])
    throws(BCFFault)
  {
    let (type, count) = try cursor.descriptor()
    try appendArray(cursor, type, count, to: &text)
    try cursor.skip(type, count)
  }

  /// Appends a list, which the cursor has checked to be inside of the record; it stays where it is.
  private mutating func appendArray(
    _ cursor: BCFCursor, _ type: BCFType, _ count: Int, to text: inout [UInt8]
  ) throws(BCFFault) {
    guard count > 0 else {
      text.append(0x2E)
      return
    }
    switch type {
    case .text:
      for index in cursor.place..<cursor.place + count {
        let byte = cursor.bytes[index]
        if byte == 0 { break }
        if byte < 0x0E {
          if byte == 0x09 || byte == 0x0A || byte == 0x0D { throw .lineBreak }
          text.append(byte == 0x07 ? 0x2E : byte)
        } else {
          text.append(byte)
        }
      }
    case .float:
      for entry in 0..<count {
        let bits = cursor.bytes.littleEndian32(at: cursor.place + 4 * entry)
        if bits == BCFType.vectorEndFloat { break }
        if entry > 0 { text.append(0x2C) }
        if bits == BCFType.missingFloat {
          text.append(0x2E)
        } else {
          number.append(Float(bitPattern: bits), to: &text)
        }
      }
    case .int8, .int16, .int32:
      for entry in 0..<count {
        let value = cursor.integer(type, entry)
        if value == type.vectorEnd { break }
        if entry > 0 { text.append(0x2C) }
        if value == type.missing { text.append(0x2E) } else { text.append(decimal: value) }
      }
    case .none: text.append(0x2E)
    }
  }
}
