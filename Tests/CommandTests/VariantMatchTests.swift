// SPDX-License-Identifier: MIT

import Foundation
import TestSupport
import Testing

/// Exact alleles, judged by bcftools.
@Suite(.needs("bcftools"))
struct VariantMatchTests {
  static let slices = [
    "clinvar_GRCh37_EGFR.2026-06-27.vcf.gz", "clinvar_GRCh37_2000.2023-07-10.vcf.gz",
    "clinvar_GRCh37_72.2019-10-07.vcf.gz",
  ]

  /// Compiles a ClinVar file and returns the folder's path.
  private func compile(_ clinvar: String, in folder: TemporaryFolder, _ more: [String] = []) throws
    -> String
  {
    let kb = folder.file("kb")
    let built = try Program.clincall.run(["kb", "build", "-o", kb, "--clinvar", clinvar] + more)
    #expect(built.status == 0, "\(built.errors)")
    return kb
  }

  private func annotate(_ calls: String, kb: String, _ columns: String) throws -> [String] {
    let result = try Program.clincall.run([
      "annotate", "-g", "GRCh37", "-k", kb, "--columns", columns, calls,
    ])
    #expect(result.status == 0, "\(result.errors)")
    return result.lines.filter { !$0.hasPrefix("#") }.map(String.init)
  }

  @Test(SharedData.trait) func `the header says whether there are alleles to match`() throws {
    let folder = try TemporaryFolder()
    let path = try SharedData.path("clinvar/\(Self.slices[2])")
    let kb = try compile(path, in: folder)
    func emitted(_ options: [String]) throws -> String? {
      let result = try Program.clincall.run(["annotate", "-g", "37", path] + options)
      return result.lines.first { $0.hasPrefix("##clincall_emit=") }.map(String.init)
    }
    let rule =
      "##clincall_emit=auto: every copy-number call and structural variant; small variants with an exact "
      + "match in ClinVar or the Evidence Repository"
    #expect(try emitted(["-k", kb]) == rule)
    #expect(try emitted([]) == rule + ", of which this knowledge base holds none")
  }

