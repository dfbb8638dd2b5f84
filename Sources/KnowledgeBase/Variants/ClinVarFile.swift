// SPDX-License-Identifier: MIT

internal import Files
internal import FoundationEssentials
internal import Genome
internal import HTS

/// ClinVar's VCF of one build, its head read: the rest is read when its build is compiled.
///
/// The header has no contig lines; the build stands in `##reference`, the date in `##fileDate`. Alleles
/// of precise sequence only: ClinVar's copy-number variants are in variant_summary.
///
/// - Source: ClinVar's VCF header of 27 June 2026; clinical-data study, section 6.1.
struct ClinVarFile {
  let argument: SourceArgument
  let build: GenomeBuild
  let date: ReleaseDate?
  let dateOrigin: DateOrigin
  /// Lines up to and with `#CHROM`.
  private let headerLines: Int
  /// Open, so that its rows are read of the same file as its head.
  private let file: InputFile
  /// Plain text may have parts that a transfer never wrote; an archive has checksums.
  private let isPlain: Bool

  /// - Throws: ``KnowledgeBaseError/file(_:)``, ``KnowledgeBaseError/damagedSource(file:_:)``,
  ///   ``KnowledgeBaseError/emptySource(file:)``, ``KnowledgeBaseError/webPage(file:)``,
  ///   ``KnowledgeBaseError/unrecognisedSource(file:role:start:)``,
  ///   ``KnowledgeBaseError/missingColumn(file:line:column:found:)``, and those of an undecided build.
  init(_ argument: SourceArgument) throws(KnowledgeBaseError) {
    let path = argument.path
    let (head, file, isPlain) = try Self.head(path)
    self.file = file
    self.isPlain = isPlain
    let text = String(decoding: head, as: UTF8.self)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map {
      $0.hasSuffix("\r") ? $0.dropLast() : $0
    }
    guard let first = lines.first, first.hasPrefix("##fileformat=VCF") else {
      throw .unrecognisedSource(
        file: path, role: .clinvar, start: String((lines.first ?? "").prefix(40)))
    }
    guard let columns = lines.firstIndex(where: { !$0.hasPrefix("##") }),
      lines[columns].hasPrefix("#CHROM\t")
    else {
      let number = lines.firstIndex { !$0.hasPrefix("##") } ?? lines.count
      throw .missingColumn(
        file: path, line: number + 1, column: "#CHROM",
        found: lines.indices.contains(number) ? [String(lines[number].prefix(40))] : [])
    }
    let names = lines[columns].split(separator: "\t").map(String.init)
    for name in ["#CHROM", "POS", "ID", "REF", "ALT", "QUAL", "FILTER", "INFO"]
    where !names.contains(name) {
      throw .missingColumn(file: path, line: columns + 1, column: name, found: names)
    }
    let keys = lines.compactMap { line -> String? in
      guard line.hasPrefix("##INFO=<ID=") else { return nil }
      return String(line.dropFirst(11).prefix { $0 != "," && $0 != ">" })
    }
    for key in ["CLNSIG", "CLNREVSTAT"] where !keys.contains(key) {
      throw .missingColumn(file: path, line: columns + 1, column: "INFO/\(key)", found: keys)
    }
    func meta(_ key: String) -> String? {
      lines.first { $0.hasPrefix("##\(key)=") }.map { String($0.dropFirst(key.count + 3)) }
    }
    self.argument = argument
    build = try CurationSource.build(
      of: argument, inFile: meta("reference").flatMap { GenomeBuild(name: $0) })
    let dated = CurationSource.date(
      of: argument, inFile: meta("fileDate").flatMap { ReleaseDate(iso: $0) })
    date = dated.date
    dateOrigin = dated.origin
    headerLines = columns + 1
  }

  /// The decoded bytes up to a line that does not begin with `##`, that line included.
  private static func head(
    _ path: String
  ) throws(KnowledgeBaseError) -> (head: [UInt8], file: InputFile, isPlain: Bool) {
    let file: InputFile
    do throws(FileError) {
      file = try InputFile(path: path)
    } catch {
      throw .file(error)
    }
    guard file.isRegular else { throw .file(.notRegular(path: path)) }
    var head: [UInt8] = []
    var isPlain = false
    do throws(HTSError) {
      var reader = try ChunkReader(file, decodedChunkSize: 1 << 16)
      isPlain = reader.container == .plain
      while head.count < 16 << 20, let chunk = try reader.next() {
        try chunk.decode(appendingTo: &head)
        if head.starts(with: [0x3C]) { throw HTSError.unsupported(.html) }
        // Only what begins like a VCF is looked at further.
        if !head.starts(with: Array("##".utf8)) { break }
        if hasColumnLine(head) { break }
      }
    } catch {
      switch error {
      case .empty: throw .emptySource(file: path)
      case .unsupported(.html): throw .webPage(file: path)
      default: throw .damagedSource(file: path, error)
      }
    }
    if head.allSatisfy({ $0 <= 0x20 }) { throw .emptySource(file: path) }
    return (head, file, isPlain)
  }

