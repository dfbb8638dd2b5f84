// SPDX-License-Identifier: MIT

import Genome
import Testing

@testable import KnowledgeBase

/// Sources whose columns were renamed, and sources of the other build.
@Suite("Changed sources of every kind")
struct ChangedSourceTests {
  private static func source(_ name: String) throws -> HostileRoleTests.Source {
    try #require(HostileRoleTests.sources.first { $0.name == name })
  }

  private static func error(
    _ text: String, _ role: SourceRole, name: String, build: GenomeBuild? = nil
  ) throws -> KnowledgeBaseError? {
    let folder = try TemporaryFolder()
    let path = try folder.write(text, to: name)
    do throws(KnowledgeBaseError) {
      _ = try Compilation([role: [SourceArgument(path: path, build: build)]])
      return nil
    } catch {
      #expect("\(error)".contains(name), "\(error)")
      return error
    }
  }

  /// The columns that each kind cannot be read without; a first one is also how the kind is told.
  static let columns: [(name: String, columns: [String])] = [
    (
      "genes.tsv",
      [
        "Gene Symbol", "Gene ID", "cytoBand", "Genomic Location", "Haploinsufficiency Score",
        "Triplosensitivity Score", "Date Last Evaluated", "Haploinsufficiency Disease ID",
        "Triplosensitivity Disease ID",
      ]
    ),
    (
      "regions.tsv",
      [
        "ISCA ID", "ISCA Region Name", "cytoBand", "Genomic Location", "Haploinsufficiency Score",
        "Triplosensitivity Score", "Date Last Evaluated",
      ]
    ),
    (
      "validity.csv",
      [
        "GENE SYMBOL", "GENE ID (HGNC)", "DISEASE LABEL", "DISEASE ID (MONDO)", "MOI", "SOP",
        "CLASSIFICATION\"", "ONLINE REPORT", "CLASSIFICATION DATE", "GCEP",
      ]
    ),
    (
      "summary.csv",
      [
        "gene_symbol", "hgnc_id", "disease_label", "mondo_id", "mode_of_inheritance",
        "gene_disease_validity_assertion_classifications",
        "gene_disease_validity_assertion_reports", "gene_disease_validity_gceps",
        "actionability_assertion_classifications", "actionability_assertion_reports",
        "actionability_groups",
      ]
    ),
    (
      "actionability.tsv",
      ["docId", "context", "geneOrVariant", "disease", "omim", "status-overall", "overall\n"]
    ),
    ("erepo.tsv", VariantSample.evidenceHeader),
    (
      "variant_summary.txt",
      [
        "#AlleleID", "Type", "Name", "ClinicalSignificance", "LastEvaluated", "PhenotypeIDS",
        "PhenotypeList", "Assembly", "Chromosome", "Start", "Stop", "ReviewStatus", "VariationID",
      ]
    ),
    ("v2.txt", ["gene", "pLI", "oe_lof_upper"]),
    ("v4.tsv", ["gene", "mane_select", "lof.pLI", "lof.oe_ci.upper"]),
    ("scores.tsv", ["gene", "pHaplo", "pTriplo"]),
    ("sites.GRCh38.bed", ["#chrom", "start", "end", "name", "svtype", "AN", "AC", "AF"]),
    (
      "population_cnv_grch37.txt",
      [
        "#population_cnv_id", "chr", "start", "end", "deletion_observations", "deletion_frequency",
        "duplication_observations", "duplication_frequency", "sample_size",
      ]
    ),
  ]

  @Test("A renamed column is refused and named", arguments: columns)
  func renamed(name: String, columns: [String]) throws {
    let source = try Self.source(name)
    for column in columns {
      let separators = name.hasSuffix(".csv") ? ["\"", ",", "\n", ""] : ["\t", "\n", ""]
      // As a whole cell of the header.
      var text = source.text
      let cell = column.filter { $0 != "\"" && $0 != "\n" }
      let range = try #require(
        text.ranges(of: cell).first { range in
          let before =
            range.lowerBound == text.startIndex
            ? "" : String(text[text.index(before: range.lowerBound)])
          let after = range.upperBound == text.endIndex ? "" : String(text[range.upperBound])
          return (separators + ["#", " "]).contains(before) && separators.contains(after)
        }, "\(cell)")
      text.replaceSubrange(range, with: "Other")
      switch try Self.error(text, source.role, name: name) {
      case .missingColumn(_, _, let missing, let found)?:
        #expect(missing == cell || "#\(missing)" == cell || missing == "#\(cell)", "\(cell)")
        // Without its first column a CSV has no header that could be shown.
        #expect(column == columns[0] || found.contains { $0.contains("Other") }, "\(found)")
      case .unrecognisedSource?:
        // How the kind is told.
        #expect(
          ["genes.tsv", "regions.tsv", "actionability.tsv"].contains(name)
            || column == columns[0] || ["pLI", "pHaplo"].contains(cell), "\(cell)")
      case let other: Issue.record("\(cell): \(String(describing: other))")
      }
    }
  }

  @Test(
    "A key that is missing in a JSON is named",
    arguments: [
      ("nested.json", "docId"), ("nested.json", "gene"), ("site.json", "diseases"),
      ("site.json", "symbol"),
    ])
  func missingKeys(name: String, key: String) throws {
    let source = try Self.source(name)
    let text = source.text.replacing("\"\(key)\":", with: "\"other\":")
    #expect(text != source.text)
    guard case .missingKey? = try Self.error(text, source.role, name: name) else {
      Issue.record("no missing key")
      return
    }
  }

  @Test(
    "A file that states its build is refused for the other one",
    arguments: [
      "genes.tsv", "hi.bed", "ts.bed", "regions.tsv", "clinvar.vcf", "sv.vcf", "cnv.vcf",
    ])
  func statedBuild(name: String) throws {
    let source = try Self.source(name)
    guard
      case .buildContradicted(_, .grch38, .grch37)? = try Self.error(
        source.text, source.role, name: name, build: .grch37)
    else {
      Issue.record("not refused")
      return
    }
  }

  @Test(
    "A file that does not is refused where its rows lie behind a chromosome's end",
    arguments: [
      ("bands.txt", SourceRole.cytobands, "chr1\t0\t249250621\tp1\tgneg\n"),
      ("pred.txt", .genes, "AAA\t" + GeneCompanionTests.pred(249_200_000, 249_240_000, "t") + "\n"),
      (
        "genes.gtf", .genes,
        "chr1\tx\texon\t249200000\t249240000\t.\t+\t.\tgene_id \"G\"; transcript_id \"T\";\n"
      ),
      (
        "sites.bed", .population,
        IntervalSample.tabs([
          IntervalSample.bedHeader, "chr1 249200000 249240000 a DEL 40001 21694 349 0.016073",
        ])
      ),
    ])
  func unstatedBuild(name: String, role: SourceRole, text: String) throws {
    #expect(try Self.error(text, role, name: name, build: .grch37) == nil)
    guard
      case .beyondContig(_, _, _, _, 248_956_422, .grch38)? = try Self.error(
        text, role, name: name, build: .grch38)
    else {
      Issue.record("not refused")
      return
    }
  }
}
