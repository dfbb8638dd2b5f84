// SPDX-License-Identifier: MIT

import Calls
import Genome
import HTS
import Records

/// Turns one VCF line after the other into calls; the mutable half of ``VCFReader``, one a batch.
///
/// Its arrays are scratch that is reused from line to line, so that a line allocates nothing.
struct VCFRecordParser: RecordParser {
  let header: VCFHeader
  let minimumLength: Int32
  let sampleCount: Int
  let putsPositionOnFirstBase: Bool
  let chosen: [Bool]?
  let splitsSamples: Bool
  let filters: [[UInt8]]?
  let expected: ExpectedCopies
  let statedInfoKeys: [([UInt8], DetailKind)]

  var calls: [Call] = []
  var carriers: [UInt32] = []
  var details: [CallDetails] = []
  var counts = RecordCounts()
  var selecting = RecordSelecting()

  let trustsBreakends: Bool

  var contigs: ContigColumn
  /// The type that the record states beside its ALTs; nil where they say it all.
  var stated: CallType?
  var alleles: [VCFAllele] = []
  var genotype = VCFGenotype()
  var groups: [CarrierGroup] = []
  var assigned: [(group: Int, sample: UInt32)] = []

  /// Whether INFO may hold the copies in a sample that no column names, as our own conversion writes.
  let statesCopiesOfUnnamed: Bool
  /// Whether a loss on all haplotypes of a sample is one of all copies: CNVkit's losses have no CN, and GT 1/1
  /// for no copy left.
  ///
  /// - Source: CNVkit's `export.py`; call-file study, section D3.
  let genotypeStatesAbsence: Bool
  /// Texts that are computed: the log2 of DRAGEN's linear ratios.
  var kept: KeptTexts

  init(_ reader: VCFReader, textBase: Int) {
    kept = KeptTexts(base: textBase)
    statesCopiesOfUnnamed = reader.header.infoIDs.contains("COPIES")
    genotypeStatesAbsence = reader.header.source?.hasPrefix("CNVkit") ?? false
    header = reader.header
    minimumLength = reader.minimumLength
    sampleCount = reader.header.samples.count
    putsPositionOnFirstBase = reader.header.isGATKgCNV
    chosen = reader.chosen
    splitsSamples = reader.splitsSamples
    filters = reader.filters
    expected = reader.expected
    trustsBreakends = reader.trustsBreakends
    contigs = ContigColumn(build: reader.build)
    statedInfoKeys = Self.statedInfoKeys(reader.header.infoIDs)
  }

  /// Where the cells of the current line stand.
  struct Cells {
    var line: Range<Int>
    var contig: Range<Int>
    var position: Range<Int>
    var id: Range<Int>
    var ref: Range<Int>
    var alt: Range<Int>
    var quality: Range<Int>
    var filter: Range<Int>
    var info: Range<Int>
    var format: Range<Int>
    /// Everything behind FORMAT; empty in files without samples.
    var samples: Range<Int>

    func column(of place: Int) -> Int { place - line.lowerBound + 1 }
  }

  /// The header's lines are not in the body; a `#` line there is a fault.
  func isComment(_ bytes: Span<UInt8>, _ line: Range<Int>, line number: Int) -> Bool { false }

  /// Reads one record line, without its line end, and appends its calls.
  mutating func read(_ bytes: Span<UInt8>, _ line: Range<Int>, line number: Int)
    throws(MalformedRecord)
  {
    if bytes[line.lowerBound] == 0x23 {
      throw MalformedRecord(
        line: number, column: 1, fault: .headerInBody, text: bytes.bytes(in: line.prefix(80)))
    }
    let cells = try split(bytes, line, number)
    contigs.resolve(bytes, cells.contig)
    guard contigs.isName else {
      throw MalformedRecord(
        line: number, column: 1, fault: .badContigName, text: bytes.bytes(in: cells.contig))
    }
    let position = try position(bytes, cells, number)
    let isInShard = isInShard(contigs.contig, start: max(0, position - 1))
    if !isInShard || !(filters.map { passes($0, bytes, cells.filter) } ?? true) {
      leaveOut(bytes, cells, position: position, isInShard: isInShard, line: number)
      return
    }
    if try readSmallVariant(bytes, cells, position: position, line: number) { return }
    try readAlleles(bytes, cells, position: position, line: number)
    if leavesOutAlleles(bytes, cells) { return }
    let before = calls.count
    let isNeutral = try appendCalls(bytes, cells, line: number)
    removeCallsOutside(bytes, from: before)
    counts.calls += calls.count - before
    if calls.count > before {
      counts.withCalls += 1
    } else if isNeutral {
      counts.neutral += 1
    } else {
      counts.notCarried += 1
    }
  }

  /// Leaves a record out because of its shard or FILTER, unless it is not counted at all.
  private mutating func leaveOut(
    _ bytes: Span<UInt8>, _ cells: Cells, position: Int32, isInShard: Bool, line: Int
  ) {
    if selecting.selection?.regionsAreIndexed ?? false {
      // What is left out need not be well-formed.
      alleles.removeAll(keepingCapacity: true)
      try? readAlleles(bytes, cells, position: position, line: line)
      if !alleles.isEmpty, areOutside(bytes, cells) {
        selecting.isOutside = true
        return
      }
    }
    if isInShard { counts.filtered += 1 } else { leaveOut() }
  }

