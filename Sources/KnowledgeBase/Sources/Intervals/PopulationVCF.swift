// SPDX-License-Identifier: MIT

internal import Genome

/// Reads the sites VCFs of gnomAD's structural variants (v2.1, v4) and exome CNVs (v4).
///
/// The header's INFO lines tell which it is: structural variants count alleles (AC, AN, AF, and by sex
/// `MALE_AC`...; multiallelic sites count people by copy number in CN_COUNT, or in AC with an ALT per
/// copy number), exome CNVs count people (SC, SN, SF). The header's contig lengths tell the build. POS is
/// the base before the change, as VCF has it for symbolic alleles.
///
/// - Source: the headers of the releases; clinical-data study, section 7.
struct PopulationVCF: PopulationReader {
  private let stream: SourceStream
  /// nil until the header was read.
  private var collector: PopulationCollector?
  private var fields = PopulationInfo()
  private var cells: [Range<Int>] = []
  private var isExomeCNV = false
  // What the header says.
  private var lengths: [(contig: String, length: Int32)] = []
  private var infoIDs: Set<String> = []
  private var date: ReleaseDate?
  private var columnLine = 0

  init(_ stream: SourceStream) { self.stream = stream }

  mutating func read(_ block: SourceBlock) throws(KnowledgeBaseError) {
    let text = block.text
    try block.forEachLine { (number, line) throws(KnowledgeBaseError) in
      if line.isEmpty || text.isBlank(line) {
        collector?.note(.blankLine, line: number, "")
        return
      }
      if text.bytes[line.lowerBound] == 0x23 {
        if collector != nil {
          throw .doubledSource(
            file: stream.argument.path, line: number,
            firstLine: text.starts(line, "##") ? 1 : columnLine)
        }
        try headerLine(text.text(line), number)
        return
      }
      text.split(line, at: 0x09, into: &cells)
      guard collector != nil else {
        throw .missingColumn(
          file: stream.argument.path, line: number, column: "#CHROM",
          found: cells.prefix(9).map { text.text($0) })
      }
      if cells.count < 8 {
        throw .tooFewCells(
          file: stream.argument.path, line: number, expected: 8, found: cells.count,
          isLast: block.isLast(line))
      }
      collector?.countRow()
      try record(number, text)
    }
  }

  // MARK: - Header

  private mutating func headerLine(_ line: String, _ number: Int) throws(KnowledgeBaseError) {
    if line.hasPrefix("##contig=<") {
      func value(_ key: String) -> Substring? {
        guard let found = line.firstRange(of: key + "=") else { return nil }
        return line[found.upperBound...].prefix { $0 != "," && $0 != ">" }
      }
      if let name = value("ID"), let length = value("length").flatMap({ Int32($0) }) {
        lengths.append((String(name), length))
      }
    } else if line.hasPrefix("##INFO=<ID=") {
      infoIDs.insert(String(line.dropFirst("##INFO=<ID=".count).prefix { $0 != "," }))
    } else if line.hasPrefix("##fileDate=") {
      date = Self.date(line.dropFirst("##fileDate=".count))
    } else if line.hasPrefix("#CHROM") {
      try begin(line, number)
    }
  }

  /// `20231026` and `2023-10-26`.
  private static func date(_ text: Substring) -> ReleaseDate? {
    if text.count == 8, text.allSatisfy(\.isNumber) {
      return ReleaseDate(iso: "\(text.prefix(4))-\(text.dropFirst(4).prefix(2))-\(text.suffix(2))")
    }
    return ReleaseDate(iso: text)
  }

  private mutating func begin(_ line: String, _ number: Int) throws(KnowledgeBaseError) {
    let path = stream.argument.path
    columnLine = number
    let names = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    let expected = ["#CHROM", "POS", "ID", "REF", "ALT", "QUAL", "FILTER", "INFO"]
    for (index, name) in expected.enumerated() where names.count <= index || names[index] != name {
      throw .missingColumn(file: path, line: number, column: name, found: names)
    }
    isExomeCNV = infoIDs.isSuperset(of: ["SC", "SN", "SF"])
    let wanted = isExomeCNV ? ["END", "SVTYPE", "SC", "SN", "SF"] : ["END", "AC", "AN", "AF"]
    for name in wanted where !infoIDs.contains(name) {
      throw .missingColumn(
        file: path, line: number, column: "INFO/\(name)",
        found: infoIDs.sorted().prefix(40).map { $0 })
    }
    collector = try PopulationCollector(
      stream, kind: isExomeCNV ? .gnomadCNVVCF : .gnomadSVVCF, licence: "CC0-1.0",
      inFile: statedBuild, date: date)
  }

  /// The build whose lengths all contigs of the header have.
  private var statedBuild: GenomeBuild? {
    let known = lengths.map { (ContigName($0.contig).contig, $0.length) }.filter {
      $0.0.isAssembled && $0.0 != .mitochondrion
    }
    if known.isEmpty { return nil }
    return GenomeBuild.allCases.first { build in
      known.allSatisfy { Assembly.of(build).length(of: $0.0) == $0.1 }
    }
  }

  // MARK: - Records

