// SPDX-License-Identifier: MIT

/// What cells of rows without header look like.
enum RegionText {
  static func isNumber(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { $0 &- 0x30 <= 9 }
  }

  /// `chr1:100-200`.
  static func isRegion(_ text: String) -> Bool {
    guard let colon = text.lastIndex(of: ":") else { return false }
    let ends = text[text.index(after: colon)...].split(
      separator: "-", omittingEmptySubsequences: false)
    return ends.count == 2 && ends.allSatisfy { isNumber(String($0)) }
  }
}
