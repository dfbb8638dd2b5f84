// SPDX-License-Identifier: MIT

import TestSupport
import Testing

/// Each mistake of a pipeline file: one message a mistake, with line and column, before any input is read.
struct GraphErrorTests {
  /// A pipeline that is right, to be spoilt in one place; its inputs and outputs do not exist.
  static let fine = """
    sources:
      calls: {uses: calls, path: /nowhere/calls.vcf}
    stages:
      dosage:
        uses: dosage
        from: calls
      big:
        uses: filter
        from: dosage
        min_size: 1000
    sinks:
      table:
        uses: tsv
        from: big
        path: /nowhere/out.tsv

    """

  /// What is replaced by what, and the messages behind the path.
  static let cases: [(replaced: String, by: String, messages: [String])] = [
    (
      "    min_size", "    min_siez",
      [
        ":10:5: unknown key of stage big (\"min_siez\"); did you mean min_size?",
        ":7:3: a filter without a condition; give one, or use tee",
      ]
    ),
    ("uses: filter", "uses: fliter", [":8:11: unknown stage (\"fliter\"); did you mean filter?"]),
    (
      "uses: filter", "uses: classify",
      [
        ":8:11: unknown stage (\"classify\"); known: dosage, genes, filter, region, sample, tee"
      ]
    ),
    (
      "uses: tsv", "uses: html",
      [":13:11: unknown sink (\"html\"); known: tsv, json, ndjson, vcf, bcf, summary, manifest, rejects"]
    ),
    (
      "uses: calls", "uses: call",
      [":2:17: unknown source (\"call\"); did you mean calls?"]
    ),
    (
      "min_size: 1000", "classes: [P, LPP]",
      [":10:18: unknown word for classes (\"LPP\"); did you mean LP?"]
    ),
    (
      "min_size: 1000", "min_score: 0.905",
      [
        ":10:16: min_score is no number of points with up to two decimals (\"0.905\"); write as in 0.90 or -0.45"
      ]
    ),
    (
      "min_size: 1000", "min_score: 0.90\n    max_score: -0.45",
      [":11:5: max_score -0.45 is below min_score 0.90; nothing would pass"]
    ),
    (
      "    uses: dosage\n    from: calls",
      "    uses: filter\n    from: calls\n    classes: P",
      [
        ":6:11: classes asks for curations before the dosage stage; put the filter behind it",
        ":15:11: sink table gets calls that no dosage stage has annotated; put one before it",
      ]
    ),
    (
      "sinks:", "fail_on: PP\nsinks:",
      [":11:10: unknown word for fail_on (\"PP\"); did you mean P?"]
    ),
    ("stages:", "stage:", [":3:1: unknown key of the file (\"stage\"); did you mean stages?"]),
    (
      "from: big", "from: bigg",
      [
        ":14:11: nothing is called \"bigg\"; did you mean big?",
        ":7:3: \"big\" feeds nothing; name it in a from: or remove it",
      ]
    ),
    (
      "from: big", "from: table",
      [
        ":14:11: \"table\" is a sink, where calls end; name the stage that feeds it",
        ":7:3: \"big\" feeds nothing; name it in a from: or remove it",
      ]
    ),
    (
      "from: calls", "from: big",
      [
        ":2:3: \"calls\" feeds nothing; name it in a from: or remove it",
        ":6:11: a cycle: big -> dosage -> big; feed one of them from elsewhere",
      ]
    ),
    (
      "from: dosage", "from: big",
      [
        ":4:3: \"dosage\" feeds nothing; name it in a from: or remove it",
        ":9:11: a cycle: big -> big; feed one of them from elsewhere",
      ]
    ),
    (
      "from: big", "from: dosage.rest",
      [
        ":14:11: \"dosage\" is no filter and has no rest; write dosage",
        ":7:3: \"big\" feeds nothing; name it in a from: or remove it",
      ]
    ),
    (
      "uses: dosage", "uses: tee",
      [":14:11: sink table gets calls that no dosage stage has annotated; put one before it"]
    ),
    (
      "    from: dosage\n    min_size: 1000", "    from: dosage\n    from: calls",
      [":10:5: key \"from\" stands in line 9 already; remove one"]
    ),
    (
      "{uses: calls,", "{uses: calls, uses: calls,",
      [":2:11: key \"uses\" stands in line 2 already; remove one"]
    ),
    (
      "  big:", "  dosage:",
      [":7:3: key \"dosage\" stands in line 4 already; remove one"]
    ),
    (
      "  table:", "  big:",
      [":12:3: the name \"big\" is taken in line 7; sources, stages and sinks share their names"]
    ),
    (
      "min_size: 1000", "min_size: &size 1000",
      [":10:15: an anchor or alias (& or *), which this file may not have; write the value out"]
    ),
    (
      "min_size: 1000", "min_size: *size",
      [":10:15: an anchor or alias (& or *), which this file may not have; write the value out"]
    ),
    (
      "min_size: 1000", "min_size: !!int 1000",
      [":10:15: a tag (!), which this file may not have; remove it"]
    ),
    (
      "path: /nowhere/out.tsv", "path: !!str \"/nowhere/out.tsv\"",
      [":15:11: a tag (!), which this file may not have; remove it"]
    ),
    (
      "min_size: 1000", "<<: {min_size: 1000}",
      [":10:5: a merge key (<<), which this file may not have; write the keys out"]
    ),
    (
      "min_size: 1000", "? [min_size]\n    : 1000",
      [":10:5: a key that is no plain text; write NAME: value"]
    ),
    (
      "min_size: 1000", "min_size: 1e3",
      [
        ":10:15: min_size is no whole number from 1 to 2,147,483,647 (\"1e3\"); write digits only"
      ]
    ),
    (
      "min_size: 1000", "min_size: 1000\n    max_size: 10",
      [":11:5: max_size 10 is below min_size 1,000; nothing would pass"]
    ),
    (
      "min_size: 1000", "types: [loss, gian]",
      [":10:19: unknown word for types (\"gian\"); did you mean gain?"]
    ),
    (
      "min_size: 1000", "min_size: ${LEAST}",
      [":10:15: ${LEAST} is no parameter of this pipeline; declare it under parameters:"]
    ),
    (
      "min_size: 1000", "min_size: ${LEAST",
      [":10:15: a ${ without its } (\"${LEAST\"); write ${NAME}"]
    ),
    ("min_size: 1000", "min_size:", [":10:5: min_size has no value; fill it in or remove the key"]),
    (
      "min_size: 1000", "min_size: [1000]",
      [":10:15: min_size is no text; write one value"]
    ),
    (
      "from: dosage\n    min_size: 1000", "min_size: 1000",
      [":7:3: stage big has no key from; add it"]
    ),
    (
      "path: /nowhere/out.tsv", "path: /nowhere/out.vcf",
      [
        ":15:11: the suffix says vcf and uses: and compression: say tsv (\"/nowhere/out.vcf\"); change one of them"
      ]
    ),
    (
      "path: /nowhere/out.tsv",
      "path: /nowhere/out.tsv\n  copy: {uses: tsv, from: big, path: /nowhere/out.tsv}",
      [
        ":16:38: this output is written in line 15 already (\"/nowhere/out.tsv\"); give each its own name"
      ]
    ),
    (
      "    min_size: 1000\n", "\tmin_size: 1000\n",
      [
        ":10:1: this is no YAML (\"found a tab character that violates indentation\"); correct the line"
      ]
    ),
    (
      "from: calls", "from: calls\n  two:\n    uses: dosage\n    from: dosage",
      [
        ":7:3: stage two annotates calls that are annotated already; remove it",
        ":7:3: \"two\" feeds nothing; name it in a from: or remove it",
      ]
    ),
    (
      "    uses: dosage\n    from: calls",
      "    uses: filter\n    from: calls\n    curated_only: true",
      [
        ":6:11: curated_only asks for curations before the dosage stage; put the filter behind it",
        ":15:11: sink table gets calls that no dosage stage has annotated; put one before it",
      ]
    ),
    (
      "    uses: filter\n    from: dosage\n    min_size: 1000",
      "    uses: region\n    from: dosage\n    regions: [chr1:5-x]",
      [
        ":10:15: no region (\"chr1:5-x\"); write CONTIG or CONTIG:FIRST-LAST, 1-based inclusive"
      ]
    ),
    (
      "sinks:", "  a.b: {uses: tee, from: big}\nsinks:",
      [":11:3: no name (\"a.b\"); write letters, digits, _ and -"]
    ),
  ]