  /// Whether all alleles are outside of regions that are read by an index.
  private mutating func areOutside(_ bytes: Span<UInt8>, _ cells: Cells) -> Bool {
    for allele in alleles
    where !isOutside(bytes, contigs.contig, name: cells.contig, allele.interval) { return false }
    return true
  }

  /// Leaves a record out none of whose alleles is in the regions asked for.
  private mutating func leavesOutAlleles(_ bytes: Span<UInt8>, _ cells: Cells) -> Bool {
    guard let selection = selecting.selection, selection.hasPlaces else { return false }
    if selection.regionsAreIndexed, areOutside(bytes, cells) {
      selecting.isOutside = true
      return true
    }
    for allele in alleles
    where isInRegions(bytes, contigs.contig, name: cells.contig, allele.interval) { return false }
    leaveOut()
    return true
  }

  /// Takes the calls of those ALTs out again that are not in the regions, where another ALT is.
  private mutating func removeCallsOutside(_ bytes: Span<UInt8>, from first: Int) {
    guard alleles.count > 1, selecting.selection?.hasPlaces ?? false else { return }
    var kept = first
    for index in first..<calls.count {
      let call = calls[index]
      guard isInRegions(bytes, call.contig, name: call.contigName.range, call.interval) else {
        continue
      }
      calls[kept] = call
      kept += 1
    }
    calls.removeLast(calls.count - kept)
  }

  /// bcftools' `--apply-filters`: at least one of the record's filters is in the list; `.` is one.
  private func passes(_ filters: [[UInt8]], _ bytes: Span<UInt8>, _ cell: Range<Int>) -> Bool {
    var start = cell.lowerBound
    while true {
      var stop = start
      while stop < cell.upperBound, bytes[stop] != 0x3B { stop += 1 }
      if filters.contains(where: { bytes.matches($0, in: start..<stop) }) { return true }
      guard stop < cell.upperBound else { return false }
      start = stop + 1
    }
  }

  /// Finds the cells and checks their number before anything looks into them.
  private func split(_ bytes: Span<UInt8>, _ line: Range<Int>, _ number: Int)
    throws(MalformedRecord) -> Cells
  {
    var starts: [8 of Int] = .init(repeating: line.lowerBound)
    var index = line.lowerBound
    var column = 0
    while column < 7 {
      while index < line.upperBound, bytes[index] != 0x09 { index += 1 }
      guard index < line.upperBound else {
        let hasSpaces = bytes.firstIndex(of: 0x20, in: line) != nil
        throw MalformedRecord(
          line: number, column: 0,
          fault: .tooFewColumns(
            found: column + 1, needed: header.columnCount, hasSpaces: column == 0 && hasSpaces),
          text: bytes.bytes(in: line.prefix(80)))
      }
      index += 1
      column += 1
      starts[column] = index
    }
    // INFO is long: memchr.
    let infoEnd = bytes.firstIndex(of: 0x09, in: index..<line.upperBound) ?? line.upperBound
    var format = line.upperBound..<line.upperBound
    var samples = format
    var found = 8
    if infoEnd < line.upperBound {
      let start = infoEnd + 1
      let stop = bytes.firstIndex(of: 0x09, in: start..<line.upperBound) ?? line.upperBound
      format = start..<stop
      found = 9
      if stop < line.upperBound {
        samples = stop + 1..<line.upperBound
        let hasMore = bytes.firstIndex(of: 0x09, in: samples) != nil
        found += 1 + (hasMore ? bytes.count(of: 0x09, in: samples) : 0)
      }
    }
    guard found == header.columnCount else {
      throw MalformedRecord(
        line: number, column: 0, fault: .columnCount(found: found, expected: header.columnCount),
        text: bytes.bytes(in: line.prefix(80)))
    }
    return Cells(
      line: line, contig: starts[0]..<starts[1] - 1, position: starts[1]..<starts[2] - 1,
      id: starts[2]..<starts[3] - 1, ref: starts[3]..<starts[4] - 1, alt: starts[4]..<starts[5] - 1,
      quality: starts[5]..<starts[6] - 1, filter: starts[6]..<starts[7] - 1,
      info: starts[7]..<infoEnd, format: format, samples: samples
    )
  }

  private func position(_ bytes: Span<UInt8>, _ cells: Cells, _ number: Int)
    throws(MalformedRecord) -> Int32
  {
    guard !cells.contig.isEmpty else {
      throw MalformedRecord(line: number, column: 1, fault: .emptyCell(name: "CHROM"))
    }
    do {
      return try bytes.wholeNumber(in: cells.position)
    } catch {
      throw MalformedRecord(
        line: number, column: cells.column(of: cells.position.lowerBound),
        fault: cells.position.isEmpty
          ? .emptyCell(name: "POS")
          : error == .tooLarge ? .coordinateTooLarge : .startNotNumber(name: "POS"),
        text: bytes.bytes(in: cells.position))
    }
  }
}
