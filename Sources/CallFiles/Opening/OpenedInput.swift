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
  /// Decoded bytes before the first record: byte order mark and VCF header, or BCF header.
  package let bodyOffset: Int
  /// The lines in those bytes, or of a BCF header's text.
  package let headerLines: Int
  /// Whether the first record spells its contig with `chr`.
  package let usesChrPrefix: Bool
  /// The lines of a table that name the sample of the rows behind them; nil where there are none.
  package private(set) var headings: SampleHeadings?
  /// What else was decided on the head, in words for the report: encoding, sample, decimal commas.
  package var remarks: [String] = []
  /// All chunks of the input, the head's among them, or those that an index names.
  package internal(set) var chunks: ChunkReader
  /// The names that records of a BCF input give by number; nil for text.
  package let dictionary: BCFDictionary?
  /// The records that are asked for; nil for all.
  package internal(set) var selection: RecordSelection?
  /// How the regions that are asked for are found; nil where none are.
  package internal(set) var regionReading: RegionReading?
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
  /// The records that are asked for by place; nil for all.
  package var selection: RecordSelection?
  /// The part of the input that is asked for.
  package var shard: Shard?

  /// Whether breakends with the orientation of a deletion or duplication are read as one.
  package var trustsBreakends = false
  /// What a call should have; less is flagged.
  package var gates = QualityGates()
  /// How tables are read.
  package var table = TableOptions()

  package init() {}
}

