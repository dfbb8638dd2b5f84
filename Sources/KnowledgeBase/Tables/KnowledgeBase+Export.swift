// SPDX-License-Identifier: MIT

internal import FoundationEssentials
internal import Genome

/// The form of exported tables.
package enum ExportForm: String, Sendable, CaseIterable {
  /// `TABLE.tsv` with `sources.tsv`, which `kb build` reads back.
  case tsv
  /// `TABLE.ndjson`: an object a row, a missing value null, everything else text as in the TSV.
  case ndjson
  /// `TABLE.BUILD.bed` of every table with places.
  case bed
}

extension KnowledgeBase {
  /// Writes every table into a folder; existing files of these names are replaced.
  ///
  /// - Returns: the names of the files.
  /// - Throws: ``KnowledgeBaseError/cannotCreateFolder(path:)``, ``KnowledgeBaseError/file(_:)``, and
  ///   what opening a store throws.
  package func export(
    folder: String, form: ExportForm
  ) throws(KnowledgeBaseError) -> [String] {
    var files: [(name: String, bytes: [UInt8])] = []
    switch form {
    case .tsv: files = try tables()
    case .ndjson:
      for table in try exportedTables() { files.append((table.name + ".ndjson", table.ndjson)) }
    case .bed:
      for table in try exportedTables() {
        for build in GenomeBuild.allCases {
          guard let bytes = table.bed(build) else { continue }
          let name =
            table.name.hasSuffix(build.name.lowercased())
            ? "\(table.name).bed" : "\(table.name).\(build.name).bed"
          files.append((name, bytes))
        }
      }
    }
    try FolderOutput.write(files, to: folder)
    return files.map(\.name)
  }
}

extension ExportedTable {
  var ndjson: [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.withoutEscapingSlashes]
    func quoted(_ text: String) -> String {
      // Encoding a string cannot fail.
      String(decoding: (try? encoder.encode(text)) ?? Data("null".utf8), as: UTF8.self)
    }
    let keys = columns.map { quoted($0) + ":" }
    var text: [UInt8] = []
    for row in rows {
      // Keys in the order of the columns.
      let members = zip(keys, row).map { $0 + ($1 == "." ? "null" : quoted($1)) }
      text += "{\(members.joined(separator: ","))}\n".utf8
    }
    return text
  }
}
