// SPDX-License-Identifier: MIT

import Calls

/// Writes JSON objects into a byte buffer, key by key.
///
/// Our own because the objects are made per call on the hot path: an encoder of the standard library
/// takes a dictionary and several strings for each. It writes what it is told in the order it is told;
/// commas and escapes are its only business.
struct JSONWriter {
  private(set) var bytes: [UInt8]
  private var needsComma = false

  init(_ buffer: consuming [UInt8] = []) { bytes = buffer }

  private mutating func separate() {
    if needsComma { bytes.append(0x2C) }
    needsComma = true
  }

  mutating func key(_ name: String) {
    separate()
    append(quoted: name.utf8)
    bytes.append(0x3A)
    needsComma = false
  }

  mutating func object(_ key: String? = nil, _ body: (inout JSONWriter) -> Void) {
    nest(key, 0x7B, 0x7D, body)
  }

  mutating func array(_ key: String? = nil, _ body: (inout JSONWriter) -> Void) {
    nest(key, 0x5B, 0x5D, body)
  }

  private mutating func nest(
    _ key: String?, _ open: UInt8, _ close: UInt8, _ body: (inout JSONWriter) -> Void
  ) {
    if let key { self.key(key) } else { separate() }
    bytes.append(open)
    needsComma = false
    body(&self)
    bytes.append(close)
    needsComma = true
  }

  /// A value without key, in an array.
  mutating func value(_ text: some Sequence<UInt8>) {
    separate()
    append(quoted: text)
  }

  /// A null without key, in an array.
  mutating func nullValue() {
    separate()
    bytes.append("null")
  }

  mutating func field(_ name: String, _ text: String) {
    key(name)
    append(quoted: text.utf8)
    needsComma = true
  }

  mutating func field(_ name: String, bytes text: some Sequence<UInt8>) {
    key(name)
    append(quoted: text)
    needsComma = true
  }

  mutating func field(_ name: String, _ number: Int) {
    key(name)
    bytes.append(decimal: number)
    needsComma = true
  }

  mutating func field(_ name: String, _ flag: Bool) {
    key(name)
    bytes.append(flag ? "true" : "false")
    needsComma = true
  }

  mutating func null(_ name: String) {
    key(name)
    bytes.append("null")
    needsComma = true
  }

  /// A number that `write` spells.
  mutating func field(_ name: String, number write: (inout [UInt8]) -> Void) {
    key(name)
    write(&bytes)
    needsComma = true
  }

  /// The comma and line break before the next object of a document.
  mutating func documentBreak() {
    bytes.append(",\n")
    needsComma = false
  }

  mutating func lineBreak() {
    bytes.append(0x0A)
    needsComma = false
  }

  private mutating func append(quoted text: some Sequence<UInt8>) {
    bytes.append(0x22)
    let first = bytes.count
    var isASCII = true
    for byte in text {
      switch byte {
      case 0x22: bytes.append(contentsOf: [0x5C, 0x22])
      case 0x5C: bytes.append(contentsOf: [0x5C, 0x5C])
      case 0x00..<0x20, 0x7F:
        bytes.append("\\u00")
        bytes.append(hex[Int(byte >> 4)])
        bytes.append(hex[Int(byte & 15)])
      default:
        bytes.append(byte)
        if byte >= 0x80 { isASCII = false }
      }
    }
    if !isASCII {
      // Bytes that are no UTF-8 are no JSON: replaced by U+FFFD.
      let repaired = String(decoding: bytes[first...], as: UTF8.self)
      bytes.replaceSubrange(first..., with: repaired.utf8)
    }
    bytes.append(0x22)
  }
}

private let hex = Array("0123456789abcdef".utf8)
