// SPDX-License-Identifier: MIT

internal import Dispatch
internal import Genome
internal import Synchronization

/// What the manifest says of a store, taken on a thread of its own.
///
/// A digest of 100 MB takes 0.1 s: long enough to compile the next build or to write the file meanwhile.
final class StoreDigest: Sendable {
  private let result = Mutex<CompiledFile?>(nil)
  private let group = DispatchGroup()

  init(of layout: StoreLayout, build: GenomeBuild) {
    DispatchQueue.global().async(group: group) {
      let file = CompiledFile(
        name: KnowledgeBase.storeName(build), build: build, bytes: layout.count,
        sha256: hexadecimal(layout.sha256), headSHA256: hexadecimal(layout.headSHA256))
      self.result.withLock { $0 = file }
    }
  }

  /// Waits for it.
  var file: CompiledFile {
    group.wait()
    guard let file = result.withLock({ $0 }) else {
      preconditionFailure("the group was waited for")
    }
    return file
  }
}
