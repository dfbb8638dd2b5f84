// SPDX-License-Identifier: MIT

internal import Genome

/// What the readers of population sources share: places, counts, and the records they come to.
struct PopulationCollector {
  private(set) var source: CurationSource
  let build: GenomeBuild
  var file: String { source.argument.path }

  /// - Throws: ``KnowledgeBaseError/buildUnknown(file:)``,
  ///   ``KnowledgeBaseError/buildContradicted(file:stated:argument:)``.
  init(
    _ stream: SourceStream, kind: SourceKind, licence: String, inFile: GenomeBuild? = nil,
    date: ReleaseDate? = nil
  ) throws(KnowledgeBaseError) {
    let argument = stream.argument
    // The name of these files is often all that tells the build, so an argument may not gainsay it.
    build = try CurationSource.build(
      of: argument, inFile: inFile ?? GenomeBuild(statedIn: argument.fileName))
    let dated = CurationSource.date(of: argument, inFile: date)
    // The digest is known when the stream was read.
    source = CurationSource(
      kind: kind, argument: argument, sha256: "", build: build, date: dated.date,
      dateOrigin: dated.origin)
    source.licence = licence
  }

  mutating func note(_ kind: OddityKind, line: Int, _ text: @autoclosure () -> String) {
    source.oddities.note(kind, line: line, text())
  }

  mutating func countRow() { source.rowsRead += 1 }
  mutating func countUsed(_ rows: Int = 1) { source.rowsUsed += rows }

  /// The place of a record; nil on contigs that calls are not annotated on, and for no bases.
  ///
  /// - Throws: ``KnowledgeBaseError/beyondContig(file:line:contig:end:length:build:)``: the file is of
  ///   another build.
  mutating func placement(
    contig name: String, start: Int32, end: Int32, id: String, line: Int
  ) throws(KnowledgeBaseError) -> Placement? {
    let named = ContigName(name)
    guard named.contig.isAssembled, named.contig != .mitochondrion,
      named.build == nil || named.build == build
    else {
      note(.unknownContig, line: line, "\(id) \(name)")
      return nil
    }
    guard start >= 0, start < end else {
      note(.unreadableLocation, line: line, "\(id) \(name):\(start)-\(end)")
      return nil
    }
    if let length = Assembly.of(build).length(of: named.contig), end > length {
      throw .beyondContig(
        file: file, line: line, contig: name, end: Int(end), length: Int(length), build: build)
    }
    return Placement(contig: named.contig, interval: Interval(start: start, end: end))
  }

  /// Adds the records that a row of the source came to; those that nobody carries are left out.
  ///
  /// - Returns: whether the row is used; else it was counted why not.
  mutating func add(_ rows: [PopulationRow], id: String, line: Int) -> Bool {
    var isUsed = false
    var isImpossible = false
    for row in rows {
      let counted = row.counted
      // On X and Y those of men and women are used in place of everybody's.
      guard
        [counted, row.male, row.female].allSatisfy({ $0.frequency <= PopulationCount.whole })
      else {
        isImpossible = true
        continue
      }
      guard counted.frequency > 0 || counted.count > 0 else { continue }
      // The counts and the frequency of a source are rounded apart; more than one allele or person
      // between them is an error of the source.
      let stated = Double(counted.frequency) * Double(counted.number) / 1e9
      if counted.number > 0, (stated - Double(counted.count)).magnitude > 1 {
        note(.frequencyDisagreement, line: line, id)
      }
      source.population.append(row)
      isUsed = true
    }
    if isUsed { return true }
    note(isImpossible ? .frequencyAboveOne : .noFrequency, line: line, id)
    return false
  }

  /// - Throws: ``KnowledgeBaseError/noRows(file:)``.
  consuming func finish() throws(KnowledgeBaseError) -> CurationSource {
    if source.rowsRead == 0 { throw .noRows(file: file) }
    return source
  }
}

/// Reads shares and counts of population sources.
enum PopulationCell {
  /// A share as billionths: `0.016073`, `6.46e-06`, `1`; nil for anything else.
  ///
  /// What is above 1 stays so, since sources have such, up to the largest number that there is.
  static func share(_ text: some StringProtocol) -> UInt32? {
    guard let first = text.utf8.first, first == 0x2E || (0x30...0x39).contains(first),
      let value = Double(text), value >= 0
    else { return nil }
    return UInt32(min(value * 1e9, 4e9).rounded())
  }

  /// A whole number that may be written `464277.0`; nil for anything else.
  static func count(_ text: some StringProtocol) -> UInt32? {
    if let value = UInt32(text) { return value }
    guard let value = Double(text), value >= 0, value <= 4e9, value == value.rounded() else {
      return nil
    }
    return UInt32(value)
  }
}
