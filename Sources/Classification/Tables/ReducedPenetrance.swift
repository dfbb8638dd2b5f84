// SPDX-License-Identifier: MIT

/// Established loci at which many carriers are healthy: their class is printed with that word.
///
/// - Source: Rosenfeld et al. 2013, Genet Med 15:478, table 2 (penetrance for intellectual disability,
///   developmental delay and malformations), for the regions that ClinGen scores 3 in that direction.
package struct ReducedPenetrance: Sendable {
  package let region: String
  package let direction: Direction
  package let citation: String

  private static let rosenfeld = "Rosenfeld 2013, Genet Med 15:478"

  package static let reviewed: [ReducedPenetrance] = [
    ReducedPenetrance(region: "ISCA-37421", direction: .loss, citation: rosenfeld),
    ReducedPenetrance(region: "ISCA-37448", direction: .loss, citation: rosenfeld),
    ReducedPenetrance(
      region: "ISCA-37411", direction: .loss,
      citation: "\(rosenfeld); van Bon 2009, J Med Genet 46:511"),
    ReducedPenetrance(region: "ISCA-37486", direction: .loss, citation: rosenfeld),
    ReducedPenetrance(region: "ISCA-37400", direction: .loss, citation: rosenfeld),
    ReducedPenetrance(region: "ISCA-37400", direction: .gain, citation: rosenfeld),
    ReducedPenetrance(region: "ISCA-37432", direction: .loss, citation: rosenfeld),
    ReducedPenetrance(region: "ISCA-37432", direction: .gain, citation: rosenfeld),
    ReducedPenetrance(region: "ISCA-37446", direction: .gain, citation: rosenfeld),
  ]
}
