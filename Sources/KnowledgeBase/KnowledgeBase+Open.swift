// SPDX-License-Identifier: MIT

internal import Crypto
internal import Files
internal import Genome

extension KnowledgeBase {
  /// The link in a folder of `kb update` to the release in use.
  package static let currentName = "current"

  /// Opens the knowledge base in a folder.
  ///
  /// Where `kb update` keeps the folder, that is the release that its link `current` names now: the link is
  /// read once, so an update during a run changes nothing for the run.
  ///
  /// - Throws: ``KnowledgeBaseError/noManifest(folder:)``,
  ///   ``KnowledgeBaseError/badManifest(file:)``,
  ///   ``KnowledgeBaseError/damagedManifest(file:)``,
  ///   ``KnowledgeBaseError/unsupportedFormat(file:found:supported:)``,
  ///   ``KnowledgeBaseError/unreadable(_:)``.
  package static func open(folder given: String) throws(KnowledgeBaseError) -> KnowledgeBase {
    let folder = try release(in: given)
    let path = "\(folder)/\(manifestName)"
    var bytes: [UInt8] = []
    do throws(FileError) {
      let file = try InputFile(path: path)
      while try file.read(appendingTo: &bytes, upTo: 1 << 20) > 0 {}
    } catch {
      if case .notFound = error { throw .noManifest(folder: folder) }
      throw .unreadable(error)
    }
    return KnowledgeBase(
      manifest: try Manifest(decoding: bytes, file: path),
      sha256: hexadecimal(SHA256.hash(data: bytes)), isSnapshot: false
    ) { (build) throws(KnowledgeBaseError) in
      do throws(FileError) {
        return try StoreBytes(path: "\(folder)/\(storeName(build))")
      } catch {
        if case .notFound(let path) = error { throw .missingStore(file: path) }
        throw .unreadable(error)
      }
    }
  }

  /// The folder of the release in use: `folder` itself where `kb build` wrote it.
  private static func release(in folder: String) throws(KnowledgeBaseError) -> String {
    do throws(FileError) {
      guard let target = try SymbolicLink.target(of: "\(folder)/\(currentName)") else {
        return folder
      }
      return target.hasPrefix("/") ? target : "\(folder)/\(target)"
    } catch {
      throw .unreadable(error)
    }
  }

  /// Opens the snapshot that `make` embeds.
  ///
  /// - Throws: ``KnowledgeBaseError/noSnapshot`` in a program that was built without.
  package static func embedded() throws(KnowledgeBaseError) -> KnowledgeBase {
    guard let manifest = StoreBytes(embedded: .manifest) else { throw .noSnapshot }
    let bytes = manifest.array
    return KnowledgeBase(
      manifest: try Manifest(decoding: bytes, file: manifest.name),
      sha256: hexadecimal(SHA256.hash(data: bytes)), isSnapshot: true
    ) { (build) throws(KnowledgeBaseError) in
      guard let store = StoreBytes(embedded: build == .grch37 ? .grch37 : .grch38) else {
        throw .noSnapshot
      }
      return store
    }
  }

  /// What was just compiled, without a detour over files.
  package static func compiled(_ compilation: Compilation) -> KnowledgeBase {
    KnowledgeBase(
      manifest: compilation.manifest,
      sha256: hexadecimal(SHA256.hash(data: compilation.manifestBytes)), isSnapshot: false
    ) { (build) throws(KnowledgeBaseError) in
      StoreBytes(compilation.layouts[build]?.bytes ?? [], name: storeName(build))
    }
  }
}
