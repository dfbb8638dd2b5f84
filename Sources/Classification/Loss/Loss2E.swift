// SPDX-License-Identifier: MIT

/// 2E of losses: both breakpoints lie inside one established haploinsufficient gene; the PVS1 tree for
/// deletions decides.
///
/// * Frame lost and decay expected: very strong.
/// * Frame kept, or no decay expected: strong where other pathogenic variants (no truncating ones) are
///   known in the removed part, else strong above a tenth of the protein and moderate below; nothing where
///   losses of these exons are common.
/// * The start codon alone with the 5' end kept: the branch for lost start codons, moderate or supporting.
/// * Introns or untranslated sequence only: nothing.
enum Loss2E {
  static let definition = CriterionDefinition(
    .c2E, "both breakpoints inside one haploinsufficient gene: by the PVS1 tree for deletions",
    points: 90, range: 0...90, cap: 90,
    excludes: [.c2A, .c2B, .c2C1, .c2C2, .c2D1, .c2D2, .c2D3, .c2D4, .c2F, .c2G, .c2H, .c3B, .c3C])

  static func assess(_ gene: GeneFacts, into ledger: inout Ledger) {
    guard gene.content != .none, gene.content != .nonCoding else {
      ledger.note(.c2E, .notAssessed, .nonCodingTranscript, record: gene.record)
      return
    }
    let (strength, reason) = branch(gene)
    ledger.meet(.c2E, reason, strength.points, strength.range, record: gene.record)
    switch reason {
    case .moreThanTenth, .lessThanTenth, .startLost:
      guard gene.pathogenicInside == .unknown else { break }
      ledger.note(.c2E, .notAssessed, .noSmallVariants, record: gene.record)
    default: break
    }
    if gene.startLost || gene.breaksExon { ledger.marks.insert(.reviewTranscript) }
  }

  static func branch(_ gene: GeneFacts) -> (PVS1Strength, EvidenceReason) {
    guard gene.content == .coding else {
      return (
        .notApplicable, gene.content == .untranslated ? .untranslatedOnly : .intronOnly
      )
    }
    if gene.startLost {
      return gene.pathogenicInside == .yes
        ? (.moderate, .startLostBesidePathogenic) : (.supporting, .startLost)
    }
    if gene.frame == .lost, !gene.escapesDecay { return (.veryStrong, .frameLostDecay) }
    if gene.pathogenicInside == .yes { return (.strong, .criticalRegion) }
    if gene.isCommonlyLost == .yes { return (.notApplicable, .commonInPopulation) }
    return gene.isMoreThanTenth ? (.strong, .moreThanTenth) : (.moderate, .lessThanTenth)
  }
}
