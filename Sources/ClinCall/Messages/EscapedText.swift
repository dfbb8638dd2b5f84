// SPDX-License-Identifier: MIT

/// Text of a file as a message shows it: at most 80 bytes, in quotes, every control character and every
/// byte that is no UTF-8 escaped, so that a file cannot write to the terminal.
package struct EscapedText: CustomStringConvertible {
  private let bytes: [UInt8]

  package init(_ bytes: some Sequence<UInt8>) { self.bytes = Array(bytes) }

  package var description: String {
    var text = "\""
    for character in String(decoding: bytes.prefix(80), as: UTF8.self).unicodeScalars {
      switch character {
      case "\t": text += "\\t"
      case "\r": text += "\\r"
      case "\n": text += "\\n"
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case _
      where character.properties.generalCategory == .control
        || character.properties.isBidiControl:
        text += "\\u{\(String(character.value, radix: 16))}"
      default: text.unicodeScalars.append(character)
      }
    }
    return text + (bytes.count > 80 ? "\"..." : "\"")
  }
}
