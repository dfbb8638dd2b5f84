// SPDX-License-Identifier: MIT

import Genome
package import KnowledgeBase

/// A knowledge base of a handful of features, compiled from our own tables.
///
/// On chromosome 1 of GRCh38, 0-based half-open: gene AAA 100-200 (HI 3, TS 0), gene BBB 150-300 (HI 30,
/// TS not yet evaluated), gene CCC 1000-2000 (HI not yet evaluated, TS 3), region ISCA-1 900-2500 (HI 2,
/// TS 40), a recurrent interval 10000-20000. On X gene WWW 500-600, whose HI 3 was withdrawn.
package enum SmallStore {
  package static func store() throws -> DosageStore {
    let folder = try ScratchFolder()
    func direction(_ name: String) -> [String] {
      ["", "_text", "_last", "_last_date", "_disease", "_pmids", "_from"].map { name + $0 }
    }
    func scored(_ score: String, disease: String = ".", pmids: String = ".") -> [String] {
      [score, ".", ".", ".", disease, pmids, "2026-01-02"]
    }
    let tail = ["cytoband", "grch37", "grch38"] + direction("hi") + direction("ts") + ["evaluated"]
    func row(_ front: [String], _ place: String, _ hi: [String], _ ts: [String]) -> [String] {
      front + ["1p36", ".", place] + hi + ts + ["2020-03-04"]
    }
    let withdrawn = ["withdrawn", ".", "3", "2024-05-06", ".", ".", "2026-01-02"]
    let genes = [
      ["symbol", "ncbi_gene_id"] + tail,
      row(
        ["AAA", "11"], "chr1:101-200",
        scored("3", disease: "MONDO:0000001,OMIM:2", pmids: "5,7"), scored("0")),
      row(["BBB", "12"], "chr1:151-300", scored("30"), scored("not_yet_evaluated")),
      row(["CCC", "13"], "chr1:1001-2000", scored("not_yet_evaluated"), scored("3")),
      row(["WWW", "14"], "chrX:501-600", withdrawn, scored("0")),
    ]
    let regions = [
      ["isca_id", "name"] + tail,
      row(["ISCA-1", "a \"region\", 100% (x=y; z)"], "chr1:901-2500", scored("2"), scored("40")),
    ]
    let recurrent = [
      ["build", "location", "name", "from"],
      ["GRCh38", "chr1:10001-20000", "recurrent one", "2026-01-02"],
    ]
    let tables = [
      ("dosage_genes", genes), ("dosage_regions", regions), ("recurrent_intervals", recurrent),
    ]
    for (name, rows) in tables {
      let lines = ["#clincall-table \(name) 1"] + rows.map { $0.joined(separator: "\t") }
      try folder.write(Array((lines.joined(separator: "\n") + "\n").utf8), to: "\(name).tsv")
    }
    let compilation = try Compilation([
      .dosageGenes: [SourceArgument(path: folder["dosage_genes.tsv"])],
      .dosageRegions: [SourceArgument(path: folder["dosage_regions.tsv"])],
      .recurrent: [SourceArgument(path: folder["recurrent_intervals.tsv"])],
    ])
    return try KnowledgeBase.compiled(compilation).dosage(for: .grch38)
  }
}
