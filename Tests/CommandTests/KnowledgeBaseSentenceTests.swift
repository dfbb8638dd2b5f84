// SPDX-License-Identifier: MIT

import Genome
import KnowledgeBase
import Testing

@testable import ClinCall

@Suite("Sentences about knowledge bases")
struct KnowledgeBaseSentenceTests {
  struct Case: Sendable {
    let error: KnowledgeBaseError
    let sentence: String
    let status: ClinCall.ExitStatus

    init(_ error: KnowledgeBaseError, _ sentence: String, _ status: ClinCall.ExitStatus) {
      self.error = error
      self.sentence = sentence
      self.status = status
    }
  }

  static let cases: [Case] = [
    Case(
      .noSources,
      """
      no sources; give at least one of --dosage-genes, --dosage-regions, --recurrent, \
      --gene-validity, --activity-summary, --actionability, --evidence-repository, --clinvar, \
      --variant-summary, --genes, --hgnc, --cytobands, --constraint, --dosage-scores, \
      --hi-predictions, --population
      """, .usage),
    Case(
      .badSourceArgument(text: "a=GRCh36"),
      "not a source (\"a=GRCh36\"); write PATH[=GRCh37|=GRCh38][@YYYY-MM-DD]", .usage),
    Case(
      .severalFilesInOne(file: "c.vcf"),
      """
      c.vcf: the rows stand in it twice, as in a download that was appended to an older one; \
      fetch it again
      """, .knowledgeBase),
    Case(
      .rowsOfOtherBuild(file: "c.vcf", stated: .grch37, found: .grch38),
      """
      c.vcf: said to be GRCh37, and its HGVS names are of GRCh38; give the right file or build
      """, .knowledgeBase),
    Case(
      .placesOfOtherBuild(
        file: "hi.bed", stated: .grch38, found: .grch37, places: 1_500, compared: 1_510),
      """
      hi.bed: said to be GRCh38, and 1,500 of 1,510 genes or regions whose place can tell lie where they do \
      in GRCh37; give the right file or build
      """, .knowledgeBase),
    Case(
      .undatedSource(file: "c.vcf", role: .clinvar),
      """
      c.vcf: no release date, and of several files of --clinvar the newest speaks; \
      give it as c.vcf@YYYY-MM-DD
      """, .knowledgeBase),
    Case(
      .previousIsNewer(
        role: .dosageGenes, previous: "2026-02-15", newest: "2024-10-29"),
      """
      --previous: its --dosage-genes is of 2026-02-15, and the newest source given is of 2024-10-29, which \
      can withdraw nothing of that; give a newer one
      """, .knowledgeBase),
    Case(
      .zeroByte(file: "a.tsv", line: 7),
      "a.tsv:7: a byte 0, which no text has; the download failed, fetch it again", .knowledgeBase),
    Case(
      .sourceTooLarge(file: "c.vcf"),
      "c.vcf: more text than a knowledge base can hold; is this the right file?", .knowledgeBase),
    Case(
      .unrecognisedSource(file: "c.vcf", role: .clinvar, start: "x"),
      "c.vcf:1:1: not a file that --clinvar knows (\"x\"); expected ClinVar's VCF", .knowledgeBase),
    Case(
      .missingColumn(file: "c.vcf", line: 9, column: "INFO/CLNSIG", found: ["AF"]),
      """
      c.vcf:9: no column "INFO/CLNSIG"; the header has "AF"; is this the right file?
      """, .knowledgeBase),
    Case(
      .reference(.noChromosome(path: "r.fa")),
      "r.fa: none of its sequences is a human chromosome; is this the right file?", .knowledgeBase),
    Case(
      .doubledSource(file: "a.bed", line: 9, firstLine: 1),
      """
      a.bed:9: what stands in line 1 begins again; the file holds its content twice, fetch it again
      """, .knowledgeBase),
    Case(
      .beyondContig(
        file: "a.bed", line: 9, contig: "chr1", end: 249_000_001, length: 248_956_422,
        build: .grch38),
      """
      a.bed:9: a record ends at 249,000,001 of "chr1", which has 248,956,422 bases in GRCh38; is the \
      file of another genome build?
      """, .knowledgeBase),
    Case(
      .webPage(file: "a.tsv"),
      """
      a.tsv:1:1: this is a web page, not a list of curations; the download failed, \
      fetch it again
      """, .knowledgeBase),
    Case(
      .emptySource(file: "a.tsv"),
      "a.tsv: the file is empty; fetch it again", .knowledgeBase),
    Case(
      .compressedSource(file: "a.gz"),
      "a.gz: the file is gzip-compressed; unpack it first (gunzip)", .knowledgeBase),
    Case(
      .unrecognisedSource(file: "a.tsv", role: .recurrent, start: "x\u{1B}[2J"),
      """
      a.tsv:1:1: not a file that --recurrent knows ("x\\u{1b}[2J"); expected ClinGen's \
      recurrent CNV BED or a recurrent_intervals table
      """, .knowledgeBase),
    Case(
      .wrongOption(file: "r.tsv", kind: .regionList, role: .dosageGenes),
      """
      r.tsv: this is a region curation list, not a source of --dosage-genes; give it \
      with --dosage-regions
      """, .knowledgeBase),
    Case(
      .missingColumn(file: "a.tsv", line: 6, column: "Gene ID", found: ["Gene Symbol", "x"]),
      """
      a.tsv:6: no column "Gene ID"; the header has "Gene Symbol", "x"; is this the \
      right file?
      """, .knowledgeBase),
    Case(
      .tooFewCells(file: "a.tsv", line: 9, expected: 23, found: 4, isLast: true),
      "a.tsv:9: 4 of 23 columns; the file is cut off, fetch it again", .knowledgeBase),
    Case(
      .badCell(file: "a.bed", line: 2, cell: 2, column: "start", text: "1\te3"),
      """
      a.bed:2:2: not a value for column start ("1\\te3"); correct the row or fetch the \
      file again
      """, .knowledgeBase),
    Case(
      .conflictingRows(file: "a.tsv", line: 9, firstLine: 7, key: "AAA1"),
      """
      a.tsv:9: "AAA1" contradicts line 7 of the same file; keep one of the rows
      """, .knowledgeBase),
    Case(
      .buildContradicted(file: "a.tsv", stated: .grch38, argument: .grch37),
      """
      a.tsv: the file says GRCh38, the argument =GRCh37; leave the build out or give \
      the right file
      """, .knowledgeBase),
    Case(
      .noSnapshot,
      """
      this program was built without its embedded knowledge base: run make, or name a \
      knowledge base with -k
      """, .knowledgeBase),
    Case(
      .noManifest(folder: "kb"),
      """
      kb: no knowledge base there (no manifest.json); run clincall kb build again or \
      name another folder
      """, .knowledgeBase),
    Case(
      .damagedManifest(file: "kb/manifest.json"),
      """
      kb/manifest.json: its own checksum does not match; the file is damaged, run clincall kb build \
      again
      """, .knowledgeBase),
    Case(
      .badChecksum(file: "kb/GRCh38.kb", section: nil),
      """
      kb/GRCh38.kb: checksum of the header does not match; the file is damaged, run \
      clincall kb build again
      """, .knowledgeBase),
    Case(
      .truncatedStore(file: "kb/GRCh38.kb", expected: 640, found: 9),
      """
      kb/GRCh38.kb: 9 of 640 bytes; the file is damaged, run clincall kb build again
      """, .knowledgeBase),
    Case(
      .cannotCreateFolder(path: "/proc/x"),
      "/proc/x: the folder cannot be created; choose one that you may write", .cannotCreate),
  ]

