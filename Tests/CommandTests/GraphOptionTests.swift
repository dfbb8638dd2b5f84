// SPDX-License-Identifier: MIT

import TestSupport
import Testing

/// Options of sources and dosage stages are those of `annotate`: the same bytes.
struct GraphOptionTests {
  private static let vcf = "testdata/vcf/germline.vcf"
  private static let bed = "testdata/bed/array.bed"

  static let cases: [(input: String, source: String, dosage: String, flags: [String])] = [
    (vcf, "regions: ['chr17', 'chr22:1-30000000']", "", ["-r", "chr17,chr22:1-30000000"]),
    (vcf, "regions_file: \(bed)", "", ["-R", bed]),
    (vcf, "targets: chr17", "", ["-t", "chr17"]),
    (vcf, "targets: ['^chr17', chrX]", "", ["-t", "^chr17,chrX"]),
    (vcf, "targets_file: ^\(bed)", "", ["-T", "^\(bed)"]),
    (vcf, "shard: 1/2", "", ["--shard", "1/2"]),
    (vcf, "samples: proband", "", ["-s", "proband"]),
    (vcf, "samples: [^mother]", "", ["-s", "^mother"]),
    (vcf, "split_samples: true", "", ["--split-samples"]),
    (vcf, "apply_filters: [PASS, .]", "", ["--apply-filters", "PASS,."]),
    (vcf, "min_size: 1000000", "", ["--min-size", "1000000"]),
    (vcf, "min_length: 2000000", "", ["--min-length", "2000000"]),
    (vcf, "trust_breakends: true", "", ["--trust-breakends"]),
    (vcf, "sex: [proband=male]", "", ["--sex", "proband=male"]),
    (bed, "build: GRCh38", "region_slack: 50", ["-g", "GRCh38", "--region-slack", "50"]),
    (
      bed, "build: GRCh38", "rubric: clingen-calculator",
      ["-g", "GRCh38", "--rubric", "clingen-calculator"]
    ),
    (bed, "build: GRCh38", "lab_calls: \(bed)", ["-g", "GRCh38", "--lab-calls", bed]),
    (bed, "build: GRCh38, chrom_codes: plink", "", ["-g", "GRCh38", "--chrom-codes", "plink"]),
    (
      bed, "build: GRCh38, format: table, map: 'contig=1,start=2,end=3,type=4', base: 0", "",
      ["-g", "GRCh38", "-f", "table", "--map", "contig=1,start=2,end=3,type=4", "--base", "0"]
    ),
  ]

  @Test(arguments: cases)
  func `an option of the pipeline is that of annotate`(
    input: String, source: String, dosage: String, flags: [String]
  ) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(
      """
      sources:
        calls: {uses: calls, path: \(input), \(source)}
      stages:
        dosage: {uses: dosage, from: calls\(dosage.isEmpty ? "" : ", \(dosage)")}
      sinks:
        table: {uses: tsv, from: dosage, path: "-"}

      """, to: "pipeline.yaml")
    let result = try Program.clincall.run(["run", "--no-version", path])
    let same = try Program.clincall.run(["annotate", "--no-version", input] + flags)
    #expect(result.status == same.status, "\(result.errors)")
    #expect(result.output == same.output)
    let expected = same.errors.replacing("--map", with: "map").replacing("--base", with: "base")
    #expect(result.errors == expected || result.errors == same.errors)
  }

  @Test func `evidence and reference of a pipeline are annotate's`() throws {
    let folder = try TemporaryFolder()
    let evidence = try folder.write("nobody chr1:1-2 loss 5A 0.45 seen\n", to: "evidence.tsv")
    for (key, flag, file) in [
      ("evidence", "--evidence", evidence), ("reference", "--reference", "/nowhere.fa"),
    ] {
      let path = try folder.write(
        """
        sources: {calls: {uses: calls, path: \(Self.vcf)}}
        stages: {dosage: {uses: dosage, from: calls, \(key): \(file)}}
        sinks: {table: {uses: tsv, from: dosage, path: "-"}}

        """, to: "\(key).yaml")
      let result = try Program.clincall.run(["run", "--no-version", path])
      let same = try Program.clincall.run(["annotate", "--no-version", flag, file, Self.vcf])
      #expect(result.status == same.status && result.status != 0)
      #expect(result.errors == same.errors)
    }
  }

  @Test func `files of the whole run are sinks without a feed`() throws {
    let folder = try TemporaryFolder()
    let input = try folder.write("chr1\t100\t200\tDEL\nchr1\tx\t200\tDEL\n", to: "a.bed")
    let path = try folder.write(
      """
      sources: {calls: {uses: calls, path: \(input), build: GRCh38}}
      stages: {dosage: {uses: dosage, from: calls}}
      sinks:
        table: {uses: tsv, from: dosage, path: \(folder.file("t.tsv"))}
        counts: {uses: summary, path: \(folder.file("s.json"))}
        sums: {uses: manifest, path: \(folder.file("m.json"))}
        bad: {uses: rejects, path: \(folder.file("r.txt"))}

      """, to: "pipeline.yaml")
    let result = try Program.clincall.run(["run", "--no-version", path])
    #expect(result.status == 0, "\(result.errors)")
    #expect(try text(of: folder.file("s.json")).contains("\"rejected\" : 1"))
    #expect(try text(of: folder.file("m.json")).contains("t.tsv"))
    #expect(try text(of: folder.file("r.txt")).contains("chr1\tx\t200\tDEL"))
    let drawn = try Program.clincall.run(["graph", path, "-O", "text"])
    #expect(drawn.text.contains("counts (summary to \(folder.file("s.json")))\n"))
  }

  @Test(arguments: [
    (
      "shard: 5/4",
      ":2:62: no shard (\"5/4\"); write I/N, the number of the shard and how many there are, as 1/4"
    ),
    ("sex: [A]", ":2:61: no sex (\"A\"); write SAMPLE=male or SAMPLE=female"),
    ("base: 2", ":2:61: base: "), ("regions: 'chr1:5-2'", ":2:64: no region (\"chr1:5-2\"); "),
    (
      "samples: a, samples_file: b",
      ":2:67: samples and samples_file are both given; give one"
    ),
    (
      "split_samples: yes",
      ":2:70: unknown word for split_samples (\"yes\"); known: true, false"
    ),
  ])
  func `a mistake in an option is told with line and column`(option: String, message: String)
    throws
  {
    let folder = try TemporaryFolder()
    let path = try folder.write(
      """
      sources:
        calls: {uses: calls, path: /nowhere, build: GRCh38, \(option)}
      stages:
        dosage: {uses: dosage, from: calls}
        again: {uses: dosage, from: calls, region_slack: 9}
      sinks:
        table: {uses: tsv, from: dosage, path: "-"}
        other: {uses: tsv, from: again, path: /nowhere/2.tsv}
        one: {uses: summary, path: /nowhere/s.json}
        two: {uses: summary, path: /nowhere/t.json}

      """, to: "pipeline.yaml")
    let result = try Program.clincall.run(["run", path])
    #expect(result.status == 65)
    #expect(result.errors.contains(message), "\(result.errors)")
    for other in [
      ":5:3: stage \"again\" has other options than the dosage stage in line 4; they count for the whole run: write the same, or use two pipelines",
      ":10:3: a second summary, the first is in line 9; a run writes one",
    ] {
      #expect(result.errors.contains(other), "\(result.errors)")
    }
  }
}
