// SPDX-License-Identifier: MIT

import Foundation
import TestSupport
import Testing

/// ClinCall beside ClassifyCNV, code by code, on ClinVar's CNVs with the gene curations of February 2021, and
/// beside ClinVar's labels with today's.
///
/// The rows stay where they are; `docs/concordance.md` has the sums. `RECORD_EXPECTED=1` writes it anew and
/// fails; `make concordance` does that.
struct ConcordanceTests {
  @Test(SharedData.trait) func `every disagreement with ClassifyCNV has a named cause`() throws {
    let folder = try TemporaryFolder()
    let truth = try Truth.read(folder)
    let then = try truth.annotated(by: try Self.knowledgeBase(.then, in: folder), folder)
    let now = try truth.annotated(by: try Self.knowledgeBase(.now, in: folder), folder)
    #expect(then.count == truth.rows.count && now.count == truth.rows.count)

    var agree: [String: Int] = [:]
    var causes: [String: Int] = [:]
    var unexplained: [String] = []
    for (theirs, ours) in zip(truth.rows, then) {
      guard ours.evidence != "." else {
        causes["not scored by ClinCall: whole chromosome or arm", default: 0] += 1
        continue
      }
      var differs = false
      for (column, code) in Self.codes {
        let key = "\(theirs.type)\t\(code)"
        let a = theirs.points(column)
        let b = ours.points(code)
        if a == b {
          agree[key, default: 0] += 1
          continue
        }
        differs = true
        if let cause = Self.cause(code, theirs, ours, a, b) {
          causes["\(key)\t\(cause)", default: 0] += 1
        } else {
          unexplained.append("\(theirs.id) \(code) \(a) \(b) \(ours.evidence)")
        }
      }
      if theirs.word == ours.word {
        agree["\(theirs.type)\tclass", default: 0] += 1
      } else if !differs {
        unexplained.append("\(theirs.id) class \(theirs.word) \(ours.word)")
      }
    }
    #expect(unexplained.isEmpty, "\(unexplained.count): \(unexplained.prefix(5))")

    let page = Self.page(truth, agree, causes, now)
    let path = "\(Program.project)/docs/concordance.md"
    if ProcessInfo.processInfo.environment["RECORD_EXPECTED"] == "1" {
      try Data(page.utf8).write(to: URL(fileURLWithPath: path))
      Issue.record("recorded docs/concordance.md")
      return
    }
    #expect(page == (try text(of: path)))
  }

  /// ClassifyCNV's column and ours.
  private static let codes: [(column: String, code: String)] = [
    ("c_1AB", "1"), ("c_2A", "2A"), ("c_2C", "2C"), ("c_2D", "2D"), ("c_2E", "2E"),
    ("c_2F", "2F"), ("c_2H", "2H"), ("c_3", "3"), ("c_4O", "4O"),
  ]

  /// nil for a difference that nothing here accounts for.
  private static func cause(
    _ code: String, _ theirs: Truth.Row, _ ours: Truth.Call, _ a: Int, _ b: Int
  ) -> String? {
    let hasWholeGene = (ours.hiGenes + ";" + ours.tsGenes).contains(":3:complete")
    switch code {
    case "1": return a == 0 ? "their tracks of functional elements" : "genes of other models"
    case "2A" where a > b:
      return hasWholeGene && theirs.type == "loss" ? nil : "no region list of 2021 at hand"
    case "2A":
      return hasWholeGene ? "whole MANE transcript without ClinGen's interval" : nil
    case "2C" where theirs.type == "gain":
      return b < 0
        ? "2C by gene content, theirs by equal coordinates" : "no region list of 2021 at hand"
    case "2F" where a < b: return "no region list of 2021 at hand"
    case "2C", "2D":
      if ours.evidence.contains("2A=") { return "they add it beside 2A" }
      if ours.evidence.contains("2C-1=") || ours.evidence.contains("2D-4=") {
        return b > a
          ? "transcript decides, theirs by gene interval" : "they add 2C and 2D of several genes"
      }
      if ours.evidence.contains("2E=") { return "both breakpoints in the MANE transcript" }
      if ours.evidence.contains("2C-2=") || ours.evidence.contains("2D-1=") {
        return "untranslated in the MANE transcript"
      }
      if theirs.hiGenes.contains("SHOX"), theirs.chrom == "chrX" {
        return "SHOX stands on Y alone in the list of 2021"
      }
      // MECP2 and NR5A1 were being curated anew; ClassifyCNV's list is some weeks younger.
      if !ours.hiGenes.contains(":3:") { return "gene not in the list of February 2021" }
      if ours.hiGenes.contains(":3:outside_mane") { return "outside the MANE transcript" }
      if ours.hiGenes.contains(":3:no_transcript_model") || ours.hiGenes.contains(":3:partial_")
        || ours.hiGenes.contains(":3:inside")
      {
        return "other transcript than MANE, or none"
      }
      return nil
    case "2E" where b > a: return "theirs only with exact breakpoints"
    case "2H" where a > b: return "no predictors in this comparison"
    case "3": return theirs.genes == ours.genes ? nil : "genes of other models"
    case "4O" where a < b: return "no population records in this comparison"
    default: return nil
    }
  }

