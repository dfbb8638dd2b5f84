// SPDX-License-Identifier: MIT

/// One sample's GT: how many of its haplotypes carry each allele.
struct VCFGenotype {
  /// Haplotypes named, missing ones included; 0 when the sample has no GT.
  var ploidy: Int32 = 0
  var missing: Int32 = 0
  /// Haplotypes per allele, REF first; as long as the record has alleles.
  var haplotypes: [Int32] = []

  /// Whether at least one allele is named.
  var isInformative: Bool { ploidy > missing }

  /// Whether only the reference is named.
  var isReference: Bool { isInformative && haplotypes[0] == ploidy - missing }

  mutating func clear(alleles: Int) {
    ploidy = 0
    missing = 0
    if haplotypes.count != alleles {
      haplotypes = [Int32](repeating: 0, count: alleles)
    } else {
      for index in haplotypes.indices { haplotypes[index] = 0 }
    }
  }

  /// Reads the GT at `start`: allele numbers or `.`, joined by `/` or `|`, optionally led by one of them
  /// (VCF 4.4), up to the next `:` or `end`.
  ///
  /// - Returns: false when the text is no genotype of this many alleles.
  mutating func read(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Bool {
    var index = start
    if index < end, bytes[index] == 0x2F || bytes[index] == 0x7C { index += 1 }
    while true {
      guard index < end else { return false }
      let byte = bytes[index]
      if byte == 0x2E {
        missing += 1
        index += 1
      } else {
        var allele = 0
        let first = index
        while index < end, bytes[index] &- 0x30 <= 9, allele < haplotypes.count {
          allele = allele * 10 + Int(bytes[index] - 0x30)
          index += 1
        }
        guard index > first, allele < haplotypes.count else { return false }
        haplotypes[allele] += 1
      }
      ploidy += 1
      guard index < end, bytes[index] != 0x3A else { return true }
      guard bytes[index] == 0x2F || bytes[index] == 0x7C else { return false }
      index += 1
    }
  }
}
