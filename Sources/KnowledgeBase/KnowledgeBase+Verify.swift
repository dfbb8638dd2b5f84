// SPDX-License-Identifier: MIT

internal import Genome

extension KnowledgeBase {
  /// Opens every store, which checks structure and values, and checks every byte by checksums and digest.
  ///
  /// - Throws: the first error.
  package func verify() throws(KnowledgeBaseError) {
    for build in GenomeBuild.allCases {
      _ = try dosage(for: build)
      _ = try genes(for: build)
      _ = try curations(for: build)
      try intervalRecords(for: build).verify()
      try variants(for: build).verify()
      try file(for: build).verify(manifest.files.first { $0.build == build })
    }
  }
}
