// SPDX-License-Identifier: MIT

import Classification

extension Finding {
  /// The sentence behind `clincall: finding: `: how many, and where the first one stands.
  package var sentence: String {
    let classes = Pathogenicity.allCases.filter { $0.rank <= condition.least.rank }.map(\.rawValue)
    let filter = condition.isWhateverFilter ? "whatever FILTER" : "FILTER PASS or missing"
    return
      "\(grouped(count)) call\(count == 1 ? " is" : "s are") \(classes.joined(separator: " or ")) "
      + "(\(filter)); the first is \(source), call \(callID)"
  }

  package var message: Message { Message(.finding, sentence, file: file, line: line) }
}
