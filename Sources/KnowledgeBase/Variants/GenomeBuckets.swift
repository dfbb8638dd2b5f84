// SPDX-License-Identifier: MIT

internal import Genome

/// The genome of a build cut into buckets of 4,096 bases, contig after contig.
struct GenomeBuckets {
  /// By raw value of the contig, 0 among them, and one more: its first bucket.
  let firsts: [UInt32]

  init(_ build: GenomeBuild) {
    var firsts: [UInt32] = [0, 0]
    var total: UInt32 = 0
    for length in Assembly.of(build).lengths {
      // One base more: an insertion may stand behind the last one.
      total += UInt32(length >> AlleleSection.bucketShift) + 1
      firsts.append(total)
    }
    self.firsts = firsts
  }

  var count: Int { Int(firsts[firsts.count - 1]) }

  func bucket(_ row: AlleleRow) -> Int {
    Int(firsts[Int(row.contig)]) + Int(row.start >> UInt32(AlleleSection.bucketShift))
  }
}
