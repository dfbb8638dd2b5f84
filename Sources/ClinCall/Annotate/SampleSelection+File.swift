// SPDX-License-Identifier: MIT

package import CallFiles
import Files

extension SampleSelection {
  /// From bcftools' `-S`: a file with one name a line, blank lines apart; `^` before the path leaves the
  /// samples out.
  ///
  /// - Throws: ``FileError``.
  package init(file path: String) throws {
    let isExclusion = path.hasPrefix("^")
    let file = try InputFile(path: isExclusion ? String(path.dropFirst()) : path)
    var bytes: [UInt8] = []
    while try file.read(appendingTo: &bytes, upTo: 1 << 20) > 0 {}
    let lines = bytes.split { $0 == 0x0A || $0 == 0x0D }
    self.init(names: lines.map(Array.init), isExclusion: isExclusion)
  }
}
