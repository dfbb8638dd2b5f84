// SPDX-License-Identifier: MIT

import Calls
import Genome
import HTS
import Records

/// Which columns of one table hold what, decided once on its head.
package struct TableLayout: Sendable {
  let dialect: TableDialect
  let delimiter: TableDelimiter
  /// The column of each role, by ``TableRole/index``; -1 where the table has none.
  var columns: [Int]
  /// The 1-based line of the column names.
  ///
  /// The lines up to it are no records. 0 without header.
  let headerLine: Int
  /// The line of column names as it stands, which concatenated files repeat.
  let headerText: [UInt8]
  /// Cells of the line of names; the most that a row has, empty ones at its end apart.
  var columnCount: Int
  /// Cells of the rows where nearly all end in further delimiters, as cnvPartition's do; 0 where they do not.
  var rowCellCount = 0
  let base: Int
  var decimalMarks: [DecimalMark]
  let words: [String: CallType]
  let codes: ChromosomeCodes
  let thresholds: TableOptions.Thresholds?
  /// Whether lines among the rows name the sample of the rows behind them.
  var hasHeadings = false
  /// The line behind all rows that names ``fixedSample``; 0 where none does.
  var headingLine = 0
  /// The sample of rows that name none.
  var fixedSample: [UInt8] = []
  /// The sex of the one sample that the table is of, by a line before the rows; nil where none states it.
  var fixedSex: Sex?
  /// What was decided, for the report.
  package var remarks: [String] = []

  func column(_ role: TableRole) -> Int? {
    let column = columns[role.index]
    return column < 0 ? nil : column
  }

  /// Where two columns could have a role, the name that the dialect lists first wins.
  static func columns(of header: TableHeader, dialect: TableDialect, options: TableOptions)
    throws(TableFault) -> [Int]
  {
    var columns = [Int](repeating: -1, count: TableRole.allCases.count)
    for (role, names) in dialect.columns {
      for name in names {
        guard let column = header.names.firstIndex(of: name) else { continue }
        columns[role.index] = column
        break
      }
    }
    for (role, text) in options.columns {
      let name = TableHeader.normalised(text)
      let places = header.names.indices.filter { header.names[$0] == name }
      guard let column = places.first ?? Self.number(text, header) else {
        throw .noColumn(text, header.texts)
      }
      guard places.count < 2 else { throw .columnTwice(text) }
      columns[role.index] = column
    }
    return columns
  }

  /// `--map start=3` where no column is called 3: the third.
  private static func number(_ text: String, _ header: TableHeader) -> Int? {
    guard let number = Int(text), (1...header.names.count).contains(number) else { return nil }
    return number - 1
  }
}

/// Why a table cannot be read as it was asked for.
package enum TableFault: Error, Sendable, Equatable {
  /// `--map` names a column that the table does not have; its columns.
  case noColumn(String, [String])
  case columnTwice(String)
  /// No line has the names of columns that the format needs.
  case noHeader(CallFormat)
  /// The roles that must be there have no column.
  case missingRoles([String])
  /// A table of no known program: a `--map` to agree to, and its columns.
  case unmapped(suggestion: String, columns: [String])
  /// A table whose columns nobody named, and none of which is called as columns of calls are.
  case noMap
  /// A mapped table whose coordinate base nobody stated.
  case noBase
  /// `--map` and a format that has no columns.
  case notTable(CallFormat)
}
