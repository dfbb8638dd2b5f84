// SPDX-License-Identifier: MIT

package import Genome
import Files

/// A pedigree file: family, sample, father, mother, sex (1 male, 2 female, else unknown), phenotype,
/// separated by TABs or blanks; `#` lines are comments.
///
/// - Source: PLINK's `.ped`, first six columns.
package struct PedFile: Sendable {
  /// The sex of the samples whose sex is stated, by name.
  package let sexes: [[UInt8]: Sex]

  /// - Throws: ``FileError``, or ``PedFault`` for a line of fewer than five columns.
  package init(path: String) throws {
    let file = try InputFile(path: path)
    var bytes: [UInt8] = []
    while try file.read(appendingTo: &bytes, upTo: 1 << 20) > 0 {}
    var sexes: [[UInt8]: Sex] = [:]
    for (number, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
      .enumerated()
    {
      let cells = line.split { $0 == 0x09 || $0 == 0x20 || $0 == 0x0D }
      guard let first = cells.first?.first, first != 0x23 else { continue }
      guard cells.count >= 5 else { throw PedFault(path: path, line: number + 1) }
      switch String(decoding: cells[4], as: UTF8.self) {
      case "1": sexes[Array(cells[1])] = .male
      case "2": sexes[Array(cells[1])] = .female
      default: break
      }
    }
    self.sexes = sexes
  }
}

/// A line of a pedigree file that has too few columns.
package struct PedFault: Error, Sendable, Equatable {
  package let path: String
  package let line: Int
}
