// SPDX-License-Identifier: MIT

/// What the columns of every table mean: `clincall schema -O tsv`.
package enum TableDictionary {
  /// `mode`, `column`, `sets`, `meaning`; the sets are those of `--columns`.
  package static var text: String {
    var lines = ["#mode\tcolumn\tsets\tmeaning"]
    let sets = [
      ("default", CallColumns.standard), ("all", .all), ("lab", .lab),
    ]
    for column in CallColumn.allCases {
      let names = sets.filter { $0.1.columns.contains(column) }.map(\.0)
      lines.append("call\t\(column.rawValue)\t\(names.joined(separator: ";"))\t\(column.meaning)")
    }
    for (mode, columns) in [
      ("gene", TSVGeneReport.columns), ("overlap", TSVOverlapReport.columns),
      ("bed", BEDReport.columns),
    ] {
      for column in columns {
        lines.append("\(mode)\t\(column)\t.\t\(meaning(of: column))")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Columns of the same name mean the same in every table.
  static func meaning(of column: String) -> String {
    CallColumn(rawValue: column)?.meaning ?? meanings[column] ?? ""
  }

  private static let meanings = [
    "symbol": "approved symbol", "hgnc_id": "HGNC id",
    "transcript": "the transcript that decides", "strand": "+ or -",
    "gene_start": "0-based, the gene's first base",
    "gene_end": "0-based, behind the gene's last base",
    "relation":
      "how the call lies to the gene's transcript or to the feature; named where only a source names the gene",
    "exons_affected": "first-last/count, from the 5' end",
    "cds_bases_affected": "coding bases in the call", "cds_fraction": "their share",
    "frame": "not_applicable in_frame out_of_frame",
    "hi_score": "haploinsufficiency score", "ts_score": "triplosensitivity score",
    "pli": "pLI of gnomAD", "loeuf": "LOEUF of gnomAD", "phaplo": "pHaplo", "ptriplo": "pTriplo",
    "validity": "MONDO:MOI:classification, joined by ;",
    "actionability": "MONDO:adult|pediatric:assertion, joined by ;",
    "feature_kind": "gene region recurrent",
    "feature_id": "HGNC id or symbol, ISCA id, or contig:start-end",
    "feature_name": "name of the feature", "feature_start": "0-based, the feature's first base",
    "feature_end": "0-based, behind the feature's last base", "overlap_bases": "shared bases",
    "call_fraction": "share of the call", "feature_fraction": "share of the feature",
    "reciprocal": "the smaller of both shares",
    "name": "type and class, joined by :, blanks as _",
    "score": "points without sign, from 0 to 1000; 0 where not scored",
    "thick_start": "start", "thick_end": "end",
    "item_rgb": "losses red, gains blue, the darker the more pathogenic; grey benign or not scored",
  ]
}

/// The keys that ClinCall adds to VCF: `clincall schema -O vcf`.
package enum KeyDictionary {
  package static var text: String {
    VCFKey.allCases.map { $0.headerLine(release: "RELEASE") }.joined()
      + VCFSampleKey.allCases.map(\.headerLine).joined()
  }
}
