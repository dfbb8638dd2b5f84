// SPDX-License-Identifier: MIT

import KnowledgeBase

/// The INFO keys that ClinCall adds, and their header lines.
///
/// `Number=A`: one value for each ALT, `.` where an allele has none, so that `bcftools norm -m-` splits
/// them rightly. Several features of one allele are joined by `&`, their sub-fields by `|`.
enum VCFKey: String, CaseIterable {
  case haploinsufficiency = "CC_HI"
  case triplosensitivity = "CC_TS"
  case region = "CC_REGION"
  case validity = "CC_VALIDITY"
  case actionability = "CC_ACTION"
  case assertion = "CC_ASSERT"
  case criteria = "CC_CRITERIA"
  case clinvar = "CC_CLINVAR"
  case score = "CC_SCORE"
  case classification = "CC_CLASS"
  case evidence = "CC_EVIDENCE"

  /// Whether the value comes from the rubric, not from a curation alone.
  var isClassification: Bool { self == .score || self == .classification || self == .evidence }

  var description: String {
    switch self {
    case .haploinsufficiency:
      "ClinGen haploinsufficiency of every overlapped gene: symbol|score|relation, genes joined by &"
    case .triplosensitivity:
      "ClinGen triplosensitivity of every overlapped gene: symbol|score|relation, genes joined by &"
    case .region:
      "ClinGen dosage regions overlapped: id|haploinsufficiency|triplosensitivity|relation, joined by &"
    case .assertion:
      "ClinGen Evidence Repository, exact allele: assertion|MONDO|panel|date, joined by &"
    case .criteria:
      "Criteria as applied by the panel to this allele, joined by |; entries as in CC_ASSERT, joined by &"
    case .clinvar: "ClinVar, exact allele: VariationID|classification|review stars, joined by &"
    case .score:
      "Points of the ACMG/ClinGen copy-number rubric (Riggs 2020); where samples differ in direction, in FORMAT"
    case .classification:
      "Class by those points, automated and partial: sections 1-3 and 4O, 5 as far as a pedigree decides it; where samples differ in direction, in FORMAT"
    case .evidence:
      "Criteria met: code|points|records, joined by &; where samples differ in direction, those of both, each behind loss or gain"
    case .validity:
      "ClinGen gene-disease validity of every touched gene, and of those that ClinVar or a panel names for the allele: "
        + "symbol|disease|inheritance|classification|reach, curations joined by &; reach: direct, "
        + "gene_level or carrier"
    case .actionability:
      "ClinGen clinical actionability of the same genes: "
        + "symbol|disease|adult or pediatric|assertion|reach, curations joined by &"
    }
  }

  /// Who made what the key holds.
  private var origin: String { self == .clinvar ? "ClinVar" : "ClinGen" }

  /// A release has the name that `kb build --release` gave it.
  private static func quoted(_ text: String) -> String {
    var quoted = ""
    for character in text {
      if character == "\"" || character == "\\" { quoted.append("\\") }
      quoted.append(character)
    }
    return quoted
  }

  func headerLine(release: String) -> String {
    "##INFO=<ID=\(rawValue),Number=A,Type=String,Description=\"\(description)\","
      + "Source=\"\(origin)\",Version=\"\(Self.quoted(release))\">\n"
  }
}

extension [UInt8] {
  /// Appends a value with the characters that INFO reserves percent-encoded (VCF 4.3, section 1.2), and
  /// those that join our sub-fields.
  mutating func append(infoValue text: some Sequence<UInt8>) {
    for byte in text {
      switch byte {
      case 0x00...0x20, 0x7F, 0x25, 0x26, 0x2C, 0x3A, 0x3B, 0x3D, 0x7C:
        append(0x25)
        append(upperHex[Int(byte >> 4)])
        append(upperHex[Int(byte & 15)])
      default: append(byte)
      }
    }
  }
}

private let upperHex = Array("0123456789ABCDEF".utf8)
