// SPDX-License-Identifier: MIT

import TestSupport
import Testing

/// What each stage keeps, and that nothing is lost on the way.
struct GraphStageTests {
  /// Runs a graph of one source, the given stages behind `dosage`, and the given sinks.
  private func run(
    _ input: String, stages: String, sinks: String, in folder: TemporaryFolder, more: [String] = []
  ) throws -> Program.Result {
    let text = """
      sources:
        calls: {uses: calls, path: \(input), build: GRCh38}
      stages:
        dosage: {uses: dosage, from: calls}
      \(stages.split(separator: "\n").map { "  \($0)" }.joined(separator: "\n"))
      sinks:
      \(sinks.split(separator: "\n").map { "  \($0)" }.joined(separator: "\n"))

      """.replacing("$OUT", with: folder.path)
    let path = try folder.write(text, to: "pipeline.yaml")
    return try Program.clincall.run(["run", "--no-version", path] + more)
  }

  private func rows(_ path: String) throws -> [Substring] {
    try text(of: path).split(separator: "\n").filter { !$0.hasPrefix("#") }
  }

  private let bed = "\(Program.project)/testdata/bed/array.bed"
  private let vcf = "\(Program.project)/testdata/vcf/germline.vcf"

  @Test(arguments: [
    "types: [loss]", "types: gain", "min_size: 100000", "max_size: 100000", "genes: [BRCA1, CRKL]",
    "curated_only: true", "types: [loss, gain], min_size: 1000, max_size: 2000000, genes: [PMP22]",
    "classes: [P, VUS]", "classes: not_scored", "min_score: 0.90", "max_score: 0.00, types: [loss]",
  ])
  func `what passes and the rest are all calls, each once and in order`(options: String) throws {
    for input in [bed, vcf] {
      let folder = try TemporaryFolder()
      let result = try run(
        input, stages: "keep: {uses: filter, from: dosage, \(options)}",
        sinks: """
          kept: {uses: ndjson, from: keep, path: $OUT/kept.ndjson, emit: all}
          rest: {uses: ndjson, from: keep.rest, path: $OUT/rest.ndjson, emit: all}
          all: {uses: ndjson, from: dosage, path: $OUT/all.ndjson, emit: all}
          """, in: folder)
      #expect(result.status == 0, "\(result.errors)")
      func calls(_ name: String) throws -> [Substring] {
        try rows(folder.file("\(name).ndjson")).filter { $0.contains("\"type\":\"call\"") }
      }
      let (kept, rest, all) = try (calls("kept"), calls("rest"), calls("all"))
      #expect(Set(kept).isDisjoint(with: rest))
      #expect(all.filter { kept.contains($0) } == kept)
      #expect(all.filter { rest.contains($0) } == rest)
      #expect(kept.count + rest.count == all.count)
      for (name, emitted) in [("kept", kept.count), ("rest", rest.count), ("all", all.count)] {
        let trailer = try #require(try rows(folder.file("\(name).ndjson")).last)
        #expect(
          trailer.contains(
            "\"calls\":\(all.count),\"emitted\":\(emitted),\"not_emitted\":\(all.count - emitted)"))
      }
    }
  }

  @Test func `a filter means what it says`() throws {
    let folder = try TemporaryFolder()
    _ = try run(
      bed,
      stages: """
        losses: {uses: filter, from: dosage, types: [loss], min_size: 100000}
        brca: {uses: filter, from: dosage, genes: [BRCA1]}
        curated: {uses: filter, from: dosage, curated_only: true}
        """,
      sinks: """
        a: {uses: tsv, from: losses, path: $OUT/losses.tsv}
        b: {uses: tsv, from: brca, path: $OUT/brca.tsv}
        c: {uses: tsv, from: curated.rest, path: $OUT/rest.tsv}
        """, in: folder)
    func ids(_ name: String) throws -> [Substring] {
      try rows(folder.file(name)).map { $0.split(separator: "\t")[12] }
    }
    #expect(try ids("losses.tsv") == ["typical_22q11.2", "DMD_exact"])
    #expect(try ids("brca.tsv") == ["BRCA1_inside"])
    #expect(try ids("rest.tsv") == ["nothing_curated", "other_contig"])
  }

  @Test func `a filter by class or score agrees with the report's columns`() throws {
    let folder = try TemporaryFolder()
    _ = try run(
      bed,
      stages: """
        p: {uses: filter, from: dosage, classes: [P, LP]}
        none: {uses: filter, from: dosage, classes: [not_scored]}
        scored: {uses: filter, from: dosage, min_score: 0.01, max_score: 0.99}
        """,
      sinks: """
        a: {uses: tsv, from: p, path: $OUT/p.tsv, columns: [input_id, cnv_class, cnv_score]}
        b: {uses: tsv, from: none, path: $OUT/none.tsv, columns: [input_id, cnv_class, cnv_score]}
        c: {uses: tsv, from: scored, path: $OUT/scored.tsv, columns: [input_id, cnv_class, cnv_score]}
        d: {uses: tsv, from: dosage, path: $OUT/all.tsv, columns: [input_id, cnv_class, cnv_score]}
        """, in: folder)
    let all = try rows(folder.file("all.tsv"))
    func kept(_ name: String, _ passes: ([Substring]) -> Bool) throws {
      let expected = all.filter { passes($0.split(separator: "\t")) }
      #expect(try rows(folder.file(name)) == expected, "\(name)")
    }
    try kept("p.tsv") { $0[1].hasPrefix("Pathogenic") || $0[1] == "Likely pathogenic" }
    try kept("none.tsv") { $0[1] == "." }
    try kept("scored.tsv") { (0.01...0.99).contains(Double($0[2]) ?? -9) }
    #expect(try text(of: folder.file("p.tsv")).contains("##clincall_selection=p: classes P,LP\n"))
    #expect(
      try text(of: folder.file("scored.tsv")).contains(
        "##clincall_selection=scored: min_score 0.01; max_score 0.99\n"))
  }

  @Test(arguments: [
    ("keep", "P", 3), ("keep.rest", "P", 0), ("keep", "none", 0), ("keep.rest", "VUS:any", 3),
  ])
  func `a finding is what some output reports`(from: String, condition: String, status: Int32)
    throws
  {
    let folder = try TemporaryFolder()
    _ = try run(
      bed, stages: "keep: {uses: filter, from: dosage, classes: [P]}",
      sinks: "t: {uses: tsv, from: \(from), path: $OUT/out.tsv}", in: folder)
    let text = try text(of: folder.file("pipeline.yaml"))
    let path = try folder.write(text + "fail_on: \(condition)\n", to: "finding.yaml")
    let finding = try Program.clincall.run(["run", "--force", path])
    #expect(finding.status == status, "\(finding.errors)")
    #expect(finding.errors.contains("clincall: finding: ") == (status == 3))
  }

  @Test(arguments: ["after", "before"])
  func `VCF output holds every record, and a call that is left out has no annotation`(
    place: String
  ) throws {
    let folder = try TemporaryFolder()
    let stages =
      place == "after"
      ? "keep: {uses: filter, from: dosage, types: [gain]}"
      : "keep: {uses: filter, from: calls, types: [gain]}\nlater: {uses: dosage, from: keep}"
    // A filter may stand before the dosage stage; the first one then only feeds a report of its own.
    let sinks =
      "v: {uses: vcf, from: \(place == "after" ? "keep" : "later"), path: $OUT/out.vcf}\n"
      + "t: {uses: tsv, from: dosage, path: $OUT/all.tsv}"
    let result = try run(vcf, stages: stages, sinks: sinks, in: folder)
    #expect(result.status == 0, "\(result.errors)")
    let lines = try rows(folder.file("out.vcf"))
    let original = try rows(vcf)
    let annotated = try Program.clincall.run(["annotate", "-O", "vcf", vcf]).rows.dropFirst()
    #expect(lines.count == original.count)
    // sv2 is a gain; sv3 is a loss and a gain, of which only the gain's allele is annotated.
    #expect(lines[1] == annotated.dropFirst().first)
    #expect(lines[3].contains("CC_HI=.,ITGA3|30|complete"))
    for index in [0, 2, 4, 5] { #expect(lines[index] == original[index]) }
  }

  @Test func `VCF made of another format holds every call as well`() throws {
    let folder = try TemporaryFolder()
    _ = try run(
      bed, stages: "keep: {uses: filter, from: dosage, genes: [BRCA1]}",
      sinks: "v: {uses: vcf, from: keep, path: $OUT/out.vcf}", in: folder)
    let lines = try rows(folder.file("out.vcf"))
    #expect(lines.count == 7)
    #expect(
      lines.filter { $0.contains("CC_") }.map { $0.split(separator: "\t")[2] } == ["BRCA1_inside"])
  }

  @Test func `a sample's report names nobody else`() throws {
    let folder = try TemporaryFolder()
    let result = try run(
      vcf, stages: "who: {uses: sample, from: dosage, samples: [mother]}",
      sinks: "t: {uses: tsv, from: who, path: $OUT/out.tsv}", in: folder)
    #expect(result.status == 0, "\(result.errors)")
    let cells = try rows(folder.file("out.tsv")).map { $0.split(separator: "\t") }
    #expect(cells.map { $0[12] } == ["sv2", "sv3", "sv4"])
    #expect(cells.allSatisfy { $0[4] == "mother" && $0[5] == "1" })
    let array = try TemporaryFolder()
    _ = try run(
      bed,
      stages: "who: {uses: sample, from: calls, samples: P003}\nmore: {uses: dosage, from: who}",
      sinks:
        "t: {uses: tsv, from: more, path: $OUT/out.tsv}\nu: {uses: tsv, from: dosage, path: $OUT/all.tsv}",
      in: array)
    #expect(
      try rows(array.file("out.tsv")).map { $0.split(separator: "\t")[12] }
        == ["BRCA1_inside", "SCN2A_part"])
  }

  @Test func `a sample that the header does not name is a mistake with its place`() throws {
    let folder = try TemporaryFolder()
    let result = try run(
      vcf, stages: "who: {uses: sample, from: dosage, samples: [mother, fahter]}",
      sinks: "t: {uses: tsv, from: who, path: $OUT/out.tsv}", in: folder)
    #expect(result.status == 65)
    #expect(
      result.errors
        == "clincall: error: \(folder.file("pipeline.yaml")):5:55: no such sample in \(vcf) (\"fahter\"); write its name as the file does\n"
    )
    #expect(folder.names == ["pipeline.yaml"])
  }

  @Test func `regions are the same written and from a BED file`() throws {
    let folder = try TemporaryFolder()
    // The last base of the SCN2A call, the base before the DMD call, and a contig of no build.
    _ = try folder.write(
      "track name=x\n2\t165299999\t165300001\nchrX\t0\t31119221\nchrUn_KI270302v1\t0\t10\n",
      to: "r.bed")
    let result = try run(
      bed,
      stages: """
        a: {uses: region, from: dosage, file: $OUT/r.bed}
        b: {uses: region, from: dosage, regions: ["2:165,300,000-165300001", "chrX:1-31119221", chrUn_KI270302v1]}
        """,
      sinks: """
        t: {uses: tsv, from: a, path: $OUT/a.tsv}
        u: {uses: tsv, from: b, path: $OUT/b.tsv}
        """, in: folder)
    #expect(result.status == 0, "\(result.errors)")
    let a = try rows(folder.file("a.tsv"))
    #expect(a.map { $0.split(separator: "\t")[12] } == ["SCN2A_part", "other_contig"])
    #expect(try rows(folder.file("b.tsv")) == a)
  }

  @Test func `a bad line of a region file is told with its place`() throws {
    let folder = try TemporaryFolder()
    _ = try folder.write("chr1\t5\t9\nchr1\t9\t5\n", to: "r.bed")
    let result = try run(
      bed, stages: "a: {uses: region, from: dosage, file: $OUT/r.bed}",
      sinks: "t: {uses: tsv, from: a, path: $OUT/a.tsv}", in: folder)
    #expect(result.status == 65)
    #expect(
      result.errors
        == "clincall: error: \(folder.file("r.bed")):2:1: no line of BED (\"chr1\\t9\\t5\"); write contig, start and end, 0-based half-open, by TABs\n"
    )
  }

  @Test func `a gene list may be a file, and genes that nobody knows are named`() throws {
    let folder = try TemporaryFolder()
    _ = try folder.write("# panel\nBRCA1\tbreast\n\nNOSUCHGENE\r\n", to: "panel.txt")
    let result = try run(
      bed, stages: "a: {uses: filter, from: dosage, genes: $OUT/panel.txt}",
      sinks: "t: {uses: tsv, from: a, path: $OUT/a.tsv}", in: folder)
    #expect(result.status == 0)
    #expect(
      result.errors
        == "clincall: note: \(bed): GRCh38 has no contig chrUn_KI270302v1; calls there are kept and not annotated\n"
        + "clincall: warning: stage a: the knowledge base has neither curation nor model of 1 of its genes (\"NOSUCHGENE\"); write approved symbols\n"
    )
    #expect(try rows(folder.file("a.tsv")).count == 1)
  }

  @Test func `the header of a report says what was left out`() throws {
    let folder = try TemporaryFolder()
    _ = try run(
      bed,
      stages: """
        big: {uses: filter, from: dosage, min_size: 5000}
        who: {uses: sample, from: big.rest, samples: [P003]}
        """,
      sinks: "t: {uses: tsv, from: who, path: $OUT/t.tsv}", in: folder)
    #expect(
      try text(of: folder.file("t.tsv")).contains(
        "##clincall_selection=big.rest: rest of min_size 5000 > who: samples P003\n"))
  }

  @Test func `a genes stage is refused where there are no gene models`() throws {
    let folder = try TemporaryFolder()
    let stages = "g: {uses: genes, from: dosage}"
    let sinks = "t: {uses: tsv, mode: gene, from: g, path: $OUT/t.tsv}"
    let kb = folder.file("kb")
    let clingen = "\(Program.project)/testdata/clingen"
    let built = try Program.clincall.run([
      "kb", "build", "-o", kb, "--dosage-genes", "\(clingen)/genes.GRCh38.tsv",
      "\(clingen)/genes.GRCh37.tsv",
    ])
    try #require(built.status == 0, "\(built.errors)")
    let refused = try run(bed, stages: stages, sinks: sinks, in: folder, more: ["-k", kb])
    #expect(refused.status == 69)
    #expect(
      refused.errors.contains(
        ":5:3: the knowledge base holds no gene models, which a genes stage needs; remove the stage"
      ))
    // The embedded one has them.
    let fine = try run(bed, stages: stages, sinks: sinks, in: folder)
    #expect(fine.status == 0, "\(fine.errors)")
    let same = try Program.clincall.run([
      "annotate", "--no-version", "-g", "GRCh38", "--mode", "gene", bed,
    ])
    #expect(try contents(of: folder.file("t.tsv")) == same.output)
  }

  @Test func `the pipeline's knowledge base stands behind the flag`() throws {
    let folder = try TemporaryFolder()
    let text = GraphErrorTests.fine.replacing(
      "uses: dosage", with: "uses: dosage\n    kb: /nowhere/kb")
    let path = try folder.write(text, to: "pipeline.yaml")
    let result = try Program.clincall.run(["run", path])
    #expect(result.status == 69)
    #expect(result.errors.contains("/nowhere/kb"))
    #expect(
      try Program.clincall.run(["run", path, "-k", "/other/kb"]).errors.contains("/other/kb"))
  }

  @Test func `compression is asked for by suffix or by level`() throws {
    let folder = try TemporaryFolder()
    let result = try run(
      bed, stages: "",
      sinks: """
        a: {uses: tsv, from: dosage, path: $OUT/a.tsv.gz}
        b: {uses: tsv, from: dosage, path: "-", compression: 9}
        """, in: folder)
    #expect(result.status == 0)
    #expect(result.output.starts(with: [0x1F, 0x8B]))
    #expect(try contents(of: folder.file("a.tsv.gz")).starts(with: [0x1F, 0x8B]))
  }
}