  private mutating func record(_ line: Int, _ text: SourceText) throws(KnowledgeBaseError) {
    guard let build = collector?.build else { return }
    let id = trimmed(text.text(cells[2]))
    let filter = text.text(cells[6])
    guard PopulationFilter.passes(filter) else {
      collector?.note(.failedFilter, line: line, "\(id) \(filter)")
      return
    }
    let alleles = text.text(cells[4]).split(separator: ",")
    let type = PopulationVCF.type(alleles)
    guard type.isCopyNumber else {
      collector?.note(type.oddity, line: line, "\(id) \(text.text(cells[4]))")
      return
    }
    guard let position = text.number(cells[1]) else {
      throw bad(line, 2, "POS", text.text(cells[1]))
    }
    fields.read(cells[7], of: text)
    guard let endCell = fields[.end] else {
      collector?.note(.unplaced, line: line, id)
      return
    }
    guard let end = text.number(endCell) else { throw bad(line, 8, "END", text.text(endCell)) }
    let first = start(position, end: end, text)
    let place = try collector?.placement(
      contig: text.text(cells[0]), start: first, end: end, id: id, line: line)
    guard let place else { return }
    var rows: [PopulationRow] = []
    if case .copies = type, !isExomeCNV {
      let counts = try copies(alleles, line, text)
      guard
        let found = counts.rows(place, build: build, line: line, source: "gnomAD-SV", id: id)
      else {
        collector?.note(.noSexCounts, line: line, id)
        return
      }
      rows = found
    } else {
      guard let direction = direction(type, text) else {
        collector?.note(.unknownType, line: line, id)
        return
      }
      rows = [
        PopulationRow(
          build: build, line: line, contig: place.contig, interval: place.interval,
          direction: direction, basis: isExomeCNV ? .samples : .alleles,
          counted: try count(.all, line, text), male: try count(.male, line, text),
          female: try count(.female, line, text),
          source: isExomeCNV ? "gnomAD-CNV" : "gnomAD-SV", id: id)
      ]
    }
    if collector?.add(rows, id: id, line: line) == true { collector?.countUsed() }
  }

  /// One allele, or several that are all copy numbers.
  private static func type(_ alleles: [Substring]) -> PopulationType {
    let types = alleles.map { allele -> PopulationType in
      if allele.contains("[") || allele.contains("]") { return .otherVariant }
      guard allele.hasPrefix("<"), allele.hasSuffix(">") else { return .unknown }
      return PopulationType(word: String(allele.dropFirst().dropLast()))
    }
    guard let first = types.first else { return .unknown }
    return types.count == 1 || types.allSatisfy({ $0 == .copies }) ? first : .unknown
  }

  private func direction(_ type: PopulationType, _ text: SourceText) -> CopyNumberDirection? {
    switch type {
    case .loss: .loss
    case .gain: .gain
    default: nil
    }
  }

  /// 0-based; POS is the base before the change unless the record's own length says that it is the first.
  private func start(_ position: Int32, end: Int32, _ text: SourceText) -> Int32 {
    guard let cell = fields[.length] else { return position }
    let word = text.text(cell)
    guard let length = Int32(word)?.magnitude else { return position }
    return Int64(length) == Int64(end) - Int64(position) + 1 ? position - 1 : position
  }

  private func bad(
    _ line: Int, _ cell: Int, _ name: String, _ word: String
  ) -> KnowledgeBaseError {
    .badCell(file: stream.argument.path, line: line, cell: cell, column: name, text: word)
  }

  /// Zeros where the record does not say.
  private func count(
    _ people: PopulationInfo.People, _ line: Int, _ text: SourceText
  ) throws(KnowledgeBaseError) -> PopulationCount {
    let keys = PopulationInfo.keys(of: people, isExomeCNV: isExomeCNV)
    var values = PopulationCount()
    guard let number = fields[keys.number], let counted = fields[keys.count] else { return values }
    func read(_ cell: Range<Int>, _ key: PopulationInfo.Key) throws(KnowledgeBaseError) -> UInt32 {
      let word = text.text(cell)
      if word == "." { return 0 }
      guard let value = PopulationCell.count(word) else { throw bad(line, 8, key.name, word) }
      return value
    }
    values.count = try read(counted, keys.count)
    values.number = try read(number, keys.number)
    if let cell = fields[keys.share], !text.equals(cell, ".") {
      guard let share = PopulationCell.share(text.text(cell)) else {
        throw bad(line, 8, keys.share.name, text.text(cell))
      }
      values.frequency = share
    } else {
      values.frequency = PopulationCount.ratio(values.count, values.number)
    }
    return values
  }

  /// People by copy number: CN_COUNT from 0 on (v4), else AC with the copy numbers of ALT (v2.1).
  private func copies(
    _ alleles: [Substring], _ line: Int, _ text: SourceText
  ) throws(KnowledgeBaseError) -> CopyNumberCounts {
    let numbers = alleles.compactMap { UInt8($0.drop { !$0.isNumber }.dropLast()) }
    func list(
      _ counts: PopulationInfo.Key, _ listed: PopulationInfo.Key
    ) throws(KnowledgeBaseError) -> [UInt32] {
      let key = fields[counts] == nil ? listed : counts
      guard let cell = fields[key] else { return [] }
      let word = text.text(cell)
      guard let values = CopyNumberCounts.list(word) else { throw bad(line, 8, key.name, word) }
      if key == counts { return values }
      guard values.count == numbers.count else { throw bad(line, 8, key.name, word) }
      var people = [UInt32](repeating: 0, count: Int(numbers.max() ?? 0) + 1)
      for (copy, value) in zip(numbers, values) { people[Int(copy)] = value }
      return people
    }
    return CopyNumberCounts(
      all: try list(.copies, .alleleCount), male: try list(.maleCopies, .maleAlleleCount),
      female: try list(.femaleCopies, .femaleAlleleCount))
  }

  consuming func finish() throws(KnowledgeBaseError) -> CurationSource {
    guard let collector else { throw .noRows(file: stream.argument.path) }
    return try collector.finish()
  }
}
