// SPDX-License-Identifier: MIT

package import Calls
package import Genome
package import HTS
package import Records

/// An input whose head was looked at: format, build and header are decided, and the reader is made.
///
/// Nothing of the input is lost by looking: the chunks of the head are given once more.
package struct OpenedInput: Sendable {
  package let detection: FormatDetection
  package let build: BuildDecision
  /// The header of a VCF file; nil for other formats.
  package let header: VCFHeader?
  package let reader: any CallReader
  /// Decoded bytes before the first line that the reader gets: byte order mark and VCF header.
  package let bodyOffset: Int
  /// The lines in those bytes.
  package let headerLines: Int
  /// Whether the first record spells its contig with `chr`.
  package let usesChrPrefix: Bool
  /// All chunks of the input, the head's among them.
  package let chunks: ChunkReader
}

/// What the user said about the inputs.
package struct ReadingOptions: Sendable {
  package var format: CallFormat?
  package var build: GenomeBuild?
  /// The type of every row of a typeless BED.
  package var declaredType: CallType?
  /// The length from which a sequence-resolved deletion is a copy-number call, in bases.
  package var minimumLength: Int32 = 50
  /// nil for all samples.
  package var samples: SampleSelection?
  package var splitsSamples = false
  /// The FILTER values that a record must have one of; nil for any.
  package var filters: [[UInt8]]?
  /// The sex of samples, by name.
  package var sexes: [[UInt8]: Sex] = [:]
  /// What a call should have; less is flagged.
  package var gates = QualityGates()

  /// Whether breakends with the orientation of a deletion or duplication are read as one.
  package var trustsBreakends = false

  package init() {}
}

/// Why an input cannot be read at all.
package enum OpeningFault: Error, Sendable, Equatable {
  case container(HTSError)
  case unsupported(FileKind)
  /// No format fits; the first lines of the input, to show.
  case unknownFormat(lines: [[UInt8]])
  case malformed(MalformedRecord)
  case build(BuildFault)
  /// Samples that were asked for and are not in the file.
  case unknownSamples([[UInt8]])
}

extension OpenedInput {
  /// The decoded bytes that decide on format and build; a longer VCF header is read to its end.
  package static let headSize = 256 << 10
  private static let largestHeader = 64 << 20

  /// - Parameter name: the file's name, which only breaks ties and gives advice.
  package init(_ chunks: consuming ChunkReader, name: String, options: ReadingOptions)
    throws(OpeningFault)
  {
    var chunks = chunks
    var head = Head()
    try head.read(&chunks, atLeast: Self.headSize)
    // A compressed file of nothing.
    if head.bytes.isEmpty { throw .container(.empty) }
    if let kind = FileKind.kind(ofDecodedHead: head.bytes.span) { throw .unsupported(kind) }
    let text = head.bytes
    let bytes = text.span
    if bytes.firstIndex(of: 0x0A, in: 0..<bytes.count) == nil,
      bytes.firstIndex(of: 0x0D, in: 0..<max(0, bytes.count - 1)) != nil
    {
      throw .malformed(MalformedRecord(line: 1, column: 0, fault: .carriageReturnsOnly))
    }
    let detected = FormatDetection(head: bytes, name: name)
    let requested = options.format.map { FormatDetection(format: $0, reason: "-f") }
    guard let detection = requested ?? detected else {
      throw .unknownFormat(lines: head.bytes.split(separator: 0x0A).prefix(3).map(Array.init))
    }
    self.detection = detection
    switch detection.format {
    case .vcf:
      let header = try Self.header(&head, &chunks)
      let names = head.contigNames(from: header.text.count)
      build = try Self.build(options, header, names, name)
      reader = try Self.vcfReader(header, build.build, options)
      bodyOffset = header.text.count + (head.bytes.span.startsWithByteOrderMark ? 3 : 0)
      headerLines = header.lineCount
      usesChrPrefix = names.first.map { $0.lowercased().hasPrefix("chr") } ?? false
      self.header = header
    case .bed:
      let names = head.contigNames(from: 0)
      build = try Self.build(options, nil, names, name)
      do {
        let layout = try BEDLayout(head: head.bytes.span, declaredType: options.declaredType)
        var reader = BEDReader(layout: layout, build: build.build)
        reader.expected = ExpectedCopies(build: build.build, sexes: options.sexes)
        reader.samples = options.samples
        self.reader = reader
      } catch {
        throw .malformed(error)
      }
      bodyOffset = head.bytes.span.startsWithByteOrderMark ? 3 : 0
      headerLines = 0
      usesChrPrefix = names.first.map { $0.lowercased().hasPrefix("chr") } ?? true
      header = nil
    case .penncnv:
      build = try Self.build(options, nil, head.contigNames(from: 0), name)
      reader = PennCNVReader(
        head: head.bytes.span,
        expected: ExpectedCopies(build: build.build, sexes: options.sexes),
        samples: options.samples)
      bodyOffset = head.bytes.span.startsWithByteOrderMark ? 3 : 0
      headerLines = 0
      usesChrPrefix = true
      header = nil
    }
    chunks.pushBack(head.chunks)
    self.chunks = chunks
  }

