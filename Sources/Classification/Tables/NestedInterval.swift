// SPDX-License-Identifier: MIT

/// Which recurrent interval counts as which region: geometry is not membership.
///
/// A recurrent rearrangement between other repeats of a cluster lies inside the region that ClinGen
/// curates, contains its cause, and is the same disorder; or it lies inside it, misses the cause, and is
/// not. Every row was decided by a person.
package struct NestedInterval: Sendable {
  /// ClinGen's name of the interval in its file of recurrent copy-number variants, without trailing blanks.
  package let interval: String
  package let region: String
  package let countsForLoss: Bool
  package let countsForGain: Bool
  package let citation: String

  package static let reviewed: [NestedInterval] = [
    NestedInterval(
      interval: "22q11.2 recurrent (DGS) region (proximal, A-B) (includes TBX1)",
      region: "ISCA-37446", countsForLoss: true, countsForGain: false,
      citation:
        "ClinGen ISCA-37446 names A-B, A-C and A-D; McDonald-McGinn 2015, Nat Rev Dis Primers 1:15071"
    ),
    NestedInterval(
      interval: "22q11.2 recurrent (DGS) region (proximal, A-C) (includes TBX1)",
      region: "ISCA-37446", countsForLoss: true, countsForGain: false,
      citation:
        "ClinGen ISCA-37446 names A-B, A-C and A-D; McDonald-McGinn 2015, Nat Rev Dis Primers 1:15071"
    ),
    NestedInterval(
      interval: "22q11.2 recurrent region (central, B-D) (includes CRKL)", region: "ISCA-37446",
      countsForLoss: false, countsForGain: false,
      citation: "ClinGen curates it apart as ISCA-37516"),
    NestedInterval(
      interval: "22q11.2 recurrent region (central, C-D) (includes CRKL)", region: "ISCA-37446",
      countsForLoss: false, countsForGain: false,
      citation: "ClinGen curates it apart as ISCA-37516"),
    NestedInterval(
      interval: "15q13.3 recurrent region (D-CHRNA7 to BP5) (includes CHRNA7, OTUD7A)",
      region: "ISCA-37411", countsForLoss: false, countsForGain: false,
      citation: "ClinGen curates it apart as ISCA-46295"),
    NestedInterval(
      interval: "15q24 recurrent region (LCR A-LCR B)", region: "ISCA-46296",
      countsForLoss: false, countsForGain: false,
      citation: "ClinGen curates LCR A to LCR C; the part between A and B has no score of 3"),
    NestedInterval(
      interval: "15q24 recurrent region (LCR B-LCR C)", region: "ISCA-46296",
      countsForLoss: false, countsForGain: false,
      citation: "ClinGen curates LCR A to LCR C; the part between B and C has no score of 3"),
  ]

  package func counts(_ direction: Direction) -> Bool {
    direction == .loss ? countsForLoss : countsForGain
  }
}
