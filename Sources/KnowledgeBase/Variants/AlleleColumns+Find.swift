// SPDX-License-Identifier: MIT

internal import Genome

extension AlleleColumns {
  /// The rows of an allele.
  func rows(of allele: Allele, on contig: Contig) -> [Int] {
    let bucket =
      Int(contigFirsts[Int(contig.rawValue)]) + Int(allele.start >> AlleleSection.bucketShift)
    guard contig.isAssembled, allele.start >= 0,
      bucket < Int(contigFirsts[Int(contig.rawValue) + 1])
    else { return [] }
    return (Int(buckets[bucket])..<Int(buckets[bucket + 1])).filter {
      isAllele(allele, row: $0)
    }
  }

  /// Whether a row is this allele.
  func isAllele(_ allele: Allele, on contig: Contig, row: Int) -> Bool {
    let place = place(ofRow: row)
    return place.contig == contig && place.start == allele.start && isAllele(allele, row: row)
  }

  /// The same for a row of the allele's bucket.
  private func isAllele(_ allele: Allele, row: Int) -> Bool {
    guard places[row] == UInt16(truncatingIfNeeded: allele.start & 0xFFF) else { return false }
    if allele.ref.count == 1, allele.alt.count == 1,
      let code = AlleleCode.substitution(allele.ref[0], allele.alt[0])
    {
      return codes[row] == code
    }
    var text: [UInt8] = []
    AlleleCode.appendText(ref: allele.ref, alt: allele.alt, to: &text)
    guard codes[row] == AlleleCode.long(text[...]) else { return false }
    // Sound: bytes have no padding.
    let heap = unsafe texts.heap.span.bytes
    guard let range = TextTable.range(at: Int(sequences[rank(ofRow: row)]), in: heap),
      range.count == text.count
    else { return false }
    return !text.indices.contains { heap.byte(at: range.lowerBound + $0) != text[$0] }
  }

  /// Where the sequence of a row that has one stands.
  private func rank(ofRow row: Int) -> Int {
    let block = row / AlleleSection.rowsPerRank
    let first = block * AlleleSection.rowsPerRank
    return Int(ranks[block])
      + codes[first..<row].count { $0 & AlleleCode.longBit != 0 }
  }
}
