// SPDX-License-Identifier: MIT

import TestSupport
import Testing

/// The main job on real files.
@Suite(SharedData.trait)
struct RealDataTests {
  private let input = "HG00096.wgs.mergedSV.v8.20130502.svs.genotypes.vcf"

  private func trailer(_ arguments: [String]) throws -> String {
    let result = try Program.clincall.run(["annotate", "-O", "ndjson"] + arguments)
    #expect(result.status == 0, "\(result.errors)")
    return String(result.lines.last ?? "")
  }

  @Test func `a genome of structural variants is accounted for`() throws {
    let trailer = try trailer([SharedData.path("inputs/\(input)")])
    // 4,751 records: 2,893 carried, of which two carry a loss and a gain that add up to two copies.
    #expect(
      trailer
        == #"{"type":"trailer","counts":{"records":4751,"with_calls":2891,"not_carried":1858,"neutral":2,"rejected":0,"filtered":0,"calls":2891,"emitted":2891,"not_emitted":0,"blank_lines":1}}"#
    )
  }

  @Test(arguments: [("1000Genomes.hg19.bed", "37", 48_304), ("1000Genomes.hg38.bed", "38", 55_284)])
  func `every line of a BED is a call`(file: String, build: String, calls: Int) throws {
    let trailer = try trailer(["-g", build, SharedData.path("inputs/\(file)")])
    #expect(trailer.contains("\"records\":\(calls),\"with_calls\":\(calls),"))
    #expect(trailer.contains("\"calls\":\(calls),\"emitted\":\(calls),\"not_emitted\":0"))
  }

  @Test func `small variants are counted and not emitted`() throws {
    let trailer = try trailer([SharedData.path("inputs/hg002_chr20.GRCh38.vcf.gz")])
    #expect(trailer.contains("\"records\":193047,\"with_calls\":193047,"))
    #expect(trailer.contains("\"emitted\":842,\"not_emitted\":192205"))
  }

  @Test(
    arguments: [
      "HG00096.wgs.mergedSV.v8.20130502.svs.genotypes.vcf", "hg002_chr20.GRCh38.vcf.gz",
      "ashk-trio.vcf.gz", "3samples.severalSV.vcf", "INPUT_gridss_germline_output.sv.vcf",
    ])
  func `VCF output holds every record, unchanged but for our INFO keys`(file: String) throws {
    let path = try SharedData.path("inputs/\(file)")
    let build = file.contains("GRCh38") || file.hasPrefix("3samples") ? "38" : "37"
    let annotated = try Program.clincall.run(["annotate", "-g", build, "-O", "vcf", path])
    #expect(annotated.status == 0, "\(annotated.errors)")
    let original =
      file.hasSuffix(".gz")
      ? try #require(Program.installed("gzip")).run(["-dc", path]).output : try contents(of: path)
    let records = String(decoding: original, as: UTF8.self).split(separator: "\n").filter {
      !$0.hasPrefix("#")
    }
    let written = annotated.lines.filter { !$0.hasPrefix("#") }
    #expect(written.count == records.count)
    for (record, line) in zip(records, written) where record != line {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      let info = cells[7].split(separator: ";").filter { !$0.hasPrefix("CC_") }.joined(
        separator: ";")
      let restored = cells.enumerated().map { $0 == 7 ? (info.isEmpty ? "." : info) : String($1) }
      #expect(restored.joined(separator: "\t") == record)
    }
  }

  @Test(
    .needs("bedtools"),
    arguments: [
      ("HG00096.wgs.mergedSV.v8.20130502.svs.genotypes.vcf", "GRCh37"),
      ("1000Genomes.hg19.bed", "GRCh37"), ("1000Genomes.hg38.bed", "GRCh38"),
    ])
  func `overlaps are those of bedtools intersect -wo`(file: String, build: String) throws {
    let folder = try TemporaryFolder()
    let arguments = ["annotate", "-g", build, try SharedData.path("inputs/\(file)")]
    let calls = try Program.clincall.run(arguments)
    let bed = calls.rows.dropFirst().compactMap { row -> String? in
      let cells = row.split(separator: "\t", maxSplits: 4)
      return cells[1] == cells[2] ? nil : cells.prefix(4).joined(separator: "\t")
    }
    let features = try DosageTables(build: build).features
    let chr = bed.first?.hasPrefix("chr") == true ? "chr" : ""
    let judged = try #require(Program.installed("bedtools")).run([
      "intersect", "-wo",
      "-a", folder.write(bed.joined(separator: "\n") + "\n", to: "calls.bed"),
      "-b",
      folder.write(
        features.map { "\(chr)\($0.contig)\t\($0.start)\t\($0.end)\t\($0.kind):\($0.id)\n" }
          .joined(),
        to: "features.bed"),
    ])
    #expect(judged.status == 0, "\(judged.errors)")
    let expected = judged.lines.map { row in
      let cells = row.split(separator: "\t")
      return [cells[0], cells[1], cells[2], cells[3], cells[7], cells[5], cells[6], cells[8]]
        .joined(separator: " ")
    }
    let ours = try Program.clincall.run(arguments + ["--mode", "overlap"]).rows.dropFirst().map {
      row in
      let cells = row.split(separator: "\t", omittingEmptySubsequences: false)
      return
        "\(cells[0]) \(cells[1]) \(cells[2]) \(cells[3]) \(cells[5]):\(cells[6]) \(cells[8]) \(cells[9]) \(cells[12])"
    }
    #expect(ours.count > 300)
    #expect(ours.sorted() == expected.sorted())
  }

  @Test func `the knowledge base of the real files holds what they hold`() throws {
    let folder = try TemporaryFolder()
    func list(_ name: String) throws -> String { try SharedData.path("clingen/\(name)") }
    let built = try Program.clincall.run([
      "kb", "build", "-o", folder.file("kb"),
      "--dosage-genes", list("ClinGen_gene_curation_list_GRCh38.2026-02-15.tsv"),
      "--dosage-regions", list("ClinGen_region_curation_list_GRCh38.2026-04-25.tsv"),
      "--recurrent", list("ClinGen_recurrent_CNV_V2.1-hg38.bed"),
    ])
    #expect(built.status == 0, "\(built.errors)")
    let info = try Program.clincall.run(["kb", "info", "-k", folder.file("kb")])
    #expect(
      info.text.contains(
        "GRCh38: 1,625 genes (1,625 placed, 0 unplaced; 0 with a withdrawn score), "
          + "513 regions (505 placed, 8 unplaced; 0 with a withdrawn score), 80 recurrent intervals"
      ))
    let calls = try Program.clincall.run(
      ["annotate", "-k", folder.file("kb"), "-g", "38", "testdata/bed/array.bed"])
    #expect(calls.status == 0)
    #expect(calls.text.contains("ISCA-37446:3:3:inside"))
  }
}
