// SPDX-License-Identifier: MIT

package import Genome

/// A loss or gain of a sample that reaches one end of a chromosome.
package struct TerminalCall: Sendable, Hashable {
  /// The input, from 0, and the sample's name; empty where the input names none.
  package let input: Int
  package let sample: [UInt8]
  package let contig: Contig
  package let isGain: Bool
  package let interval: Interval
  /// `contig:first-last`, 1-based inclusive, as the input spells the contig.
  package let locus: String

  /// How far from the end of the assembly's contig a call still reaches it, in bases.
  ///
  /// Arrays have their first probes, and exomes and genomes their first callable bases, behind the telomere's
  /// repeats and the duplicated subtelomere: up to several hundred kilobases in.
  package static let tolerance: Int32 = 1_000_000
  /// The shortest that counts, in bases.
  ///
  /// Subtelomeres vary in everybody; what a translocation moves is longer, and arrays are read from about
  /// here on.
  package static let leastLength: Int32 = 500_000

  /// Whether an interval reaches exactly one end of a contig of that length.
  ///
  /// Both ends are a whole chromosome. The short arms of 13, 14, 15, 21 and 22 hold nothing that a method
  /// could call, so there the first end is never reached.
  package static func isTerminal(_ interval: Interval, on contig: Contig, length: Int32) -> Bool {
    guard interval.length >= leastLength else { return false }
    let reachesStart = interval.start <= tolerance
    let reachesEnd = interval.end >= length - tolerance
    return reachesStart != reachesEnd
  }
}

/// One terminal loss and one terminal gain of a sample on two chromosomes.
///
/// The two look unrelated in a list of calls, and together suggest the unbalanced product of a
/// translocation, which the parents' karyotypes would show.
package struct UnbalancedTranslocation: Sendable, Hashable {
  /// Empty where the input names none.
  package let sample: String
  package let loss: TerminalCall
  package let gain: TerminalCall

  package var sentence: String {
    "terminal loss and terminal gain on two chromosomes: suggests an unbalanced translocation"
  }

  /// The samples with exactly one terminal loss and exactly one terminal gain, on two chromosomes, in the
  /// order of inputs and names.
  ///
  /// More of them is another picture (mosaic, tumour, noise), and none of it is guessed.
  package static func suspected(in calls: [TerminalCall]) -> [UnbalancedTranslocation] {
    struct Key: Hashable {
      let input: Int
      let sample: [UInt8]
    }
    var found: [UnbalancedTranslocation] = []
    for (key, own) in Dictionary(
      grouping: calls, by: { Key(input: $0.input, sample: $0.sample) })
    {
      let losses = own.filter { !$0.isGain }
      let gains = own.filter(\.isGain)
      guard losses.count == 1, gains.count == 1, losses[0].contig != gains[0].contig else {
        continue
      }
      found.append(
        UnbalancedTranslocation(
          sample: String(decoding: key.sample, as: UTF8.self), loss: losses[0], gain: gains[0]))
    }
    return found.sorted { ($0.loss.input, $0.sample) < ($1.loss.input, $1.sample) }
  }
}
