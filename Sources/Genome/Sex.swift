// SPDX-License-Identifier: MIT

/// The sex chromosomes of a sample, as far as the expected copy number depends on them.
package enum Sex: String, Sendable, Hashable, CaseIterable {
  /// XY.
  case male
  /// XX.
  case female

  /// How many copies of a non-pseudoautosomal stretch of `contig` are expected.
  ///
  /// - Returns: nil for the mitochondrion and for contigs outside the assembly.
  package func copies(of contig: Contig) -> Int32? {
    if contig.isAutosome { return 2 }
    switch (self, contig) {
    case (.male, .x), (.male, .y): return 1
    case (.female, .x): return 2
    case (.female, .y): return 0
    default: return nil
    }
  }
}
