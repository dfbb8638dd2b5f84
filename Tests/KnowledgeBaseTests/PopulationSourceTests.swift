// SPDX-License-Identifier: MIT

import Genome
import Testing

@testable import KnowledgeBase

@Suite("Population sources")
struct PopulationSourceTests {
  @Test("A BED row keeps place, direction and counts")
  func bed() throws {
    let source = try IntervalSample.population(
      IntervalSample.tabs([
        IntervalSample.bedHeader, "chr1 20999 26000 gnomAD-SV_x_DEL_1 DEL 5001 21694 349 0.016073",
        "chr2 99 200 gnomAD-SV_x_DUP_1 DUP 101 21694 1 0.000046",
        "chr2 99 200 gnomAD-SV_x_INV_1 INV 101 21694 1 0.000046",
        "chr2 99 200 gnomAD-SV_x_ODD_1 WEIRD 101 21694 1 0.000046",
        "chrUn_1 99 200 gnomAD-SV_x_DUP_2 DUP 101 21694 1 0.000046",
        "chr2 99 200 gnomAD-SV_x_DUP_3 DUP 101 21694 0 0",
        "chr2 99 200 gnomAD-SV_x_DUP_4 DUP 101 10 12 1.2",
      ]))
    #expect(source.kind == .gnomadSVBED)
    #expect(source.build == .grch38)
    #expect([source.rowsRead, source.rowsUsed] == [7, 2])
    let loss = try #require(source.population.first)
    #expect(loss.contig.name == "1")
    #expect(loss.interval == interval(20999, 26000))
    #expect(loss.direction == .loss)
    #expect(loss.counted == PopulationCount(count: 349, number: 21694, frequency: 16_073_000))
    #expect(loss.source == "gnomAD-SV")
    for (kind, count) in [
      (OddityKind.notCopyNumber, 1), (.unknownType, 1), (.unknownContig, 1), (.noFrequency, 1),
      (.frequencyAboveOne, 1),
    ] {
      #expect(source.oddities.count(of: kind) == count, "\(kind)")
    }
  }

  @Test("What its makers filtered is left out and counted; MULTIALLELIC is no fault")
  func filter() throws {
    let source = try IntervalSample.population(
      IntervalSample.tabs([
        IntervalSample.bedHeader + " FILTER", "1 9 99 a DEL 90 4000 40 0.01 PASS",
        "1 9 99 b DEL 90 4000 40 0.01 LOW_CALL_RATE", "1 9 99 c DEL 90 4000 40 0.01 .",
        "1 9 99 d DEL 90 4000 40 0.01 PASS,MULTIALLELIC",
        "1 9 99 e DEL 90 4000 40 0.01 UNSTABLE_AF_PCRMINUS;MULTIALLELIC",
      ]))
    #expect(source.population.map(\.id) == ["a", "c", "d"])
    #expect(source.oddities.count(of: .failedFilter) == 2)
  }

  @Test("A VCF of structural variants counts alleles; POS is the base before the change")
  func structuralVCF() throws {
    let source = try IntervalSample.population(
      IntervalSample.vcf(
        [
          "chr1 100 d1 N <DEL> . PASS END=300;SVLEN=200;SVTYPE=DEL;AC=5;AN=1000;AF=0.005",
          "chr1 100 d2 N <DEL> . PASS END=300;SVLEN=201;SVTYPE=DEL;AC=5;AN=1000;AF=0.005",
          "chr1 100 m1 N <DEL:ME:LINE1> . PASS END=300;AC=5;AN=1000;AF=0.005",
          "chr1 100 u1 N <DUP> . HIGH_NCR END=300;AC=5;AN=1000;AF=0.005",
          "chr1 100 i1 N <INS:ME:ALU> . PASS END=101;AC=5;AN=1000;AF=0.005",
          "chr1 100 b1 N N[chr2:5[ . PASS AC=5;AN=1000;AF=0.005",
          "chr1 100 e1 N <DUP> . PASS AC=5;AN=1000;AF=0.005",
          "chr1 100 z1 N <DUP> . PASS END=300;AC=0;AN=0;AF=.",
          "chr1 100 q1 N <HUH> . PASS END=300;AC=1;AN=10;AF=0.1",
        ], info: IntervalSample.alleleInfo), name: "sv.vcf")
    #expect(source.kind == .gnomadSVVCF)
    #expect(source.build == .grch38)
    #expect(source.population.map(\.id) == ["d1", "d2", "m1"])
    #expect(source.population[0].interval == interval(100, 300))
    // The record's own length says that POS is its first base.
    #expect(source.population[1].interval == interval(99, 300))
    #expect(source.population[2].direction == .loss)
    #expect([source.rowsRead, source.rowsUsed] == [9, 3])
    for (kind, count) in [
      (OddityKind.failedFilter, 1), (.notCopyNumber, 2), (.unplaced, 1), (.noFrequency, 1),
      (.unknownType, 1),
    ] {
      #expect(source.oddities.count(of: kind) == count, "\(kind)")
    }
  }

