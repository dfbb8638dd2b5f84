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
    var header = GeneModelHeader()
    var accession: GenomeBuild?
    var provider = ""
    var cells: [Range<Int>] = []
    let text = file.scan
    text.forEachLine { number, line in
      if line.isEmpty { return }
      if file.bytes[line.lowerBound] == 0x23 {
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
    let named = file.argument.build ?? GenomeBuild(statedIn: file.argument.fileName)
    build = try CurationSource.build(
      of: SourceArgument(path: file.argument.path, build: named), inFile: header.build ?? accession)
  }

  /// A source without rows.
  func source(of file: SourceFile, kind: SourceKind) -> CurationSource {
    let dated = CurationSource.date(of: file.argument, inFile: header.date)
    var source = CurationSource(
      kind: kind, argument: file.argument, sha256: file.sha256, build: build, date: dated.date,
      dateOrigin: dated.origin)
    source.states = header.states
    let isNCBI = ["MANE", "RefSeq", "BestRefSeq", "Curated Genomic", "Gnomon"].contains {
      provider.hasPrefix($0)
    }
    if kind.role == .genes { source.licence = isNCBI ? "public domain" : "see provider" }
    return source
  }
}
