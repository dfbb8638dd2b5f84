// SPDX-License-Identifier: MIT

import ArgumentParser
import HTS

extension PlaceIndex: ExpressibleByArgument {}

/// `-W [csi|tbi]`, as in bcftools: the kind may be left out, also before an input.
enum WriteIndexOption {
  /// The arguments with the kind written out.
  ///
  /// The argument parser would take an input behind a bare `-W` for its value.
  static func completing(_ arguments: some Sequence<String>) -> [String] {
    let given = Array(arguments)
    var completed: [String] = []
    var isPlain = false
    for (index, argument) in given.enumerated() {
      completed.append(argument)
      if argument == "--" { isPlain = true }
      guard !isPlain, argument == "-W" || argument == "--write-index" else { continue }
      let next = index + 1 < given.count ? given[index + 1] : ""
      if PlaceIndex(rawValue: next) == nil { completed.append(PlaceIndex.csi.rawValue) }
    }
    return completed
  }
}
