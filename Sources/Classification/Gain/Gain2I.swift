// SPDX-License-Identifier: MIT

/// 2I of gains: both breakpoints lie inside one established haploinsufficient gene; the PVS1 tree for
/// duplications decides.
///
/// Proven in tandem, frame lost and decay expected is very strong; presumed in tandem strong; anything else
/// gives nothing.
enum Gain2I {
  static let definition = CriterionDefinition(
    .c2I, "both breakpoints inside one haploinsufficient gene: by the PVS1 tree for duplications",
    points: 45, range: 0...90, cap: 90, excludes: [.c2A, .c2H, .c2J, .c2K, .c3B, .c3C])

  static func assess(_ gene: GeneFacts, _ tandem: CallFacts.Tandem, into ledger: inout Ledger) {
    guard gene.content != .none, gene.content != .nonCoding else {
      ledger.note(.c2I, .notAssessed, .nonCodingTranscript, record: gene.record)
      return
    }
    let (strength, reason) = branch(gene, tandem)
    ledger.meet(.c2I, reason, strength.points, strength.range, record: gene.record)
    if gene.startLost || gene.breaksExon { ledger.marks.insert(.reviewTranscript) }
  }

  static func branch(_ gene: GeneFacts, _ tandem: CallFacts.Tandem) -> (
    PVS1Strength, EvidenceReason
  ) {
    switch gene.content {
    case .none, .intronic: return (.notApplicable, .intronOnly)
    case .nonCoding, .untranslated: return (.notApplicable, .untranslatedOnly)
    case .coding: break
    }
    guard gene.frame == .lost, !gene.escapesDecay else { return (.notApplicable, .noFrameEffect) }
    switch tandem {
    case .proven: return (.veryStrong, .tandemProven)
    case .presumed: return (.strong, .tandemPresumed)
    case .disproven: return (.notApplicable, .notTandem)
    }
  }
}
