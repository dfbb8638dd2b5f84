// SPDX-License-Identifier: MIT

import Classification
import KnowledgeBase

/// The reviewed table of nested recurrent intervals, found in one build's curations by number.
struct NestedRegions: Sendable {
  /// By feature number of the recurrent interval: the region it counts as.
  private var loss: [UInt32: StringID] = [:]
  private var gain: [UInt32: StringID] = [:]
  /// Regions that the table has an interval for.
  private var lossRegions: Set<StringID> = []
  private var gainRegions: Set<StringID> = []
  let hasRecurrentIntervals: Bool

  init(_ store: DosageStore) {
    hasRecurrentIntervals = store.features.contains { $0.kind == .recurrent }
    var regions: [String: StringID] = [:]
    var intervals: [String: [UInt32]] = [:]
    for (number, feature) in store.features.enumerated() {
      switch feature.kind {
      case .region: regions[store.string(feature.id)] = feature.id
      case .recurrent: intervals[store.string(feature.name), default: []].append(UInt32(number))
      case .gene: break
      }
    }
    for row in NestedInterval.reviewed {
      guard let region = regions[row.region] else { continue }
      if row.countsForLoss { lossRegions.insert(region) }
      if row.countsForGain { gainRegions.insert(region) }
      for interval in intervals[row.interval] ?? [] {
        if row.countsForLoss { loss[interval] = region }
        if row.countsForGain { gain[interval] = region }
      }
    }
  }

  /// The region that a recurrent interval counts as; nil for one that counts as none.
  func region(of interval: UInt32, _ direction: Direction) -> StringID? {
    direction == .loss ? loss[interval] : gain[interval]
  }

  func isListed(_ region: StringID, _ direction: Direction) -> Bool {
    (direction == .loss ? lossRegions : gainRegions).contains(region)
  }
}
