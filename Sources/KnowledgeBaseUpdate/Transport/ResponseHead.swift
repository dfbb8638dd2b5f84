// SPDX-License-Identifier: MIT

/// The status and headers of an answer.
struct ResponseHead: Sendable, Equatable {
  let status: Int
  /// Lowercase names; the last of a name counts.
  let headers: [String: String]

  /// Reads the head of the final answer from the start of a stream that has the heads of redirects before it.
  ///
  /// - Returns: the head and the number of bytes it took with those before it; nil while it is incomplete.
  static func final(in bytes: [UInt8]) -> (head: ResponseHead, length: Int)? {
    var start = 0
    while let end = endOfHead(bytes, from: start) {
      let head = ResponseHead(String(decoding: bytes[start..<end], as: UTF8.self))
      let isInterim = (100..<200).contains(head.status)
      let isRedirect =
        [301, 302, 303, 307, 308].contains(head.status) && head.headers["location"] != nil
      if !isInterim && !isRedirect { return (head, end) }
      start = end
    }
    return nil
  }

  private static func endOfHead(_ bytes: [UInt8], from start: Int) -> Int? {
    var index = start
    while index + 3 < bytes.count {
      if bytes[index] == 0x0D, bytes[index + 1] == 0x0A, bytes[index + 2] == 0x0D,
        bytes[index + 3] == 0x0A
      {
        return index + 4
      }
      index += 1
    }
    return nil
  }

  init(_ text: String) {
    let lines = text.split(whereSeparator: \.isNewline)
    let words = lines.first?.split(separator: " ") ?? []
    status = words.count > 1 ? Int(words[1]) ?? 0 : 0
    var headers: [String: String] = [:]
    for line in lines.dropFirst() {
      guard let colon = line.firstIndex(of: ":") else { continue }
      let value = line[line.index(after: colon)...].drop { $0 == " " || $0 == "\t" }
      headers[line[..<colon].lowercased()] = String(value)
    }
    self.headers = headers
  }

  /// Where the bytes of a partial answer begin; nil for an answer that is whole or says nothing.
  var rangeStart: Int? {
    // `bytes 100-199/200`
    guard status == 206, let range = headers["content-range"],
      let word = range.split(separator: " ").last, let first = word.split(separator: "-").first
    else { return nil }
    return Int(first)
  }
}
