// SPDX-License-Identifier: MIT

import CallFiles
import CallTestSupport
import Genome
import Records
import Testing

/// The build is what the input proves or states, and never a guess.
struct BuildDecisionTests {
  private func decide(
    _ meta: [String] = [], requested: GenomeBuild? = nil, names: [String] = [],
    file: String = "calls.vcf"
  ) throws(BuildFault) -> BuildDecision {
    let bytes = Array(VCFText(meta: meta).header().utf8)
    let header = try? VCFHeader.parse(bytes.span, isWhole: true)
    return try BuildDecision(
      requested: requested, header: header ?? nil, contigNames: names, fileName: file)
  }

  private func fault(
    _ meta: [String] = [], requested: GenomeBuild? = nil, names: [String] = [],
    file: String = "calls.vcf"
  ) -> BuildFault? {
    do {
      _ = try decide(meta, requested: requested, names: names, file: file)
      return nil
    } catch {
      return error
    }
  }

  private static let one37 = "##contig=<ID=1,length=249250621>"
  private static let one38 = "##contig=<ID=chr1,length=248956422>"
  private static let two38 = "##contig=<ID=chr2,length=242193529>"

  @Test func `contig lengths prove a build`() throws {
    #expect(try decide([Self.one37]).build == .grch37)
    let decision = try decide(["##contig=<ID=chrM,length=16569>", Self.one38, Self.two38])
    #expect(decision.build == .grch38)
    #expect(decision.reason == "##contig length of chr1 is 248956422")
    #expect(decision.doubts.isEmpty)
  }

  @Test(arguments: [
    ("##contig=<ID=chr1,length=247249719>", "NCBI36 (hg18)"),
    ("##contig=<ID=chr1,length=248387328>", "T2T-CHM13v2.0"),
  ])
  func `lengths of an assembly without curations are refused by name, -g or not`(
    line: String, assembly: String
  ) {
    for requested in [nil, GenomeBuild.grch37, .grch38] {
      guard case .unsupported(assembly, _) = fault([line], requested: requested) else {
        Issue.record("\(String(describing: fault([line], requested: requested)))")
        continue
      }
    }
    guard case .unsupported(assembly, _) = fault([Self.two38, line]) else {
      Issue.record("mixed")
      return
    }
  }

  @Test func `lengths of two builds contradict`() {
    guard case .contradiction(.grch37, _, .grch38, _) = fault([Self.one37, Self.two38]) else {
      Issue.record("\(String(describing: fault([Self.one37, Self.two38])))")
      return
    }
  }

  @Test func `lengths of no known build are a doubt, not a proof`() throws {
    let odd = "##contig=<ID=1,length=12345>"
    #expect(fault([odd]) == .undecided(hint: nil))
    let doubt = "##contig length of 1 is 12345, which no known build has"
    #expect(try decide([odd], requested: .grch37).doubts == [doubt])
    // Beside a length that proves the build it is one still.
    let mixed = try decide([odd, Self.two38])
    #expect(mixed.build == .grch38)
    #expect(mixed.doubts == [doubt])
  }

  @Test func `the mitochondrion and contigs of no chromosome prove nothing`() {
    let meta = ["##contig=<ID=chrM,length=16569>", "##contig=<ID=GL000192.1,length=547496>"]
    #expect(fault(meta) == .undecided(hint: nil))
    #expect(fault(["##contig=<ID=chrM,length=16571>"]) == .undecided(hint: nil))
  }

  @Test(arguments: [
    ("NC_000001.10", GenomeBuild.grch37), ("NC_000001.11", .grch38), ("CM000663.2", .grch38),
    ("NC_000023.10", .grch37),
  ])
  func `an accession in a record proves a build`(name: String, build: GenomeBuild) throws {
    let decision = try decide(names: ["GL1", name])
    #expect(decision.build == build)
    #expect(decision.reason == "accession \(name)")
  }

  @Test func `accessions of two builds contradict`() {
    guard
      case .contradiction(.grch37, _, .grch38, _) = fault(names: ["NC_000001.10", "NC_000002.12"])
    else {
      Issue.record("no contradiction")
      return
    }
    guard
      case .requestContradicted(.grch37, "GRCh38", _) = fault(
        requested: .grch37, names: ["NC_000001.10", "NC_000002.12"])
    else {
      Issue.record("no contradiction of -g")
      return
    }
  }

  @Test(
    arguments: [
      ("file:///ref/GRCh38_full_analysis_set_plus_decoy_hla.fa", GenomeBuild.grch38),
      ("hg19", .grch37), ("ftp://x/human_g1k_v37_decoy.fasta", .grch37), ("hs37d5.fa", .grch37),
      ("/refs/Homo_sapiens_assembly38.fasta", .grch38), ("GRCh38.p14", .grch38), ("b37", .grch37),
      ("/data/ucsc.hg19.fasta", .grch37), ("1000GenomesPilot-NCBI36", nil), ("ref.fa", nil),
      ("/scratch/b37ac9/genome.fa", nil), ("lift_hg19_to_hg38.fa", nil), ("tumour38.fa", nil),
    ] as [(String, GenomeBuild?)])
  func `the reference states a build where it names one and only one`(
    text: String, build: GenomeBuild?
  ) throws {
    guard let build else {
      #expect(fault(["##reference=\(text)"]) == .undecided(hint: nil))
      return
    }
    let decision = try decide(["##reference=\(text)"])
    #expect(decision.build == build)
    #expect(decision.reason == "##reference=\(text)")
  }

  @Test func `the assembly of a contig line states a build`() throws {
    let decision = try decide(["##contig=<ID=1,assembly=b37>"])
    #expect(decision.build == .grch37)
    #expect(decision.reason == "##contig assembly=b37")
  }

  @Test func `a statement against a proof contradicts`() {
    guard case .contradiction(.grch38, _, .grch37, _) = fault([Self.one38, "##reference=hg19.fa"])
    else {
      Issue.record("no contradiction")
      return
    }
  }

  @Test func `-g decides where nothing proves, and a statement against it is a doubt`() throws {
    let decision = try decide(["##reference=hg19.fa"], requested: .grch38)
    #expect(decision.build == .grch38)
    #expect(decision.reason == "-g")
    #expect(decision.doubts == ["##reference=hg19.fa says GRCh37"])
    #expect(try decide(requested: .grch37).doubts.isEmpty)
    #expect(try decide([Self.one37], requested: .grch37).build == .grch37)
  }

  @Test func `-g against a proof is refused`() {
    guard case .requestContradicted(.grch37, "GRCh38", _) = fault([Self.one38], requested: .grch37)
    else {
      Issue.record("not refused")
      return
    }
  }

  @Test(arguments: [
    ("cohort.hg19.bed", GenomeBuild?.some(.grch37)), ("x_GRCh38.vcf", .some(.grch38)),
    ("x.vcf", nil),
  ])
  func `the file's name is a hint and no proof`(file: String, hint: GenomeBuild?) {
    #expect(fault(file: file) == .undecided(hint: hint))
  }
}
