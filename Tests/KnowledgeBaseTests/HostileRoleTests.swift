// SPDX-License-Identifier: MIT

import Genome
import HTS
import TestSupport
import Testing

@testable import KnowledgeBase

/// What a failed download, a broken disk or a hostile server may put in the place of each source.
@Suite("Hostile sources of every kind")
struct HostileRoleTests {
  struct Source: Sendable, CustomTestStringConvertible {
    let name: String
    let role: SourceRole
    let text: String
    /// Whether a build of it takes its time: ClinVar's bucket index has 3 MB a build.
    var isSlow = false

    var testDescription: String { name }
  }

  private static let actionabilityTable =
    [
      ActionabilityTests.header, "AC1\tAdult\tAAA1,BBB1\td\t1,2\tReleased\tComplete\t7CB",
      "AC2\tPediatric\tCCC1\td\t3\tReleased\tFailed\tN/A",
    ].map { $0 + "\n" }.joined()

  private static let nested =
    #"[{"docId":"AC1","iri":"x","curationType":"Actionability","metadata":{"lastUpdated":"#
    + #""Mon, 01 Jan 2024 00:00:00 -0000"},"disease":"d","context":{"Adult":{"@id":"x","release":"#
    + #"{"number":"1.0.0","date":"2024-01-01"},"genes":[{"gene":"AAA1","geneOmim":"1","diseases":"#
    + #"[{"label":"d","omim":"2","preferredMondo":"0000001"}]}],"status":{"overall":"Released","#
    + #""stg1":"Complete"},"outcomes":[]}}}]"#

  private static let site =
    #"{"total":1,"rows":[{"symbol":"AAA1","hgnc_id":"HGNC:1","diseases":[{"label":"d","curie":"#
    + #""MONDO:1"}],"adults":["Strong Actionability"],"pediatrics":[null]}]}"#

  private static let summary =
    ("gene_symbol,hgnc_id,gene_url,disease_label,mondo_id,disease_url,mode_of_inheritance,"
      + "dosage_haploinsufficiency_assertion,dosage_triplosensitivity_assertion,dosage_report,"
      + "dosage_group,gene_disease_validity_assertion_classifications,"
      + "gene_disease_validity_assertion_reports,gene_disease_validity_gceps,"
      + "actionability_assertion_classifications,actionability_assertion_reports,"
      + "actionability_groups\n")
    + "AAA1,HGNC:1,u,\"a, b\",MONDO:0000001,u,Autosomal dominant,,,,,"
    + "definitive evidence (12/18/2020),r,g,Strong Actionability (12/01/2023),r,"
    + "Adult Actionability Working Group\n"

