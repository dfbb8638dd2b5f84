// SPDX-License-Identifier: MIT

internal import KnowledgeBase
package import KnowledgeBaseUpdate

extension UpdateRun.Report {
  /// What `kb update` prints: every source, then what is in use.
  package func text(folder: String) -> String {
    var text = ""
    for (source, isNew, rows) in sources {
      text += "\(source.name): \(isNew ? "new" : "unchanged")"
      text += "\(rows.map { ", \(grouped($0)) rows" } ?? "")\n"
    }
    switch outcome {
    case .upToDate(let release):
      text += "\(folder): \(release) is up to date\n"
    case .updated(let name, let before):
      text += "\(folder): \(name) is in use"
      text += before.map { "; clincall kb rollback goes back to \($0)\n" } ?? "\n"
    case .wouldUpdate(let compilation, let before):
      text += "\(folder): a knowledge base of \(compilation.manifest.release) would replace "
      text += "\(before ?? "nothing")\n"
    }
    return text
  }
}
