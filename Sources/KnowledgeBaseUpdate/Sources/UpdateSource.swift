// SPDX-License-Identifier: MIT

internal import Files
package import Genome
package import KnowledgeBase

/// A file that `kb update` fetches: a row of its table.
package struct UpdateSource: Sendable, Equatable {
  /// The option of `kb build` that takes it.
  package let role: SourceRole
  /// nil where the file states its build, or needs none.
  package let build: GenomeBuild?
  /// Whether the server answers "not modified", so that asking again costs nothing.
  package let isConditional: Bool
  /// Fewer rows than this are a damaged file, whatever the last build had.
  package let minimumRows: Int
  /// The file's name in the folder of downloads and in a mirror; no two rows share one.
  package let name: String
  package let url: String

  /// The rows of a table of sources.
  ///
  /// Six columns separated by blanks: role, build (`.` for none), conditional requests (`yes`, `no`),
  /// minimum rows, name, URL. Blank lines and lines that begin with `#` are comments.
  ///
  /// - Throws: ``UpdateError/badTable(file:line:fault:)``.
  package static func table(_ text: String, file: String) throws(UpdateError) -> [UpdateSource] {
    var rows: [UpdateSource] = []
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let cells = line.split { $0 == " " || $0 == "\t" || $0 == "\r" }.map(String.init)
      guard let first = cells.first, !first.hasPrefix("#") else { continue }
      func bad(_ fault: TableFault) -> UpdateError {
        .badTable(file: file, line: number + 1, fault: fault)
      }
      guard cells.count == 6 else { throw bad(.columns(cells.count)) }
      guard let role = SourceRole(rawValue: first) else { throw bad(.role(first)) }
      let build = GenomeBuild(name: cells[1])
      guard build != nil || cells[1] == "." else { throw bad(.build(cells[1])) }
      guard ["yes", "no"].contains(cells[2]) else { throw bad(.conditional(cells[2])) }
      guard let minimum = Int(cells[3]), minimum > 0 else { throw bad(.minimum(cells[3])) }
      guard !cells[4].contains("/"), !cells[4].hasPrefix(".") else { throw bad(.name(cells[4])) }
      if rows.contains(where: { $0.name == cells[4] }) { throw bad(.sameName(cells[4])) }
      guard cells[5].hasPrefix("https://") || cells[5].hasPrefix("http://") else {
        throw bad(.url(cells[5]))
      }
      rows.append(
        UpdateSource(
          role: role, build: build, isConditional: cells[2] == "yes", minimumRows: minimum,
          name: cells[4], url: cells[5]))
    }
    if rows.isEmpty { throw .badTable(file: file, line: 1, fault: .columns(0)) }
    return rows
  }
}

/// What is wrong with a row of a table of sources.
package enum TableFault: Sendable, Equatable {
  case columns(Int)
  case role(String)
  case build(String)
  case conditional(String)
  case minimum(String)
  case name(String)
  case sameName(String)
  case url(String)
}

extension UpdateSource {
  /// The rows of a table in a file.
  ///
  /// - Throws: ``UpdateError/file(_:)``, ``UpdateError/badTable(file:line:fault:)``.
  package static func read(_ path: String) throws(UpdateError) -> [UpdateSource] {
    let bytes: [UInt8]
    do throws(FileError) { bytes = try InputFile.contents(of: path) } catch { throw .file(error) }
    return try table(String(decoding: bytes, as: UTF8.self), file: path)
  }
}