  private enum Release { case then, now }

  private static func knowledgeBase(_ release: Release, in folder: TemporaryFolder) throws
    -> String
  {
    let path = folder.file(release == .then ? "kb2021" : "kb2026")
    let date = release == .then ? "2021-02" : "2026-04-25"
    var sources = try ["haploinsufficiency", "triplosensitivity"].flatMap { kind in
      [
        "--dosage-genes",
        try SharedData.path("clingen/ClinGen_\(kind)_gene_GRCh38.\(date).bed")
          + (release == .then ? "@2021-02-23" : "@2026-04-25"),
      ]
    }
    sources += ["--genes", try SharedData.path("genes/mane_select.GRCh38.gff3.gz")]
    if release == .now {
      sources += [
        "--dosage-regions",
        try SharedData.path("clingen/ClinGen_region_curation_list_GRCh38.2026-04-25.tsv"),
        "--recurrent", try SharedData.path("clingen/ClinGen_recurrent_CNV_V2.1-hg38.bed"),
        "--constraint",
        try SharedData.path("scores/gnomad.v2.1.1.lof_metrics.by_gene.subset.txt"),
        "--population",
        try SharedData.path("population/gnomad_v2.1_sv.lifted.GRCh38.bed.gz") + "=GRCh38",
      ]
    }
    let result = try Program.clincall.run(
      ["kb", "build", "-o", path, "--release", date] + sources)
    #expect(result.status == 0, "\(result.errors)")
    return path
  }

