// SPDX-License-Identifier: MIT

/// A curated gene or region whose score is 3 or 40, as the rules see its interval.
package struct IntervalFacts: Sendable {

  /// What a gain's coding genes are beside those of an established benign gain.
  package enum Content: UInt8, Sendable {
    /// The same genes, whole ones whole and touched ones touched.
    case same
    /// No gene that the benign gain does not touch.
    case noFurther
    case further
    /// No gene models.
    case unknown
  }

  /// The feature's number.
  package var feature: UInt32
  package var isRegion: Bool
  package var hi = DosageCategory.notEstablished
  package var ts = DosageCategory.notEstablished
  package var isContained: Bool
  package var isHolding: Bool
  /// The number of a recurrent interval that the call contains and that the reviewed table counts as this
  /// region, for the call's direction.
  package var nested: UInt32?
  /// Whether the table has such an interval and this build's curations have no recurrent intervals.
  package var isNestedUnknown = false
  /// Whether the call contains an interval that the table counts as this region for the other direction only.
  package var isNestedForOtherDirection = false
  package var content = Content.unknown

  package init(feature: UInt32, isRegion: Bool, isContained: Bool, isHolding: Bool) {
    self.feature = feature
    self.isRegion = isRegion
    self.isContained = isContained
    self.isHolding = isHolding
  }

  package var record: RecordReference { RecordReference(.feature, feature) }
}
