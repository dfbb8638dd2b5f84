// SPDX-License-Identifier: MIT

import Genome
import Testing

@testable import KnowledgeBase

@Suite("Gene models in GFF3 and GTF")
struct GeneFeaturesTests {
  @Test("RefSeq: accessions give contig and build, positions are 1-based, the CDS has its stop")
  func refSeq() throws {
    let source = try GeneSample.file("refseq.GRCh38.gff3")
    #expect(source.kind == .geneGFF3)
    #expect(source.build == .grch38)
    #expect(source.date?.text == "2024-08-27")
    #expect(source.states == "Invented models, release 1")
    #expect(source.licence == "public domain")
    let gene = try #require(source.gene("ALFA"))
    #expect(gene.contig.name == "1")
    #expect(gene.interval == interval(1000, 3000))
    #expect(gene.strand == .forward)
    #expect(gene.hgncID == 101)
    #expect(gene.ncbiGeneID == 11)
    #expect(gene.isProteinCoding)
    let first = try #require(gene.transcripts.first)
    #expect(first.accession == "NM_1.2")
    #expect(first.tag == .maneSelect)
    #expect(first.exons == [interval(1000, 1200), interval(2000, 3000)])
    #expect(first.coding == interval(1100, 2101))
    #expect(first.codingLength == 201)
  }

  @Test("A gene line without a transcript is kept, its missing strand counted")
  func geneLineOnly() throws {
    let source = try GeneSample.file("refseq.GRCh38.gff3")
    let gene = try #require(source.gene("BRAVO"))
    #expect(gene.transcripts.isEmpty)
    #expect(gene.strand == nil)
    #expect(gene.isProteinCoding)
    #expect(source.oddities.count(of: .geneWithoutTranscript) == 1)
    #expect(source.oddities.count(of: .strandUnknown) == 1)
    #expect(source.oddities.count(of: .unknownContig) == 1)
  }

  @Test("Exons of the reverse strand come out ascending; a gene on X and Y is two")
  func pseudoautosomal() throws {
    let source = try GeneSample.file("refseq.GRCh38.gff3")
    let genes = source.genes.filter { $0.symbol == "CHARLIE" }
    #expect(genes.map(\.contig) == [.x, .y])
    #expect(genes[0].transcripts[0].exons == [interval(10000, 10500), interval(11000, 12000)])
    #expect(genes[0].transcripts[0].coding.isEmpty)
    #expect(genes[1].transcripts[0].accession == "NR_3.1")
    #expect(!genes[0].isProteinCoding)
  }

  @Test("GENCODE: the stop codon is added to the CDS, quoted values may hold semicolons")
  func gencode() throws {
    let source = try GeneSample.file("gencode.GRCh37.gtf")
    #expect(source.kind == .geneGTF)
    #expect(source.build == .grch37)
    #expect(source.date?.text == "2023-03-01")
    let gene = try #require(source.gene("ALFA"))
    #expect(gene.hgncID == 101)
    #expect(gene.transcripts[0].accession == "ENST1.4")
    #expect(gene.transcripts[0].tag == .manePlusClinical)
    #expect(gene.transcripts[0].coding == interval(1000, 2001))
    #expect(source.oddities.count(of: .codingNotInTriplets) == 0)
  }

  @Test("GTF: a gene without a line of its own comes from its exons, _PAR_Y is no part of a name")
  func gtfWithoutGeneLine() throws {
    let gene = try #require(try GeneSample.file("gencode.GRCh37.gtf").gene("DELTA"))
    #expect(gene.contig == .y)
    #expect(gene.interval == interval(5000, 5100))
    #expect(gene.strand == .reverse)
    #expect(gene.transcripts.map(\.accession) == ["ENST2.1"])
  }

