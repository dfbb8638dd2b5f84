// SPDX-License-Identifier: MIT

import Files

/// Where results go that are no reports.
enum StandardOutput {
  /// Writes a text whole, or throws: `print` says nothing when the disk is full.
  static func write(_ text: String) throws(FileError) {
    let output = try OutputFile(path: "-", replacing: false)
    try output.write(Array(text.utf8))
    try output.sync()
  }
}
