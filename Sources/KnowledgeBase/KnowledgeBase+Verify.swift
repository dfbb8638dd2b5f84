// SPDX-License-Identifier: MIT

internal import Genome

extension KnowledgeBase {
  /// Checks every byte of every store by checksums and digest, then structure and values.
  ///
  /// Bytes first, so that damage is named by the section it is in and not by the rows that go wrong.
  ///
  /// - Throws: the first error.
  package func verify() throws(KnowledgeBaseError) {
    for build in GenomeBuild.allCases {
      try file(for: build).verify(manifest.files.first { $0.build == build })
      _ = try dosage(for: build)
      _ = try genes(for: build)
      _ = try curations(for: build)
      try intervalRecords(for: build).verify()
      try variants(for: build).verify()
    }
  }
}
