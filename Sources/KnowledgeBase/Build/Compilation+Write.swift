// SPDX-License-Identifier: MIT

internal import Files
internal import FoundationEssentials
internal import Genome

extension Compilation {
  /// Writes the folder: every file whole or not at all, the manifest last.
  ///
  /// An existing knowledge base there is replaced. A crash between two renames leaves a manifest whose
  /// digests disagree with a store, which opening refuses.
  ///
  /// - Throws: ``KnowledgeBaseError/keptByUpdate(folder:)`` for a folder of `kb update`, where the files
  ///   would not be used, ``KnowledgeBaseError/cannotCreateFolder(path:)``,
  ///   ``KnowledgeBaseError/file(_:)``.
  package func write(folder: String) throws(KnowledgeBaseError) {
    let link = "\(folder)/\(KnowledgeBase.currentName)"
    if (try? SymbolicLink.target(of: link)) ?? nil != nil { throw .keptByUpdate(folder: folder) }
    var files: [FolderOutput.Streamed] = []
    for build in GenomeBuild.allCases {
      guard let layout = layouts[build] else { continue }
      files.append(.init(name: KnowledgeBase.storeName(build), write: layout.write))
    }
    // Its digests are taken while the stores are written.
    files.append(
      .init(name: KnowledgeBase.manifestName) { (output) throws(KnowledgeBaseError) in
        do throws(FileError) {
          try output.write(manifestBytes)
        } catch {
          throw .file(error)
        }
      })
    try FolderOutput.write([], streamed: files, to: folder)
  }
}

/// Writes a set of files into one folder.
enum FolderOutput {
  /// A file that is too long to be held.
  struct Streamed {
    let name: String
    let write: (OutputFile) throws(KnowledgeBaseError) -> Void
  }

  /// All are synced before the first is renamed; they are renamed in the given order, streamed ones first.
  static func write(
    _ files: [(name: String, bytes: [UInt8])], streamed: [Streamed] = [], to folder: String
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
        outputs.append(try OutputFile(path: "\(folder)/\(file.name)", replacing: true))
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
      for output in outputs { try output.publish() }
    } catch {
      throw .file(error)
    }
  }
}