  private static func hasColumnLine(_ head: [UInt8]) -> Bool {
    var start = 0
    while let end = head[start...].firstIndex(of: 0x0A) {
      if !head[start...].starts(with: [0x23, 0x23]) { return true }
      start = end + 1
    }
    return false
  }

  /// No rows yet, with room for those of this file.
  ///
  /// A compressed file has some 30 bytes for each text that no record before had, and for each row; memory that is not
  /// used costs nothing.
  ///
  /// - Parameter draft: gets the texts while they are read.
  func makeRows(draft: StoreDraft?) -> AlleleRows {
    let size = Int(file.size ?? 0)
    return AlleleRows(
      build, texts: min(1 << 22, size / 30), rows: min(1 << 23, size / 24), draft: draft)
  }

  /// Reads every record.
  ///
  /// - Parameter rows: nobody else holds them, which would copy them.
  /// - Throws: what ``ParallelLines`` throws, and for the first row that cannot be read.
  func read(into rows: consuming AlleleRows) throws(KnowledgeBaseError) -> ClinVarAlleles {
    rows.beginFile()
    let lines = ClinVarLines(build: build, refusesZeroBytes: isPlain)
    let count = max(1, ProcessInfo.processInfo.activeProcessorCount)
    let read = try ParallelLines(file, count: count, lines, into: consume rows)
    try check(read)
    return ClinVarAlleles(
      rows: read.result,
      withoutClassification: read.lanes.reduce(0) { $0 + $1.withoutClassification },
      source: source(read))
  }

  private func check(_ read: ParallelLines<ClinVarLines>) throws(KnowledgeBaseError) {
    let path = argument.path
    let lanes = read.lanes
    if let fault = lanes.compactMap(\.fault).min(by: { $0.place < $1.place }) {
      let line = read.line(fault.place)
      switch fault.kind {
      case .tooFewCells(let found):
        throw .tooFewCells(file: path, line: line, expected: 8, found: found, isLast: false)
      case .badCell(let cell, let column, let text):
        throw .badCell(file: path, line: line, cell: cell, column: column, text: text)
      case .zeroByte: throw .zeroByte(file: path, line: line)
      }
    }
    if lanes.reduce(0, { $0 + $1.headerLines }) != headerLines {
      throw .severalFilesInOne(file: path)
    }
    if lanes.allSatisfy({ $0.rowsRead == 0 }) { throw .noRows(file: path) }
    if lanes.allSatisfy({ $0.agreeing == 0 }), lanes.contains(where: { $0.contradicting > 0 }) {
      throw .rowsOfOtherBuild(
        file: path, stated: build, found: build == .grch37 ? .grch38 : .grch37)
    }
  }

  private func source(_ read: ParallelLines<ClinVarLines>) -> CurationSource {
    var source = CurationSource(
      kind: .clinvarVCF, argument: argument, sha256: read.sha256, build: build, date: date,
      dateOrigin: dateOrigin)
    source.licence = "public domain"
    for lane in read.lanes {
      source.rowsRead += lane.rowsRead
      source.rowsUnmatched += lane.rowsWithoutAllele
    }
    source.rowsUsed = source.rowsRead - source.rowsUnmatched
    let notes = read.lanes.flatMap(\.notes).map {
      (kind: $0.kind, line: read.line($0.place), text: $0.text)
    }
    var counts: [OddityKind: Int] = [:]
    for lane in read.lanes { counts.merge(lane.counts, uniquingKeysWith: +) }
    for (kind, count) in counts {
      let first = notes.filter { $0.kind == kind }.sorted { $0.line < $1.line }
      source.oddities.note(
        kind, count: count, examples: first.map { OddityExample(line: $0.line, text: $0.text) })
    }
    return source
  }
}

/// The rows of ClinVar's VCF.
struct ClinVarAlleles {
  var rows: AlleleRows
  var withoutClassification: Int
  var source: CurationSource
}
