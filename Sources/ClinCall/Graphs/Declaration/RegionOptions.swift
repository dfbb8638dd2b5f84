// SPDX-License-Identifier: MIT

import Calls

/// The regions of a region stage: written in the pipeline, in a BED file, or both.
struct RegionOptions: Sendable {
  /// `chr22:18924719-21111383`, 1-based inclusive as people write them; `chr22` is all of it.
  var written: [(text: GraphText, region: Region)] = []
  /// A BED file, 0-based half-open.
  var file: GraphText?

  var summary: String {
    (written.map(\.text.text) + (file.map { ["of \($0.text)"] } ?? [])).joined(separator: ",")
  }
}
