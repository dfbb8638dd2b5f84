// SPDX-License-Identifier: MIT

import Foundation
import TestSupport
import Testing

/// Section 5 and the inheritance column by the calls of relatives, with `--ped`.
struct FamilyTests {
  /// A boy, his affected sister, their parents, and a grandfather; phenotypes as given.
  private static func ped(mother: Int = 1, father: Int = 1) -> String {
    """
    # family sample father mother sex phenotype
    F1 KID DAD MOM 1 2
    F1 SIS DAD MOM 2 2
    F1 DAD 0 0 1 \(father)
    F1 MOM GRA 0 2 \(mother)
    F1 GRA 0 0 1 2

    """
  }

  private static let head = """
    ##fileformat=VCFv4.2
    ##FORMAT=<ID=GT,Number=1,Type=String,Description="Genotype">
    ##FORMAT=<ID=CN,Number=1,Type=Float,Description="Copies">
    ##INFO=<ID=END,Number=1,Type=Integer,Description="End">
    ##contig=<ID=chr2,length=242193529>
    ##contig=<ID=chr8,length=145138636>
    ##contig=<ID=chr22,length=50818468>
    ##contig=<ID=chrX,length=156040895>

    """

  private static func line(
    _ contig: String, _ start: Int, _ end: Int, _ cells: String, type: String = "DEL",
    format: String = "GT"
  ) -> String {
    "\(contig)\t\(start)\t.\tN\t<\(type)>\t.\tPASS\tEND=\(end)\t\(format)\t"
      + cells.split(separator: " ").joined(separator: "\t") + "\n"
  }

  private static func vcf(_ samples: String, _ lines: [String]) -> String {
    head + "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\t"
      + samples.split(separator: " ").joined(separator: "\t") + "\n" + lines.joined()
  }

  private func annotate(_ vcf: String, ped: String = ped(), _ options: [String] = []) throws
    -> Program.Result
  {
    let folder = try TemporaryFolder()
    return try Program.clincall.run(
      [
        "annotate", "--no-version", "--ped", try folder.write(ped, to: "f.ped"),
        try folder.write(vcf, to: "f.vcf"),
      ] + options)
  }

  private func rows(_ result: Program.Result) -> [[String]] {
    #expect(result.status == 0, "\(result.errors)")
    return result.rows.dropFirst().map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
  }

