// SPDX-License-Identifier: MIT

import Files

/// Reads a file that people write by hand: a pipeline, a gene list, a list of regions.
enum SmallFile {
  /// The bytes of a file, or its first `limit` and one more, by which a longer one is seen.
  static func read(_ path: String, upTo limit: Int) throws(FileError) -> [UInt8] {
    let file = try InputFile(path: path)
    var bytes: [UInt8] = []
    while bytes.count <= limit,
      try file.read(appendingTo: &bytes, upTo: limit + 1 - bytes.count) > 0
    {}
    return bytes
  }
}
