// SPDX-License-Identifier: MIT

package import CallFiles
import Genome

extension ReadingOptions {
  /// Takes `SAMPLE=male` or `SAMPLE=female`; the sample's name may hold `=`.
  ///
  /// - Returns: whether the text is that.
  package mutating func readSex(_ text: String) -> Bool {
    guard let equals = text.lastIndex(of: "="), equals > text.startIndex,
      let sex = Sex(rawValue: String(text[text.index(after: equals)...]))
    else { return false }
    sexes[Array(text[..<equals].utf8)] = sex
    return true
  }
}