  @Test(arguments: [
    ("0/1 0/0 0/0", "de_novo"), ("0/1 0/1 0/0", "paternal;."), ("0/1 0/0 0/1", "maternal;unknown"),
    ("0/1 0/1 0/1", "biparental;.;unknown"), ("0/1 ./. 0/0", "not_maternal"),
    ("0/1 0/0 ./.", "not_paternal"), ("0/1 ./. ./.", "unknown"),
    ("0/1 ./. 0/1", "maternal;unknown"),
    ("0/1 0/. 0/0", "not_maternal"),
  ])
  func `genotypes of one record say how the child came by the call`(
    cells: String, expected: String
  ) throws {
    let vcf = Self.vcf("KID DAD MOM", [Self.line("chr8", 20_000_000, 20_050_000, cells)])
    #expect(
      rows(try annotate(vcf, ["--columns", "inheritance"])).flatMap(\.self) == [expected])
  }

  @Test(arguments: [
    ("0/1:1 0/0:2 0/0:2", "de_novo"), ("0/1:1 0/0:1 0/0:2", "unclear"),
    ("0/1:1 0/0:3 0/0:2", "de_novo"), ("0/1:1 ./.:2 0/0:2", "de_novo"),
    ("0/1:1 ./.:. 0/0:2", "not_maternal"),
  ])
  func `a copy number of a parent that points the call's way is no clear absence`(
    cells: String, expected: String
  ) throws {
    let vcf = Self.vcf(
      "KID DAD MOM", [Self.line("chr8", 20_000_000, 20_050_000, cells, format: "GT:CN")])
    let found = rows(try annotate(vcf, ["--columns", "sample,inheritance"]))
    #expect(found.first { $0[0] == "KID" }?[1] == expected)
  }

  @Test func `a pipeline's pedigree does what annotate's does`() throws {
    let folder = try TemporaryFolder()
    let vcf = Self.vcf("KID DAD MOM", [Self.line("chr8", 20_000_000, 20_050_000, "0/1 0/0 0/0")])
    let pipeline = """
      sources:
        calls: {uses: calls, path: \(try folder.write(vcf, to: "f.vcf")), ped: \(try folder.write(Self.ped(), to: "f.ped"))}
      stages:
        dosage: {uses: dosage, from: calls}
      sinks:
        table: {uses: tsv, from: dosage, path: "-", columns: [inheritance]}

      """
    let result = try Program.clincall.run(["run", try folder.write(pipeline, to: "p.yaml")])
    #expect(rows(result) == [["de_novo"]])
  }

  /// The parent's record has other ends than the child's.
  @Test(arguments: [
    (20_000_000, 20_050_000, "maternal"), (20_010_000, 20_060_000, "maternal"),
    // 25,000 of 50,000 bases and one base less.
    (20_025_000, 20_050_000, "maternal"), (20_025_001, 20_050_000, "unclear"),
    // 5,000 and 4,999 of them.
    (20_045_000, 20_050_000, "unclear"), (20_045_001, 20_050_000, "de_novo"),
    // An interval that holds the child's many times.
    (19_000_000, 21_000_000, "unclear"), (30_000_000, 30_050_000, "de_novo"),
  ])
  func `the same change is told by reciprocal overlap, and what is neither is unclear`(
    start: Int, end: Int, expected: String
  ) throws {
    let vcf = Self.vcf(
      "KID DAD MOM",
      [
        Self.line("chr8", 19_999_999, 20_049_999, "0/1 0/0 0/0"),
        Self.line("chr8", start - 1, end - 1, "0/0 0/0 0/1"),
      ])
    let found = rows(try annotate(vcf, ["--columns", "sample,inheritance"]))
    #expect(found.first { $0[0] == "KID" }?[1] == expected)
  }

  @Test func `a gain of a parent is no loss, and a filtered or unselected call of one counts`()
    throws
  {
    let gain = Self.vcf(
      "KID DAD MOM",
      [
        Self.line("chr8", 20_000_000, 20_050_000, "0/1 0/0 0/0"),
        Self.line("chr8", 20_000_000, 20_050_000, "0/0 0/0 0/1", type: "DUP"),
      ])
    #expect(rows(try annotate(gain, ["--columns", "inheritance"]))[0] == ["de_novo"])
    let weak = Self.vcf(
      "KID DAD MOM",
      [
        Self.line("chr8", 20_000_000, 20_050_000, "0/1 0/0 0/0"),
        Self.line("chr8", 20_001_000, 20_050_000, "0/0 0/0 0/1")
          .replacing("PASS", with: "weak"),
      ])
    for options in [
      ["-s", "KID"], ["--apply-filters", "PASS"], ["-t", "chr8:20000000-20000500"],
    ] {
      #expect(
        rows(try annotate(weak, options + ["--columns", "inheritance"])) == [["maternal"]],
        "\(options)")
    }
  }

  @Test func `one file for each member says what one file for all does`() throws {
    let folder = try TemporaryFolder()
    let kid = Self.line("chr8", 20_000_000, 20_050_000, "0/1")
    let ped = try folder.write(Self.ped(), to: "f.ped")
    func inheritance(_ paths: [String]) throws -> [String] {
      rows(
        try Program.clincall.run(
          ["annotate", "--ped", ped, "--columns", "sample,inheritance,cnv_not_assessed"] + paths)
      ).filter { $0[0] == "KID" }.map { $0[1...].joined(separator: " ") }
    }
    let child = try folder.write(Self.vcf("KID", [kid]), to: "kid.vcf")
    let mother = try folder.write(Self.vcf("MOM", []), to: "mom.vcf")
    let father = try folder.write(
      Self.vcf("DAD", [Self.line("chr8", 20_002_000, 20_051_000, "1/1")]), to: "dad.vcf")
    let noFather = try folder.write(Self.vcf("DAD", []), to: "dad0.vcf")
    let both = try inheritance([child, mother, father])[0]
    #expect(both.hasPrefix("paternal ") && both.contains(";5B("), "\(both)")
    let new = try inheritance([child, mother, noFather])[0]
    #expect(new.hasPrefix("de_novo ") && !new.contains(";5"), "\(new)")
    #expect(
      try inheritance([child, mother])[0].hasPrefix(
        "not_maternal 4A-4N;5(no calls of a parent: DAD)"))
    #expect(
      try inheritance([child])[0].hasPrefix("unknown 4A-4N;5(no calls of a parent: MOM)"))
  }

  @Test func `a table with a sample column is a family too`() throws {
    let folder = try TemporaryFolder()
    let bed = try folder.write(
      "#chrom\tstart\tend\ttype\tsample\nchr8\t20000000\t20050000\tDEL\tKID\n"
        + "chr8\t20000000\t20051000\tDEL\tMOM\nchr2\t100000000\t100050000\tDUP\tDAD\n", to: "f.bed")
    let result = try Program.clincall.run([
      "annotate", "-g", "38", "--ped", try folder.write(Self.ped(), to: "f.ped"), "--columns",
      "sample,inheritance", bed,
    ])
    #expect(rows(result) == [["KID", "maternal"], ["MOM", "unknown"], ["DAD", "."]])
  }

  /// A son's X is his mother's.
  @Test(arguments: [
    // De novo: met, no points without a phenotype, the range is the rubric's.
    ("chr8", "0/1 0/0 0/0 0/0 0/0", 1, 1, "5A=0.00(de_novo)", "."),
    // From a healthy father: 5B or 5C.
    (
      "chr8", "0/1 0/0 0/1 0/0 0/0", 1, 1, "",
      "5B(inherited from an unaffected parent, needs the patient's phenotype: DAD)"
    ),
    // From an affected father, the affected sister has it too: two segregations have no points.
    ("chr8", "0/1 0/1 0/1 0/0 0/0", 1, 2, "5D=0.00(2 segregations)", "."),
    // The affected sister lacks it.
    (
      "chr8", "0/1 0/0 0/1 0/0 0/0", 1, 2, "",
      "5E(does not segregate, needs the patient's phenotype: SIS)"
    ),
    // Three affected relatives: 4F's points.
    ("chr8", "0/1 0/1 0/0 0/1 0/1", 2, 1, "5D=0.15(3 segregations)", "."),
    // The parent's state is not stated.
    (
      "chr8", "0/1 0/0 0/1 0/0 0/0", 1, 0, "",
      "5(the pedigree does not say whether affected: DAD)"
    ),
    // The father's X goes to no son.
    ("chrX", "1 0/0 1 0/0 0", 1, 1, "5A=0.00(de_novo)", "."),
    ("chrX", "1 0/0 0 0/1 0", 1, 1, "", "5(X-linked, from an unaffected mother: MOM)"),
    // Both copies.
    ("chr8", "1/1 0/0 0/1 0/1 0/0", 1, 1, "", "5(inherited from both parents)"),
    ("chr8", "0/1 0/0 0/0 ./. 0/0", 1, 1, "", "5(no genotype of a parent: MOM)"),
  ])
  func `section 5 counts what genotypes decide and leaves the rest open`(
    contig: String, cells: String, mother: Int, father: Int, met: String, open: String
  ) throws {
    let start = contig == "chrX" ? 100_000_000 : 20_000_000
    let vcf = Self.vcf(
      "KID SIS DAD MOM GRA", [Self.line(contig, start, start + 50_000, cells)])
    let found = rows(
      try annotate(
        vcf, ped: Self.ped(mother: mother, father: father),
        ["--columns", "sample,cnv_evidence,cnv_not_assessed,flags"]))
    let row = try #require(found.first { $0[0].hasPrefix("KID") })
    let section5 = row[1].split(separator: ";").filter { $0.hasPrefix("5") }
    #expect(section5.joined(separator: ";") == met, "\(row)")
    let left = row[2].split(separator: ";").first { $0.hasPrefix("5") }.map(String.init) ?? "."
    #expect(left == open, "\(row)")
  }

  @Test func `a parent who has the call in some cells proves nothing against it`() throws {
    let vcf = Self.vcf(
      "KID DAD MOM",
      [Self.line("chr8", 20_000_000, 20_050_000, "0/1:1 0/0:2 0/1:1.7", format: "GT:CN")])
    let row = try #require(
      rows(try annotate(vcf, ["--columns", "sample,inheritance,cnv_not_assessed"])).first {
        $0[0] == "KID"
      })
    #expect(row[1] == "maternal_mosaic")
    #expect(row[2].contains("5(a parent has it in some cells: MOM)"), "\(row)")
  }

  @Test func `families that say different things decide nothing together, and apart each its own`()
    throws
  {
    let ped = Self.ped() + "F2 KID2 DAD2 MOM2 2 2\n"
    let vcf = Self.vcf(
      "KID DAD MOM KID2 DAD2 MOM2",
      [Self.line("chr8", 20_000_000, 20_050_000, "0/1 0/0 0/0 0/1 0/1 0/0")])
    let columns = ["--columns", "sample,inheritance,cnv_evidence,cnv_not_assessed"]
    let shared = rows(try annotate(vcf, ped: ped, columns))
    #expect(shared[0][1] == "de_novo;paternal;.")
    #expect(shared[0][3].contains("5(patients of the call differ, see --split-samples)"))
    let split = rows(try annotate(vcf, ped: ped, columns + ["--split-samples"]))
    #expect(split.map { $0[1] } == ["de_novo", "paternal", "."])
    #expect(split[0][2].contains("5A=0.00(de_novo)"))
  }

  @Test
  func
    `evidence goes before the pedigree, is marked where that contradicts, and counts a patient once`()
    throws
  {
    let folder = try TemporaryFolder()
    let vcf = try folder.write(
      Self.vcf("KID DAD MOM", [Self.line("chr8", 20_000_000, 20_050_000, "0/1 0/0 0/0")]),
      to: "f.vcf")
    let ped = try folder.write(Self.ped(), to: "f.ped")
    func run(_ rows: String) throws -> [String] {
      let evidence = try folder.write(rows, to: "e.tsv")
      return self.rows(
        try Program.clincall.run([
          "annotate", "--ped", ped, "--evidence", evidence, "--columns",
          "cnv_evidence,cnv_score,flags", vcf,
        ]))[0]
    }
    let place = "KID\tchr8:20000001-20050000\tloss"
    let plain = try run("\(place)\t5F\t0\t\n")
    let points = Self.hundredths(plain[1])
    let agreed = try run("\(place)\t5A\t0.30\tunique phenotype\n")
    #expect(Self.hundredths(agreed[1]) == points + 30)
    #expect(agreed[0].contains("5A=0.30(stated)") && !agreed[2].contains("against"))
    #expect(try run("\(place)\t5B\t-0.30\t\n")[2].contains("section5_against_pedigree"))
    // The patient is a case of the literature as well: once.
    let twice = try run("\(place)\t4C\t0.15\tcase=KID\n\(place)\t4C\t0.15\tcase=OTHER\n")
    #expect(Self.hundredths(twice[1]) == points + 15)
    #expect(twice[0].contains("4C=0.15(stated)"))
  }

  private static func hundredths(_ text: String) -> Int {
    Int(((Double(text) ?? 99) * 100).rounded())
  }

  @Test
  func `what relatives leave open narrows the range and the codes that would change the class`()
    throws
  {
    let columns = ["--columns", "sample,cnv_score,cnv_score_range,cnv_next"]
    func row(_ cells: String) throws -> [String] {
      let vcf = Self.vcf("KID DAD MOM", [Self.line("chr13", 55_000_000, 55_499_999, cells)])
        .replacing("chr22,length=50818468", with: "chr13,length=114364328")
      return rows(try annotate(vcf, columns)).first { $0[0].hasPrefix("KID") } ?? []
    }
    let deNovo = try row("0/1 0/0 0/0")
    #expect(deNovo[1...2] == ["-0.60", "-0.60..-0.15"])
    #expect(!deNovo[3].contains("5B") && !deNovo[3].contains("5A"))
    let inherited = try row("0/1 0/1 0/0")
    #expect(inherited[1...2] == ["-0.60", "-1.05..-0.60"])
    #expect(inherited[3].contains("5B=-0.30:LB;5C=-0.30:LB"))
  }

  @Test func `a pipe cannot be read twice, and says so`() throws {
    let folder = try TemporaryFolder()
    let vcf = Self.vcf("KID DAD MOM", [Self.line("chr8", 20_000_000, 20_050_000, "0/1 0/0 0/0")])
    let result = try Program.shell(
      "cat \(try folder.write(vcf, to: "f.vcf")) | $clincall annotate --columns inheritance --ped "
        + (try folder.write(Self.ped(), to: "f.ped")))
    #expect(rows(result) == [["."]])
    #expect(
      result.errors
        == "clincall: warning: a pipe is read only once, so --ped told the sex of samples and no "
        + "inheritance; give files\n")
  }

  @Test(arguments: [
    (
      "F A 0 0\n",
      "1: fewer than 5 columns; a pedigree has family, sample, father, mother, sex, phenotype"
    ),
    (
      "F A 0 0 1 2\nF A 0 0 1 2\n",
      "2: sample \"A\" stands in line 1 already; give every sample one line"
    ),
    ("F A A 0 1 2\n", "1: sample \"A\" is its own parent; write 0 for a parent who is not known"),
    (
      "F A B C 1 2\nF B 0 0 2 1\n",
      "1: \"B\" is female by another line and father here; correct one of them"
    ),
  ])
  func `a pedigree that cannot be is an error with its line`(ped: String, sentence: String) throws {
    let vcf = Self.vcf("KID", [Self.line("chr8", 20_000_000, 20_050_000, "0/1")])
    let result = try annotate(vcf, ped: ped)
    #expect(result.status == 65)
    #expect(result.errors.hasSuffix("f.ped:\(sentence)\n"), "\(result.errors)")
  }

  @Test func `a pedigree of other samples is told`() throws {
    let vcf = Self.vcf("A", [Self.line("chr8", 20_000_000, 20_050_000, "0/1")])
    let result = try annotate(vcf)
    #expect(
      result.errors
        == "clincall: warning: nobody of the pedigree is a sample of the inputs "
        + "(\"KID\", \"SIS\", \"DAD\", \"MOM\", \"GRA\"); check its second column\n")
  }

  @Test func `NDJSON names the presence in each parent`() throws {
    let vcf = Self.vcf("KID DAD MOM", [Self.line("chr8", 20_000_000, 20_050_000, "0/1 ./. 0/1")])
    let result = try annotate(vcf, ["-O", "ndjson"])
    #expect(
      result.text.contains(
        "\"inheritance\":[{\"sample\":\"KID\",\"inheritance\":\"maternal\",\"mother\":\"present\","
          + "\"father\":\"no_genotype\"},"), "\(result.text)")
  }
}
