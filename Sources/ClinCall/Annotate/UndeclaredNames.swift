// SPDX-License-Identifier: MIT

import CallFiles
import Calls
import HTS
import Records
import StageGraph

/// Contigs, filters and keys that a VCF input uses and its header does not declare.
///
/// BCF gives names by their number in the header, which is written before the first record is read. So for
/// BCF output an input that can be read twice is read for its names first, as bcftools would declare them
/// in passing.
struct UndeclaredNames: Sendable {
  enum Kind: String, Sendable, CaseIterable {
    case contig
    case filter = "FILTER"
    case info = "INFO"
    case format = "FORMAT"
  }

  /// A name and what its values would allow.
  struct Name: Sendable, Equatable {
    let kind: Kind
    let text: [UInt8]
    var hasValues = false
    var areIntegers = true
    var areFloats = true

    /// Takes account of a value.
    mutating func see(_ value: ArraySlice<UInt8>) {
      hasValues = true
      for element in value.split(separator: 0x2C) where !element.elementsEqual([0x2E]) {
        let word = String(decoding: element, as: UTF8.self)
        // BCF keeps the lowest eight numbers for itself.
        if Int32(word).map({ $0 >= Int32.min + 8 }) != true { areIntegers = false }
        if Float(word)?.isFinite != true { areFloats = false }
      }
    }

    mutating func add(_ other: Name) {
      hasValues = hasValues || other.hasValues
      areIntegers = areIntegers && other.areIntegers
      areFloats = areFloats && other.areFloats
    }

    /// The line that declares it; nil for a name that no header line can hold.
    var line: String? {
      let id = String(decoding: text, as: UTF8.self)
      guard !text.isEmpty, text.elementsEqual(id.utf8),
        !id.contains(where: { ",<>\"=; ".contains($0) })
      else { return nil }
      let description = "Description=\"Not declared in the input\""
      switch kind {
      case .contig: return "##contig=<ID=\(id)>\n"
      case .filter: return "##FILTER=<ID=\(id),\(description)>\n"
      case .info where !hasValues: return "##INFO=<ID=\(id),Number=0,Type=Flag,\(description)>\n"
      case .info, .format:
        let (number, type) = definition(of: id)
        return "##\(kind.rawValue)=<ID=\(id),Number=\(number),Type=\(type),\(description)>\n"
      }
    }

    /// As the specification defines the key, where its values allow it; else any text.
    private func definition(of id: String) -> (number: String, type: String) {
      if let known = VCFReservedKey.definition(of: id, isFormat: kind == .format) {
        let fits =
          switch known.type {
          case "Integer": areIntegers
          case "Float": areFloats
          case "String": true
          default: false
          }
        if fits { return known }
      }
      return (".", "String")
    }
  }

  private(set) var names: [Name] = []

  mutating func add(_ other: [Name]) {
    for name in other {
      if let place = names.firstIndex(where: { $0.kind == name.kind && $0.text == name.text }) {
        names[place].add(name)
      } else {
        names.append(name)
      }
    }
  }

  /// The header lines, which go before the line of column names.
  var lines: [UInt8] { names.compactMap(\.line).flatMap(\.utf8) }

  /// What to say about them, one note a kind.
  static func notes(_ found: UndeclaredNames?, path: String?) -> [RunNote] {
    Kind.allCases.compactMap { kind in
      let names = (found?.names ?? []).filter { $0.kind == kind && $0.line != nil }.map(\.text)
      return names.isEmpty ? nil : .declared(path: path ?? "", kind: kind.rawValue, names)
    }
  }

  /// Reads an input for the names its header lacks.
  ///
  /// - Parameter inputs: opened for this alone.
  init(of inputs: [(path: String, opened: OpenedInput)], header: VCFHeader, threads: Int)
    async throws
  {
    let stage = ReadStage(inputs, pool: BufferPool(), skipsMalformed: true, gates: QualityGates())
      .then(UndeclaredNameStage(header))
    var sink = UndeclaredNameSink()
    try await Pipeline(InputSource(inputs), stage, workers: threads).run(into: &sink)
    self = sink.found
  }

  fileprivate init() {}
}

/// Finds the names of a batch that are not declared.
private struct UndeclaredNameStage: Stage {
  /// Hashes of what is declared: two names with one hash end in an error of the encoder, never in a loss.
  private var declared: [UndeclaredNames.Kind: Set<UInt64>] = [:]

  init(_ header: VCFHeader) {
    for kind in UndeclaredNames.Kind.allCases { declared[kind] = [] }
    declared[.filter] = [Array("PASS".utf8).span.hash(of: 0..<4)]
    for line in header.text.split(separator: 0x0A) {
      for kind in UndeclaredNames.Kind.allCases where line.starts(with: "##\(kind.rawValue)=<".utf8)
      {
        let meta = VCFMetaLine(String(decoding: line.dropFirst(2), as: UTF8.self))
        guard let id = meta["ID"]?.value else { continue }
        let bytes = Array(id.utf8)
        declared[kind]?.insert(bytes.span.hash(of: 0..<bytes.count))
      }
    }
  }

