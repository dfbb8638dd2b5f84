// SPDX-License-Identifier: MIT

extension RunNote {
  /// The sentence behind `clincall: warning: ` or `clincall: note: `.
  package var sentence: String {
    switch self {
    case .buildDoubt(let path, let doubt, let build):
      "warning: \(path == "-" ? "standard input" : path): \(doubt); read on \(build)"
    case .remark(let path, let remark):
      "note: \(path == "-" ? "standard input" : path): \(remark)"
    case .blankLines(let count):
      "warning: \(count) blank line\(count == 1 ? "" : "s") left out"
    case .rejected(let count, let path):
      "warning: \(count) malformed record\(count == 1 ? "" : "s") left out and written to \(path)"
    case .unknownContigs(let path, let names):
      "warning: \(path == "-" ? "standard input" : path): has no contig "
        + names.prefix(5).map { EscapedText($0.utf8).description }.joined(separator: ", ")
        + (names.count > 5 ? " and \(names.count - 5) more" : "")
        + " of the regions; check their spelling"
    case .readWhole(let path):
      "note: \(path == "-" ? "standard input" : path): all of it was read for the regions; an index is not used"
    case .noCalls: "note: 0 calls"
    case .unbalancedTranslocations(let count):
      "note: \(grouped(count)) sample\(count == 1 ? " has" : "s have") one terminal loss and one terminal "
        + "gain on two chromosomes, which suggests an unbalanced translocation; --summary names them"
    case .familyNotRead:
      "warning: a pipe is read only once, so --ped told the sex of samples and no inheritance; give files"
    case .pedigreeFitsNoSample(let names):
      "warning: nobody of the pedigree is a sample of the inputs "
        + "(\(names.map { EscapedText($0).description }.joined(separator: ", "))); "
        + "check its second column"
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
