// SPDX-License-Identifier: MIT

internal import Genome

/// Build, date and words of a gene or cytoband file: what its comment lines and contigs say.
struct GeneModelPreamble {
  let build: GenomeBuild
  let header: GeneModelHeader
  /// The second cell of the first feature line: `MANE`, `BestRefSeq`, `HAVANA`.
  let provider: String

  /// - Throws: ``KnowledgeBaseError/buildUnknown(file:)``,
  ///   ``KnowledgeBaseError/buildContradicted(file:stated:argument:)``.
  init(_ file: SourceFile) throws(KnowledgeBaseError) {
    try self.init(file.scan, of: file.argument)
  }

  /// - Parameter text: the beginning of the file, with some rows.
  /// - Throws: ``KnowledgeBaseError/buildUnknown(file:)``,
  ///   ``KnowledgeBaseError/buildContradicted(file:stated:argument:)``.
  init(_ text: SourceText, of argument: SourceArgument) throws(KnowledgeBaseError) {
    var header = GeneModelHeader()
    var accession: GenomeBuild?
    var provider = ""
    var cells: [Range<Int>] = []
    text.forEachLine { number, line in
      if line.isEmpty { return }
      if text.bytes[line.lowerBound] == 0x23 {
        // Headers stand on top; comments further down are only those of single genes.
        if number <= 1000 { header.read(text.text(line)) }
      } else if accession == nil, provider.isEmpty || text.starts(line, "NC_") {
        text.split(line, at: 0x09, into: &cells)
        if provider.isEmpty { provider = cells.count > 1 ? text.text(cells[1]) : "?" }
        accession = ContigName(text.text(cells[0])).build
      }
    }
    self.header = header
    self.provider = provider
    // A build that only the file's name tells gives way to the argument.
    let named = argument.build ?? GenomeBuild(statedIn: argument.fileName)
    build = try CurationSource.build(
      of: SourceArgument(path: argument.path, build: named), inFile: header.build ?? accession)
  }

  /// A source without rows.
  func source(of file: SourceFile, kind: SourceKind) -> CurationSource {
    source(file.argument, sha256: file.sha256, kind: kind)
  }

  /// A source without rows, whose digest is known when its stream was read.
  func source(of stream: SourceStream, kind: SourceKind) -> CurationSource {
    source(stream.argument, sha256: "", kind: kind)
  }

  private func source(
    _ argument: SourceArgument, sha256: String, kind: SourceKind
  ) -> CurationSource {
    let dated = CurationSource.date(of: argument, inFile: header.date)
    var source = CurationSource(
      kind: kind, argument: argument, sha256: sha256, build: build, date: dated.date,
      dateOrigin: dated.origin)
    source.states = header.states
    let isNCBI = ["MANE", "RefSeq", "BestRefSeq", "Curated Genomic", "Gnomon"].contains {
      provider.hasPrefix($0)
    }
    if kind.role == .genes { source.licence = isNCBI ? "public domain" : "see provider" }
    return source
  }
}
