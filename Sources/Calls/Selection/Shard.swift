// SPDX-License-Identifier: MIT

package import Genome

/// The I-th of N parts of a genome; a record belongs to the part that its start lies in.
///
/// The assembled chromosomes, in order 1-22, X, Y, MT, are cut into N stretches of the same number of
/// bases, and every other contig belongs to the last part. So the parts of one input are the whole of it,
/// each record once, whatever the input holds and however it is read.
package struct Shard: Sendable, Equatable {
  /// From 1 to ``count``.
  package let number: Int
  package let count: Int

  package static let largestCount = 100_000

  /// Reads `I/N`.
  package init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2,
      parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { $0 &- 0x30 <= 9 } }),
      let number = Int(parts[0]), let count = Int(parts[1]),
      (1...Self.largestCount).contains(count),
      (1...count).contains(number)
    else { return nil }
    self.number = number
    self.count = count
  }

  package var text: String { "\(number)/\(count)" }

  /// The shard's stretch of a build.
  package struct Stretch: Sendable {
    private let shard: Shard
    /// Bases before each chromosome.
    private let offsets: [Int]
    private let total: Int

    package init(_ shard: Shard, of build: GenomeBuild) {
      self.shard = shard
      var offsets: [Int] = []
      var total = 0
      for length in Assembly.of(build).lengths {
        offsets.append(total)
        total += Int(length)
      }
      self.offsets = offsets
      self.total = total
    }

    /// Whether a record that starts at the 0-based `start` belongs to the shard.
    package func owns(_ start: Int32, on contig: Contig) -> Bool {
      let index = Int(contig.rawValue) - 1
      guard offsets.indices.contains(index) else { return shard.number == shard.count }
      // A start beyond the chromosome (a telomere's breakend) is its last base.
      let next = index + 1 < offsets.count ? offsets[index + 1] : total
      let place = min(offsets[index] + Int(max(0, start)), next - 1)
      return place * shard.count / total == shard.number - 1
    }
  }
}
