// SPDX-License-Identifier: MIT

import Annotation
import Classification

/// What a dosage stage takes beside the run's own; all of it counts for the whole run, so that two
/// dosage stages may not differ.
struct DosageOptions: Sendable {
  /// The folder of another knowledge base.
  var kb: GraphText?
  var rubric: Rubric?
  /// Bases that a containment may fall short at each end.
  var slack: Int32?
  /// The user's evidence for classification.
  var evidence: GraphText?
  /// The laboratory's own earlier calls.
  var labCalls: GraphText?
  /// An indexed FASTA file.
  var reference: GraphText?

  static let keys = ["kb", "rubric", "region_slack", "evidence", "lab_calls", "reference"]

  /// The options as a drawing shows them.
  var lines: [String] {
    [
      ("knowledge base", kb?.text), ("rubric", rubric?.rawValue),
      ("slack", slack.map { "\($0) bp" }), ("evidence of", evidence?.text),
      ("earlier calls of", labCalls?.text), ("reference", reference?.text),
    ].compactMap { words, value in value.map { "\(words) \($0)" } }
  }
}
