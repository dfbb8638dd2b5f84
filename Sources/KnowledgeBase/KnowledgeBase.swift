// SPDX-License-Identifier: MIT

package import Genome
internal import Synchronization

/// An opened knowledge base: its manifest, and one store per build, opened when first asked for.
package final class KnowledgeBase: Sendable {
  static let manifestName = "manifest.json"
  static func storeName(_ build: GenomeBuild) -> String { "\(build.name).kb" }

  package let manifest: Manifest
  /// SHA-256 of the manifest's bytes, which hold those of the stores: it names the whole.
  package let sha256: String
  /// Whether it is the one embedded in the program.
  package let isSnapshot: Bool
  private let load: @Sendable (GenomeBuild) throws(KnowledgeBaseError) -> StoreBytes
  private let opened = Mutex<[GenomeBuild: Opened]>([:])

  /// What was opened of one build so far.
  private struct Opened {
    var file: StoreFile
    var dosage: DosageStore?
    var genes: GeneStore?
    var curations: GeneCurationStore?
    var intervals: IntervalRecordStore?
    var variants: VariantStore?
  }

  init(
    manifest: Manifest, sha256: String, isSnapshot: Bool,
    load: @escaping @Sendable (GenomeBuild) throws(KnowledgeBaseError) -> StoreBytes
  ) {
    self.manifest = manifest
    self.sha256 = sha256
    self.isSnapshot = isSnapshot
    self.load = load
  }

  /// The release's name: given at the build, else its source dates, `oldest..newest`.
  package var release: String { manifest.release }

  /// The dosage curations of a build, verified whole at the first call and kept.
  ///
  /// - Throws: every error of a damaged, foreign or missing store.
  package func dosage(for build: GenomeBuild) throws(KnowledgeBaseError) -> DosageStore {
    if let store = opened.withLock({ $0[build]?.dosage }) { return store }
    let store = try DosageStore(file(for: build))
    return opened.withLock { all in
      if let first = all[build]?.dosage { return first }
      all[build]?.dosage = store
      return store
    }
  }

  /// The gene models and cytobands of a build, verified at the first call and kept.
  ///
  /// Empty in a knowledge base that was compiled without.
  ///
  /// - Throws: every error of a damaged, foreign or missing store.
  package func genes(for build: GenomeBuild) throws(KnowledgeBaseError) -> GeneStore {
    if let store = opened.withLock({ $0[build]?.genes }) { return store }
    let store = try GeneStore(file(for: build))
    return opened.withLock { all in
      if let first = all[build]?.genes { return first }
      all[build]?.genes = store
      return store
    }
  }

  /// Validity, actionability, predictions and gene groups, by the gene and feature numbers of a build.
  ///
  /// Empty in a knowledge base that was compiled without.
  ///
  /// - Throws: every error of a damaged, foreign or missing store.
  package func curations(for build: GenomeBuild) throws(KnowledgeBaseError) -> GeneCurationStore {
    if let store = opened.withLock({ $0[build]?.curations }) { return store }
    let store = try GeneCurationStore(
      file(for: build), genes: genes(for: build), dosage: dosage(for: build))
    return opened.withLock { all in
      if let first = all[build]?.curations { return first }
      all[build]?.curations = store
      return store
    }
  }

  /// The population records and ClinVar CNVs of a build, opened at the first call and kept.
  ///
  /// Empty in a knowledge base that was compiled without.
  ///
  /// - Throws: every error of a damaged, foreign or missing store.
  package func intervalRecords(
    for build: GenomeBuild
  ) throws(KnowledgeBaseError) -> IntervalRecordStore {
    if let store = opened.withLock({ $0[build]?.intervals }) { return store }
    let store = IntervalRecordStore(try file(for: build))
    return opened.withLock { all in
      if let first = all[build]?.intervals { return first }
      all[build]?.intervals = store
      return store
    }
  }

  /// The alleles of ClinVar and the Evidence Repository of a build, opened at the first call and kept.
  ///
  /// Empty in a knowledge base that was compiled without.
  ///
  /// - Throws: every error of a damaged, foreign or missing store.
  package func variants(for build: GenomeBuild) throws(KnowledgeBaseError) -> VariantStore {
    if let store = opened.withLock({ $0[build]?.variants }) { return store }
    let store = try VariantStore(file(for: build))
    return opened.withLock { all in
      if let first = all[build]?.variants { return first }
      all[build]?.variants = store
      return store
    }
  }

  /// The file of a build, verified once for everything in it.
  func file(for build: GenomeBuild) throws(KnowledgeBaseError) -> StoreFile {
    if let file = opened.withLock({ $0[build]?.file }) { return file }
    let file = try StoreFile(
      try load(build), build: build,
      compiled: manifest.files.first { $0.build == build })
    return opened.withLock { all in
      if let first = all[build]?.file { return first }
      all[build] = Opened(file: file)
      return file
    }
  }
}
