// SPDX-License-Identifier: MIT

/// Reads one kind of population source, block by block.
protocol PopulationReader {
  mutating func read(_ block: SourceBlock) throws(KnowledgeBaseError)
  consuming func finish() throws(KnowledgeBaseError) -> CurationSource
}

/// Tells population sources by their first line and reads them.
enum PopulationSource {
  /// - Throws: ``KnowledgeBaseError/unrecognisedSource(file:role:start:)`` and what the readers throw.
  static func read(_ given: SourceStream) throws(KnowledgeBaseError) -> CurationSource {
    var stream = given
    guard let first = try stream.next() else { throw .emptySource(file: given.argument.path) }
    let reader = try reader(of: stream, first)
    return try read(stream, first, with: reader)
  }

  private static func read(
    _ stream: SourceStream, _ first: SourceBlock, with reader: some PopulationReader
  ) throws(KnowledgeBaseError) -> CurationSource {
    var stream = stream
    var reader = reader
    var block = first
    while true {
      try reader.read(block)
      guard let next = try stream.next() else { break }
      block = next
    }
    return try reader.finish()
  }

  private static func reader(
    of stream: SourceStream, _ block: SourceBlock
  ) throws(KnowledgeBaseError) -> any PopulationReader {
    let text = block.text
    let line = text.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let first = line..<text.lineEnd(from: line)
    if text.starts(first, "##fileformat=VCF") { return PopulationVCF(stream) }
    var cells: [Range<Int>] = []
    text.split(first, at: 0x09, into: &cells)
    if text.equals(cells[0], "#population_cnv_id") || text.equals(cells[0], "population_cnv_id") {
      return try DECIPHERPopulation(stream)
    }
    if cells.count > 3, text.equals(cells[0], "#chrom") || text.equals(cells[0], "chrom") {
      return try GnomADBED(stream)
    }
    // The file has no header and no GFF line of its own.
    if DGVGold.isRow(text, cells) || text.starts(first, "##gff-version") {
      return try DGVGold(stream)
    }
    throw .unrecognisedSource(
      file: stream.argument.path, role: .population,
      start: String(text.text(first).prefix(40)))
  }
}