  private static func page(
    _ truth: Truth, _ agree: [String: Int], _ causes: [String: Int], _ now: [Truth.Call]
  ) -> String {
    var lines = [
      "# Concordance", "",
      "Made by `make concordance` from ClinVar CNVs on GRCh38 that a published study scored with other "
        + "tools; sums only, the rows are not part of the project.", "",
      "## Beside ClassifyCNV, with the gene curations of February 2021", "",
      "ClassifyCNV scored the CNVs in spring 2021. ClinCall has ClinGen's gene lists of February 2021 and "
        + "the MANE transcripts here, and neither region lists, population records nor predictors.",
      "",
      "| type | code | CNVs that agree | differ |", "|---|---|---|---|",
    ]
    for type in ["loss", "gain"] {
      let total = truth.rows.count { $0.type == type }
      for code in codes.map(\.code) + ["class"] {
        let same = agree["\(type)\t\(code)"] ?? 0
        lines.append("| \(type) | \(code) | \(same) | \(total - same) |")
      }
    }
    lines += ["", "| type | code | cause of the difference | CNVs |", "|---|---|---|---|"]
    for (key, count) in causes.sorted(by: { $0.key < $1.key }) {
      let parts = key.split(separator: "\t")
      lines.append(
        parts.count == 3
          ? "| \(parts[0]) | \(parts[1]) | \(parts[2]) | \(count) |"
          : "| both | - | \(key) | \(count) |")
    }
    lines += [
      "", "Every CNV whose class differs differs in a code above; none is unexplained.", "",
      "## Beside ClinVar's labels, with the curations of April 2026", "",
      "Shares of the CNVs of a label. AnnotSV holds ClinVar's and dbVar's pathogenic records, so its "
        + "agreement with these labels is circular. ClinCall scores sections 1 to 3 and 4O alone.",
      "",
      "| type | label | CNVs | tool | P or LP | VUS | LB or B | not scored |",
      "|---|---|---|---|---|---|---|---|",
    ]
    for type in ["loss", "gain"] {
      for label in Set(truth.rows.map(\.label)).sorted() {
        let numbers = truth.rows.indices.filter {
          truth.rows[$0].type == type && truth.rows[$0].label == label
        }
        guard !numbers.isEmpty else { continue }
        let tools: [(String, [String])] = [
          ("ClinCall", numbers.map { now[$0].word }),
          ("ClassifyCNV", numbers.map { truth.rows[$0].word }),
          ("AnnotSV", numbers.map { truth.rows[$0].annotSV }),
        ]
        for (tool, words) in tools {
          let shares = ["athogenic", "ncertain", "enign"].map { part in
            share(words.count { $0.contains(part) }, of: numbers.count)
          }
          let rest = words.count { word in
            !["athogenic", "ncertain", "enign"].contains { word.contains($0) }
          }
          lines.append(
            "| \(type) | \(label) | \(numbers.count) | \(tool) | \(shares.joined(separator: " | ")) | "
              + "\(share(rest, of: numbers.count)) |")
        }
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Per cent with one decimal, rounded half up.
  private static func share(_ part: Int, of whole: Int) -> String {
    let tenths = (part * 2000 + whole) / (2 * whole)
    return "\(tenths / 10).\(tenths % 10) %"
  }
}

/// The published table, and what ClinCall makes of its CNVs.
private struct Truth {
  struct Row {
    let cells: [String: String]
    let type: String
    let id: String
    var chrom: String { cells["chr"] ?? "" }
    var label: String { cells["clinvar_label"] ?? "" }
    var word: String { cells["classifycnv_class"] ?? "" }
    var hiGenes: String { cells["classifycnv_hi_genes"] ?? "" }
    var genes: Int { Int(cells["classifycnv_n_genes"] ?? "") ?? -1 }
    var annotSV: String {
      [
        "1": "Benign", "2": "Likely benign", "3": "Uncertain", "4": "Likely pathogenic",
        "5": "Pathogenic",
      ][
        cells["annotsv_class"] ?? ""] ?? ""
    }

    func points(_ column: String) -> Int {
      Int(((Double(cells[column] ?? "") ?? 0) * 100).rounded())
    }
  }

  struct Call {
    let word: String
    let evidence: String
    let genes: Int
    let hiGenes: String
    let tsGenes: String

    /// The points of the codes that begin with `code`, in hundredths.
    func points(_ code: String) -> Int {
      evidence.split(separator: ";").filter { $0.hasPrefix(code) }.reduce(0) { sum, item in
        let value = item.drop { $0 != "=" }.dropFirst().prefix { $0 != "(" }
        return sum + Int(((Double(value) ?? 0) * 100).rounded())
      }
    }
  }

  let rows: [Row]
  let bed: String

  static func read(_ folder: TemporaryFolder) throws -> Truth {
    let path = try SharedData.path("truth/clinvar_cnv_with_classifycnv.GRCh38.tsv.gz")
    let table = try Program(path: "/bin/sh").run(["-c", "gzip -dc '\(path)'"])
    let lines = table.text.split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
    let names = lines[0]
    let rows = lines.dropFirst().map { line in
      let cells = Dictionary(zip(names, line)) { $1 }
      return Row(
        cells: cells, type: cells["cnv_type"] ?? "", id: cells["variant_id"] ?? "")
    }
    let bed = rows.map { row in
      let start = (Int(row.cells["start_hg38"] ?? "") ?? 1) - 1
      return
        "\(row.chrom)\t\(start)\t\(row.cells["end_hg38"] ?? "")\t\(row.type == "loss" ? "DEL" : "DUP")\n"
    }.joined()
    return Truth(rows: rows, bed: try folder.write(bed, to: "clinvar.bed"))
  }

  func annotated(by knowledgeBase: String, _ folder: TemporaryFolder) throws -> [Call] {
    let result = try Program.clincall.run([
      "annotate", "-k", knowledgeBase, "-g", "GRCh38", "--columns",
      "cnv_class,cnv_evidence,protein_coding_genes,hi_genes,ts_genes", bed,
    ])
    #expect(result.status == 0, "\(result.errors)")
    return result.rows.dropFirst().map { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      return Call(
        word: cells[0], evidence: cells[1], genes: Int(cells[2]) ?? -1, hiGenes: cells[3],
        tsGenes: cells[4])
    }
  }
}