  @Test(arguments: cases)
  func `a mistake is told with line and column`(
    _ given: (replaced: String, by: String, messages: [String])
  ) throws {
    let folder = try TemporaryFolder()
    try #require(Self.fine.contains(given.replaced))
    let text = Self.fine.replacing(given.replaced, with: given.by, maxReplacements: 1)
    let path = try folder.write(text, to: "pipeline.yaml")
    for command in ["run", "graph"] {
      let result = try Program.clincall.run([command, path])
      #expect(result.status == 65)
      let told = result.errors.split(separator: "\n").sorted()
      #expect(told == given.messages.map { "clincall: error: \(path)\($0)" }.sorted())
    }
  }

  @Test func `a right pipeline gets as far as its input`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(Self.fine, to: "pipeline.yaml")
    let result = try Program.clincall.run(["run", path])
    #expect(result.status == 66)
    #expect(
      result.errors == "clincall: error: /nowhere/calls.vcf: no such file; check the path\n")
  }

  @Test func `problems come in the order of the file, up to twenty`() throws {
    let folder = try TemporaryFolder()
    let keys = (1...25).map { "    wrong\($0): 1\n" }.joined()
    let text = Self.fine.replacing("    min_size: 1000\n", with: "    min_size: 1000\n" + keys)
    let path = try folder.write(text, to: "pipeline.yaml")
    let errors = try Program.clincall.run(["run", path]).errors.split(separator: "\n")
    #expect(errors.count == 21)
    #expect(errors.first?.contains(":11:5: unknown key of stage big (\"wrong1\")") == true)
    #expect(errors.last == "clincall: error: \(path): and 5 more problems")
  }

  @Test func `parameters are set, all of them, and no others`() throws {
    let folder = try TemporaryFolder()
    let text =
      "parameters:\n  LEAST:\n  MOST: 5000\n" + Self.fine.replacing("1000", with: "${LEAST}")
    let path = try folder.write(text, to: "pipeline.yaml")
    let unset = try Program.clincall.run(["run", path])
    #expect(unset.status == 64)
    #expect(
      unset.errors
        == "clincall: error: \(path):2:3: parameter LEAST has no value; say --set LEAST=VALUE\n")
    let unknown = try Program.clincall.run(["run", path, "--set", "LEAST=1", "--set", "LAEST=1"])
    #expect(unknown.status == 64)
    #expect(
      unknown.errors
        == "clincall: error: \(path): --set LAEST: the pipeline has no such parameter; did you mean LEAST?\n"
    )
    let bad = try Program.clincall.run(["run", path, "--set", "LEAST=x"])
    #expect(bad.status == 65)
    #expect(bad.errors.contains(":13:15: min_size is no whole number"))
    #expect(try Program.clincall.run(["run", path, "--set", "LEAST"]).status == 64)
    #expect(try Program.clincall.run(["run", path, "--set", "LEAST=1"]).status == 66)
    // A drawing needs no values.
    #expect(try Program.clincall.run(["graph", path]).status == 0)
  }
}
