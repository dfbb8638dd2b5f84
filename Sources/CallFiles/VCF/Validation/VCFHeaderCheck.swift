// SPDX-License-Identifier: MIT

package import Records

/// Checks the lines of a VCF header, and keeps what they define for the check of records.
package struct VCFHeaderCheck: Sendable {
  package private(set) var problems: [VCFProblem] = []
  /// By key; the reserved definition where the header has none.
  private(set) var info: [[UInt8]: VCFDefinition] = [:]
  private(set) var format: [[UInt8]: VCFDefinition] = [:]
  let version: VCFVersion
  let sampleCount: Int

  package init(_ header: VCFHeader) {
    version = header.version
    sampleCount = header.samples.count
    let lines = header.text.split(separator: 0x0A, omittingEmptySubsequences: false)
    for (index, bytes) in lines.enumerated() where bytes.starts(with: [0x23, 0x23]) {
      guard index > 0 else { continue }
      var text = String(decoding: bytes.dropFirst(2), as: UTF8.self)
      // CR and LF are one Character, and LF is gone: a CR alone is its own.
      if text.last == "\r" { text.removeLast() }
      check(VCFMetaLine(text), line: index + 1, text: Array(text.utf8))
    }
    if !header.hasLineEnd {
      problems.append(VCFProblem(line: header.lineCount, column: 0, .noFinalNewline))
    }
  }

  private mutating func check(_ meta: VCFMetaLine, line: Int, text: [UInt8]) {
    // Of lines that the specification does not define only the form KEY=VALUE is fixed.
    var kinds = meta.faults.filter { Self.structured.contains(meta.name) || $0 == .notKeyValue }
      .map { kind(of: $0, in: meta) }
    if kinds.isEmpty {
      switch meta.name {
      case _ where Self.structured.contains(meta.name): kinds = structured(meta)
      case "assembly", "pedigreeDB": if !Self.isURL(meta.value) { kinds = [.metaURL] }
      default: break
      }
    }
    problems += kinds.map { VCFProblem(line: line, column: 0, $0, text) }
  }

  private func kind(of fault: VCFMetaLine.Fault, in meta: VCFMetaLine) -> VCFProblem.Kind {
    switch fault {
    case .notKeyValue: .metaNotKeyValue
    case .notClosed: .metaNotClosed
    case .quotes: .metaQuotes
    case .notPair: .metaIdentifier(line: meta.name)
    }
  }

  /// The lines whose value is a list of keys and values.
  private static let structured: Set<String> = [
    "INFO", "FORMAT", "FILTER", "ALT", "META", "contig", "SAMPLE", "PEDIGREE",
  ]

  /// Whether the file is of the versions that rewrote the rules of the header.
  private var isModern: Bool { version >= VCFVersion(major: 4, minor: 3) }

  private mutating func structured(_ meta: VCFMetaLine) -> [VCFProblem.Kind] {
    guard meta.value.first == "<" else {
      // Before 4.3 a pedigree line may be a URL in another form.
      return meta.name == "PEDIGREE" ? [] : [.metaNotKeyValue]
    }
    var kinds: [VCFProblem.Kind] = []
    let required: [String] =
      switch meta.name {
      case "INFO", "FORMAT": ["ID", "Number", "Type", "Description"]
      case "FILTER", "ALT": ["ID", "Description"]
      case "PEDIGREE": isModern ? ["ID"] : []
      case "SAMPLE": isModern ? ["ID"] : ["ID", "Genomes", "Mixture", "Description"]
      default: ["ID"]
      }
    for key in required where meta[key] == nil {
      kinds.append(.metaKeyMissing(line: meta.name, key: key))
    }
    if !isOrdered(meta) { kinds.append(.metaKeyOrder(line: meta.name)) }
    if let description = meta["Description"], !description.isQuoted {
      kinds.append(.metaNotQuoted(key: "Description"))
    }
    // Before 4.3 a value of SAMPLE is free text up to the next comma.
    if meta.name == "SAMPLE", !isModern,
      meta.pairs.contains(where: { $0.isQuoted && $0.key != "Description" })
    {
      kinds.append(.metaQuotes)
    }
    kinds += identifierFaults(meta)
    if meta.name == "META", let values = meta["Values"],
      values.value.first != "[" || values.value.last != "]"
    {
      kinds.append(.metaValues)
    }
    let number = meta["Number"].map { VCFDefinition.Count($0.value) }
    let type = meta["Type"].map { VCFDefinition.ValueType(rawValue: $0.value) }
    if number == .some(nil) { kinds.append(.metaNumber) }
    if type == .some(nil) || (type == .flag && meta.name == "FORMAT") { kinds.append(.metaType) }
    if let number = number ?? nil, let type = type ?? nil, let id = meta["ID"]?.value {
      kinds += define(meta.name, id, VCFDefinition(count: number, type: type))
    }
    return kinds
  }

  /// ID, Number, Type and Description stand in this order; other keys may stand anywhere behind ID.
  private func isOrdered(_ meta: VCFMetaLine) -> Bool {
    guard ["INFO", "FORMAT", "FILTER", "ALT", "META"].contains(meta.name) else { return true }
    let order = ["ID", "Number", "Type", "Description", "Values"]
    let places = meta.pairs.compactMap { order.firstIndex(of: $0.key) }
    return places == places.sorted()
  }

  private func identifierFaults(_ meta: VCFMetaLine) -> [VCFProblem.Kind] {
    switch meta.name {
    case "contig", "SAMPLE":
      guard let id = meta["ID"]?.value else { return [] }
      let allowsStar = !isModern
      return id.isEmpty
        || !id.utf8.allSatisfy({ $0.isNameCharacter || (allowsStar && $0 == 0x2A) })
        ? [.metaIdentifier(line: meta.name)] : []
    case "PEDIGREE":
      return meta.pairs.allSatisfy { pair in
        !pair.value.isEmpty && pair.value.utf8.allSatisfy { $0.isNameCharacter }
      } ? [] : [.metaIdentifier(line: meta.name)]
    case "ALT":
      guard let id = meta["ID"]?.value else { return [] }
      if id.utf8.contains(where: { [0x20, 0x2C, 0x3C, 0x3E].contains($0) }) {
        return [.metaIdentifier(line: meta.name)]
      }
      let first = id.split(separator: ":").first.map(String.init) ?? ""
      // Single-base symbols name IUPAC codes (VCF 4.3, section 1.4.5); CNn are the 1000 Genomes'.
      let isKnown =
        ["DEL", "INS", "DUP", "INV", "CNV", "BND", "NON_REF", "*", "X"].contains(first)
        || id.count == 1 || (first.hasPrefix("CN") && Int(first.dropFirst(2)) != nil)
      return isKnown || (isModern && !id.contains(":")) ? [] : [.metaAlternatePrefix]
    default: return []
    }
  }

  /// Keeps a definition for the records, and names where it is not the specification's.
  private mutating func define(_ line: String, _ id: String, _ definition: VCFDefinition)
    -> [VCFProblem.Kind]
  {
    guard line == "INFO" || line == "FORMAT" else { return [] }
    let key = Array(id.utf8)
    if line == "INFO" { info[key] = definition } else { format[key] = definition }
    guard let reserved = VCFDefinition.reserved(id, isFormat: line == "FORMAT") else { return [] }
    var kinds: [VCFProblem.Kind] = []
    if let type = reserved.type, type != definition.type {
      kinds.append(.reservedType(line: line, key: id, expected: type.rawValue))
    }
    // `.` is what a header says that leaves the number open.
    if reserved.count != .unstated, reserved.count != definition.count {
      kinds.append(.reservedNumber(line: line, key: id, expected: reserved.count.text))
    }
    return kinds
  }

  /// `scheme://host/...`, where a port is a number behind a host that is none.
  private static func isURL(_ text: String) -> Bool {
    var text = Substring(text)
    if text.first == "<", text.last == ">" { text = text.dropFirst().dropLast() }
    guard let scheme = text.firstRange(of: "://") else {
      return text.first == "/" || !text.contains(":")
    }
    if text[..<scheme.lowerBound] == "file" { return true }
    let authority = text[scheme.upperBound...].prefix { $0 != "/" }
    let host = authority.split(separator: "@", omittingEmptySubsequences: false).last ?? ""
    let parts = host.split(separator: ":", omittingEmptySubsequences: false)
    guard let name = parts.first, !name.isEmpty else { return false }
    return name.contains { $0.isLetter } || name.split(separator: ".").count == 4
  }

  /// The definition of a key: the header's, else the specification's.
  func definition(_ key: [UInt8], isFormat: Bool) -> VCFDefinition? {
    if let own = isFormat ? format[key] : info[key] { return own }
    let name = String(decoding: key, as: UTF8.self)
    guard let reserved = VCFDefinition.reserved(name, isFormat: isFormat), let type = reserved.type
    else { return nil }
    return VCFDefinition(count: reserved.count, type: type)
  }
}

extension UInt8 {
  /// Letters, digits and `_ - . |` and the like that names of contigs and samples are made of here.
  fileprivate var isNameCharacter: Bool {
    switch self {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x2D, 0x2E, 0x7C, 0x2B, 0x23, 0x2F, 0x40,
      0x7E,
      0x80...0xFF:
      true
    default: false
    }
  }
}
