// SPDX-License-Identifier: MIT

internal import FoundationEssentials
internal import Genome

/// The form of exported tables.
package enum ExportForm: String, Sendable, CaseIterable {
  /// `TABLE.tsv` with `sources.tsv`, which `kb build` reads back; what it does not, ClinVar's alleles and
  /// the Evidence Repository, it compiles from their own files.
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
    case .tsv:
      files = try tables()
      if let table = try evidenceTable() {
        files.append(
          (
            "\(table.name).tsv",
            table.tsv(notes: [
              "ClinGen's Evidence Repository (CC0 1.0); entries that have an allele on a build",
              "grch37, grch38: 1-based inclusive, of an insertion the bases on both its sides",
            ])
          ))
      }
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
    var alleles: [FolderOutput.Streamed] = []
    for build in GenomeBuild.allCases {
      let summary = manifest.builds.first { $0.build == build }?.variants
      if summary?.clinvarAlleles ?? 0 == 0 { continue }
      let store = try variants(for: build)
      alleles.append(
        FolderOutput.Streamed(name: AlleleTable.fileName(build, form: form)) {
          (output) throws(KnowledgeBaseError) in
          try AlleleTable.write(store, form: form, to: output)
        })
    }
    try FolderOutput.write(files, streamed: alleles, to: folder)
    return files.map(\.name) + alleles.map(\.name)
  }
}

extension ExportedTable {
  var ndjson: [UInt8] {
    let lines = NDJSONRows(columns: columns)
    return rows.flatMap { lines.line($0) }
  }
}

/// Makes an object of each row of a table.
struct NDJSONRows {
  private var keys: [String]
  private let encoder = JSONEncoder()

  init(columns: [String]) {
    encoder.outputFormatting = [.withoutEscapingSlashes]
    keys = []
    keys = columns.map { quoted($0) + ":" }
  }

  /// Members in the order of the columns, a missing value null.
  func line(_ cells: [String]) -> [UInt8] {
    let members = zip(keys, cells).map { $0 + ($1 == "." ? "null" : quoted($1)) }
    return Array("{\(members.joined(separator: ","))}\n".utf8)
  }

  private func quoted(_ text: String) -> String {
    // Encoding a string cannot fail.
    String(decoding: (try? encoder.encode(text)) ?? Data("null".utf8), as: UTF8.self)
  }
}
