// SPDX-License-Identifier: MIT

package import CallFiles
package import Calls
package import Genome
package import Records

/// What became of a text that was read as calls, in a form that reads well in an expectation.
package struct Reading {
  package var batch: CallBatch
  package var faults: [MalformedRecord] = []
  /// Sample names of a VCF file.
  package var samples: [String] = []

  package init(
    _ text: [UInt8], bodyStart: Int, firstLine: Int, samples: [String] = [],
    reader: some CallReader
  ) {
    batch = CallBatch(arena: text, body: bodyStart..<text.count, input: 0)
    self.samples = samples
    let rejected = reader.read(&batch, firstLine: firstLine)
    faults = rejected.isEmpty ? [] : MalformedRecords(rejected.map(\.fault)).records
  }

  package var counts: RecordCounts { batch.counts }

  /// The calls, a line each: `1:99-200 loss cn=1/2 ALT1 S1,S2 filter_fail`.
  ///
  /// Coordinates are 0-based half-open; `cn` is stated/expected and left out where both are unknown; the
  /// ALT, the carriers and the flags are left out where there are none.
  package var calls: [String] { batch.calls.map(line) }

  private func line(_ call: Call) -> String {
    let name = String(decoding: batch.arena[call.contigName.range], as: UTF8.self)
    var words = ["\(name):\(call.interval.start)-\(call.interval.end)", call.type.word]
    if call.copyNumber.isKnown || call.expectedCopyNumber.isKnown {
      var text = Array("cn=".utf8)
      call.copyNumber.append(to: &text)
      text.append(0x2F)
      call.expectedCopyNumber.append(to: &text)
      words.append(String(decoding: text, as: UTF8.self))
    }
    if call.allele > 0 { words.append("ALT\(call.allele)") }
    let carriers = call.carriers.map { samples[Int(batch.carriers[Int($0)])] }
    if !carriers.isEmpty { words.append(carriers.joined(separator: ",")) }
    words += CallFlags.words.filter { call.flags.contains($0.flag) }.map(\.word)
    if call.flags.contains(.noEnd) { words.append("no_end") }
    return words.joined(separator: " ")
  }

  /// `records=with calls+not carried+neutral+rejected`, the sum that must balance.
  package var balance: String {
    "\(counts.records)=\(counts.withCalls)+\(counts.notCarried)+\(counts.neutral)+\(counts.rejected)"
  }
}

/// A VCF text under construction; rows are written with blanks for TABs.
package struct VCFText {
  package var version = "VCFv4.2"
  package var meta: [String] = []
  package var samples: [String] = []
  package var build = GenomeBuild.grch38
  package var minimumLength: Int32 = 50
  package var lineEnd = "\n"
  package var trustsBreakends = false

  package init() {}

  package init(
    _ version: String = "VCFv4.2", samples: [String] = [], meta: [String] = [],
    build: GenomeBuild = .grch38
  ) {
    self.version = version
    self.samples = samples
    self.meta = meta
    self.build = build
  }

  package func header() -> String {
    var names = ["#CHROM", "POS", "ID", "REF", "ALT", "QUAL", "FILTER", "INFO"]
    if !samples.isEmpty { names += ["FORMAT"] + samples }
    let lines = ["##fileformat=\(version)"] + meta + [names.joined(separator: "\t")]
    return lines.map { $0 + lineEnd }.joined()
  }

  /// The whole text; runs of blanks in rows become TABs.
  package func text(_ rows: [String]) -> String {
    header() + rows.map { Self.row($0) + lineEnd }.joined()
  }

  package static func row(_ text: String) -> String {
    text.split(separator: " ").joined(separator: "\t")
  }

  /// Reads rows that are written with blanks.
  package func read(_ rows: String...) throws -> Reading {
    try read(bytes: Array(text(rows).utf8))
  }

  /// Reads rows as they are.
  package func read(raw rows: String) throws -> Reading {
    try read(bytes: Array((header() + rows).utf8))
  }

  package func read(bytes: [UInt8]) throws -> Reading {
    guard let header = try VCFHeader.parse(bytes.span, isWhole: true) else { throw NoHeader() }
    var reader = VCFReader(header: header, build: build, minimumLength: minimumLength)
    reader.trustsBreakends = trustsBreakends
    return Reading(
      bytes, bodyStart: min(header.text.count, bytes.count), firstLine: header.lineCount + 1,
      samples: header.samples.map { String(decoding: $0, as: UTF8.self) }, reader: reader)
  }

  package struct NoHeader: Error {}
}

/// A BED text and the ways to read it; blanks are not TABs here, as they are data.
package struct BEDText {
  package var text: [UInt8]
  package var declaredType: CallType?
  package var build = GenomeBuild.grch38

  package init(_ text: String, type: CallType? = nil, build: GenomeBuild = .grch38) {
    self.text = Array(text.utf8)
    declaredType = type
    self.build = build
  }

  package func layout() throws(MalformedRecord) -> BEDLayout {
    try BEDLayout(head: text.span, declaredType: declaredType)
  }

  package func read() throws(MalformedRecord) -> Reading {
    let start = text.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    return Reading(
      text, bodyStart: start, firstLine: 1, reader: BEDReader(layout: try layout(), build: build))
  }
}
