// SPDX-License-Identifier: MIT

import CallFiles
import Files
import HTS

extension AnnotateConfiguration {
  /// Opens every input and decides on its format and build.
  ///
  /// - Returns: the inputs with their paths, and the identities of those that are regular files, which no
  ///   output may be.
  func openInputs() throws -> ([(path: String, opened: OpenedInput)], [FileIdentity]) {
    var opened: [(path: String, opened: OpenedInput)] = []
    var identities: [FileIdentity] = []
    for path in inputs {
      let file = try InputFile(path: path)
      if file.isRegular { identities.append(file.identity) }
      opened.append((path, try open(file, path: path)))
    }
    return (opened, identities)
  }

  private func open(_ file: InputFile, path: String) throws(InputFailure) -> OpenedInput {
    let chunks: ChunkReader
    do {
      chunks = try ChunkReader(file, decodedChunkSize: chunkSize)
    } catch {
      throw InputFailure(path: path, fault: .opening(.container(error)))
    }
    do {
      var opened = try OpenedInput(
        chunks, name: path == "-" ? standardInputName : path, options: reading)
      try opened.readByIndex(path: path)
      return opened
    } catch {
      throw InputFailure(path: path, fault: .opening(error))
    }
  }

  /// The name of the `source` column: no folder, no compression suffix, so that a file and its
  /// compressed copy give the same reports.
  func sourceName(of path: String) -> String {
    guard path != "-" else { return standardInputName }
    let name = path.split(separator: "/").last.map(String.init) ?? path
    for suffix in [".gz", ".bgz", ".bgzf"] where name.hasSuffix(suffix) && name.count > suffix.count
    {
      return String(name.dropLast(suffix.count))
    }
    return name
  }
}
