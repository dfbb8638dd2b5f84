// SPDX-License-Identifier: MIT

import Calls
import Genome
import HTS
import Records

extension OpenedInput {
  /// The sample that the file's name or head gives to every row; empty where rows name theirs.
  package var sampleOfFile: [UInt8] {
    guard let layout = (reader as? TableReader)?.layout, !layout.hasHeadings else { return [] }
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

  /// Makes the reader of a table.
  static func table(
    _ format: CallFormat, _ head: inout Head, _ chunks: inout ChunkReader,
    _ transcoder: Transcoder?, name: String, _ options: ReadingOptions
  ) throws(OpeningFault) -> (reader: TableReader, build: BuildDecision, usesChrPrefix: Bool) {
    let dialect = TableDialect.of(format) ?? .mapped
    let lines = TableLines(head.bytes.span, isWhole: head.isWhole)
    var layout: TableLayout
    do {
      layout = try TableLayout(
        head.bytes.span, lines, dialect: dialect, options: options.table, fileName: name)
    } catch {
      throw .table(error)
    }
    if dialect.hasSampleHeadings {
      try readHeadings(&layout, &head, &chunks, transcoder)
    }
    if !layout.fixedSample.isEmpty, !layout.hasHeadings, layout.headingLine == 0 {
      layout.remarks.append(
        "sample \(String(decoding: layout.fixedSample, as: UTF8.self)), as no column names one")
    }
    let bytes = head.bytes
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

  /// The most of a pipe that is held until a line behind the rows tells whose they are.
  static let largestHeldReport = 256 << 20

  /// Decides on whose the rows of a report are.
  ///
  /// A line before the first row that names a sample says that every sample has one, which then pass from
  /// chunk to chunk. Where a row comes first, the name may stand in the last line: a file is read to its end
  /// for it, and then once more for the calls; a pipe cannot be, so that it is held.
  private static func readHeadings(
    _ layout: inout TableLayout, _ head: inout Head, _ chunks: inout ChunkReader,
    _ transcoder: Transcoder?
  ) throws(OpeningFault) {
    var search = SampleHeadings.Search(SampleHeadings(layout))
    if !head.isWhole {
      var start = search
      start.read(head.bytes, isEnd: false)
      if start.isDecided {
        search = start
      } else {
        try readOn(&search, &head, &chunks, transcoder)
      }
    } else {
      search.read(head.bytes, isEnd: true)
    }
    if search.isDecided {
      layout.hasHeadings = true
    } else if let heading = search.first {
      guard search.isLast else {
        throw .malformed(
          MalformedRecord(
            line: heading.line, column: 0, fault: .headingBehindRows, text: heading.name))
      }
      layout.fixedSample = heading.name
      layout.headingLine = heading.line
      layout.remarks.append(
        "sample \(String(decoding: heading.name, as: UTF8.self)), as line \(heading.line) behind the rows "
          + "says")
    }
  }

  /// Looks for headings to the end of the input.
  private static func readOn(
    _ search: inout SampleHeadings.Search, _ head: inout Head, _ chunks: inout ChunkReader,
    _ transcoder: Transcoder?
  ) throws(OpeningFault) {
    var again: ChunkReader?
    do throws(HTSError) { again = try chunks.again() } catch { throw .container(error) }
    guard var again else {
      try head.read(&chunks, atLeast: largestHeldReport)
      guard head.isWhole else {
        throw .malformed(
          MalformedRecord(line: 0, column: 0, fault: .reportTooLarge(limit: largestHeldReport)))
      }
      search.read(head.bytes, isEnd: true)
      return
    }
    again.transcoder = transcoder
    var text: [UInt8] = []
    do throws(HTSError) {
      while !search.isDecided, let chunk = try again.next() {
        try chunk.decode(appendingTo: &text)
        text.removeFirst(search.read(text, isEnd: false))
      }
    } catch {
      throw .container(error)
    }
    search.read(text, isEnd: true)
  }
}
