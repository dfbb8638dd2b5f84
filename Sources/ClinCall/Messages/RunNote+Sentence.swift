// SPDX-License-Identifier: MIT

import CallFiles

extension RunNote {
  /// What `clincall: ` is put before.
  package var sentence: String { "\(message.level.rawValue): \(message.text)" }

  /// What repeated notes are counted by.
  package var kind: String {
    switch self {
    case .buildDoubt: "the genome build"
    case .remark(_, let remark): remark
    case .blankLines: "blank lines"
    case .rejected: "malformed records"
    case .noCalls: "missing calls"
    case .unbalancedTranslocations: "unbalanced translocations"
    case .familyNotRead, .pedigreeFitsNoSample: "the pedigree"
    case .unknownContigs: "contigs of the regions"
    case .readWhole: "regions"
    case .olderIndex: "older indexes"
    case .declared(_, let kind, _): "\(kind) lines for BCF"
    case .unusedLabCalls: "the laboratory's calls"
    case .unknownGenes: "genes of filters"
    }
  }

  package var message: Message {
    func named(_ path: String) -> String { path == "-" ? "standard input" : path }
    func warning(_ path: String, _ text: String) -> Message {
      Message(.warning, "\(named(path)): \(text)", file: named(path))
    }
    func note(_ path: String, _ text: String) -> Message {
      Message(.note, "\(named(path)): \(text)", file: named(path))
    }
    switch self {
    case .buildDoubt(let path, let doubt, let build):
      return warning(path, "\(doubt); read on \(build)")
    case .remark(let path, let remark): return note(path, remark)
    case .declared(let path, let kind, let names):
      return warning(
        path,
        "no ##\(kind) line for "
          + names.prefix(5).map { EscapedText($0).description }.joined(separator: ", ")
          + (names.count > 5 ? " and \(grouped(names.count - 5)) more" : "")
          + "; the BCF output declares \(names.count == 1 ? "it" : "them")")
    case .blankLines(let count):
      return Message(.warning, "\(count) blank line\(count == 1 ? "" : "s") left out")
    case .rejected(let count, let path):
      return Message(
        .warning,
        "\(count) malformed record\(count == 1 ? "" : "s") left out and written to \(path)")
    case .unknownContigs(let path, let names):
      return warning(
        path,
        "has no contig "
          + names.prefix(5).map { EscapedText($0.utf8).description }.joined(separator: ", ")
          + (names.count > 5 ? " and \(names.count - 5) more" : "")
          + " of the regions; check their spelling")
    case .readWhole(let path, let reason):
      return note(path, "all of it was read for the regions: \(reason.explanation)")
    case .olderIndex(let path, let index):
      return Message(
        .warning,
        "\(index) is older than \(path); it fits the file, but make it anew (bcftools index -f, tabix -f)",
        file: path)
    case .noCalls: return Message(.note, "0 calls")
    case .unbalancedTranslocations(let count):
      return Message(
        .note,
        "\(grouped(count)) sample\(count == 1 ? " has" : "s have") one terminal loss and one terminal "
          + "gain on two chromosomes, which suggests an unbalanced translocation; --summary names them")
    case .familyNotRead:
      return Message(
        .warning,
        "a pipe is read only once, so --ped told the sex of samples and no inheritance; give files")
    case .pedigreeFitsNoSample(let names):
      return Message(
        .warning,
        "nobody of the pedigree is a sample of the inputs "
          + "(\(names.map { EscapedText($0).description }.joined(separator: ", "))); "
          + "check its second column")
    case .unusedLabCalls(let path, let strangers, let undirected):
      return warning(
        path,
        "nothing can be like "
          + [
            (strangers, "on contigs that the build lacks"),
            (undirected, "of a type other than loss, gain and loh"),
          ].filter { $0.0 > 0 }.map { "\(grouped($0.0)) of its calls \($0.1)" }
          .joined(separator: ", "))
    case .unknownGenes(let stage, let genes):
      return Message(
        .warning,
        "stage \(stage): the knowledge base has neither curation nor model of "
          + "\(grouped(genes.count)) of its genes "
          + "(\(EscapedText(genes.prefix(5).joined(separator: ", ").utf8))\(genes.count > 5 ? ", ..." : ""))"
          + "; write approved symbols")
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
