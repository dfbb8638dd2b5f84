// SPDX-License-Identifier: MIT

/// How far a compressed source may expand: an archive of a few kilobytes can hold gigabytes of blanks.
///
/// ClinGen's and ClinVar's tables shrink to a tenth, the most repetitive of gnomAD's to a fiftieth.
enum Expansion {
  /// Below this nothing is wrong, whatever it comes from.
  private static let harmless = 32 << 20
  private static let largestRatio = 200

  /// Whether a file of `stored` bytes may decode to `decoded` bytes.
  static func isPlausible(decoded: Int, stored: Int) -> Bool {
    decoded <= harmless || decoded / largestRatio <= stored
  }
}
