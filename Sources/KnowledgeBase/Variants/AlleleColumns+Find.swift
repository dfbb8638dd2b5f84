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
    var code: UInt32?
    if allele.ref.count == 1, allele.alt.count == 1 {
      code = AlleleCode.substitution(allele.ref[0], allele.alt[0])
    }
    let place = AlleleRow.place(start: allele.start, code: code ?? 0)
    guard keys[row] == UInt16(truncatingIfNeeded: place) else { return false }
    if code != nil { return true }
    var text: [UInt8] = []
    AlleleCode.appendText(ref: allele.ref, alt: allele.alt, to: &text)
    let rank = rank(ofRow: row)
    return hashes[rank] == AlleleCode.long(text[...]) && texts.isText(sequences[rank], text)
  }

  /// How many rows before this one are no substitution of one base.
  private func rank(ofRow row: Int) -> Int {
    let block = row / AlleleSection.rowsPerRank
    let first = block * AlleleSection.rowsPerRank
    return Int(ranks[block])
      + keys[first..<row].count { $0 & UInt16(AlleleSection.longMask) == 0 }
  }
}