  @Test("Each error has its sentence and exit status", arguments: cases.indices)
  func sentences(index: Int) {
    let entry = Self.cases[index]
    #expect(entry.error.sentence == entry.sentence)
    #expect(entry.error.exitStatus == entry.status)
  }

  @Test("Thousands are grouped alike in every locale")
  func groups() {
    #expect([0, 999, 1000, 1_234_567].map(grouped) == ["0", "999", "1,000", "1,234,567"])
  }

  @Test(
    "What a reader should know of a knowledge base is told in one line",
    arguments: [
      (
        .mixedReleaseDates(oldest: "2021-02-23", newest: "2026-06-21"),
        "sources of different dates, 2021-02-23 to 2026-06-21: scores come from the newest list of each gene, "
          + "places from the newest of each build"
      ),
      (
        .unknownReleaseDate(file: "a.bed"),
        "a.bed: release date unknown, taken as older than all others; give it as FILE@YYYY-MM-DD"
      ),
      (
        .nothingUsed(file: "c.vcf", rows: 2_000),
        "c.vcf: none of its 2,000 rows are used; its line below says why"
      ),
      (
        .nothingUsed(file: "c.vcf", rows: 1),
        "c.vcf: its one row is not used; its line below says why"
      ),
      (.nothingPlaced(.recurrent, .grch37), "no recurrent interval has a place in GRCh37"),
      (.nothingPlaced(.gene, .grch38), "no curated gene has a place in GRCh38"),
      (.noGeneModels(.grch38), "no gene models on GRCh38: give some with --genes"),
      (.noCytobands(.grch37), "no cytobands on GRCh37: give some with --cytobands"),
    ] as [(ManifestWarning, String)])
  func warnings(warning: ManifestWarning, sentence: String) {
    #expect(warning.sentence == sentence)
  }
}