  @Test(SharedData.trait, arguments: slices)
  func `every record of a real slice is found as itself, whether classified or not`(slice: String)
    throws
  {
    let folder = try TemporaryFolder()
    let path = try SharedData.path("clinvar/\(slice)")
    let kb = try compile(path, in: folder)
    let rows = try annotate(path, kb: kb, "source,ref,alt,clinvar")
    // ALT `.` is no allele and no call.
    let expected = try #require(Program.installed("bcftools")).run([
      "query", "-i", "ALT!=\".\"", "-f", "%REF\t%ALT\t%ID:%INFO/CLNSIG\n", path,
    ]).lines.map { $0.hasSuffix(":.") ? $0.dropLast() + "not_provided" : $0 }
    #expect(rows.count == expected.count)
    for (row, line) in zip(rows, expected) {
      let cells = row.split(separator: "\t")
      let stars = cells[3].split(separator: ";").map { $0.dropLast(2) }
      // A few alleles have two VariationIDs.
      let parts = line.split(separator: "\t")
      #expect(cells[1] == parts[0] && cells[2] == parts[1], "\(row)")
      #expect(stars.contains(parts[2]), "\(row) \(line)")
    }
    let missing = expected.count { $0.hasSuffix(":not_provided") }
    if slice.contains("EGFR") { #expect(missing >= 72) }
  }

  @Test(SharedData.trait, arguments: slices)
  func `alleles joined into multi-allelic sites are found one by one`(slice: String) throws {
    let folder = try TemporaryFolder()
    let path = try SharedData.path("clinvar/\(slice)")
    let kb = try compile(path, in: folder)
    let bcftools = try #require(Program.installed("bcftools"))
    let joined = folder.file("joined.vcf")
    // bcftools wants the contig lines that ClinVar leaves out.
    let made = try Program(path: "/bin/sh").run([
      "-c",
      """
      bgzip -dc "\(path)" | sed 's/^#CHROM/##contig=<ID=1>\\n##contig=<ID=7>\\n&/' |
        bcftools view -e 'ALT="."' | bcftools norm -m+any -o "\(joined)"
      """,
    ])
    #expect(made.status == 0, "\(made.errors)")
    let rows = try annotate(joined, kb: kb, "clinvar")
    let found = Set(
      rows.flatMap { $0.split(separator: ";").map { String($0.prefix { $0 != ":" }) } })
    // Joining drops exact duplicates and keeps the first ID.
    let ids = try bcftools.run(["query", "-i", "ALT!=\".\"", "-f", "%ID\n", path]).lines.map(
      String.init)
    #expect(found == Set(ids))
    #expect(rows.allSatisfy { $0 != "." })
  }

  @Test(
    SharedData.trait,
    arguments: [
      (
        "HG00096.chr1.phase3_shapeit2_mvncall_integrated_v5_extra_anno.20130502.genotypes.withoutSV.filtered.vcf.gz",
        slices[1]
      ),
      ("ashk-trio.vcf.gz", slices[1]), ("Pfeiffer.vcf.gz", slices[0]),
      ("Pfeiffer.vcf.gz", slices[1]),
    ])
  func `matches of real calls are those of bcftools annotate after norm -m-, line by line`(
    calls: String, slice: String
  ) throws {
    let folder = try TemporaryFolder()
    let clinvar = try SharedData.path("clinvar/\(slice)")
    let input = try SharedData.path("inputs/\(calls)")
    let kb = try compile(clinvar, in: folder)
    // Every ALT of the input is looked up, carried or not.
    let sites = folder.file("sites.vcf")
    let script = """
      set -e
      export LC_ALL=C
      cd \(folder.path)
      bcftools view -G -Ov "\(input)" 2>/dev/null | sed 's/^chr//; s/ID=chr/ID=/' > sites.vcf
      bcftools query -f '%CHROM\\t%POS\\t%REF\\t%ALT\\t%ID:%INFO/CLNSIG\\n' "\(clinvar)" | bgzip > cv.tsv.gz
      tabix -s 1 -b 2 -e 2 cv.tsv.gz
      echo '##INFO=<ID=CVMATCH,Number=1,Type=String,Description="m">' > h
      bcftools norm -m- sites.vcf 2>/dev/null | bcftools annotate -a cv.tsv.gz -h h \
        -c CHROM,POS,REF,ALT,INFO/CVMATCH | bcftools query -i 'CVMATCH!="."' \
        -f '%CHROM %POS %REF %ALT %CVMATCH\\n' | sort > theirs
      """
    let made = try Program(path: "/bin/sh").run(["-c", script])
    #expect(made.status == 0, "\(made.errors)")
    let theirs = try text(of: folder.file("theirs")).split(separator: "\n").map {
      $0.hasSuffix(":.") ? $0.dropLast() + "not_provided" : String($0)
    }.sorted()
    let result = try Program.clincall.run([
      "annotate", "-g", "GRCh37", "-k", kb, "-O", "vcf", sites,
    ])
    #expect(result.status == 0, "\(result.errors)")
    var ours: [String] = []
    for line in result.lines where !line.hasPrefix("#") {
      let cells = line.split(separator: "\t")
      guard
        let entry = cells[7].split(separator: ";").first(where: { $0.hasPrefix("CC_CLINVAR=") })
      else { continue }
      for (alt, value) in zip(
        cells[4].split(separator: ","), entry.dropFirst(11).split(separator: ","))
      where value != "." {
        for match in value.split(separator: "&") {
          let parts = match.split(separator: "|")
          ours.append("\(cells[0]) \(cells[1]) \(cells[3]) \(alt) \(parts[0]):\(parts[1])")
        }
      }
    }
    #expect(ours.sorted().filter { theirs.contains($0) } == theirs)
    #expect(Set(ours).subtracting(theirs).isEmpty)
  }

  @Test func `the four columns, JSON and INFO say the same of one allele`() throws {
    let folder = try TemporaryFolder()
    let clinvar = try folder.write(
      """
      ##fileformat=VCFv4.1
      ##fileDate=2026-06-27
      ##reference=GRCh37
      ##INFO=<ID=CLNSIG,Number=.,Type=String,Description="s">
      ##INFO=<ID=CLNREVSTAT,Number=.,Type=String,Description="r">
      #CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO
      1\t100\t11\tA\tG\t.\t.\tCLNDN=A_b|C;CLNDISDB=MONDO:MONDO:0000001,OMIM:1|.;CLNREVSTAT=criteria_provided,_single_submitter;CLNSIG=Benign
      1\t200\t12\tCT\tC\t.\t.\tCLNREVSTAT=criteria_provided,_conflicting_classifications;CLNSIG=Conflicting_classifications_of_pathogenicity;CLNSIGCONF=Benign(1)%3BPathogenic(1)

      """, to: "clinvar.vcf")
    let cells = [
      "t", "11", "CA1", "NC_000001.10:g.100A>G", "AAA1", "d", "MONDO:0000001", "AD", "Pathogenic",
      "PVS1,PM3_Very", "", "It's \"so\".", "1", "A VCEP", "g", "2020-02-03", "2020-03-04", "false",
      "https://example.org", "u",
    ]
    let header =
      "Variation\tClinVar Variation Id\tAllele Registry Id\tHGVS Expressions\tHGNC Gene Symbol\t"
      + "Disease\tMondo Id\tMode of Inheritance\tAssertion\tApplied Evidence Codes (Met)\t"
      + "Applied Evidence Codes (Not Met)\tSummary of interpretation\tPubMed Articles\t"
      + "Expert Panel\tGuideline\tApproval Date\tPublished Date\tRetracted\tEvidence Repo Link\tUuid"
    let evidence = try folder.write(
      "\(header)\n\(cells.joined(separator: "\t"))\n", to: "erepo.tsv")
    let kb = try compile(clinvar, in: folder, ["--evidence-repository", evidence])
    let calls = try folder.write(
      """
      ##fileformat=VCFv4.2
      ##contig=<ID=1,length=249250621>
      #CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO
      1\t100\t.\tA\tC,G\t.\tPASS\t.
      1\t150\t.\tA\tC\t.\tPASS\t.
      1\t199\t.\tGCT\tGC\t.\tPASS\t.

      """, to: "calls.vcf")
    #expect(
      try annotate(
        calls, kb: kb, "start,ref,alt,variant_assertion,variant_criteria,clinvar,discrepancy,flags")
        == [
          "99\tA\tG\tPathogenic@MONDO:0000001/A VCEP/2020-02-03\tPVS1,PM3_VeryStrong\t11:Benign:1\t"
            + "panel_vs_clinvar\t.",
          "200\tGCT\tGC\t.\t.\t12:Conflicting_classifications_of_pathogenicity:1\t"
            + "clinvar_conflicting\tunaligned",
        ])
    let vcf = try Program.clincall.run(["annotate", "-g", "37", "-k", kb, "-O", "vcf", calls])
    #expect(
      vcf.lines.filter { !$0.hasPrefix("#") }.map { String($0.split(separator: "\t")[7]) } == [
        "CC_ASSERT=.,Pathogenic|MONDO%3A0000001|A%20VCEP|2020-02-03;"
          + "CC_CRITERIA=.,PVS1|PM3_VeryStrong;CC_CLINVAR=.,11|Benign|1", ".",
        "CC_CLINVAR=12|Conflicting_classifications_of_pathogenicity|1",
      ])
    let json = try Program.clincall.run(["annotate", "-g", "37", "-k", kb, "-O", "ndjson", calls])
    let trailer = String(json.lines.last ?? "")
    #expect(trailer.contains("\"calls\":4,\"emitted\":2,\"not_emitted\":2"), "\(trailer)")
    let first = String(json.lines.first { $0.contains("\"call\"") } ?? "")
    for part in [
      #""clinvar":[{"variation_id":11,"route":"allele","classification":"Benign","stars":1"#,
      #""conditions":[{"name":"A_b","ids":["MONDO:0000001","OMIM:1"]},{"name":"C","ids":[]}]"#,
      #""assertions":[{"assertion":"Pathogenic","route":"VariationID""#,
      #""criteria_scope":"as applied by the panel to this allele, on 2020-02-03"#,
      #""discrepancies":["panel_vs_clinvar"]"#,
    ] { #expect(first.contains(part), "\(part) in \(first)") }
  }

  @Test(.needs("bcftools"))
  func `left alignment is that of bcftools norm, and REF is checked`() throws {
    let folder = try TemporaryFolder()
    // A chromosome 1 of GRCh37's length would be 250 MB: chrM alone says nothing about the build.
    var random = SystemRandomNumberGenerator()
    let bases = (0..<16_569).map { place -> Character in
      // Repeats, so that alleles have somewhere to go.
      place % 97 < 40 ? Array("CA")[place % 2] : "ACGT".randomElement(using: &random) ?? "A"
    }
    let fasta = try folder.write(">MT\n\(String(bases))\n", to: "ref.fa")
    let index = "MT\t16569\t4\t16569\t16570\n"
    _ = try folder.write(index, to: "ref.fa.fai")
    var lines: [String] = []
    for place in stride(from: 200, to: 16_000, by: 61) {
      let length = Int.random(in: 1...6, using: &random)
      let anchor = bases[place]
      if Bool.random(using: &random) {
        lines.append(
          "MT\t\(place + 1)\t.\t\(String(bases[place...place + length]))\t\(anchor)\t.\tPASS\t.")
      } else {
        let added = String(bases[place + 1...place + length])
        lines.append("MT\t\(place + 1)\t.\t\(anchor)\t\(anchor)\(added)\t.\tPASS\t.")
      }
    }
    let head =
      "##fileformat=VCFv4.2\n##contig=<ID=MT,length=16569>\n"
    let columns = "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n"
    let calls = try folder.write(
      head + columns + lines.map { $0 + "\n" }.joined(), to: "calls.vcf")
    // bcftools' normalised records are the ClinVar: each call must find its own.
    let bcftools = try #require(Program.installed("bcftools"))
    let normal = try bcftools.run(["norm", "-f", fasta, calls])
    #expect(normal.status == 0, "\(normal.errors)")
    let records = normal.lines.filter { !$0.hasPrefix("#") }
    let clinvar = try folder.write(
      "##fileformat=VCFv4.1\n##reference=GRCh37\n##INFO=<ID=CLNSIG,Number=.>\n"
        + "##INFO=<ID=CLNREVSTAT,Number=.>\n\(columns)"
        + records.enumerated().map { number, record in
          var cells = record.split(separator: "\t").map(String.init)
          cells[2] = "\(number + 1)"
          return cells.joined(separator: "\t") + "\n"
        }.joined(), to: "clinvar.vcf")
    let kb = try compile(clinvar, in: folder)
    let found = try Program.clincall.run([
      "annotate", "-g", "37", "-k", kb, "--emit", "all", "--columns", "clinvar,flags",
      "--reference", fasta, calls,
    ])
    #expect(found.status == 0, "\(found.errors)")
    let rows = found.lines.filter { !$0.hasPrefix("#") }
    #expect(rows.count == lines.count)
    #expect(rows.allSatisfy { !$0.hasPrefix(".") && $0.hasSuffix("\t.") })

    let wrong = try folder.write(
      head + columns
        + "MT\t1\t.\t\(bases[0] == "A" ? "C" : "A")\tG\t.\tPASS\t.\n", to: "wrong.vcf")
    let refused = try Program.clincall.run([
      "annotate", "-g", "37", "-k", kb, "--reference", fasta, wrong,
    ])
    #expect(refused.status == 65)
    #expect(
      refused.errors.contains(
        "wrong.vcf:4: REF says \(bases[0] == "A" ? "C" : "A") at \"MT\", position 1, and the "
          + "reference has \(bases[0]) there; is --reference of the same build and contigs?"),
      "\(refused.errors)")
    try FileManager.default.removeItem(atPath: fasta + ".fai")
    let unindexed = try Program.clincall.run([
      "annotate", "-g", "37", "-k", kb, "--reference", fasta, calls,
    ])
    #expect(unindexed.status == 66)
    #expect(unindexed.errors.contains("make it with: samtools faidx"), "\(unindexed.errors)")
  }
}
