// SPDX-License-Identifier: MIT

/// Finds the word that a mistyped one was probably meant to be.
enum Suggestion {
  /// The nearest of `known`; nil when none is near enough to be meant.
  static func nearest(to word: String, in known: [String]) -> String? {
    let limit = max(1, word.count / 3)
    let ranked = known.map { ($0, distance(Array(word.lowercased()), Array($0.lowercased()))) }
    return ranked.filter { $0.1 <= limit }.min { $0.1 < $1.1 }?.0
  }

  /// Letters to add, drop, change, or swap with their neighbour.
  private static func distance(_ a: [Character], _ b: [Character]) -> Int {
    guard a.count < 64, b.count < 64 else { return .max }
    var rows = [Array(0...b.count)]
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        var best = min(rows[i][j + 1] + 1, row[j] + 1, rows[i][j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          best = min(best, rows[i - 1][j - 1] + 1)
        }
        row.append(best)
      }
      rows.append(row)
    }
    return rows[a.count][b.count]
  }
}
