// SPDX-License-Identifier: MIT

internal import FoundationEssentials
package import KnowledgeBase

/// What `kb diff` shows.
package struct KnowledgeBaseDifference: Sendable {
  package let old: KnowledgeBase
  package let new: KnowledgeBase
  package let changes: [TableChange]

  /// - Throws: what opening a store throws.
  package init(
    from old: KnowledgeBase, to new: KnowledgeBase
  ) throws(KnowledgeBaseError) {
    self.old = old
    self.new = new
    changes = try old.changes(to: new)
  }

  /// For people: counts per table, then a line a change.
  package var text: String {
    var text =
      "from \(old.release) (sha256 \(old.sha256))\nto   \(new.release) (sha256 \(new.sha256))\n"
    if changes.isEmpty { return text + "no changes\n" }
    for (table, changes) in byTable {
      text += "\n\(table): \(Self.counts(of: changes))\n"
      for change in changes { text += "  \(change.line)\n" }
    }
    return text
  }

  /// A row a change.
  package var tsv: String {
    let provenance =
      "##clincall_kb_old=\(old.release) \(old.sha256)\n##clincall_kb_new=\(new.release) \(new.sha256)\n"
    let rows = changes.map { change in
      [
        change.table, change.kind.rawValue, change.id, change.name, change.column ?? ".",
        change.old ?? ".", change.new ?? ".",
      ].joined(separator: "\t") + "\n"
    }
    return provenance + "#table\tchange\tid\tname\tcolumn\told\tnew\n" + rows.joined()
  }

  /// One document; sorted keys and a final newline.
  package var json: String {
    struct Side: Encodable {
      let release: String
      let sha256: String
    }
    struct Change: Encodable {
      let table, change, id, name: String
      let column, old, new: String?
    }
    struct Document: Encodable {
      let old, new: Side
      let counts: [String: [String: Int]]
      let changes: [Change]
    }
    var counts: [String: [String: Int]] = [:]
    for change in changes {
      counts[change.table, default: [:]][change.kind.rawValue, default: 0] += 1
    }
    let document = Document(
      old: Side(release: old.release, sha256: old.sha256),
      new: Side(release: new.release, sha256: new.sha256), counts: counts,
      changes: changes.map {
        Change(
          table: $0.table, change: $0.kind.rawValue, id: $0.id, name: $0.name, column: $0.column,
          old: $0.old, new: $0.new)
      })
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    // Encoding strings and integers cannot fail.
    return String(decoding: (try? encoder.encode(document)) ?? Data(), as: UTF8.self) + "\n"
  }

  private var byTable: [(String, [TableChange])] {
    var tables: [(String, [TableChange])] = []
    for change in changes {
      if tables.last?.0 == change.table {
        tables[tables.count - 1].1.append(change)
      } else {
        tables.append((change.table, [change]))
      }
    }
    return tables
  }

  private static func counts(of changes: [TableChange]) -> String {
    TableChange.Kind.allCases.compactMap { kind in
      let count = changes.count { $0.kind == kind }
      return count == 0 ? nil : "\(grouped(count)) \(kind.rawValue)"
    }.joined(separator: ", ")
  }
}

extension TableChange {
  /// `score BRCA2 (675): hi 0 -> 3`.
  fileprivate var line: String {
    let subject = "\(kind.rawValue) \(name)\(id == name ? "" : " (\(id))")"
    guard let column else {
      let told = old ?? new ?? ""
      return told.isEmpty ? subject : "\(subject): \(told)"
    }
    return "\(subject): \(column) \(old ?? ".") -> \(new ?? ".")"
  }
}
