// SPDX-License-Identifier: MIT

package import Annotation
package import CallFiles
package import HTS
package import Reports

/// Everything that decides what `annotate` does; what the command makes of its flags.
package struct AnnotateConfiguration: Sendable {
  /// One `-o`.
  package struct Output: Sendable {
    package let path: String
    package let type: OutputType
    /// What a declared graph says for this output alone; nil where the run's own holds.
    package var mode: Mode?
    package var columns: CallColumns?
    package var emit: EmitRule?
    package var compressionLevel: Int?

    package init(path: String, type: OutputType) {
      self.path = path
      self.type = type
    }
  }

  /// The rows of TSV.
  package enum Mode: String, Sendable, CaseIterable {
    case call
    case gene
    case overlap
  }

  /// Paths; `-` is standard input.
  package var inputs: [String]
  package var outputs: [Output]
  package var mode = Mode.call
  /// The columns of tables with one row a call; nil is `default`.
  package var columns: CallColumns?
  /// An indexed FASTA file to align alleles in and to check REF against; nil for none.
  package var reference: String?
  /// nil is `auto`: every call, but of small variants only those that match.
  package var emit: EmitRule?
  package var reading = ReadingOptions()
  package var classification = ClassificationOptions()
  /// The user's evidence for classification; nil without any.
  package var evidence: String?
  /// The pedigree of the samples, for inheritance; nil without one.
  package var pedigree: String?
  /// A list of the laboratory's own earlier calls.
  package var labCalls: String?
  /// Whether cells of tables that a spreadsheet would run get an apostrophe.
  package var isSpreadsheetSafe = false
  package var threads = 1
  /// Whether existing files and INFO keys are replaced.
  package var replaces = false
  /// Whether reports hold the lines that differ between program versions and command lines.
  package var describesProgram = true
  /// The command line, for the reports.
  package var command = ""
  package var standardInputName = "stdin"
  package var compressionLevel = 6
  /// The kind of index that BGZF outputs get; nil for none.
  package var index: PlaceIndex?
  /// Where malformed records go while the run goes on; nil ends the run at the first batch that has one.
  package var rejects: String?
  /// Machine-readable counts, times and ages; nil writes none.
  package var summary: String?
  /// Which reported classes are a finding, for the exit status; nil for none.
  package var failCondition: FailCondition?
  /// SHA-256 of inputs, knowledge base and outputs, renamed into place last; nil writes none.
  package var manifest: String?
  /// Decoded bytes of a chunk; the reports do not depend on it.
  package var chunkSize = 2 << 20

  package init(inputs: [String], outputs: [Output]) {
    self.inputs = inputs
    self.outputs = outputs
  }
}
