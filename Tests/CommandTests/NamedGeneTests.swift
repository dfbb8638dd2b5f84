// SPDX-License-Identifier: MIT

import TestSupport
import Testing

/// Curations of the genes that ClinVar and the panels name for an allele, where no gene model puts them there.
@Suite("Genes that sources name for an allele")
struct NamedGeneTests {
  private static let clinvar = """
    ##fileformat=VCFv4.1
    ##fileDate=2026-06-27
    ##source=ClinVar
    ##reference=GRCh38
    ##INFO=<ID=CLNSIG,Number=.,Type=String,Description="s">
    ##INFO=<ID=CLNREVSTAT,Number=.,Type=String,Description="s">
    #CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO
    5\t1295113\t1\tG\tA\t.\t.\tCLNSIG=Pathogenic;GENEINFO=GNA:11
    5\t1295200\t2\tC\tT\t.\t.\tCLNSIG=Pathogenic;GENEINFO=GNA:11;MC=SO:0001583|missense_variant
    5\t1295300\t3\tC\tT\t.\t.\tCLNSIG=Pathogenic;GENEINFO=GNA:11;MC=SO:0001627|intron_variant
    5\t1295400\t4\tC\tT\t.\t.\tCLNSIG=Pathogenic;GENEINFO=GNA:11|GNB:12;MC=SO:0001587|nonsense
    5\t1295500\t5\tC\tT\t.\t.\tCLNSIG=Pathogenic;GENEINFO=GNB:12;MC=SO:0001587|nonsense
    5\t1295600\t6\tC\tT\t.\t.\tCLNSIG=Pathogenic;GENEINFO=OLDB:12;MC=SO:0001587|nonsense
    5\t1295700\t7\tC\tT\t.\t.\tCLNSIG=Pathogenic;GENEINFO=GNC:13;MC=SO:0001587|nonsense
    5\t1295800\t8\tC\tT\t.\t.\tCLNSIG=Pathogenic;GENEINFO=GNA:99;MC=SO:0001587|nonsense
    5\t1295900\t9\tC\tT\t.\t.\tCLNSIG=Pathogenic

    """

  private static let validity = """
    CLINGEN GENE DISEASE VALIDITY CURATIONS
    FILE CREATED: 2026-06-21
    WEBPAGE: https://search.clinicalgenome.org/kb/gene-validity
    GENE SYMBOL,GENE ID (HGNC),DISEASE LABEL,DISEASE ID (MONDO),MOI,SOP,CLASSIFICATION,ONLINE REPORT,CLASSIFICATION DATE,GCEP
    GNA,HGNC:101,da,MONDO:0000001,AD,SOP10,Definitive,r,2024-01-01T00:00:00.000Z,g
    GNB,HGNC:102,db,MONDO:0000002,AR,SOP10,Strong,r,2024-01-01T00:00:00.000Z,g

    """

  /// GNB has NCBI Gene ID 12, and GNZ 99, which is the gene that ClinVar means by the symbol GNA of row 8.
  private static let models = """
    ##gff-version 3
    ##sequence-region 5 1 181538259
    5\tRefSeq\tgene\t1295000\t1295099\t.\t+\t.\tID=g2;gene=GNB;Dbxref=GeneID:12,HGNC:HGNC:102
    5\tRefSeq\tgene\t1400000\t1400099\t.\t+\t.\tID=g9;gene=GNZ;Dbxref=GeneID:99,HGNC:HGNC:109

    """

  private func annotate(_ options: [String], models: Bool = false) throws -> Program.Result {
    let folder = try TemporaryFolder()
    var build = [
      "kb", "build", "-o", folder.file("kb"),
      "--clinvar", try folder.write(Self.clinvar, to: "clinvar.vcf"),
      "--gene-validity", try folder.write(Self.validity, to: "validity.csv"),
    ]
    if models { build += ["--genes", try folder.write(Self.models, to: "m.gff3") + "=GRCh38"] }
    let built = try Program.clincall.run(build)
    #expect(built.status == 0, "\(built.errors)")
    let calls =
      "##fileformat=VCFv4.4\n##reference=GRCh38\n##contig=<ID=chr5,length=181538259>\n"
      + "##FORMAT=<ID=GT,Number=1,Type=String,Description=\"g\">\n"
      + "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tS1\n"
      + Self.clinvar.split(separator: "\n").filter { $0.hasPrefix("5") }.map { line in
        let cells = line.split(separator: "\t")
        return "chr5\t\(cells[1])\t\(cells[2])\t\(cells[3])\t\(cells[4])\t.\tPASS\t.\tGT\t0/1\n"
      }.joined()
    let result = try Program.clincall.run(
      ["annotate", "-k", folder.file("kb"), try folder.write(calls, to: "in.vcf")] + options)
    #expect(result.status == 0, "\(result.errors)")
    return result
  }

