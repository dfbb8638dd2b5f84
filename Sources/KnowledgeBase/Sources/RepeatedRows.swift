// SPDX-License-Identifier: MIT

/// Finds a list that holds its rows twice, as a download that was appended to an older copy of it does.
///
/// A row or two may stand twice in a good list; the readers count those.
struct RepeatedRows<Row: Hashable> {
  private var seen: Set<Row> = []
  private var count = 0

  mutating func add(_ row: Row) {
    count += 1
    seen.insert(row)
  }

  /// - Throws: ``KnowledgeBaseError/severalFilesInOne(file:)`` where half of the rows are repeated ones.
  func check(file: String) throws(KnowledgeBaseError) {
    if count >= 4, seen.count * 2 <= count { throw .severalFilesInOne(file: file) }
  }
}
