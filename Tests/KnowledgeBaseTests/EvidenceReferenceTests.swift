// SPDX-License-Identifier: MIT

import Genome
import TestSupport
import Testing

@testable import KnowledgeBase

/// Evidence Repository entries that only a genomic expression names.
@Suite("Evidence Repository by genomic HGVS")
struct EvidenceReferenceTests {
  /// A chromosome 21 of GRCh38 that is unknown but for a few bases; `offset` is 0-based.
  static func reference(
    in folder: borrowing TemporaryFolder, bases: String = "GATTTTCAGACACACTTGC", offset: Int = 1000,
    length: Int = 46_709_983
  ) throws -> ReferenceGenome {
    var sequence = [UInt8](repeating: 0x4E, count: length)
    sequence.replaceSubrange(offset..<offset + bases.utf8.count, with: bases.utf8)
    let path = try folder.write(Array(">chr21\n".utf8) + sequence + [0x0A], to: "ref.fa")
    _ = try folder.write("chr21\t\(length)\t7\t\(length)\t\(length + 1)\n", to: "ref.fa.fai")
    return try ReferenceGenome(path: path, build: nil)
  }

  /// As ClinVar writes them: the leftmost place, a base before.
  private static let clinvar = VariantSample.clinvar([
    VariantSample.row("21 1002 31 AT A Pathogenic"),
    VariantSample.row("21 1009 32 G GAC Pathogenic"),
    VariantSample.row("21 1007 33 C CGG Pathogenic"),
    VariantSample.row("21 1016 34 TT GA Pathogenic"),
    VariantSample.row("21 1011 35 C T Pathogenic"),
    VariantSample.row("21 1012 36 A G Pathogenic"),
    VariantSample.row("21 1013 37 C G Pathogenic", "CLNVI=ClinGen:CA37"),
  ])

  private static func entry(_ title: String, _ change: String) -> String {
    VariantSample.evidence(title, hgvs: "NM_1.1:c.1del,NC_000021.9:g.\(change),NG_1.1:g.5del")
  }

  /// As HGVS writes them: the rightmost place.
  private static let export = VariantSample.export([
    entry("deletion", "1006del"), entry("duplication", "1014_1015dup"),
    entry("insertion", "1007_1008insGG"), entry("replacement", "1016_1017delinsGA"),
    entry("substitution", "1011C>T"), entry("named bases", "1006delT"),
    entry("only the panel's", "1018del"), entry("beyond the end", "46709990del"),
    entry("no sequence", "1007_1008ins10"),
    VariantSample.evidence("id", variation: "36", hgvs: "NC_000021.9:g.1012A>G"),
    VariantSample.evidence("caid", caid: "CA37"),
    VariantSample.evidence("two sayings", variation: "36", hgvs: "NC_000021.9:g.1012A>T"),
  ])

  private func joins(_ references: [ReferenceGenome]) throws -> (VariantStore, [JoinCount]) {
    let compilation = try VariantSample.compile(
      clinvar: [Self.clinvar], evidence: [Self.export], references: references)
    let summary = try #require(
      compilation.manifest.builds.first { $0.build == .grch38 }?.variants)
    return (
      try KnowledgeBase.compiled(compilation).variants(for: .grch38), summary.evidenceJoins
    )
  }

  private func assertions(_ store: VariantStore, _ allele: String) throws -> [String] {
    try store.rows(allele).flatMap { row in
      store.evidence(ofRow: row).map {
        "\(store.variationID(row)) \(store.evidence($0)[EvidenceField.title.rawValue])"
          + " \(store.route(ofEvidence: $0).word)"
      }
    }
  }

  @Test("With the reference deletions, duplications, insertions and replacements find their allele")
  func withReference() throws {
    let folder = try TemporaryFolder()
    let (store, joins) = try joins([Self.reference(in: folder)])
    #expect(
      joins.map { "\($0.route.rawValue) \($0.count) \($0.examples.joined(separator: ","))" } == [
        "variation_id 1 ", "caid 1 ", "genomic_hgvs 7 ", "ambiguous 1 two sayings",
        "unmatched 2 beyond the end,no sequence",
      ])
    #expect(try assertions(store, "21 1002 AT A") == ["31 deletion HGVS", "31 named bases HGVS"])
    #expect(try assertions(store, "21 1009 G GAC") == ["32 duplication HGVS"])
    #expect(try assertions(store, "21 1007 C CGG") == ["33 insertion HGVS"])
    #expect(try assertions(store, "21 1016 TT GA") == ["34 replacement HGVS"])
    #expect(try assertions(store, "21 1011 C T") == ["35 substitution HGVS"])
    #expect(try assertions(store, "21 1012 A G") == ["36 id VariationID"])
    #expect(try assertions(store, "21 1013 C G") == ["37 caid CAid"])
    #expect(try assertions(store, "21 1017 TG T") == ["0 only the panel's HGVS"])
    try store.verify()
  }

  @Test("Without it only substitutions do, and the others are named as unmatched")
  func withoutReference() throws {
    let (store, joins) = try joins([])
    #expect(
      joins.map { "\($0.route.rawValue) \($0.count) \($0.examples.joined(separator: ","))" } == [
        "variation_id 1 ", "caid 1 ", "genomic_hgvs 1 ", "ambiguous 1 two sayings",
        "unmatched 8 deletion,duplication,insertion,replacement,named bases,only the panel's,"
          + "beyond the end,no sequence",
      ])
    #expect(try assertions(store, "21 1011 C T") == ["35 substitution HGVS"])
    #expect(try assertions(store, "21 1002 AT A") == [])
  }

  @Test("A reference of the other build places nothing, one of no build is refused")
  func otherBuild() throws {
    let folder = try TemporaryFolder()
    let other = try Self.reference(in: folder, length: 48_129_895)
    #expect(other.build == GenomeBuild.grch37)
    let (_, joins) = try joins([other])
    #expect(joins.first { $0.route == JoinRoute.genomicHGVS }?.count == 1)
    #expect(throws: ReferenceGenome.Fault.self) {
      try Self.reference(in: folder, length: 5000)
    }
  }
}
