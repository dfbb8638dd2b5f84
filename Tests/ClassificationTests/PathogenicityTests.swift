// SPDX-License-Identifier: MIT

import Classification
import Testing

struct PathogenicityTests {
  @Test(arguments: [
    (100, Pathogenicity.pathogenic), (99, .pathogenic), (98, .likelyPathogenic),
    (90, .likelyPathogenic), (89, .uncertain), (0, .uncertain), (-89, .uncertain),
    (-90, .likelyBenign), (-98, .likelyBenign), (-99, .benign), (-200, .benign),
  ])
  func `every boundary of the five classes`(hundredths: Int, expected: Pathogenicity) {
    #expect(Pathogenicity(Points(hundredths: hundredths)) == expected)
  }

  @Test func `three times 0.30 is exactly 0.90`() {
    let total = (0..<3).reduce(Points.zero) { sum, _ in sum + Points(hundredths: 30) }
    #expect(total == Points(hundredths: 90))
    #expect(Pathogenicity(total) == .likelyPathogenic)
  }
}
