// SPDX-License-Identifier: MIT

import Annotation
package import Calls
import Genome

/// One step of a ``CallRoute``, ready to run but for what only the opened run knows.
package enum RouteStage: Sendable {
  /// Appends the columns of dosage curations.
  case dosage
  /// Passes batches on as they are.
  case tee
  case filter(CallFilter, isRest: Bool)
  case regions(RegionSet, summary: String)
  /// The names of samples.
  case samples([String])

  /// What it leaves out, in words; nil for a step that leaves nothing out.
  var selection: String? {
    switch self {
    case .dosage, .tee: nil
    case .filter(let filter, let isRest): (isRest ? "rest of " : "") + filter.summary
    case .regions(_, let summary): "regions \(summary)"
    case .samples(let names): "samples \(names.joined(separator: ","))"
    }
  }

  var needsHits: Bool {
    if case .filter(let filter, _) = self { return filter.needsHits }
    return false
  }
}
