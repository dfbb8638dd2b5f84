// SPDX-License-Identifier: MIT

/// The files that a source's options name; they are read when the graph is run, not when it is drawn.
struct SourceFiles: Sendable {
  /// One name a line; `^` before the path leaves them out.
  var samples: GraphText?
  var pedigree: GraphText?
  /// A laboratory's description of a table.
  var profile: GraphText?
  var regions: GraphText?
  /// `^` before the path leaves the calls in them out.
  var targets: GraphText?
}
