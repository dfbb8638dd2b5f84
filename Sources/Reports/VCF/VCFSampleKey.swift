// SPDX-License-Identifier: MIT

/// The FORMAT keys that ClinCall adds where samples of one ALT differ in direction, and their header lines.
///
/// `<CNV>` with a copy number is a loss in one sample and a gain in another, so neither INFO key could tell
/// the class. `Number=A`: one value for each ALT, `.` for those whose class stands in INFO.
enum VCFSampleKey: String, CaseIterable {
  case score = "CC_SCORE"
  case classification = "CC_CLASS"

  var description: String {
    switch self {
    case .score:
      "Points of the ACMG/ClinGen copy-number rubric (Riggs 2020), where samples differ in direction; else in INFO"
    case .classification:
      "Class by those points, automated and partial, where samples differ in direction; else in INFO"
    }
  }

  var headerLine: String {
    "##FORMAT=<ID=\(rawValue),Number=A,Type=String,Description=\"\(description)\">\n"
  }
}
