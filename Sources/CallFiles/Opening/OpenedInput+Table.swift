// SPDX-License-Identifier: MIT

import Calls
import Genome
import HTS
import Records

extension OpenedInput {
  /// The sample that the file's name or head gives to every row; empty where rows name theirs.
  package var sampleOfFile: [UInt8] {
    guard let layout = (reader as? TableReader)?.layout, layout.headings.isEmpty else { return [] }
    return layout.fixedSample
  }

  /// Decides on the format: what the user says, else by the content, where a near tie is no decision.
  static func detection(
    _ text: [UInt8], name: String, isWhole: Bool, _ options: ReadingOptions
  ) throws(OpeningFault) -> FormatDetection {
    if let format = options.format {
      let isTable = format == .table || TableDialect.of(format) != nil
      if !isTable, !options.table.columns.isEmpty { throw .table(.notTable(format)) }
      if format == .table, options.table.columns.isEmpty {
        guard let guess = TableGuess(text.span, isWhole: isWhole) else { throw .table(.noMap) }
        throw .table(.unmapped(suggestion: guess.suggestion, columns: guess.columns))
      }
      return FormatDetection(format: format, reason: "-f")
    }
    if !options.table.columns.isEmpty { return FormatDetection(format: .table, reason: "--map") }
    let isOldMac = text.endsInCarriageReturns
    let text = isOldMac ? text.map { $0 == 0x0D ? 0x0A : $0 } : text
    let candidates = FormatCandidates(head: text.span, name: name, isWhole: isWhole)
    if let notCalls = candidates.notCalls { throw .notCalls(notCalls) }
    if !candidates.tie.isEmpty { throw .ambiguous(candidates.tie) }
    if let best = candidates.candidates.first { return best.detection }
    if let guess = TableGuess(text.span, isWhole: isWhole) {
      throw .table(.unmapped(suggestion: guess.suggestion, columns: guess.columns))
    }
    if isOldMac {
      throw .malformed(MalformedRecord(line: 1, column: 0, fault: .carriageReturnsOnly))
    }
    throw .unknownFormat(
      lines: text.split(separator: 0x0A).prefix(3).map { Array($0.prefix(200)) })
  }

  /// The largest report that is read as a whole, because lines far behind may name its samples.
  private static let largestReport = 256 << 20

  /// Makes the reader of a table.
  static func table(
    _ format: CallFormat, _ head: inout Head, _ chunks: inout ChunkReader, name: String,
    _ options: ReadingOptions
  ) throws(OpeningFault) -> (reader: TableReader, build: BuildDecision, usesChrPrefix: Bool) {
    let dialect = TableDialect.of(format) ?? .mapped
    if dialect.hasSampleHeadings {
      try head.read(&chunks, atLeast: largestReport)
      guard head.isWhole else {
        throw .malformed(
          MalformedRecord(line: 0, column: 0, fault: .reportTooLarge(limit: largestReport)))
      }
    }
    let bytes = head.bytes
    let lines = TableLines(bytes.span, isWhole: head.isWhole)
    var layout: TableLayout
    do {
      layout = try TableLayout(
        bytes.span, lines, dialect: dialect, options: options.table, fileName: name)
    } catch {
      throw .table(error)
    }
    if dialect.hasSampleHeadings {
      layout.headings = SampleHeading.all(
        in: bytes.span, after: layout.headerLine, delimiter: layout.delimiter)
    }
    if !layout.fixedSample.isEmpty, layout.headings.isEmpty {
      layout.remarks.append(
        "sample \(String(decoding: layout.fixedSample, as: UTF8.self)), as no column names one")
    }
    let names = layout.contigNames(bytes.span, lines)
    let build = try build(
      options, nil, names, stated: layout.statements(bytes.span, lines), name)
    layout.remarks += ContigSpelling.remarks(
      on: names, build: build.build, codes: layout.codes)
    let reader = TableReader(
      layout: layout, expected: ExpectedCopies(build: build.build, sexes: options.sexes),
      samples: options.samples)
    return (reader, build, names.first.map { $0.lowercased().hasPrefix("chr") } ?? true)
  }
}