  @Test("Ensembl: bare contigs, prefixed ids, versions apart, HGNC id in the description")
  func ensembl() throws {
    let rows = [
      ("7 x pseudogene 1 90 . + .", "ID=gene:ENSG9;Name=PS%3B1;biotype=pseudogene;gene_id=ENSG9"),
      ("7 x pseudogenic_transcript 1 90 . + .", "ID=transcript:ENST9;Parent=gene:ENSG9;version=2"),
      ("7 x exon 1 90 . + .", "Parent=transcript:ENST9"),
      (
        "7 x gene 101 900 . - .",
        "ID=gene:ENSG1;Name=EGFX;biotype=protein_coding;"
          + "description=a [Source:HGNC Symbol%3BAcc:HGNC:3236]"
      ),
      (
        "7 x mRNA 101 900 . - .",
        "ID=transcript:ENST1;Parent=gene:ENSG1;transcript_id=ENST1;version=3;tag=basic,MANE_Select"
      ),
      ("7 x five_prime_UTR 801 900 . - .", "Parent=transcript:ENST1"),
      ("7 x exon 101 900 . - .", "Parent=transcript:ENST1;rank=1"),
      ("7 x CDS 201 800 . - 0", "ID=CDS:P;Parent=transcript:ENST1"),
      ("7 x biological_region 5 6 . + .", "logic_name=x"),
    ]
    let source = try GeneSample.read(
      GeneSample.gff(rows, header: "##gff-version   3\n#!genome-build  GRCh37.p13\n"),
      name: "slice.gff3")
    #expect(source.build == .grch37)
    #expect(source.gene("PS;1")?.isProteinCoding == false)
    #expect(source.gene("PS;1")?.transcripts.map(\.accession) == ["ENST9.2"])
    let gene = try #require(source.gene("EGFX"))
    #expect(gene.hgncID == 3236)
    #expect(gene.transcripts[0].accession == "ENST1.3")
    #expect(gene.transcripts[0].tag == .maneSelect)
    #expect(gene.transcripts[0].coding == interval(200, 800))
    #expect(source.rowsRead == 9)
    #expect(source.rowsUsed == 7)
  }

  @Test("Parts may come before their transcript, and a transcript before its gene")
  func order() throws {
    let rows = [
      ("1 x exon 11 20 . + .", "Parent=t"), ("1 x mRNA 11 20 . + .", "ID=t;Parent=g"),
      ("1 x gene 1 30 . + .", "ID=g;Name=AAA"), ("1 x exon 50 60 . + .", "Parent=lost"),
      ("1 x mRNA 50 60 . + .", "ID=u;Parent=nobody"),
    ]
    let source = try GeneSample.read(GeneSample.gff(rows))
    #expect(source.genes.count == 1)
    #expect(source.genes[0].interval == interval(0, 30))
    #expect(source.genes[0].transcripts.map(\.exons) == [[interval(10, 20)]])
    #expect(source.oddities.count(of: .partWithoutTranscript) == 1)
    #expect(source.oddities.count(of: .transcriptWithoutGene) == 1)
  }

  @Test("Doubled exons are one, a transcript without exons is one, a CDS stays inside its exons")
  func shapes() throws {
    let rows = [
      ("1 x gene 1 100 . + .", "ID=g;Name=AAA"),
      ("1 x mRNA 1 100 . + .", "ID=t;Parent=g"), ("1 x exon 1 30 . + .", "Parent=t"),
      ("1 x exon 1 30 . + .", "Parent=t"), ("1 x exon 41 80 . + .", "Parent=t"),
      ("1 x CDS 11 90 . + 0", "Parent=t"), ("1 x mRNA 5 60 . + .", "ID=u;Parent=g"),
    ]
    let source = try GeneSample.read(GeneSample.gff(rows))
    let transcripts = try #require(source.gene("AAA")).transcripts
    #expect(transcripts[0].exons == [interval(0, 30), interval(40, 80)])
    #expect(transcripts[0].coding == interval(10, 80))
    #expect(transcripts[1].exons == [interval(4, 60)])
    for kind in [OddityKind.overlappingExons, .codingOutsideExons, .noExons, .codingNotInTriplets] {
      #expect(source.oddities.count(of: kind) == 1, "\(kind)")
    }
    #expect(source.genes[0].isProteinCoding, "no biotype, but a CDS")
  }

