// SPDX-License-Identifier: MIT

/// Looks at the text before the YAML parser does, so that no file can make it work for hours.
///
/// Yams hashes every key of a map whole. An alias costs nothing until it stands in a key: there nine lines
/// of nine aliases are 3.5 thousand million nodes, and so are keys that are maps of maps. The guard is
/// coarse on purpose: what it lets through is bounded, and ``GraphNode`` then refuses exactly.
///
/// - Source: reliability study, item 84.
enum YAMLGuard {
  /// With so many aliases nothing expands to more than some thousand nodes.
  private static let mostAliases = 20
  /// Coarser than ``GraphNode/deepest``, since brackets in comments and quotes are counted too.
  private static let mostBrackets = 64

  /// The first reason not to parse the text.
  static func check(_ text: String) -> GraphError.Problem? {
    var aliases: [GraphMark] = []
    var brackets = 0
    var line = 0
    for content in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      line += 1
      let bytes = Array(content.utf8)
      guard let start = bytes.firstIndex(where: { $0 != 0x20 && $0 != 0x09 }),
        bytes[start] != 0x23
      else { continue }
      if bytes[start...].first(where: { $0 != 0x20 && $0 != 0x2D }) == 0x3F,
        isKeyMark(bytes, after: start)
      {
        return .init(.complexKey, at: GraphMark(line: line, column: start + 1))
      }
      var previous: UInt8 = 0x20
      for (column, byte) in bytes.enumerated() {
        if byte == 0x5B || byte == 0x7B { brackets += 1 }
        if byte == 0x5D || byte == 0x7D { brackets -= 1 }
        if brackets > mostBrackets {
          return .init(
            .tooDeep(limit: GraphNode.deepest), at: GraphMark(line: line, column: column + 1))
        }
        if byte == 0x2A, [0x20, 0x09, 0x2C, 0x5B, 0x7B, 0x3A, 0x2D, 0x3F].contains(previous) {
          aliases.append(GraphMark(line: line, column: column + 1))
          if aliases.count > mostAliases { return .init(.anchor, at: aliases[0]) }
        }
        previous = byte
      }
    }
    return nil
  }

  /// Whether the first `?` stands alone, as the mark of a key that is more than text.
  private static func isKeyMark(_ bytes: [UInt8], after start: Int) -> Bool {
    guard let place = bytes[start...].firstIndex(of: 0x3F) else { return false }
    return place + 1 == bytes.count || bytes[place + 1] == 0x20 || bytes[place + 1] == 0x09
  }
}
