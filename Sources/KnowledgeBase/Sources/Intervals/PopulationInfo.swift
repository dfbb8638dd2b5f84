// SPDX-License-Identifier: MIT

internal import HTS

/// The few INFO fields of a population VCF that are read; a record of gnomAD has 700.
struct PopulationInfo {
  enum Key: Int, CaseIterable {
    case end, length
    case alleleCount, alleleNumber, alleleShare
    case maleAlleleCount, maleAlleleNumber, maleAlleleShare
    case femaleAlleleCount, femaleAlleleNumber, femaleAlleleShare
    case carriers, people, carrierShare
    case maleCarriers, malePeople, maleCarrierShare
    case femaleCarriers, femalePeople, femaleCarrierShare
    case copies, maleCopies, femaleCopies

    var name: String { Key.names[rawValue] }

    private static let names = [
      "END", "SVLEN", "AC", "AN", "AF", "MALE_AC", "MALE_AN", "MALE_AF", "FEMALE_AC", "FEMALE_AN",
      "FEMALE_AF", "SC", "SN", "SF", "MALE_SC", "MALE_SN", "MALE_SF", "FEMALE_SC", "FEMALE_SN",
      "FEMALE_SF", "CN_COUNT", "MALE_CN_COUNT", "FEMALE_CN_COUNT",
    ]
  }

  enum People {
    case all, male, female
  }

  private static let names = Key.allCases.map { Array($0.name.utf8) }
  private static let longest = names.map(\.count).max() ?? 0
  private var values = [Range<Int>?](repeating: nil, count: Key.allCases.count)

  subscript(key: Key) -> Range<Int>? { values[key.rawValue] }

  /// Reads the INFO cell of the next record in place of the last one's.
  mutating func read(_ cell: Range<Int>, of text: SourceText) {
    for index in values.indices { values[index] = nil }
    let bytes = text.bytes.span
    let names = Self.names
    var start = cell.lowerBound
    while start < cell.upperBound {
      let end = bytes.firstIndex(of: 0x3B, in: start..<cell.upperBound) ?? cell.upperBound
      // Populations of v4 are in lower case; most others are told by their first letter.
      switch bytes[start] {
      case 0x45, 0x53, 0x41, 0x4D, 0x46, 0x43:
        let limit = min(end, start + Self.longest + 1)
        if let sign = bytes.firstIndex(of: 0x3D, in: start..<limit) {
          for (index, name) in names.enumerated()
          where name.count == sign - start && values[index] == nil {
            var place = 0
            while place < name.count, name[place] == bytes[start + place] { place += 1 }
            if place == name.count { values[index] = sign + 1..<end }
          }
        }
      default: break
      }
      start = end + 1
    }
  }

  /// Where a count of alleles, or of carriers among exome CNVs, stands.
  static func keys(
    of people: People, isExomeCNV: Bool
  ) -> (count: Key, number: Key, share: Key) {
    switch (people, isExomeCNV) {
    case (.all, false): (.alleleCount, .alleleNumber, .alleleShare)
    case (.male, false): (.maleAlleleCount, .maleAlleleNumber, .maleAlleleShare)
    case (.female, false): (.femaleAlleleCount, .femaleAlleleNumber, .femaleAlleleShare)
    case (.all, true): (.carriers, .people, .carrierShare)
    case (.male, true): (.maleCarriers, .malePeople, .maleCarrierShare)
    case (.female, true): (.femaleCarriers, .femalePeople, .femaleCarrierShare)
    }
  }
}
