// SPDX-License-Identifier: MIT

import Genome
import TestSupport
import Testing

@testable import KnowledgeBase

@Suite("Evidence Repository")
struct EvidenceRepositoryTests {
  private let clinvar = VariantSample.clinvar([
    VariantSample.row("1 100 11 A G Pathogenic", "CLNVI=ClinGen:CA1"),
    VariantSample.row("1 200 12 C T Benign", "CLNVI=ClinGen:CA2"),
    VariantSample.row("1 300 13 G A Benign"),
  ])

  private func joins(_ rows: [String]) throws -> [String] {
    let compilation = try VariantSample.compile(
      clinvar: [clinvar], evidence: [VariantSample.export(rows)])
    let summary = try #require(
      compilation.manifest.builds.first { $0.build == .grch38 }?.variants)
    return summary.evidenceJoins.map {
      "\($0.route.rawValue) \($0.count) \($0.examples.joined(separator: ","))"
    }
  }

  @Test("Entries join by VariationID, by ClinGen allele id, by HGVS, or are named as unmatched")
  func routes() throws {
    let joins = try joins([
      VariantSample.evidence("a", variation: "11", caid: "CA9"),
      VariantSample.evidence("b", caid: "CA2"),
      VariantSample.evidence("c", hgvs: "NM_1.1:c.1A>G,NC_000001.11:g.300G>A,NC_000001.10:g.7C>T"),
      VariantSample.evidence("d", hgvs: "NC_000001.11:g.900A>C"),
      VariantSample.evidence("e", hgvs: "NC_000001.11:g.900del"),
      VariantSample.evidence("f", variation: "999"),
    ])
    #expect(
      joins == [
        "variation_id 1 ", "caid 1 ", "genomic_hgvs 2 ", "unmatched 2 e,f",
      ])
  }

  @Test("An entry whose HGVS contradicts its id is joined to nothing and named")
  func contradiction() throws {
    #expect(
      try joins([VariantSample.evidence("a", variation: "11", hgvs: "NC_000001.11:g.100A>C")])
        == ["ambiguous 1 a"])
    #expect(
      try joins([VariantSample.evidence("a", variation: "11", hgvs: "NC_000001.11:g.100A>G")])
        == ["variation_id 1 "])
  }

  @Test("An allele that only the panel has is an allele of the store, without VariationID")
  func panelOnly() throws {
    let store = try VariantSample.store(
      clinvar: [clinvar],
      evidence: [VariantSample.export([VariantSample.evidence("d", hgvs: "NC_000001.11:g.900A>C")])]
    )
    let row = try #require(try store.rows("1 900 A C").first)
    #expect(store.variationID(row) == 0)
    let entries = store.evidence(ofRow: row)
    #expect(entries.map { store.route(ofEvidence: $0) } == [.hgvs])
    // Where ClinVar has the allele there is one row, ClinVar's.
    let joined = try VariantSample.store(
      clinvar: [clinvar],
      evidence: [VariantSample.export([VariantSample.evidence("c", hgvs: "NC_000001.11:g.300G>A")])]
    )
    #expect(try joined.find("1 300 G A") == [13])
  }

  @Test(
    "Fields are read back: strengths spelled out, quotes kept, PubMed ids once, two panels both")
  func fields() throws {
    let store = try VariantSample.store(
      clinvar: [clinvar],
      evidence: [
        VariantSample.export(
          [
            VariantSample.evidence("a", variation: "11"),
            VariantSample.evidence("b", variation: "11", assertion: "Benign"),
            VariantSample.evidence("c", variation: "11", retracted: "TRUE"),
          ],
          header: "#" + VariantSample.evidenceHeader.joined(separator: "\t"))
      ])
    let row = try #require(try store.rows("1 100 A G").first)
    let entries = store.evidence(ofRow: row).map { store.evidence($0) }
    #expect(entries.map { $0[EvidenceField.assertion.rawValue] } == ["Pathogenic", "Benign"])
    #expect(entries[0][EvidenceField.met.rawValue] == "PVS1,PM3_VeryStrong,BS1_StandAlone")
    #expect(entries[0][EvidenceField.summary.rawValue] == "Said \"so\".")
    #expect(entries[0][EvidenceField.pmids.rawValue] == "1,2")
    #expect(entries[0][EvidenceField.approved.rawValue] == "2020-02-03")
  }

  @Test(
    "An expression beyond the end of its chromosome is no allele anywhere",
    arguments: [
      (248_956_422, 1), (248_956_423, 0), (1 << 28 + 100, 0), (900_000_000, 0), (2_147_483_647, 0),
    ])
  func beyondContig(position: Int, alleles: Int) throws {
    let compilation = try VariantSample.compile(
      clinvar: [VariantSample.clinvar([VariantSample.row("1 100 11 A G Benign")])],
      evidence: [
        VariantSample.export([
          VariantSample.evidence("far", hgvs: "NC_000001.11:g.\(position)A>G")
        ])
      ])
    let summary = try #require(
      compilation.manifest.builds.first { $0.build == .grch38 }?.variants)
    #expect(summary.allelesWithAssertion == alleles)
    #expect(summary.alleles == 1 + alleles)
    let store = try KnowledgeBase.compiled(compilation).variants(for: .grch38)
    let row = try #require(try store.rows("1 100 A G").first)
    #expect(store.evidence(ofRow: row).isEmpty)
  }

  @Test(
    "Codes and strengths",
    arguments: [
      ("PVS1", "PVS1"), ("PM3_Very Strong", "PM3_VeryStrong"), ("PM3_Very", "PM3_VeryStrong"),
      ("BS1_Stand Alone", "BS1_StandAlone"), ("BS1_Stand", "BS1_StandAlone"),
      ("PS4_Supporting", "PS4_Supporting"), ("pm2_moderate", "PM2_Moderate"), ("BP8", nil),
      ("PVS2", nil), ("PM2_Huge", nil), ("text", nil), ("", nil),
    ])
  func codes(code: String, spelled: String?) {
    #expect(EvidenceCode.spelled(code) == spelled)
  }

  @Test("A full export of 12,700 rows and 30 MB is read")
  func large() throws {
    let summary = String(repeating: "A panel \"said\" something, at length. ", count: 60)
    let rows = (1...12_700).map {
      VariantSample.evidence(
        "v\($0)", hgvs: "NC_000001.11:g.\($0 * 10)A>C", summary: summary)
    }
    let compilation = try VariantSample.compile(evidence: [VariantSample.export(rows)])
    let source = try #require(compilation.manifest.sources.first)
    #expect(source.rowsRead == 12_700)
    #expect(source.rowsUsed == 12_700)
    let store = try KnowledgeBase.compiled(compilation).variants(for: .grch38)
    #expect(store.count == 12_700)
    #expect(try store.find("1 10 A C") == [0])
  }

  @Test("A real export's head is read whole", SharedData.trait)
  func real() throws {
    let path = try SharedData.path("erepo/erepo_bulk.head3.transcribed.tsv")
    let compilation = try Compilation([.evidenceRepository: [SourceArgument(path: path)]])
    for build in GenomeBuild.allCases {
      let summary = compilation.manifest.builds.first { $0.build == build }?.variants
      #expect(summary?.evidenceJoins.map(\.count) == [3])
    }
    let store = try KnowledgeBase.compiled(compilation).variants(for: .grch37)
    // PAH c.196G>T on GRCh37.
    let row = try #require(try store.rows("12 103288669 C A").first)
    let entry = store.evidence(try #require(store.evidence(ofRow: row).first))
    #expect(entry[EvidenceField.assertion.rawValue] == "Pathogenic")
    #expect(entry[EvidenceField.met.rawValue] == "PM2,PVS1,PM3_Supporting,PP4")
    #expect(entry[EvidenceField.pmids.rawValue] == "26666653")
  }
}
