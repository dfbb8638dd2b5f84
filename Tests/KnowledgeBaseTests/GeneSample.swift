// SPDX-License-Identifier: MIT

import Genome

@testable import KnowledgeBase

/// Small gene models written by the tests themselves.
enum GeneSample {
  static func testdata(_ name: String) throws -> SourceArgument {
    try SourceArgument("\(FolderTests.project)/testdata/genes/\(name)")
  }

  static func file(_ name: String, as role: SourceRole = .genes) throws -> CurationSource {
    try SourceFile(testdata(name)).read(as: role)
  }

  /// Lines of nine cells; blanks outside the last become TABs.
  static func gff(_ rows: [(String, String)], header: String = "##gff-version 3\n") -> String {
    header + rows.map { $0.0.replacing(" ", with: "\t") + "\t" + $0.1 + "\n" }.joined()
  }

  static func read(
    _ text: String, as role: SourceRole = .genes, name: String = "g.GRCh38.gff3",
    build: GenomeBuild? = nil, date: String? = nil
  ) throws(KnowledgeBaseError) -> CurationSource {
    try Sample.read(text, as: role, name: name, build: build, date: date)
  }

  static func compilation() throws -> Compilation {
    try Compilation([
      .dosageGenes: [FolderTests.testdata("genes.GRCh38.tsv")],
      .genes: ["refseq.GRCh38.gff3", "gencode.GRCh37.gtf", "refGene.hg38.txt"].map(testdata),
      .hgnc: [testdata("hgnc.txt")],
      .cytobands: [testdata("cytoBand.hg38.txt"), testdata("cytoBand.hg19.txt")],
    ])
  }
}

extension CurationSource {
  func gene(_ symbol: String) -> GeneRow? { genes.first { $0.symbol == symbol } }
}

extension GeneStore {
  func genes(_ symbol: String) -> [Gene] { genes.filter { string($0.symbol) == symbol } }

  func transcripts(of gene: Gene) -> [Transcript] {
    Array(transcripts[Int(gene.transcripts.lowerBound)..<Int(gene.transcripts.upperBound)])
  }
}
