// SPDX-License-Identifier: MIT

/// Which samples' calls are asked for: bcftools' `-s` and `-S`.
package struct SampleSelection: Sendable, Equatable {
  package let names: [[UInt8]]
  /// Whether the names are those to leave out (`^` before the list).
  package let isExclusion: Bool

  package init(names: [[UInt8]], isExclusion: Bool) {
    self.names = names
    self.isExclusion = isExclusion
  }

  /// From `A,B` or `^A,B`.
  package init(list: String) {
    let isExclusion = list.hasPrefix("^")
    self.init(
      names: (isExclusion ? list.dropFirst() : list[...]).split(separator: ",").map {
        Array($0.utf8)
      },
      isExclusion: isExclusion)
  }

  /// Whether calls of a sample are asked for.
  package func includes(_ name: [UInt8]) -> Bool { names.contains(name) != isExclusion }

  /// Whether each of the samples is asked for, in their order.
  ///
  /// - Throws: the names that none of them has: a typing error must not look like a sample without calls.
  func mask(of samples: [[UInt8]]) throws(UnknownSamples) -> [Bool] {
    let unknown = names.filter { !samples.contains($0) }
    guard unknown.isEmpty else { throw UnknownSamples(names: unknown) }
    return samples.map(includes)
  }
}

struct UnknownSamples: Error {
  let names: [[UInt8]]
}
