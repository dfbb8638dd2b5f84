// SPDX-License-Identifier: MIT

/// An integer with thousands grouped by commas, in every locale.
func grouped(_ number: Int) -> String {
  let digits = String(number)
  guard digits.count > 3 else { return digits }
  return grouped(number / 1000) + "," + digits.suffix(3)
}