  @Test("A multiallelic site becomes the people with fewer and those with more copies")
  func multiallelic() throws {
    let source = try IntervalSample.population(
      IntervalSample.vcf(
        [
          "chr1 100 v4 N <CNV> . PASS END=300;AC=0;AN=0;CN_COUNT=1,9,80,8,2",
          "chr1 100 v2 N <CN=0>,<CN=1>,<CN=2>,<CN=3> . MULTIALLELIC END=300;AN=20;AC=1,2,10,7",
        ], info: IntervalSample.alleleInfo), name: "sv.vcf")
    let counts = source.population.map {
      "\($0.id) \($0.direction.word) \($0.counted.count)/\($0.counted.number) \($0.basis.word)"
    }
    #expect(
      counts == [
        "v4 loss 10/100 samples", "v4 gain 10/100 samples", "v2 loss 3/20 samples",
        "v2 gain 7/20 samples",
      ])
    #expect(source.population[0].counted.frequency == 100_000_000)
  }

  @Test("On X copies are odd by sex, and nothing is known where the sexes are not told apart")
  func multiallelicX() throws {
    let source = try IntervalSample.population(
      IntervalSample.vcf(
        [
          "chrX 5000000 a N <CNV> . PASS END=5000300;CN_COUNT=0,60,40",
          "chrX 5000000 b N <CNV> . PASS END=5000300;CN_COUNT=1,58,41;MALE_CN_COUNT=1,48,1;"
            + "FEMALE_CN_COUNT=0,10,40",
        ], info: IntervalSample.alleleInfo, contig: "chrX,length=156040895"), name: "sv.vcf")
    #expect(source.oddities.count(of: .noSexCounts) == 1)
    let loss = try #require(source.population.first)
    // One man without a copy, ten women with one.
    #expect(loss.counted == PopulationCount(count: 11, number: 100, frequency: 110_000_000))
    #expect(loss.male == PopulationCount(count: 1, number: 50, frequency: 20_000_000))
    #expect(loss.female == PopulationCount(count: 10, number: 50, frequency: 200_000_000))
    let gain = try #require(source.population.last)
    #expect(gain.counted.count == 1)
  }

  @Test("A VCF of exome CNVs counts people, by sex too")
  func exomeVCF() throws {
    let source = try IntervalSample.population(
      IntervalSample.vcf(
        [
          "chrX 900 variant_1__DEL N <DEL> . PASS END=2000;SVLEN=1100;SVTYPE=DEL;SC=3;SN=464277;"
            + "SF=6.46165974192131e-06;MALE_SC=1;MALE_SN=236827;MALE_SF=4.22249152334827e-06;"
            + "FEMALE_SC=2;FEMALE_SN=227450;FEMALE_SF=8.7931413497472e-06;afr_SC=9"
        ], info: ["END", "SVTYPE", "SC", "SN", "SF"], contig: "chrX,length=156040895"),
      name: "cnv.vcf")
    #expect(source.kind == .gnomadCNVVCF)
    let row = try #require(source.population.first)
    #expect(row.basis == .samples)
    #expect(row.counted == PopulationCount(count: 3, number: 464_277, frequency: 6462))
    #expect(row.male == PopulationCount(count: 1, number: 236_827, frequency: 4222))
    #expect(row.source == "gnomAD-CNV")
  }

  static let decipherHeader =
    "#population_cnv_id chr start end deletion_observations deletion_frequency "
    + "deletion_standard_error duplication_observations duplication_frequency "
    + "duplication_standard_error observations frequency standard_error type sample_size study"

  @Test("DECIPHER is 1-based, and a row with both directions is two records")
  func decipher() throws {
    let source = try IntervalSample.population(
      IntervalSample.tabs([
        Self.decipherHeader,
        "4 1 23946 88271 27 0.031952663 0.18 21 0.024852071 0.2 48 0.05 0.1 0 845 DDD",
        "5 X 101 200 0 0 1 3 0.075 0.5 3 0.075 0.5 1 40 Affy6",
      ]), name: "population_cnv_grch37.txt")
    #expect(source.kind == .decipherPopulation)
    #expect(source.build == .grch37)
    #expect([source.rowsRead, source.rowsUsed, source.population.count] == [2, 2, 3])
    let loss = source.population[0]
    #expect(loss.interval == interval(23945, 88271))
    #expect(loss.counted == PopulationCount(count: 27, number: 845, frequency: 31_952_663))
    #expect([loss.source, loss.id, loss.study] == ["DECIPHER", "4", "DDD"])
    #expect(source.population[1].direction == .gain)
    #expect(source.oddities.counts.isEmpty)
  }

  /// Written for this test from the published description of the format.
  static func dgv(_ id: String, _ kind: String = "Gain", frequency: String = "5.45%") -> String {
    let attributes =
      "ID=\(id);Name=\(id);variant_type=CNV;variant_sub_type=\(kind);outer_start=101;inner_start=201;"
      + "inner_end=400;outer_end=500;inner_rank=2;num_variants=3;variants=nssv1,nssv2;num_studies=2;"
      + "Studies=One2001,Two2002;num_platforms=1;Platforms=P;number_of_algorithms=1;algorithms=A;"
      + "num_samples=3;samples=S1,S2,S3;Frequency=\(frequency);PopulationSummary=African 1:Asian 2;"
      + "num_unique_samples_tested=55"
    return [(101, 101), (201, 400), (500, 500)].map { first, last in
      "chr1\tCNV\tcopy_number_variation_region\t\(first)\t\(last)\t.\t.\t.\t\(attributes)\n"
    }.joined()
  }

  @Test("Three lines of DGV's gold standard are one record with its inner interval")
  func dgvGold() throws {
    let source = try IntervalSample.population(
      Self.dgv("gssvG1") + Self.dgv("gssvL2", "Loss") + Self.dgv("gssvX3", "Complex"),
      name: "DGV.GS.hg38.gff3")
    #expect(source.kind == .dgvGold)
    #expect(source.build == .grch38)
    #expect([source.rowsRead, source.rowsUsed, source.population.count] == [9, 6, 2])
    let gain = source.population[0]
    #expect(gain.interval == interval(200, 400))
    #expect(gain.counted == PopulationCount(count: 3, number: 55, frequency: 54_500_000))
    #expect([gain.source, gain.id, gain.study] == ["DGV", "gssvG1", "One2001,Two2002"])
    #expect(source.population[1].direction == .loss)
    #expect(source.oddities.count(of: .unknownType) == 1)
    #expect(source.oddities.count(of: .frequencyDisagreement) == 0)
  }

  @Test("A DGV variant with fewer than three lines is counted")
  func cutDGV() throws {
    let text = Self.dgv("gssvG1") + Self.dgv("gssvG2").split(separator: "\n")[0] + "\n"
    let source = try IntervalSample.population(text, name: "DGV.GS.hg38.gff3")
    #expect(source.oddities.count(of: .incompleteRecord) == 1)
  }

  static let wrong: [(String, String, String, KnowledgeBaseError)] = [
    (
      "no build", "sites.bed",
      IntervalSample.tabs([IntervalSample.bedHeader, "1 1 2 a DEL 1 1 1 1"]),
      .buildUnknown(file: "folder/sites.bed")
    ),
    (
      "a column is gone", "s.GRCh38.bed",
      IntervalSample.tabs(["#chrom start end name svtype AN AC"]),
      .missingColumn(
        file: "folder/s.GRCh38.bed", line: 1, column: "AF",
        found: ["chrom", "start", "end", "name", "svtype", "AN", "AC"])
    ),
    (
      "two copies of a BED", "s.GRCh38.bed",
      IntervalSample.tabs([
        IntervalSample.bedHeader, "1 1 2 a DEL 1 1 1 1", IntervalSample.bedHeader,
        "1 1 2 a DEL 1 1 1 1",
      ]), .doubledSource(file: "folder/s.GRCh38.bed", line: 3, firstLine: 1)
    ),
    (
      "two copies of DGV", "DGV.hg38.gff3", dgv("a") + dgv("b") + dgv("a") + dgv("b"),
      .doubledSource(file: "folder/DGV.hg38.gff3", line: 7, firstLine: 1)
    ),
    (
      "another build", "s.GRCh38.bed",
      IntervalSample.tabs([IntervalSample.bedHeader, "1 249000000 249000001 a DEL 1 1 1 1"]),
      .beyondContig(
        file: "folder/s.GRCh38.bed", line: 2, contig: "1", end: 249_000_001, length: 248_956_422,
        build: .grch38)
    ),
    (
      "a cut row", "s.GRCh38.bed",
      IntervalSample.tabs([IntervalSample.bedHeader, "1 1 2 a DEL 1 1 1 1", "1 5 6 b DEL"]),
      .tooFewCells(file: "folder/s.GRCh38.bed", line: 3, expected: 9, found: 5, isLast: true)
    ),
    (
      "no line end", "s.GRCh38.bed",
      String(
        IntervalSample.tabs([IntervalSample.bedHeader, "1 1 2 a DEL 1 10 1 0.1"]).dropLast()),
      .unterminated(file: "folder/s.GRCh38.bed", line: 2)
    ),
    (
      "no number", "s.GRCh38.bed",
      IntervalSample.tabs([IntervalSample.bedHeader, "1 1 2 a DEL 1 10 many 0.1"]),
      .badCell(
        file: "folder/s.GRCh38.bed", line: 2, cell: 8, column: "AC", text: "many")
    ),
    (
      "only a header", "s.GRCh38.bed", IntervalSample.tabs([IntervalSample.bedHeader]),
      .noRows(file: "folder/s.GRCh38.bed")
    ),
    (
      "something else", "x.GRCh38.tsv", "hello\tworld\n",
      .unrecognisedSource(file: "folder/x.GRCh38.tsv", role: .population, start: "hello\tworld")
    ),
    (
      "a VCF of genotypes", "x.vcf",
      IntervalSample.vcf(["chr1 1 . A C . PASS DP=3"], info: ["DP"]),
      .missingColumn(file: "folder/x.vcf", line: 4, column: "INFO/END", found: ["DP"])
    ),
    (
      "two copies of a VCF", "x.vcf",
      IntervalSample.vcf(
        ["chr1 100 a N <DEL> . PASS END=300;AC=5;AN=1000;AF=0.005"],
        info: IntervalSample.alleleInfo)
        + IntervalSample.vcf([], info: IntervalSample.alleleInfo),
      .doubledSource(file: "folder/x.vcf", line: 12, firstLine: 1)
    ),
  ]

  @Test("A source that is not what it should be never becomes records", arguments: wrong)
  func wrongSources(
    _ title: String, _ name: String, _ text: String, _ expected: KnowledgeBaseError
  ) {
    #expect(throws: expected, "\(title)") { try IntervalSample.population(text, name: name) }
  }

  @Test("A name that tells the build may not be gainsaid")
  func contradictedBuild() {
    #expect(
      throws: KnowledgeBaseError.buildContradicted(
        file: "folder/population_cnv_grch37.txt", stated: .grch37, argument: .grch38)
    ) {
      try IntervalSample.population(
        IntervalSample.tabs([Self.decipherHeader]), name: "population_cnv_grch37.txt",
        build: .grch38)
    }
  }
}
