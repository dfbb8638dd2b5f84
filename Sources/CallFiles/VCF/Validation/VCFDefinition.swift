// SPDX-License-Identifier: MIT

import Records

/// What a key of INFO or FORMAT holds: its Number and Type, as a header line or the specification says.
struct VCFDefinition: Sendable, Hashable {
  enum Count: Sendable, Hashable {
    case fixed(Int)
    /// One for each ALT.
    case perAlternate
    /// One for each allele, REF's first.
    case perAllele
    /// One for each genotype that the alleles and the ploidy allow.
    case perGenotype
    /// `.` and what only VCF 4.4 and later define.
    case unstated

    /// - Returns: nil for a text that no version defines.
    init?(_ text: String) {
      switch text {
      case "A": self = .perAlternate
      case "R": self = .perAllele
      case "G": self = .perGenotype
      case ".", "P", "LA", "LR", "LG", "M": self = .unstated
      default:
        guard !text.isEmpty, text.utf8.allSatisfy({ $0 &- 0x30 <= 9 }), let number = Int(text)
        else {
          return nil
        }
        self = .fixed(number)
      }
    }

    var text: String {
      switch self {
      case .fixed(let number): String(number)
      case .perAlternate: "A"
      case .perAllele: "R"
      case .perGenotype: "G"
      case .unstated: "."
      }
    }
  }

  enum ValueType: String, Sendable {
    case integer = "Integer"
    case float = "Float"
    case flag = "Flag"
    case character = "Character"
    case string = "String"
  }

  let count: Count
  let type: ValueType
}

extension VCFDefinition {
  /// The keys that the specification reserves, as every version that has them defines them.
  ///
  /// Keys whose definition changed between versions (SVLEN, CN, CIPOS and other structural keys, and END
  /// from 4.5 on) are left to the header.
  ///
  /// - Source: VCF 4.3, tables 1 and 2; `MQ` of INFO is Float there and Integer in 4.1 and 4.2, so only
  ///   its Number is reserved.
  static func reserved(_ key: String, isFormat: Bool) -> (count: Count, type: ValueType?)? {
    isFormat ? format[key] : info[key]
  }

  private static let info: [String: (count: Count, type: ValueType?)] = [
    "AA": (.fixed(1), .string), "AC": (.perAlternate, .integer), "AD": (.perAllele, .integer),
    "ADF": (.perAllele, .integer), "ADR": (.perAllele, .integer), "AF": (.perAlternate, .float),
    "AN": (.fixed(1), .integer), "BQ": (.fixed(1), .float), "CIGAR": (.perAlternate, .string),
    "DB": (.fixed(0), .flag), "DP": (.fixed(1), .integer), "END": (.fixed(1), .integer),
    "H2": (.fixed(0), .flag), "H3": (.fixed(0), .flag), "MQ": (.fixed(1), nil),
    "MQ0": (.fixed(1), .integer), "NS": (.fixed(1), .integer), "SB": (.unstated, nil),
    "SOMATIC": (.fixed(0), .flag), "VALIDATED": (.fixed(0), .flag), "1000G": (.fixed(0), .flag),
  ]

  private static let format: [String: (count: Count, type: ValueType?)] = [
    "AD": (.perAllele, .integer), "ADF": (.perAllele, .integer), "ADR": (.perAllele, .integer),
    "DP": (.fixed(1), .integer), "EC": (.perAlternate, .integer), "FT": (.fixed(1), .string),
    "GL": (.perGenotype, .float), "GLE": (.perGenotype, nil), "GP": (.perGenotype, .float),
    "GQ": (.fixed(1), .integer),
    "GT": (.fixed(1), .string), "HQ": (.fixed(2), .integer), "MQ": (.fixed(1), .integer),
    "PL": (.perGenotype, .integer), "PQ": (.fixed(1), .integer), "PS": (.fixed(1), .integer),
  ]
}
