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
}
