// SPDX-License-Identifier: MIT

import Foundation
import TestSupport
import Testing

/// Folders as laboratories have them: every file in another format, and each decided for itself.
struct MixedInputTests {
  private static let files = [
    (
      "a.vcf.txt",
      "##fileformat=VCFv4.2\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tV1\n22\t18844631\t.\tN\t<DEL>\t.\t.\tEND=21462353\tGT\t0/1\n"
    ),
    ("b.bed", "chr22\t18844631\t21462353\tDEL\n"),
    (
      "c.txt",
      "chr22:18844632-21462353  numsnp=44  length=2,617,722  state2,cn=1 P1.txt startsnp=rs1 endsnp=rs2\n"
    ),
    (
      "d.xls",
      "Sample ID\tChr\tStart\tEnd\tCNV Value\tCNV Conf\tComment\nG1\t22\t18844632\t21462353\t1\t87.4\t\t\n"
    ),
    (
      "e.call.cns",
      "chromosome\tstart\tend\tgene\tlog2\tcn\tdepth\tprobes\tweight\nchr22\t18844631\t21462353\t-\t-0.9\t1\t9\t44\t4\n"
    ),
    (
      "f.csv",
      "CNV.ID\tSample\tStart.b\tEnd.b\tCNV.type\tN.exons\tStart\tEnd\tChromosome\tBF\tReads.ratio\n68\tD1\t153\t153\tdeletion\t1\t18844632\t21462353\t22\t9.96\t0.52\n"
    ),
    ("g.txt", "I1\tarr[GRCh37] 22q11.21(18,844,632_21,462,353)x1\n"),
  ]

  private static let formats = [
    "vcf", "bed", "penncnv", "cnvpartition", "cnvkit", "decon", "iscn",
  ]

  @Test(arguments: ["1", "4"])
  func `one run reads files of seven formats, each as what it is`(threads: String) throws {
    let folder = try TemporaryFolder()
    let paths = try Self.files.map { try folder.write($0.1, to: $0.0) }
    let result = try Program.clincall.run(
      ["annotate", "-g", "37", "-@", threads, "--no-version"] + paths)
    #expect(result.status == 0, "\(result.errors)")
    let rows = result.rows.dropFirst().map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
    #expect(rows.count == 7)
    // The same loss in all of them, whatever they count from.
    #expect(Set(rows.map { "\($0[1])-\($0[2]) \($0[6])" }) == ["18844631-21462353 loss"])
    #expect(rows.map { $0[4] } == ["V1", ".", "P1", "G1", "e", "D1", "I1"])
    let sources = result.lines.filter { $0.hasPrefix("##clincall_input=") }
    #expect(sources.count == 7)
    for (line, (file, format)) in zip(sources, zip(Self.files.map(\.0), Self.formats)) {
      #expect(line.hasPrefix("##clincall_input=\(file): \(format) ("), "\(line)")
    }
  }

  @Test func `one bad file of many is named, and nothing is written`() throws {
    let folder = try TemporaryFolder()
    var paths = try Self.files.map { try folder.write($0.1, to: $0.0) }
    paths.append(
      try folder.write(
        "chromosome\tstart\tend\tgene\tlog2\tdepth\tweight\nchr1\t1\t2\t-\t0\t1\t1\n", to: "h.cnr"))
    let result = try Program.clincall.run(
      ["annotate", "-g", "37", "-o", folder.file("out.tsv")] + paths)
    #expect(result.status == 65)
    #expect(
      result.errors
        == "clincall: error: \(paths[7]): these are CNVkit's bins, not calls; give the segments (.cns or .call.cns)\n"
    )
    #expect(!folder.names.contains("out.tsv"))
  }

  @Test func `two files that name the same sample are told of`() throws {
    let folder = try TemporaryFolder()
    let table =
      "chromosome\tstart\tend\tgene\tlog2\tcn\tprobes\nchr22\t18844631\t21462353\t-\t-0.9\t1\t44\n"
    for name in ["a", "b"] {
      try FileManager.default.createDirectory(
        atPath: folder.file(name), withIntermediateDirectories: true)
    }
    let paths = try ["a/S1.call.cns", "b/S1.call.cns"].map { try folder.write(table, to: $0) }
    let result = try Program.clincall.run(["annotate", "-g", "37"] + paths)
    #expect(result.status == 0)
    #expect(
      result.errors.contains(
        "clincall: note: \(paths[1]): another file, S1.call.cns, gives its calls the same sample\n"),
      "\(result.errors)")
  }

  @Test func `verbose says how each file was read`() throws {
    let folder = try TemporaryFolder()
    let paths = try Self.files.prefix(3).map { try folder.write($0.1, to: $0.0) }
    for command in [["annotate", "-o", "/dev/null"], ["convert", "-O", "tsv"]] {
      let result = try Program.clincall.run(command + ["-v", "-g", "37"] + paths)
      for decision in [
        "a.vcf.txt: vcf (line 1 begins with ##fileformat=VCF), GRCh37 (-g)\n",
        "b.bed: bed (columns 2 and 3 of line 1 are start and end of an interval), GRCh37 (-g)\n",
        "c.txt: penncnv (line 1 has numsnp= and state, cn=), GRCh37 (-g)\n",
      ] {
        #expect(result.errors.contains(decision), "\(result.errors)")
      }
    }
  }

  @Test func `formats that content cannot tell apart stop the run and ask`() throws {
    let folder = try TemporaryFolder()
    let text = "Chromosome\tStart\tEnd\tType\n22\t18844632\t21462353\tDEL\n"
    let path = try folder.write(text, to: "calls.txt")
    let result = try Program.clincall.run(["annotate", "-g", "37", path])
    #expect(result.status == 65)
    #expect(
      result.errors == """
        clincall: error: \(path): this may be bed (columns 2 and 3 of line 2 are start and end of an interval) \
        or table (line 1 names its columns (Chromosome, ...)); say which: -f bed (positions count from 0), \
        or --map contig=...,start=...,end=...,type=... --base 1

        """)
    let bed = try Program.clincall.run(["convert", "-g", "37", "-O", "tsv", "-f", "bed", path])
    #expect(bed.rows.last?.hasPrefix("22\t18844632\t21462353\t") == true)
    let table = try Program.clincall.run([
      "convert", "-g", "37", "-O", "tsv", "--base", "1", path, "--map",
      "contig=Chromosome,start=Start,end=End,type=Type",
    ])
    #expect(table.rows.last?.hasPrefix("22\t18844631\t21462353\t") == true, "\(table.errors)")
  }
}
