// SPDX-License-Identifier: MIT

import HTS
import Records

/// What the columns of a table of no known program may be: a `--map` for the user to agree to.
///
/// It is printed and never used unasked: a guessed column may be a guessed diagnosis.
struct TableGuess {
  let suggestion: String
  /// Whether the contig is named in the first column, as BED has it.
  let beginsWithContig: Bool
  /// All names of columns.
  let columns: [String]

  /// - Returns: nil where no line looks like the names of a table of calls.
  init?(_ bytes: Span<UInt8>, isWhole: Bool) {
    let lines = TableLines(bytes, isWhole: isWhole)
    for line in lines.headerCandidates(bytes).prefix(60) {
      // A sentence in a comment is no row of names.
      if bytes[line.range.lowerBound] == 0x23,
        bytes.firstIndex(of: 0x09, in: line.range) == nil
      {
        continue
      }
      for header in TableHeader.readings(bytes, line.range) {
        var found: [(role: TableRole, name: String)] = []
        for (role, names) in TableDialect.guesses {
          guard let name = names.first(where: header.names.contains),
            let column = header.names.firstIndex(of: name)
          else { continue }
          found.append((role, header.texts[column]))
        }
        let roles = found.map(\.role)
        let hasPlace =
          roles.contains(.contig) && roles.contains(.start) && roles.contains(.end)
          || roles.contains(.region) || roles.contains(.iscn)
        guard hasPlace else { continue }
        // Words of a title are no names of columns: there must be all of a place.
        if header.delimiter == .blanks, !roles.contains(.start) { continue }
        // Positions in columns make a region superfluous.
        let used = found.filter {
          $0.role != .region && $0.role != .iscn || !roles.contains(.start)
        }
        let map = used.map { "\($0.role.rawValue)=\($0.name)" }.joined(separator: ",")
        suggestion = "--map '\(map)' --base 1"
        columns = header.texts
        beginsWithContig = TableDialect.guesses[0].names.contains(header.names[0])
        return
      }
    }
    return nil
  }
}