  static var sources: [Source] {
    let variants = VariantStoreTests.rows
    return [
      Source(
        name: "genes.tsv", role: .dosageGenes,
        text: Sample.geneList([
          Sample.gene("AAA1", 1, "chr1:101-200", hi: "3"), Sample.gene("BBB1", 2, "tbd"),
        ])),
      Source(
        name: "hi.bed", role: .dosageGenes,
        text: Sample.hi(["chr1 100 200 AAA1 3", "chr2 5 9 BBB1 30"])),
      Source(
        name: "ts.bed", role: .dosageGenes,
        text: Sample.ts(["chr1 100 200 AAA1 3", "chr2 5 9 BBB1 0"])),
      Source(
        name: "regions.tsv", role: .dosageRegions,
        text: Sample.regionList([
          Sample.region("ISCA-1", "a region", "chr1:5-90"),
          Sample.region("ISCA-2", "a region", "tbd"),
        ])),
      Source(
        name: "validity.csv", role: .geneValidity,
        text: CurationSample.validity([
          CurationSample.row("AAA1", "HGNC:1", label: #"a, ""b"""#),
          CurationSample.row("BBB1", "HGNC:2"),
        ])),
      Source(name: "summary.csv", role: .activitySummary, text: summary),
      Source(name: "actionability.tsv", role: .actionability, text: actionabilityTable),
      Source(name: "nested.json", role: .actionability, text: nested),
      Source(name: "site.json", role: .actionability, text: site),
      Source(
        name: "erepo.tsv", role: .evidenceRepository,
        text: VariantSample.export([
          VariantSample.evidence("a", variation: "11", caid: "CA5", hgvs: "NC_000001.11:g.5A>C"),
          VariantSample.evidence("b", hgvs: "NC_000001.11:g.900A>C,NC_000001.11:g.900del"),
        ]), isSlow: true),
      Source(
        name: "clinvar.vcf", role: .clinvar, text: VariantSample.clinvar(variants), isSlow: true),
      Source(
        name: "variant_summary.txt", role: .variantSummary,
        text: IntervalSample.summaryText([
          IntervalSample.cnv(1, "copy number loss", "1:101-2000"),
          IntervalSample.cnv(2, "Duplication", "1:101-5000", assembly: "GRCh37"),
        ])),
      Source(
        name: "v2.txt", role: .constraint,
        text: "gene\ttranscript\tpLI\toe_lof_upper\nAAA1\tENST1\t0.95\t0.2\n"),
      Source(
        name: "v4.tsv", role: .constraint,
        text: "gene\ttranscript\tmane_select\tlof.pLI\tlof.oe_ci.upper\n"
          + "AAA1\tENST1\ttrue\t0.3\t0.4\n"),
      Source(
        name: "scores.tsv", role: .dosageScores, text: "#gene\tpHaplo\tpTriplo\nAAA1\t0.9\t0.1\n"),
      Source(
        name: "hi_predictions.bed", role: .hiPredictions,
        text: "track name='Haploinsufficiency Predictions'\nchrX\t10\t20\tAAA1|0.1|9.5%\t0.1\n"),
      Source(
        name: "sites.GRCh38.bed", role: .population,
        text: IntervalSample.tabs([
          IntervalSample.bedHeader, "chr1 20999 26000 a_DEL_1 DEL 5001 21694 349 0.016073",
          "chr1 30999 36000 a_DUP_1 DUP 5001 21694 349 0.016073",
        ])),
      Source(
        name: "sv.vcf", role: .population,
        text: IntervalSample.vcf(
          [
            "chr1 100 d1 N <DEL> . PASS END=300;SVLEN=200;SVTYPE=DEL;AC=5;AN=1000;AF=0.005",
            "chr1 100 v4 N <CNV> . PASS END=300;AC=0;AN=0;CN_COUNT=1,9,80,8,2",
          ], info: IntervalSample.alleleInfo)),
      Source(
        name: "cnv.vcf", role: .population,
        text: IntervalSample.vcf(
          [
            "chrX 900 variant_1__DEL N <DEL> . PASS END=2000;SVLEN=1100;SVTYPE=DEL;SC=3;SN=464277;"
              + "SF=6.4e-06;MALE_SC=1;MALE_SN=236827;MALE_SF=4.2e-06"
          ], info: ["END", "SVTYPE", "SC", "SN", "SF"], contig: "chrX,length=156040895")),
      Source(
        name: "DGV.GS.hg38.gff3", role: .population,
        text: PopulationSourceTests.dgv("gssvG1") + PopulationSourceTests.dgv("gssvL2", "Loss")),
      Source(
        name: "population_cnv_grch37.txt", role: .population,
        text: IntervalSample.tabs([
          PopulationSourceTests.decipherHeader,
          "4 1 23946 88271 27 0.031952663 0.18 21 0.024852071 0.2 48 0.05 0.1 0 845 DDD",
        ])),
    ]
  }

  /// Compiles a file of these bytes and checks the result; the error of one that is refused.
  ///
  /// Anything but a typed error ends the test run.
  private func error(
    _ bytes: [UInt8], of source: Source, in folder: borrowing TemporaryFolder
  ) throws -> KnowledgeBaseError? {
    let path = try folder.write(bytes, to: source.name)
    do throws(KnowledgeBaseError) {
      try KnowledgeBase.compiled(
        try Compilation([source.role: [SourceArgument(path: path)]])
      ).verify()
      return nil
    } catch {
      // Whatever it is, it names the file.
      #expect("\(error)".contains(source.name), "\(error)")
      return error
    }
  }

  @Test("As it is, each is read", arguments: sources)
  func good(source: Source) throws {
    let folder = try TemporaryFolder()
    #expect(try error(Array(source.text.utf8), of: source, in: folder) == nil)
  }

  @Test("Cut at every seventh byte it is refused, or ends with a whole line", arguments: sources)
  func cuts(source: Source) throws {
    let folder = try TemporaryFolder()
    let good = Array(source.text.utf8)
    let step = source.isSlow ? good.count / 25 + 1 : max(7, good.count / 150)
    for length in stride(from: 0, to: good.count, by: step) {
      let found = try error(Array(good[..<length]), of: source, in: folder)
      if length == 0 || good[length - 1] != 0x0A { #expect(found != nil, "at \(length)") }
    }
  }

  @Test(
    "Changed bytes, NULs, giant cells and doubled pieces end in a result or a typed error",
    arguments: sources)
  func mutations(source: Source) throws {
    let folder = try TemporaryFolder()
    let good = Array(source.text.utf8)
    var random = HostileSourceTests.Seeded(state: 22)
    let giant = [UInt8](repeating: 0x41, count: 1 << 20)
    let digits = [UInt8](repeating: 0x39, count: 400)
    let marks: [UInt8] = [0, 9, 10, 13, 32, 34, 35, 44, 45, 48, 58, 59, 61, 91, 123, 124, 128, 255]
    for round in 0..<(source.isSlow ? 16 : 60) {
      var bytes = good
      let at = Int.random(in: bytes.indices, using: &random)
      switch round % 6 {
      case 0: bytes[at] ^= UInt8.random(in: 1...255, using: &random)
      case 1: bytes[at] = marks.randomElement(using: &random) ?? 0
      case 2: bytes.insert(contentsOf: digits, at: at)
      case 3: bytes.insert(contentsOf: [0, 0, 0], at: at)
      case 4:
        let end = min(bytes.count, at + Int.random(in: 1...200, using: &random))
        bytes.insert(contentsOf: bytes[at..<end], at: at)
      default:
        if round < 12 { bytes.insert(contentsOf: giant, at: at) } else { bytes.remove(at: at) }
      }
      let found = try error(bytes, of: source, in: folder)
      // Parts that a transfer never wrote are in no text.
      if round % 6 == 3 { #expect(found != nil, "NULs at \(at)") }
    }
  }

  @Test(
    "A web page, nothing, blanks, another program's file and a cut archive are refused",
    arguments: sources)
  func otherFiles(source: Source) throws {
    let folder = try TemporaryFolder()
    let page = Array("<!DOCTYPE html>\n<html><body>404 Not Found</body></html>\n".utf8)
    #expect(
      try error(page, of: source, in: folder) == .webPage(file: "\(folder.path)/\(source.name)"))
    #expect(
      try error([], of: source, in: folder) == .emptySource(file: "\(folder.path)/\(source.name)"))
    for text in [" \n\n", "PK\u{3}\u{4}rest of an archive\n", "a b c\nd e f\n", "\0\0\0\0\n"] {
      #expect(try error(Array(text.utf8), of: source, in: folder) != nil, "\(text)")
    }
    let packed = try GzipSample.bgzf(Array(source.text.utf8))
    #expect(try error(packed, of: source, in: folder) == nil)
    for length in [
      1, 2, 10, packed.count / 2, packed.count - 29, packed.count - 28, packed.count - 1,
    ] {
      #expect(try error(Array(packed[..<length]), of: source, in: folder) != nil, "\(length)")
    }
    var flipped = packed
    flipped[packed.count / 2] ^= 0x10
    #expect(try error(flipped, of: source, in: folder) != nil)
  }

  @Test("With all its content twice it is refused", arguments: sources)
  func doubled(source: Source) throws {
    let folder = try TemporaryFolder()
    let text = Array(source.text.utf8)
    #expect(try error(text + text, of: source, in: folder) != nil)
  }

  @Test(
    "An archive of 64 MB of blanks in 64 kB is refused before it is unpacked whole",
    arguments: sources)
  func bombs(source: Source) throws {
    let folder = try TemporaryFolder()
    // Behind a beginning that is right, so that its kind is known.
    let text = Array(source.text.utf8) + [UInt8](repeating: 0x20, count: 64 << 20)
    let found = try error(try GzipSample.bgzf(text), of: source, in: folder)
    #expect(found == .sourceTooLarge(file: "\(folder.path)/\(source.name)"))
  }
}
