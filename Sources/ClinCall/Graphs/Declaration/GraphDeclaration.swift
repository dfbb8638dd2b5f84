// SPDX-License-Identifier: MIT

import Annotation
import CallFiles
import Reports

/// A stage graph as a pipeline file declares it: values with their places, parameters filled in.
///
/// One source; stages and sinks each name what they are fed `from`, so the graph is a tree.
package struct GraphDeclaration: Sendable {
  /// The file, as the user named it.
  package let path: String
  var sources: [Source] = []
  var stages: [Stage] = []
  var sinks: [Sink] = []
  /// What is written of the run as a whole; one of a kind.
  var sideFiles: [SideFile] = []
  /// Which reported classes are a finding, as `--fail-on` says.
  var failCondition: FailCondition?

  init(path: String) { self.path = path }

  /// Where calls come from.
  struct Source: Sendable {
    let name: GraphText
    /// Read one after the other; `-` is standard input.
    var paths: [GraphText] = []
    var reading = ReadingOptions()
    var files = SourceFiles()
    /// The name of piped calls in reports.
    var standardInputName: String?
  }

  /// What happens to calls on their way.
  struct Stage: Sendable {
    let name: GraphText
    let kind: StageKind
    let from: GraphText
  }

  /// A report.
  struct Sink: Sendable {
    let name: GraphText
    let from: GraphText
    let path: GraphText
    let type: OutputType
    var mode: AnnotateConfiguration.Mode?
    var columns: CallColumns?
    /// Nil is `auto`.
    var emit: EmitRule?
    var compressionLevel: Int?
  }
}
