// SPDX-License-Identifier: MIT

import Calls
import Genome

/// What a row states about the kind of its call, and the decision by it.
///
/// In this order, the first that applies: the format's word for the type; the copies against the expected
/// ones; the log2 ratio against thresholds. A word stays against a copy number that points the other
/// way, and the call is flagged.
///
/// - Source: call-file study, section 0.
struct CallEvidence {
  var word: CallType?
  var copies = CopyNumber.unknown
  var expected = CopyNumber.unknown
  /// One parental chromosome only, or two like ones.
  var isHomozygous = false
  /// Whether only part of the cells have it.
  var isMosaic = false
  var log2: Double?
  var log2Rule = TableDialect.Log2Rule.direction
  var thresholds: TableOptions.Thresholds?

  /// - Returns: nil when nothing is stated.
  func type(on contig: Contig) -> (type: CallType, flags: CallFlags)? {
    var flags = CallFlags()
    let direction = copies.direction(from: expected)
    if let word, word != .cnv {
      if let direction, direction != word, word == .loss || word == .gain {
        flags.insert(.copyNumberDisagrees)
      }
      if word == .neutral, isHomozygous { return (.loh, flags) }
      if word == .loh, direction == .gain { return (.gainLOH, flags) }
      return (word, flags)
    }
    if copies.isKnown {
      let type = direction ?? Self.typeForEverybody(copies, on: contig)
      switch type {
      case .neutral where isHomozygous: return (.loh, flags)
      // A normal number of copies in part of the cells leaves open what the others have.
      case .neutral where isMosaic: return (.cnv, flags)
      case .gain where isHomozygous: return (.gainLOH, flags)
      case .cnv where isHomozygous && copies == CopyNumber(2): return (.loh, flags)
      default: return (type, flags)
      }
    }
    if let log2, log2Rule != .shown { return typeByRatio(log2, on: contig) }
    if isHomozygous { return (.loh, flags) }
    return word.map { ($0, flags) }
  }

  /// Whether a call is one of normal copies in part of the cells, `x2[0.4]`: the copies of the others, which
  /// are the event, are not stated.
  func isNormalShare(_ type: CallType) -> Bool {
    type == .cnv && isMosaic && copies.isKnown && copies == expected
  }

  /// The type of copies on X and Y in a sample of unknown sex: only what is a loss or a gain for
  /// everybody has a direction.
  static func typeForEverybody(_ copies: CopyNumber, on contig: Contig) -> CallType {
    switch copies.thousandths {
    case 0 where contig != .y: .loss
    case 3000...: .gain
    default: .cnv
    }
  }

  /// On X and Y the ratio depends on the reference's sex as well, so it tells a direction only where two
  /// copies are expected.
  private func typeByRatio(_ log2: Double, on contig: Contig) -> (type: CallType, flags: CallFlags)
  {
    let used = thresholds ?? .usual
    guard log2 <= used.low || log2 >= used.high else {
      return (isHomozygous ? .loh : .neutral, CallFlags())
    }
    if contig.isSexChromosome, expected != CopyNumber(2) { return (.cnv, CallFlags()) }
    if log2Rule == .directionByRequest, thresholds == nil { return (.cnv, CallFlags()) }
    return (log2 < 0 ? .loss : .gain, .typeFromRatio)
  }
}