/// Why an input cannot be read at all.
package enum OpeningFault: Error, Sendable, Equatable {
  case container(HTSError)
  case unsupported(FileKind)
  /// Recognised, and no list of calls.
  case notCalls(NotCalls)
  /// Formats that content cannot tell apart.
  case ambiguous([FormatDetection])
  case table(TableFault)
  /// No format fits; the first lines of the input, to show.
  case unknownFormat(lines: [[UInt8]])
  case malformed(MalformedRecord)
  case build(BuildFault)
  case index(InputIndexFault)
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
    if let kind = FileKind.kind(ofDecodedHead: head.bytes.span), kind != .utf16, kind != .bcf {
      throw .unsupported(kind)
    }
    let binary = try Self.binaryHead(&head, &chunks)
    dictionary = binary?.dictionary
    let encoding = binary == nil ? TextEncoding(head: head.bytes.span) : .utf8
    let text = binary?.dictionary.text ?? head.text(in: encoding)
    let endsInCarriageReturns = text.endsInCarriageReturns
    let detection = try Self.detection(text, name: name, isWhole: head.isWhole, options)
    let isPlain = [.vcf, .bed].contains(detection.format)
    // Chunks of the head are kept as they are stored, so it comes to bear when the head is done.
    var transcoder: Transcoder?
    if isPlain {
      if encoding.isUTF16 { throw .unsupported(.utf16) }
      if endsInCarriageReturns {
        throw .malformed(MalformedRecord(line: 1, column: 0, fault: .carriageReturnsOnly))
      }
    } else if encoding != .utf8 || endsInCarriageReturns {
      transcoder = Transcoder(encoding, mapsCarriageReturns: endsInCarriageReturns)
      if let transcoder { head.use(transcoder) }
      if encoding != .utf8 { remarks.append("read as \(encoding.name)") }
    }
    self.detection = detection
    if binary != nil, detection.format != .vcf { throw .unsupported(.bcf) }
    switch detection.format {
    case .vcf:
      let header: VCFHeader
      let names: [String]
      if let binary {
        header = try Self.header(of: binary.dictionary)
        names = head.contigNames(of: binary, sampleCount: header.samples.count)
        bodyOffset = binary.size
      } else {
        header = try Self.header(&head, &chunks)
        names = head.contigNames(from: header.text.count)
        bodyOffset = header.text.count + (head.bytes.span.startsWithByteOrderMark ? 3 : 0)
      }
      build = try Self.build(options, header, names, name)
      reader = try Self.vcfReader(header, build.build, options)
      headerLines = header.lineCount
      usesChrPrefix = names.first.map { $0.lowercased().hasPrefix("chr") } ?? false
      self.header = header
    case .bed:
      let names = head.contigNames(from: head.bytes.span.startsWithByteOrderMark ? 3 : 0)
      build = try Self.build(options, nil, names, name)
      do {
        // The same rows for any size of chunks.
        let start = head.bytes.span.extracting(0..<min(head.bytes.count, Self.headSize))
        let layout = try BEDLayout(head: start, declaredType: options.declaredType)
        var reader = BEDReader(layout: layout, build: build.build)
        reader.expected = ExpectedCopies(build: build.build, sexes: options.sexes)
        reader.samples = options.samples
        reader.codes = options.table.chromosomeCodes ?? .none
        self.reader = reader
        remarks += layout.remarks
        let spelt = names.dropFirst(layout.hasHeaderRow ? 1 : 0).filter { !$0.contains(" ") }
        remarks += ContigSpelling.remarks(
          on: Array(spelt), build: build.build, codes: reader.codes)
      } catch {
        throw .malformed(error)
      }
      bodyOffset = head.bytes.span.startsWithByteOrderMark ? 3 : 0
      headerLines = 0
      usesChrPrefix = names.first.map { $0.lowercased().hasPrefix("chr") } ?? true
      header = nil
    case .penncnv:
      build = try Self.build(options, nil, head.contigNames(from: 0), name)
      let penncnv = PennCNVReader(
        head: head.bytes.span, isWhole: head.isWhole,
        expected: ExpectedCopies(build: build.build, sexes: options.sexes),
        samples: options.samples, codes: options.table.chromosomeCodes ?? .plink)
      remarks += penncnv.remarks
      reader = penncnv
      bodyOffset = head.bytes.span.startsWithByteOrderMark ? 3 : 0
      headerLines = 0
      usesChrPrefix = penncnv.usesChrPrefix
      header = nil
    case let format:
      header = nil
      bodyOffset = head.bytes.span.startsWithByteOrderMark ? 3 : 0
      headerLines = 0
      if let grammar = NomenclatureGrammar(format) {
        let lines = TableLines(head.bytes.span, isWhole: head.isWhole)
        let stated = grammar.statements(head.bytes.span, lines)
        build = try Self.build(options, nil, [], stated: stated, name)
        reader = NomenclatureReader(
          grammar: grammar, expected: ExpectedCopies(build: build.build, sexes: options.sexes),
          samples: options.samples)
        usesChrPrefix = grammar.usesChrPrefix(head.bytes.span, lines)
      } else {
        let table = try Self.table(
          format, &head, &chunks, transcoder, name: name, options)
        build = table.build
        reader = table.reader
        if table.reader.layout.hasHeadings { headings = SampleHeadings(table.reader.layout) }
        usesChrPrefix = table.usesChrPrefix
        remarks += table.reader.layout.remarks
      }
    }
    var selection = options.selection
    if let shard = options.shard {
      selection = selection ?? RecordSelection()
      selection?.shard = Shard.Stretch(shard, of: build.build)
    }
    self.selection = selection
    chunks.transcoder = transcoder
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

  /// The head of a BCF file; nil for text.
  private static func binaryHead(_ head: inout Head, _ chunks: inout ChunkReader)
    throws(OpeningFault) -> BCFHead?
  {
    guard let kind = FileKind.kind(ofDecodedHead: head.bytes.span), kind != .utf16 else {
      return nil
    }
    guard kind == .bcf, head.bytes[3] == 2 else { throw .unsupported(kind) }
    while true {
      do throws(BCFFault) {
        if let binary = try BCFHead(head.bytes) { return binary }
        if head.isWhole { throw BCFFault.headerCut }
      } catch {
        throw .malformed(MalformedRecord(line: 0, column: 0, fault: .bcf(error)))
      }
      let size = head.bytes.count * 2
      try head.read(&chunks, atLeast: size)
    }
  }

  private static func header(of dictionary: BCFDictionary) throws(OpeningFault) -> VCFHeader {
    do {
      if let header = try VCFHeader.parse(dictionary.text.span, isWhole: true) { return header }
    } catch {
      throw .malformed(error)
    }
    throw .malformed(MalformedRecord(line: 1, column: 0, fault: .noColumnLine))
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

  static func build(
    _ options: ReadingOptions, _ header: VCFHeader?, _ names: [String],
    stated: [BuildStatement] = [], _ fileName: String
  ) throws(OpeningFault) -> BuildDecision {
    do {
      return try BuildDecision(
        requested: options.build, header: header, contigNames: names, stated: stated,
        fileName: fileName)
    } catch {
      throw .build(error)
    }
  }
}
