// SPDX-License-Identifier: MIT

extension RunNote {
  /// The sentence behind `clincall: warning: ` or `clincall: note: `.
  package var sentence: String {
    switch self {
    case .buildDoubt(let path, let doubt, let build):
      "warning: \(path == "-" ? "standard input" : path): \(doubt); read on \(build)"
    case .blankLines(let count):
      "warning: \(count) blank line\(count == 1 ? "" : "s") left out"
    case .rejected(let count, let path):
      "warning: \(count) malformed record\(count == 1 ? "" : "s") left out and written to \(path)"
    case .noCalls: "note: 0 calls"
    case .genesNotCurated(let stage, let genes):
      "warning: stage \(stage): \(grouped(genes.count)) of its genes \(genes.count == 1 ? "has" : "have")"
        + " no dosage curation, so no call is found by \(genes.count == 1 ? "it" : "them")"
        + " (\(EscapedText(genes.prefix(5).joined(separator: ", ").utf8))\(genes.count > 5 ? ", ..." : ""))"
    }
  }
}
