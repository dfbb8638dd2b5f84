// SPDX-License-Identifier: MIT

import Classification
import Testing

/// 2L of gains.
struct Gain2LTests {
  private let broken = GeneFacts.sample(.fivePrime) { $0.hi = .notEstablished }

  @Test func `a breakpoint in another gene is named and gives nothing`() {
    let found = Assessed(.sample(.gain, [broken]))
    #expect(found.codes == "1A;2L;3A" && found.points(.c2L) == 0)
  }

  @Test func `a whole gene, an established one and a non-coding one are not broken`() {
    let nonCoding = GeneFacts.sample(.fivePrime) {
      $0.hi = .notEstablished
      $0.isProteinCoding = false
    }
    let whole = GeneFacts.sample(.whole) { $0.hi = .notEstablished }
    for gene in [nonCoding, whole, .sample(.fivePrime)] {
      #expect(Assessed(.sample(.gain, [gene])).state(.c2L) == nil)
    }
  }

  @Test func `not beside a benign gain of the same genes, which breaks them too`() {
    let found = Assessed(.sample(.gain, [broken], intervals: [.sample(ts: .unlikely, .same)]))
    #expect(found.state(.c2L) == nil && found.total == -100)
  }
}