  @Test(
    "Without gene models, GENEINFO reaches the curations, and MC says whether they speak of the call",
    arguments: [
      // No consequence, as of promoter variants.
      (0, "gene_level:GNA:MONDO:0000001:AD:Definitive"),
      (1, "GNA:MONDO:0000001:AD:Definitive"),
      (2, "gene_level:GNA:MONDO:0000001:AD:Definitive"),
      // Which of two genes is changed, ClinVar does not tell.
      (3, "gene_level:GNA:MONDO:0000001:AD:Definitive;gene_level:GNB:MONDO:0000002:AR:Strong"),
      (4, "carrier:GNB:MONDO:0000002:AR:Strong"),
      // A symbol that only NCBI's id explains, and no source here knows the id.
      (5, "."), (6, "."), (7, "GNA:MONDO:0000001:AD:Definitive"), (8, "."),
    ])
  func withoutModels(row: Int, expected: String) throws {
    let rows = try annotate(["--columns", "clinvar,gene_validity"]).rows.dropFirst()
    #expect(rows.count == 9)
    #expect(rows.dropFirst(row).first == "\(row + 1):Pathogenic:0\t\(expected)")
  }

  @Test func `The NCBI Gene ID decides where gene models know it, not the symbol`() throws {
    let rows = try annotate(["--columns", "gene_validity"], models: true).rows.dropFirst()
    let cells = rows.map { String($0) }
    #expect(cells.count == 9)
    #expect(cells.dropFirst(5).first == "carrier:GNB:MONDO:0000002:AR:Strong")
    #expect(cells.dropFirst(7).first == ".")
  }

