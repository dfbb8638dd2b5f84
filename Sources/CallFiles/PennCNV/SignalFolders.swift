// SPDX-License-Identifier: MIT

/// A sample that PennCNV names by the path of its signal file, as the first call of it in a batch has it.
package struct SignalFile: Sendable, Equatable {
  /// The path without `.txt`, `.baflrr` and `.gz`.
  package let path: [UInt8]
  /// Where in ``path`` the name behind the folder begins.
  let nameStart: Int
  /// The hash of ``path``.
  let hash: UInt64
  /// The line of the call.
  let line: Int
}

/// The folders of a file's samples, so that two people whose signal files have one name stay two.
///
/// The name without folder belongs to the first folder in the order of lines; a sample of that name in any
/// other folder keeps its folder. So every sample has one name in all of the file, for any size of chunks,
/// and nothing need be known of the lines to come. Two numbers are held for each sample.
package struct SignalFolders: Sendable {
  /// By the hash of a name, that of the first folder with it.
  private var folders: [UInt64: UInt64] = [:]
  /// Hashes of the paths that keep their folder.
  private var kept: Set<UInt64> = []
  /// The first sample that keeps its folder.
  private var firstKept: SignalFile?

  package init() {}

  /// Enters the samples of a batch, whose predecessors were entered before.
  ///
  /// - Returns: hashes of those paths among them that keep their folder.
  package mutating func enter(_ files: [SignalFile]) -> Set<UInt64> {
    var keeping: Set<UInt64> = []
    for file in files {
      let path = file.path.span
      let folder = path.hash(of: 0..<file.nameStart)
      let name = path.hash(of: file.nameStart..<path.count)
      guard let known = folders[name], known != folder else {
        folders[name] = folder
        continue
      }
      keeping.insert(file.hash)
      if kept.insert(file.hash).inserted, firstKept == nil { firstKept = file }
    }
    return keeping
  }

  /// What a report on the file should say; nil where every sample has its name alone.
  package var remark: String? {
    guard let firstKept else { return nil }
    let name = String(decoding: firstKept.path[firstKept.nameStart...], as: UTF8.self)
    let path = String(decoding: firstKept.path, as: UTF8.self)
    let more = kept.count > 1 ? ", and \(kept.count - 1) more likewise" : ""
    return
      "two folders hold signal files of sample \(name): that of line \(firstKept.line) is named "
      + "\(path)\(more)"
  }
}

extension Span<UInt8> {
  /// A 64-bit hash of a path, eight bytes at a time; equal hashes are taken for equal paths.
  func hash(of range: Range<Int>) -> UInt64 {
    var hash = UInt64(range.count) &* 0x9E37_79B9_7F4A_7C15
    var index = range.lowerBound
    while index < range.upperBound {
      let stop = Swift.min(index + 8, range.upperBound)
      var word: UInt64 = 0
      while index < stop {
        word = word << 8 | UInt64(self[index])
        index += 1
      }
      hash = (hash ^ word) &* 0xFF51_AFD7_ED55_8CCD
      hash ^= hash >> 32
    }
    return hash
  }
}