  func process(_ batch: consuming CallBatch, at sequence: Int) async throws -> [UndeclaredNames
    .Name]
  {
    var found = Found(arena: batch.arena, declared: declared)
    var skipped = batch.skipped[...]
    let bytes = batch.arena.span
    var start = batch.body.lowerBound
    while start < batch.body.upperBound {
      var end =
        bytes.firstIndex(of: 0x0A, in: start..<batch.body.upperBound) ?? batch.body.upperBound
      let next = end + 1
      if let first = skipped.first, Int(first.start) <= start {
        skipped.removeFirst()
      } else {
        if end > start, bytes[end - 1] == 0x0D { end -= 1 }
        found.look(at: start..<end)
      }
      start = next
    }
    return found.names
  }

  private struct Found {
    let arena: [UInt8]
    let declared: [UndeclaredNames.Kind: Set<UInt64>]
    var names: [UndeclaredNames.Name] = []
    private var contig: Range<Int> = 0..<0
    private var format: Range<Int> = 0..<0

    init(arena: [UInt8], declared: [UndeclaredNames.Kind: Set<UInt64>]) {
      self.arena = arena
      self.declared = declared
    }

    mutating func look(at line: Range<Int>) {
      // A second name of the same storage: names are noted while the bytes are looked at.
      let arena = arena
      let bytes = arena.span
      var cells: [Range<Int>] = []
      var start = line.lowerBound
      while cells.count < 9 {
        let end = bytes.firstIndex(of: 0x09, in: start..<line.upperBound) ?? line.upperBound
        cells.append(start..<end)
        guard end < line.upperBound else { break }
        start = end + 1
      }
      guard cells.count >= 8 else { return }
      if arena[cells[0]] != arena[contig] {
        contig = cells[0]
        note(.contig, contig, value: nil)
      }
      for entry in entries(of: cells[6], separator: 0x3B) { note(.filter, entry, value: nil) }
      for entry in entries(of: cells[7], separator: 0x3B) {
        let equals = arena[entry].firstIndex(of: 0x3D)
        note(
          .info, entry.lowerBound..<(equals ?? entry.upperBound),
          value: equals.map { $0 + 1..<entry.upperBound })
      }
      guard cells.count > 8 else { return }
      let isNew = arena[cells[8]] != arena[format]
      format = cells[8]
      let keys = entries(of: cells[8], separator: 0x3A)
      // Values of samples are looked at for keys that are not declared, which few lines have.
      let isDeclared = keys.allSatisfy { has(.format, $0) }
      guard isNew || !isDeclared else { return }
      for key in keys { note(.format, key, value: nil) }
      guard !isDeclared, cells[8].upperBound < line.upperBound else { return }
      for sample in entries(of: cells[8].upperBound + 1..<line.upperBound, separator: 0x09) {
        for (key, value) in zip(keys, entries(of: sample, separator: 0x3A)) {
          note(.format, key, value: value)
        }
      }
    }

    private func entries(of cell: Range<Int>, separator: UInt8) -> [Range<Int>] {
      if cell.count == 1, arena[cell.lowerBound] == 0x2E { return [] }
      return arena[cell].split(separator: separator, omittingEmptySubsequences: false)
        .map { $0.startIndex..<$0.endIndex }
    }

    private func has(_ kind: UndeclaredNames.Kind, _ name: Range<Int>) -> Bool {
      declared[kind]?.contains(arena.span.hash(of: name)) ?? false
    }

    private mutating func note(
      _ kind: UndeclaredNames.Kind, _ name: Range<Int>, value: Range<Int>?
    ) {
      guard !name.isEmpty, !has(kind, name) else { return }
      let text = Array(arena[name])
      let place =
        names.firstIndex { $0.kind == kind && $0.text == text }
        ?? {
          names.append(UndeclaredNames.Name(kind: kind, text: text))
          return names.count - 1
        }()
      if let value { names[place].see(arena[value]) }
    }
  }
}

private struct UndeclaredNameSink: Sink {
  var found = UndeclaredNames()

  mutating func accept(_ batch: [UndeclaredNames.Name]) async throws { found.add(batch) }

  mutating func finish() async throws {}
}

extension Span<UInt8> {
  /// 64-bit FNV-1a of some bytes.
  fileprivate func hash(of range: Range<Int>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in range { hash = (hash ^ UInt64(self[index])) &* 0x0000_0100_0000_01B3 }
    return hash
  }
}
