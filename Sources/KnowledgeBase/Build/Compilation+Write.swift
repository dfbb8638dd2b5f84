// SPDX-License-Identifier: MIT

internal import Files
internal import FoundationEssentials
internal import Genome

extension Compilation {
  /// Writes the folder: every file whole or not at all, the manifest last.
  ///
  /// An existing knowledge base there is replaced. A crash between two renames leaves a manifest whose
  /// digests disagree with a store, which opening refuses. What was begun in the folder is finished there, once.
  ///
  /// - Throws: ``KnowledgeBaseError/keptByUpdate(folder:)`` for a folder of `kb update`, where the files
  ///   would not be used, ``KnowledgeBaseError/cannotCreateFolder(path:)``,
  ///   ``KnowledgeBaseError/file(_:)``.
  package func write(folder: String) throws(KnowledgeBaseError) {
    try Self.checkIsOurs(folder)
    var stores: [FolderOutput.Streamed] = []
    for build in GenomeBuild.allCases {
      guard let layout = layouts[build] else { continue }
      let draft = drafts[build].flatMap { $0.folder.path == folder ? $0 : nil }
      stores.append(
        .init(name: KnowledgeBase.storeName(build), begun: draft?.output) {
          (output) throws(KnowledgeBaseError) in try layout.write(to: output, after: draft)
        })
    }
    try FolderOutput.write(
      [], streamed: stores, last: (KnowledgeBase.manifestName, { manifestBytes }), to: folder)
    for draft in drafts.values where draft.folder.path == folder { draft.folder.keep() }
  }

  /// - Throws: ``KnowledgeBaseError/keptByUpdate(folder:)``.
  static func checkIsOurs(_ folder: String) throws(KnowledgeBaseError) {
    let link = "\(folder)/\(KnowledgeBase.currentName)"
    if (try? SymbolicLink.target(of: link)) ?? nil != nil { throw .keptByUpdate(folder: folder) }
  }
}

/// Writes a set of files into one folder.
enum FolderOutput {
  /// A file that is too long to be held.
  struct Streamed {
    let name: String
    /// The file, where it is begun already.
    var begun: OutputFile?
    let write: (OutputFile) throws(KnowledgeBaseError) -> Void
  }

  /// All are synced before the first is renamed; they are renamed in the given order, streamed ones first.
  ///
  /// - Parameter last: asked for its bytes when all others are on the disk.
  static func write(
    _ files: [(name: String, bytes: [UInt8])], streamed: [Streamed] = [],
    last: (name: String, bytes: () -> [UInt8])? = nil, to folder: String
  ) throws(KnowledgeBaseError) {
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw .cannotCreateFolder(path: folder)
    }
    var outputs: [OutputFile] = []
    for file in streamed {
      do throws(FileError) {
        if let begun = file.begun {
          outputs.append(begun)
        } else {
          outputs.append(try OutputFile(path: "\(folder)/\(file.name)", replacing: true))
        }
      } catch {
        throw .file(error)
      }
      try file.write(outputs[outputs.count - 1])
    }
    do throws(FileError) {
      for (name, bytes) in files {
        let output = try OutputFile(path: "\(folder)/\(name)", replacing: true)
        try output.write(bytes)
        outputs.append(output)
      }
      for output in outputs { try output.sync() }
      if let last {
        let output = try OutputFile(path: "\(folder)/\(last.name)", replacing: true)
        try output.write(last.bytes())
        try output.sync()
        outputs.append(output)
      }
      for output in outputs { try output.publish() }
    } catch {
      throw .file(error)
    }
  }
}
