// SPDX-License-Identifier: MIT

internal import Files
internal import FoundationEssentials
package import KnowledgeBase

/// What is known of a downloaded file, or of the part of one: `NAME.json` beside it.
struct DownloadRecord: Codable, Sendable, Equatable {
  let url: String
  /// The server's name for this version of the file, as it was given.
  var etag: String?
  /// HTTP date of the last change, as it was given.
  var lastModified: String?
  /// HTTP date of the answer.
  var date: String?
  /// Lowercase hexadecimal; nil for a part.
  var sha256: String?

  init(url: String, head: ResponseHead) {
    self.url = url
    etag = head.headers["etag"]
    lastModified = head.headers["last-modified"]
    date = head.headers["date"]
  }

  /// The day the server says the file is of; for one that is made when asked for, the day of the answer.
  var served: ReleaseDate? {
    (lastModified ?? date).flatMap { ReleaseDate(http: $0) }
  }

  /// What proves that the rest of a cut file belongs to its beginning.
  ///
  /// nil where nothing does: a weak name and a date may stand for two different files.
  var validator: String? {
    if let etag, !etag.hasPrefix("W/") { return etag }
    return etag == nil ? lastModified : nil
  }

  /// The record in a file; nil where there is none that can be read: the download then starts anew.
  static func read(_ path: String) -> DownloadRecord? {
    guard let bytes = try? InputFile.contents(of: path) else { return nil }
    return try? JSONDecoder().decode(DownloadRecord.self, from: Data(bytes))
  }

  func write(_ path: String) throws(FileError) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    // Encoding strings cannot fail.
    let data = (try? encoder.encode(self)) ?? Data()
    let file = try OutputFile(path: path, replacing: true)
    try file.write(Array(data) + [0x0A])
    try file.publish()
  }
}

extension ReleaseDate {
  /// From a date of HTTP, `Sun, 15 Feb 2026 08:12:31 GMT`.
  package init?(http text: some StringProtocol) {
    let words = text.split(separator: " ")
    guard words.count >= 4 else { return nil }
    self.init(listed: "\(words[1]) \(words[2]) \(words[3])")
  }
}
