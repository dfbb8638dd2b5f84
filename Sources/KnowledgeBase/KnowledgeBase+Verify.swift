// SPDX-License-Identifier: MIT

internal import Genome

extension KnowledgeBase {
  /// Opens every store, which checks digest, structure, checksums and values of all of it.
  ///
  /// - Throws: the first error.
  package func verify() throws(KnowledgeBaseError) {
    for build in GenomeBuild.allCases {
      _ = try dosage(for: build)
      _ = try genes(for: build)
      _ = try curations(for: build)
    }
  }
}
