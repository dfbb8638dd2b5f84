// SPDX-License-Identifier: MIT

/// Section 5: inheritance and family history of the patient; exactly one row is met, 5F where nothing is
/// known.
enum Section5 {
  static let rows: [Criterion] = [.c5A, .c5B, .c5C, .c5D, .c5E, .c5F, .c5G, .c5H]
  /// The lowest and the highest that a row of the section can give.
  static let range = -45...45

  static func definitions(_ direction: Direction) -> [CriterionDefinition] {
    func row(_ criterion: Criterion, _ wording: String, _ points: Int, _ range: ClosedRange<Int>)
      -> CriterionDefinition
    {
      CriterionDefinition(
        criterion, wording, points: points, range: range,
        cap: abs(range.lowerBound) > range.upperBound ? range.lowerBound : range.upperBound,
        excludes: rows.filter { $0 != criterion }, by: .user)
    }
    return [
      row(.c5A, "the patient's call is de novo: the value of 4A to 4D that fits", 15, 0...45),
      row(
        .c5B, "inherited from an unaffected parent, the patient's phenotype is specific", -30,
        -45...0),
      row(
        .c5C, "inherited from an unaffected parent, the patient's phenotype is nonspecific", -15,
        -30...0),
      row(.c5D, "segregates in the patient's family: the value of 4F to 4H that fits", 15, 0...45),
      row(
        .c5E, "does not segregate in the patient's family: the value of 4I to 4K that fits", -15,
        -45...0),
      CriterionDefinition(
        .c5F, "inheritance unknown or uninformative, nothing else", points: 0,
        excludes: rows.filter { $0 != .c5F }),
      row(.c5G, "inheritance unknown, phenotype nonspecific and consistent", 10, 0...15),
      row(
        .c5H, "inheritance unknown, phenotype highly specific and consistent",
        direction == .loss ? 30 : 15, 0...30),
    ]
  }
}
