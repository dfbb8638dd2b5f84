// SPDX-License-Identifier: MIT

extension RegionFault: Explained {
  package var sentence: String {
    switch self {
    case .badRegion(let option, let text):
      "\(option) \(EscapedText(text.utf8)): no region; write CONTIG, CONTIG:POS or CONTIG:FIRST-LAST, "
        + "1-based, joined by commas"
    case .badLine(let path, let line, let text, let isBED):
      "\(path):\(line): no region (\(EscapedText(text))); write "
        + (isBED
          ? "contig, start and end separated by TABs, 0-based half-open"
          : "contig and position, or contig, first and last, separated by TABs, 1-based; BED needs the "
            + "suffix .bed")
    case .empty(let path): "\(path): holds no region"
    }
  }

  package var exitStatus: ExitStatus {
    if case .badRegion = self { return .usage }
    return .malformedInput
  }
}
