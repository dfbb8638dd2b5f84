// SPDX-License-Identifier: MIT

/// A place in a pipeline file, counted from 1 as editors do.
package struct GraphMark: Hashable, Sendable, Comparable {
  package let line: Int
  package let column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  package static func < (a: GraphMark, b: GraphMark) -> Bool {
    (a.line, a.column) < (b.line, b.column)
  }
}
