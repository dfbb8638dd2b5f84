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
  private let opened = Mutex<[GenomeBuild: DosageStore]>([:])

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
    if let store = opened.withLock({ $0[build] }) { return store }
    let bytes = try load(build)
    // Damage first, which the store knows by section; then whether it is the manifest's store at all.
    let store = try DosageStore(bytes, build: build)
    try verifyDigest(of: bytes, build: build)
    return opened.withLock { stores in
      if let first = stores[build] { return first }
      stores[build] = store
      return store
    }
  }
}
