// SPDX-License-Identifier: MIT

import CallTestSupport
import Calls
import Testing

struct DecimalTextTests {
  @Test func `a number is written as its digits`() {
    var numbers: [Int] = [.min, .max, -1, 0]
    // Around every power of ten, where the number of digits changes.
    var power = 1
    for _ in 0..<18 {
      numbers += [power - 1, power, power + 1, -power, power * 9]
      power *= 10
    }
    var random = SeededGenerator(seed: 3)
    for bits in 1..<63 {
      for _ in 0..<200 { numbers.append(Int.random(in: 0..<1 << bits, using: &random)) }
    }
    for number in numbers {
      var text: [UInt8] = [0x7C]
      text.append(decimal: number)
      #expect(String(decoding: text, as: UTF8.self) == "|\(number)")
    }
  }
}
