// SPDX-License-Identifier: MIT

import CallFiles

extension RunNote {
  /// The sentence behind `clincall: warning: ` or `clincall: note: `.
  package var sentence: String {
    switch self {
    case .buildDoubt(let path, let doubt, let build):
      "warning: \(path == "-" ? "standard input" : path): \(doubt); read on \(build)"
    case .remark(let path, let remark):
      "note: \(path == "-" ? "standard input" : path): \(remark)"
    case .declared(let path, let kind, let names):
      "warning: \(path): no ##\(kind) line for "
        + names.prefix(5).map { EscapedText($0).description }.joined(separator: ", ")
        + (names.count > 5 ? " and \(grouped(names.count - 5)) more" : "")
        + "; the BCF output declares \(names.count == 1 ? "it" : "them")"
    case .blankLines(let count):
      "warning: \(count) blank line\(count == 1 ? "" : "s") left out"
    case .rejected(let count, let path):
      "warning: \(count) malformed record\(count == 1 ? "" : "s") left out and written to \(path)"
    case .unknownContigs(let path, let names):
      "warning: \(path == "-" ? "standard input" : path): has no contig "
        + names.prefix(5).map { EscapedText($0.utf8).description }.joined(separator: ", ")
        + (names.count > 5 ? " and \(names.count - 5) more" : "")
        + " of the regions; check their spelling"
    case .readWhole(let path, let reason):
      "note: \(path == "-" ? "standard input" : path): all of it was read for the regions: "
        + reason.explanation
    case .olderIndex(let path, let index):
      "warning: \(index) is older than \(path); it fits the file, but make it anew (bcftools index -f, tabix -f)"
    case .noCalls: "note: 0 calls"
    case .unusedLabCalls(let path, let strangers, let undirected):
      "warning: \(path): nothing can be like "
        + [
          (strangers, "on contigs that the build lacks"),
          (undirected, "of a type other than loss, gain and loh"),
        ].filter { $0.0 > 0 }.map { "\(grouped($0.0)) of its calls \($0.1)" }
        .joined(separator: ", ")
    case .unknownGenes(let stage, let genes):
      "warning: stage \(stage): the knowledge base has neither curation nor model of "
        + "\(grouped(genes.count)) of its genes "
        + "(\(EscapedText(genes.prefix(5).joined(separator: ", ").utf8))\(genes.count > 5 ? ", ..." : ""))"
        + "; write approved symbols"
    }
  }
}

extension RegionReading.Reason {
  /// Why no index was used.
  var explanation: String {
    switch self {
    case .pipe: "a pipe has no index"
    case .notBGZF: "only BGZF files have an index (bgzip, bcftools view -O b)"
    case .format(let format): "\(format.rawValue) files are not indexed"
    case .noIndex(let paths):
      "there is no \(paths.joined(separator: " or ")) (bcftools index, tabix)"
    case .otherColumns(let path):
      "\(path) is of other columns (tabix -p vcf, tabix -p bed, bcftools index)"
    }
  }
}
