// SPDX-License-Identifier: MIT

import Calls
import Genome
import HTS
import Records

/// Reads files with a string of nomenclature a line, alone or behind the sample's name and a TAB.
///
/// A line may state several calls (ISCN). A line of which any part cannot be read is refused as a whole.
struct NomenclatureReader: CallReader {
  let grammar: NomenclatureGrammar
  let expected: ExpectedCopies
  let samples: SampleSelection?

  func read(_ batch: inout CallBatch, firstLine: Int) -> [RejectedRecord] {
    var parser = NomenclatureRecordParser(self)
    return batch.read(by: &parser, bytesPerCall: 40, firstLine: firstLine)
  }
}

/// Turns one line after the other into calls; the mutable half of ``NomenclatureReader``.
struct NomenclatureRecordParser: RecordParser {
  private let reader: NomenclatureReader
  private var contigs: ContigColumn

  var calls: [Call] = []
  var carriers: [UInt32] = []
  var details: [CallDetails] = []
  var counts = RecordCounts()
  var selecting = RecordSelecting()

  init(_ reader: NomenclatureReader) {
    self.reader = reader
    contigs = ContigColumn(build: reader.expected.build)
  }

  func isComment(_ bytes: Span<UInt8>, _ line: Range<Int>, line number: Int) -> Bool {
    // The end mark of DOS stands alone.
    bytes[line.lowerBound] == 0x23 || (line.count == 1 && bytes[line.lowerBound] == 0x1A)
  }

  mutating func read(_ bytes: Span<UInt8>, _ line: Range<Int>, line number: Int)
    throws(MalformedRecord)
  {
    let row = TableRow(line: line, number: number)
    let (sample, string) = reader.grammar.parts(bytes, line)
    let name = bytes.bytes(in: sample)
    guard reader.samples?.includes(name) ?? true else {
      counts.notCarried += 1
      return
    }
    let parsed: NomenclatureString
    do {
      parsed = try reader.grammar.parse(bytes, string, build: reader.expected.build)
    } catch {
      throw row.fault(.badNomenclature(error.fault), at: error.place, bytes)
    }
    if let stated = parsed.build { try check(build: stated, bytes, row) }
    // All of a line or nothing.
    for item in parsed.items {
      contigs.resolve(bytes, item.contigName)
      do {
        try contigs.check(end: item.interval.end)
      } catch {
        throw row.fault(error.fault, at: item.contigName, bytes)
      }
    }
    // The first place of a line decides on its shard.
    let asked = parsed.items.filter { item in
      isInShard(parsed.items[0].contig, start: parsed.items[0].interval.start)
        && isInRegions(bytes, item.contig, name: item.contigName, item.interval)
    }
    if asked.isEmpty {
      leaveOut()
      return
    }
    let before = calls.count
    do {
      for item in asked { try append(item, sample, sex: parsed.sex, bytes, row) }
    } catch {
      calls.removeLast(calls.count - before)
      throw error
    }
    if calls.count > before {
      counts.withCalls += 1
      counts.calls += calls.count - before
    } else {
      counts.neutral += 1
    }
  }

  private func check(build stated: Range<Int>, _ bytes: Span<UInt8>, _ row: TableRow)
    throws(MalformedRecord)
  {
    let text = bytes.text(in: stated)
    let build =
      reader.grammar == .hgvs ? ContigName(text).build : GenomeBuild(nomenclature: text)
    // The mitochondrion's accession is that of both builds.
    if reader.grammar == .hgvs, build == nil { return }
    guard build != reader.expected.build else { return }
    throw row.fault(.otherBuild(stated: text, build: reader.expected.build), at: stated, bytes)
  }

  private mutating func append(
    _ item: NomenclatureItem, _ sample: Range<Int>, sex: Sex?, _ bytes: Span<UInt8>,
    _ row: TableRow
  ) throws(MalformedRecord) {
    let name = sample.isEmpty ? nil : bytes.bytes(in: sample)
    var evidence = CallEvidence()
    evidence.word = item.type
    evidence.isMosaic = item.isMosaic
    evidence.isHomozygous = item.isHomozygous
    evidence.expected = reader.expected.copies(of: item.interval, on: item.contig, in: name)
    // What the user says of a sample's sex comes before what the line says.
    if !evidence.expected.isKnown, let sex, let copies = sex.copies(of: item.contig) {
      evidence.expected = CopyNumber(copies)
    }
    evidence.copies = item.copies(expected: evidence.expected)
    guard let (type, flags) = evidence.type(on: item.contig) else {
      throw MalformedRecord(line: row.number, column: 0, fault: .noState)
    }
    if type == .neutral { return }
    var call = Call(
      contig: item.contig, contigName: ByteRange(item.contigName), interval: item.interval,
      type: type, line: UInt32(row.number), lineText: ByteRange(row.line))
    call.flags = flags
    call.copyNumber = evidence.isNormalShare(type) ? .unknown : evidence.copies
    call.expectedCopyNumber = type.statesCopies ? evidence.expected : .unknown
    call.sampleName = ByteRange(sample)
    var stated = CallDetails()
    stated.outer = item.outer
    stated.inner = item.inner
    stated.fewestCopies = item.fewest
    stated.mostCopies = item.most
    if let fraction = item.mosaicFraction { stated.mosaicFraction = ByteRange(fraction) }
    if item.isMosaic { call.flags.insert(.mosaic) }
    if !stated.isEmpty {
      details.append(stated)
      call.details = UInt32(details.count)
    }
    calls.append(call)
  }
}