  @Test func `A row of mode gene, a key of VCF and an object of NDJSON have them too`() throws {
    let rows = try annotate(["--mode", "gene"]).rows
    #expect(rows.count == 8)
    let cells = try #require(rows.dropFirst(2).first).split(separator: "\t").map(String.init)
    #expect(cells[0...2] == ["chr5", "1295199", "1295200"])
    #expect(
      cells[4...].joined(separator: " ")
        == "snv GNA HGNC:101 . . . . named . . . . . . . . . . GNA:MONDO:0000001:AD:Definitive .")
    let vcf = try annotate(["-O", "vcf"]).rows
    let record = try #require(vcf.dropFirst(2).first)
    #expect(record.contains("CC_VALIDITY=GNA|MONDO%3A0000001|AD|Definitive|direct"), "\(record)")
    let json = try annotate(["-O", "ndjson"]).lines.map(String.init)
    #expect(
      json.contains {
        $0.contains(
          "\"named_genes\":[{\"symbol\":\"GNA\",\"hgnc_id\":\"HGNC:101\",\"ncbi_gene_id\":11,"
            + "\"named_by\":\"clinvar\",\"validity\":[{\"disease\":\"MONDO:0000001\"")
      })
  }

  @Test(
    "A validity list joins dosage lists and gene models that state no HGNC id, by symbol, without HGNC's set",
    arguments: [true, false])
  func strangers(isModel: Bool) throws {
    let folder = try TemporaryFolder()
    let dosage =
      "track name='ClinGen Gene Curation Haploinsufficiency Scores' db=hg38\n"
      + "chr5\t1000\t2000\tGNA\t3\n"
    let models = "##gff-version 3\nchr5\tx\tgene\t1001\t2000\t.\t+\t.\tID=g;gene=GNA\n"
    let built = try Program.clincall.run([
      "kb", "build", "-o", folder.file("kb"),
      "--gene-validity", try folder.write(Self.validity, to: "validity.csv"),
      isModel ? "--genes" : "--dosage-genes",
      try folder.write(isModel ? models : dosage, to: isModel ? "m.gff3" : "hi.bed") + "=GRCh38",
    ])
    #expect(built.status == 0, "\(built.errors)")
    let calls = try folder.write("chr5\t900\t2100\tDEL\n", to: "in.bed")
    let result = try Program.clincall.run([
      "annotate", "-g", "38", "-k", folder.file("kb"), "--columns", "gene_validity", calls,
    ])
    #expect(result.rows.last == "GNA:MONDO:0000001:AD:Definitive", "\(result.rows)")
  }

  /// Builds a knowledge base of these options and files, and annotates a VCF or BED with it.
  private func cells(
    _ sources: [(option: String, text: String)], calls: (name: String, text: String),
    _ options: [String]
  ) throws -> (info: String, rows: [String]) {
    let folder = try TemporaryFolder()
    var build = ["kb", "build", "-o", folder.file("kb")]
    for (number, source) in sources.enumerated() {
      build += [source.option, try folder.write(source.text, to: "source\(number)")]
    }
    let built = try Program.clincall.run(build)
    #expect(built.status == 0, "\(built.errors)")
    let result = try Program.clincall.run(
      ["annotate", "-g", "38", "-k", folder.file("kb")] + options
        + [try folder.write(calls.text, to: calls.name)])
    #expect(result.status == 0, "\(result.errors)")
    return (built.text, result.rows.dropFirst().map(String.init))
  }

  private static func clinvar(_ geneinfo: String, _ consequence: String = "nonsense") -> String {
    clinvar.split(separator: "\n").filter { $0.hasPrefix("#") }.map { $0 + "\n" }.joined()
      + "5\t1295500\t5\tC\tT\t.\t.\tCLNSIG=Pathogenic;GENEINFO=\(geneinfo);"
      + "MC=SO:0001587|\(consequence)\n"
  }

  private static let call = (
    name: "in.vcf",
    text: "##fileformat=VCFv4.4\n##contig=<ID=chr5,length=181538259>\n"
      + "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\nchr5\t1295500\t.\tC\tT\t.\t.\t.\n"
  )

  private static let strangeModels =
    "##gff-version 3\n#!genome-build GRCh38\n##sequence-region 5 1 181538259\n"
    + "5\tRefSeq\tgene\t1000\t2000\t.\t+\t.\tID=g;gene=OLDB;Dbxref=GeneID:12\n"

  private static let hgnc =
    "hgnc_id\tsymbol\tstatus\talias_symbol\tprev_symbol\tentrez_id\tgene_group_id\n"
    + "HGNC:102\tGNB\tApproved\t\tOLDB\t12\t\n"

  @Test("A gene model that nobody could name takes no curation from GENEINFO's symbol")
  func unnamedModels() throws {
    let sources = [("--clinvar", Self.clinvar("GNB:12")), ("--gene-validity", Self.validity)]
    for more in [[], [("--genes", Self.strangeModels)]] {
      let found = try cells(sources + more, calls: Self.call, ["--columns", "gene_validity"])
      #expect(found.rows == ["GNB:MONDO:0000002:AR:Strong"])
    }
  }

  @Test("HGNC's NCBI Gene ID finds a gene that ClinVar knows by its old symbol")
  func oldSymbols() throws {
    let found = try cells(
      [
        ("--clinvar", Self.clinvar("OLDB:12")), ("--gene-validity", Self.validity),
        ("--hgnc", Self.hgnc),
      ], calls: Self.call, ["--columns", "gene_validity"])
    #expect(found.rows == ["GNB:MONDO:0000002:AR:Strong"])
    #expect(
      found.info.contains(
        "GRCh38: 2 genes with validity or actionability curations have no place (GNA, GNB)\n"),
      "\(found.info)")
  }

  @Test(
    "Of several genes the one with a protein has the change of a protein",
    arguments: [
      ("GNB:12|GNB-AS1:99", "nonsense", "GNB:MONDO:0000002:AR:Strong"),
      ("GNB:12|LOC126860048:99", "missense_variant", "GNB:MONDO:0000002:AR:Strong"),
      ("GNB:12|LOC126860048:99", "splice_donor_variant", "gene_level:GNB:MONDO:0000002:AR:Strong"),
      ("GNB:12|OTHER:99", "nonsense", "gene_level:GNB:MONDO:0000002:AR:Strong"),
    ])
  func severalGenes(geneinfo: String, consequence: String, expected: String) throws {
    let found = try cells(
      [("--clinvar", Self.clinvar(geneinfo, consequence)), ("--gene-validity", Self.validity)],
      calls: Self.call, ["--columns", "gene_validity"])
    #expect(found.rows == [expected])
  }

  @Test(
    "The gene that a panel judged is reached, and the protein's change in its title says that it is changed",
    arguments: [
      ("NM_1.1(GNA):c.4C>T (p.Gln2Ter)", "GNA:MONDO:0000001:AD:Definitive"),
      ("NM_1.1(GNA):c.-124C>T", "gene_level:GNA:MONDO:0000001:AD:Definitive"),
    ])
  func panels(title: String, expected: String) throws {
    let header = """
      Variation\tClinVar Variation Id\tAllele Registry Id\tHGVS Expressions\tHGNC Gene Symbol\t\
      Disease\tMondo Id\tMode of Inheritance\tAssertion\tApplied Evidence Codes (Met)\t\
      Applied Evidence Codes (Not Met)\tSummary of interpretation\tPubMed Articles\t\
      Expert Panel\tGuideline\tApproval Date\tPublished Date\tRetracted\tEvidence Repo Link\tUuid
      """
    let entry = [
      title, "", "", "NC_000005.10:g.1295500C>T", "GNA", "d", "MONDO:0000001", "AD", "Pathogenic",
      "PVS1", "", "s", "1", "A VCEP", "g", "2020-02-03", "2020-03-04", "false", "l", "u",
    ]
    let found = try cells(
      [
        ("--evidence-repository", "\(header)\n\(entry.joined(separator: "\t"))\n"),
        ("--gene-validity", Self.validity),
      ], calls: Self.call, ["--columns", "gene_validity"])
    #expect(found.rows == [expected])
  }

  @Test("Every symbol that any list gives to a gene joins it, not the newest alone")
  func severalSymbols() throws {
    let older = Self.validity.replacing("2026-06-21", with: "2025-06-21")
      .replacing("GNB,HGNC:102", with: "OLDB,HGNC:102")
    let call = (name: "in.bed", text: "chr5\t900\t2100\tDEL\n")
    for lists in [[older], [older, Self.validity]] {
      let found = try cells(
        lists.map { ("--gene-validity", $0) } + [("--genes", Self.strangeModels)], calls: call,
        ["--columns", "gene_validity"])
      #expect(found.rows == ["OLDB:MONDO:0000002:AR:Strong"])
    }
  }

  @Test("A curated gene without a model has its HGNC id in mode gene and NDJSON")
  func identifiers() throws {
    let dosage =
      "track name='ClinGen Gene Curation Haploinsufficiency Scores' db=hg38\n"
      + "chr5\t1000\t2000\tGNA\t3\n"
    let sources = [("--dosage-genes", dosage), ("--gene-validity", Self.validity)]
    let call = (name: "in.bed", text: "chr5\t900\t2100\tDEL\n")
    let rows = try cells(sources, calls: call, ["--mode", "gene"]).rows
    let row = try #require(rows.first)
    #expect(row.contains("\tloss\tGNA\tHGNC:101\t.\t.\t1000\t2000\t"), "\(row)")
    let json = try cells(sources, calls: call, ["-O", "ndjson"]).rows
    #expect(
      json.contains { $0.contains("{\"symbol\":\"GNA\",\"hgnc_id\":\"HGNC:101\"") }, "\(json)")
  }

  @Test("What an older list lacks is not withdrawn because a newer knowledge base had it")
  func newerPrevious() throws {
    let folder = try TemporaryFolder()
    let newer = try folder.write(Self.validity, to: "newer.csv")
    let older = try folder.write(
      Self.validity.replacing("2026-06-21", with: "2025-06-21"), to: "older.csv")
    func build(_ list: String, _ name: String, _ more: [String]) throws -> Program.Result {
      try Program.clincall.run(
        ["kb", "build", "-o", folder.file(name), "--gene-validity", list] + more)
    }
    #expect(try build(newer, "new", []).status == 0)
    let refused = try build(older, "old", ["--previous", folder.file("new")])
    #expect(refused.status == 69)
    #expect(
      refused.errors.hasPrefix(
        "clincall: error: --previous: its --gene-validity is of 2026-06-21, and the newest source given is of "
          + "2025-06-21, which can withdraw nothing of that; give a newer one"), "\(refused.errors)"
    )
    #expect(try build(newer, "same", ["--previous", folder.file("new")]).status == 0)
    // A newer activity summary says nothing of validity beside a list.
    let text = """
      gene_symbol,hgnc_id,gene_url,disease_label,mondo_id,disease_url,mode_of_inheritance,\
      dosage_haploinsufficiency_assertion,dosage_triplosensitivity_assertion,dosage_report,\
      dosage_group,gene_disease_validity_assertion_classifications,\
      gene_disease_validity_assertion_reports,gene_disease_validity_gceps,\
      actionability_assertion_classifications,actionability_assertion_reports,actionability_groups
      GNC,HGNC:103,u,d,MONDO:0000003,u,Autosomal dominant,,,,,definitive evidence (12/18/2020),r,g,,,

      """
    let summary = try folder.write(text, to: "summary.csv") + "@2026-07-01"
    let beside = ["--activity-summary", summary, "--previous", folder.file("new")]
    #expect(try build(older, "beside", beside).status == 69)
  }
}
