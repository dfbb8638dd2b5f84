// SPDX-License-Identifier: MIT

/// The strengths of the PVS1 trees and the points that 2E and 2I give for them.
///
/// - Source: Abou Tayoun et al. 2018, Hum Mutat 39:1517, figure 1; points and ranges of Riggs 2020.
package enum PVS1Strength: Sendable, CaseIterable {
  case veryStrong, strong, moderate, supporting, notApplicable

  package var points: Int {
    switch self {
    case .veryStrong: 90
    case .strong: 45
    case .moderate: 30
    case .supporting: 15
    case .notApplicable: 0
    }
  }

  package var range: ClosedRange<Int> {
    switch self {
    case .veryStrong: 45...90
    case .strong: 30...90
    case .moderate: 15...45
    case .supporting: 0...30
    case .notApplicable: 0...0
    }
  }
}
