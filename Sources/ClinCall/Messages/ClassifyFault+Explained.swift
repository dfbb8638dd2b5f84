// SPDX-License-Identifier: MIT

import Classification
import Genome

extension ClassifyFault: Explained {
  package var sentence: String {
    switch self {
    case .unreadableRegion(let text):
      "REGION (\(EscapedText(text.utf8))): write chr22:18924718-21111383, "
        + "arr[GRCh38] 22q11.21(18924718_21111383)x1 or NC_000022.11:g.18924718_21111383del"
    case .noDirection: "the region does not say loss or gain; give --type loss or --type gain"
    case .noBuild: "the region does not say its genome build; give -g GRCh37 or -g GRCh38"
    case .directionsDiffer(let stated, let option):
      "the region says \(stated.rawValue) and --type \(option.rawValue); change one of them"
    case .buildsDiffer(let stated, let option):
      "the region is on \(stated.name) and -g says \(option.name); change one of them"
    case .beyondContig(let contig, let length):
      "the region ends beyond \(contig), which has \(length) bases; check the genome build"
    }
  }

  package var exitStatus: ExitStatus {
    if case .beyondContig = self { return .malformedInput }
    return .usage
  }
}
