// SPDX-License-Identifier: MIT

/// How a call and a curated feature lie to each other, in the numbers that users re-threshold with.
package struct Overlap: Hashable, Sendable {
  /// Shared bases; 0 only for an insertion point inside the feature.
  package let bases: Int32
  package let callLength: Int32
  package let featureLength: Int32
  /// Call start minus feature start: negative when the call begins before the feature.
  package let startDistance: Int32
  /// Call end minus feature end: positive when the call ends after the feature.
  package let endDistance: Int32

  package init(call: Interval, feature: Interval) {
    bases = max(0, min(call.end, feature.end) - max(call.start, feature.start))
    callLength = call.length
    featureLength = feature.length
    startDistance = call.start - feature.start
    endDistance = call.end - feature.end
  }

  /// Millionths, rounded half up: exact in integers, so the same digits on every machine.
  private func millionths(of length: Int32) -> Int {
    length > 0 ? (Int(bases) * 2_000_000 + Int(length)) / (2 * Int(length)) : 0
  }

  /// The share of the call that lies in the feature, in millionths.
  package var callFraction: Int { millionths(of: callLength) }
  /// The share of the feature that lies in the call, in millionths.
  package var featureFraction: Int { millionths(of: featureLength) }
  /// The smaller of both shares, in millionths.
  package var reciprocal: Int { min(callFraction, featureFraction) }

  package var relation: Relation {
    if startDistance <= 0 && endDistance >= 0 { return .complete }
    if startDistance >= 0 && endDistance <= 0 { return .inside }
    return startDistance < 0 ? .partialStart : .partialEnd
  }

  /// The relation by interval, before any transcript or strand is known.
  package enum Relation: UInt8, Sendable, CaseIterable {
    /// The call contains the whole feature.
    case complete
    /// The call lies inside the feature; equal intervals are ``complete``.
    case inside
    /// The call covers the feature's end of lower coordinate and stops within it.
    case partialStart
    /// The call begins within the feature and covers its end of higher coordinate.
    case partialEnd

    /// The word in reports.
    package var word: String {
      switch self {
      case .complete: "complete"
      case .inside: "inside"
      case .partialStart: "partial_start"
      case .partialEnd: "partial_end"
      }
    }
  }
}
