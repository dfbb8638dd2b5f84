// SPDX-License-Identifier: MIT

internal import Genome

extension StoreLayout {
  /// What the manifest says of the store.
  ///
  /// A digest of 100 MB takes 0.1 s: long enough to compile the next build or to write the file meanwhile.
  func compiledFile(_ build: GenomeBuild) -> CompiledFile {
    CompiledFile(
      name: KnowledgeBase.storeName(build), build: build, bytes: count, sha256: hexadecimal(sha256),
      headSHA256: hexadecimal(headSHA256))
  }
}