  private static func vcfReader(
    _ header: VCFHeader, _ build: GenomeBuild, _ options: ReadingOptions
  ) throws(OpeningFault) -> VCFReader {
    var reader = VCFReader(header: header, build: build, minimumLength: options.minimumLength)
    do {
      reader.chosen = try options.samples?.mask(of: header.samples)
    } catch {
      throw .unknownSamples(error.names)
    }
    reader.splitsSamples = options.splitsSamples
    reader.filters = options.filters
    reader.expected = ExpectedCopies(build: build, sexes: options.sexes)
    reader.trustsBreakends = options.trustsBreakends
    return reader
  }

  private static func header(_ head: inout Head, _ chunks: inout ChunkReader) throws(OpeningFault)
    -> VCFHeader
  {
    while true {
      do {
        if let header = try VCFHeader.parse(head.bytes.span, isWhole: head.isWhole) {
          return header
        }
      } catch {
        throw .malformed(error)
      }
      guard head.bytes.count < largestHeader else {
        throw .malformed(MalformedRecord(line: 1, column: 0, fault: .noColumnLine))
      }
      let size = head.bytes.count * 2
      try head.read(&chunks, atLeast: size)
    }
  }

  private static func build(
    _ options: ReadingOptions, _ header: VCFHeader?, _ names: [String], _ fileName: String
  ) throws(OpeningFault) -> BuildDecision {
    do {
      return try BuildDecision(
        requested: options.build, header: header, contigNames: names, fileName: fileName)
    } catch {
      throw .build(error)
    }
  }

  /// The start of the input, decoded, and the chunks it came from.
  private struct Head {
    var bytes: [UInt8] = []
    var chunks: [RawChunk] = []
    var isWhole = false

    mutating func read(_ reader: inout ChunkReader, atLeast size: Int) throws(OpeningFault) {
      do {
        while !isWhole, bytes.count < size {
          guard let chunk = try reader.next() else {
            isWhole = true
            return
          }
          try chunk.decode(appendingTo: &bytes)
          chunks.append(chunk)
        }
      } catch {
        throw .container(error)
      }
    }

    /// The names in the first column of the lines behind `offset`, each once, in order.
    func contigNames(from offset: Int) -> [String] {
      var names: [String] = []
      var last: [UInt8] = []
      for line in bytes[min(offset, bytes.count)...].prefix(OpenedInput.headSize).split(
        separator: 0x0A)
      {
        guard let first = line.first, first != 0x23 else { continue }
        let cell = Array(line.prefix { $0 != 0x09 && $0 != 0x0D })
        guard cell != last, cell.count < 64 else { continue }
        last = cell
        let name = String(decoding: cell, as: UTF8.self)
        if !names.contains(name) { names.append(name) }
        if names.count == 100 { break }
      }
      return names
    }
  }
}