  @Test("The build comes from the file, confirmed by the argument; without any it is asked for")
  func builds() throws {
    let bare = GeneSample.gff([("1 x gene 1 9 . + .", "ID=g;Name=A")])
    #expect(throws: KnowledgeBaseError.buildUnknown(file: "folder/g.gff3")) {
      try GeneSample.read(bare, name: "g.gff3")
    }
    #expect(try GeneSample.read(bare, name: "g.gff3", build: .grch37).build == .grch37)
    #expect(try GeneSample.read(bare, name: "g.hg19.gff3").build == .grch37)
    #expect(try GeneSample.read(bare, name: "g.hg19.gff3", build: .grch38).build == .grch38)
    let lengths = GeneSample.gff(
      [("1 x gene 1 9 . + .", "ID=g;Name=A")],
      header: "##gff-version 3\n##sequence-region 1 1 249250621\n")
    #expect(try GeneSample.read(lengths, name: "g.gff3").build == .grch37)
    let accession = GeneSample.gff([("NC_000001.10 x gene 1 9 . + .", "ID=g;Name=A")])
    #expect(try GeneSample.read(accession, name: "g.gff3").build == .grch37)
    #expect(
      throws: KnowledgeBaseError.buildContradicted(
        file: "folder/g.gff3", stated: .grch37, argument: .grch38)
    ) {
      try GeneSample.read(accession, name: "g.gff3", build: .grch38)
    }
  }

  @Test("A cut row, a position that is none and a file without genes are refused")
  func refused() {
    let cut = "##gff-version 3\n1\tx\tgene\t1\n"
    #expect(
      throws: KnowledgeBaseError.tooFewCells(
        file: "folder/g.GRCh38.gff3", line: 2, expected: 9, found: 4, isLast: true)
    ) { try GeneSample.read(cut) }
    for place in ["0 9", "9 8", "x 9", "1 99999999999"] {
      #expect(throws: KnowledgeBaseError.self) {
        try GeneSample.read(GeneSample.gff([("1 x gene \(place) . + .", "ID=g;Name=A")]))
      }
    }
    #expect(throws: KnowledgeBaseError.noRows(file: "folder/g.GRCh38.gff3")) {
      try GeneSample.read(GeneSample.gff([("1 x exon 1 9 . + .", "Parent=t")]))
    }
  }

  @Test("A feature behind the end of its chromosome is of another build; on chrM it is counted")
  func beyond() throws {
    let good = ("1 x gene 1 9 . + .", "ID=g;Name=A")
    #expect(
      throws: KnowledgeBaseError.beyondContig(
        file: "folder/g.GRCh38.gff3", line: 3, contig: "21", end: 99_999_999, length: 46_709_983,
        build: .grch38)
    ) {
      try GeneSample.read(GeneSample.gff([good, ("21 x gene 1 99999999 . + .", "ID=h;Name=B")]))
    }
    // UCSC's chrM of hg19 has two bases more.
    let source = try GeneSample.read(
      GeneSample.gff([good, ("chrM x gene 16500 16571 . + .", "ID=h;Name=B")]),
      name: "g.hg19.gff3")
    #expect(source.genes.count == 1)
    #expect(source.oddities.count(of: .beyondContig) == 1)
  }

  @Test(
    "A file whose content stands twice is refused, plain or without header; a row that does is counted"
  )
  func doubled() throws {
    for name in ["refseq.GRCh38.gff3", "gencode.GRCh37.gtf", "refGene.hg38.txt"] {
      let argument = try GeneSample.testdata(name)
      let bytes = try SourceFile(argument).bytes
      #expect(throws: KnowledgeBaseError.severalFilesInOne(file: argument.path), "\(name)") {
        try SourceFile(argument: argument, bytes: bytes + bytes).read(as: .genes)
      }
    }
    let genes = (1...5).map { ("1 x gene \($0)00 \($0)50 . + .", "ID=g\($0);Name=A\($0)") }
    let source = try GeneSample.read(GeneSample.gff(genes + [genes[1]]))
    #expect(source.genes.count == 5)
    #expect(source.oddities.count(of: .duplicateRow) == 1)
  }

  /// A GTF of more text than one block has, as invented genes, some of them cut by the blocks' ends.
  static func longGTF(genes: Int) -> String {
    var text = "##description: invented (GRCh38), version 1\n##date: 2024-01-02\n"
    let rest = String(repeating: "x", count: 300)
    for gene in 0..<genes {
      let start = 1000 + gene * 10_000
      func line(_ type: String, _ first: Int, _ last: Int, _ more: String) {
        text +=
          "chr1\tX\t\(type)\t\(first)\t\(last)\t.\t+\t.\tgene_id \"G\(gene)\"; gene_name \"S\(gene)\"; "
          + "gene_type \"protein_coding\"; \(more)note \"\(rest)\";\n"
      }
      line("gene", start, start + 900, "")
      let transcript = "transcript_id \"T\(gene).1\"; "
      line("transcript", start, start + 900, transcript)
      for exon in 0..<4 {
        line("exon", start + exon * 200, start + exon * 200 + 89, transcript)
        line("CDS", start + exon * 200, start + exon * 200 + 89, transcript)
      }
    }
    return text
  }

  @Test("A file of many blocks is read as one that is held whole, plain and compressed")
  func blocks() throws {
    let folder = try TemporaryFolder()
    let text = Self.longGTF(genes: 3000)
    #expect(text.utf8.count > 10 << 20)
    let held = try GeneSample.read(text, name: "long.gtf")
    #expect(held.genes.count == 3000)
    #expect(held.rowsUsed == 30_000)
    let paths = [
      try folder.write(text, to: "long.gtf"),
      try folder.write(GzipSample.bgzf(Array(text.utf8)), to: "long.gtf.gz"),
    ]
    for path in paths {
      let read = try CurationSource(SourceArgument(path: path), as: .genes)
      #expect(read.genes == held.genes)
      #expect(read.rowsRead == held.rowsRead)
      #expect(read.build == .grch38)
      #expect(read.date == held.date)
    }
    // A fault behind the first block is told with its line in the file.
    let cut = text.dropLast(40)
    #expect(
      throws: KnowledgeBaseError.unterminated(file: "\(folder.path)/cut.gtf", line: 30_002)
    ) {
      try CurationSource(
        SourceArgument(path: try folder.write(String(cut), to: "cut.gtf")), as: .genes)
    }
    let odd = text + "chr1\tX\tgene\tnone\t5\t.\t+\t.\tgene_id \"Z\";\n"
    #expect(
      throws: KnowledgeBaseError.badCell(
        file: "\(folder.path)/odd.gtf", line: 30_003, cell: 4, column: "start", text: "none")
    ) {
      try CurationSource(SourceArgument(path: try folder.write(odd, to: "odd.gtf")), as: .genes)
    }
  }

  @Test("Another file at the option is told what it is, whichever way it is read")
  func otherKinds() throws {
    let folder = try TemporaryFolder()
    let bands = try SourceFile(GeneSample.testdata("cytoBand.hg38.txt")).bytes
    let path = try folder.write(bands, to: "c.hg38.txt")
    #expect(throws: KnowledgeBaseError.wrongOption(file: path, kind: .cytobands, role: .genes)) {
      try CurationSource(SourceArgument(path: path), as: .genes)
    }
    let other = try folder.write("just text\n", to: "t.txt")
    #expect(
      throws: KnowledgeBaseError.unrecognisedSource(file: other, role: .genes, start: "just text")
    ) { try CurationSource(SourceArgument(path: other), as: .genes) }
  }
}
