// SPDX-License-Identifier: MIT

/// An option or flag of a command, as a file of options may set it.
package struct CommandOption: Sendable, Hashable {
  /// Without dashes.
  package let long: String
  /// nil for none.
  package let short: Character?
  package let isFlag: Bool
  package let isRepeatable: Bool

  package init(long: String, short: Character?, isFlag: Bool, isRepeatable: Bool) {
    self.long = long
    self.short = short
    self.isFlag = isFlag
    self.isRepeatable = isRepeatable
  }

  /// Whether the command line gives it, or what excludes it (`-S` gives the samples as `-s` does).
  func isGiven(in arguments: [String]) -> Bool {
    let names = [long] + Self.alternatives.filter { $0.contains(long) }.flatMap { $0 }
    let letters = [short, Self.letter[long]].compactMap { $0 }
    return arguments.contains { argument in
      if argument.hasPrefix("--") {
        let name = argument.dropFirst(2).prefix { $0 != "=" }
        return names.contains { $0 == name }
      }
      return argument.hasPrefix("-") && letters.contains { argument.dropFirst().first == $0 }
    }
  }

  /// Options of which one may be given.
  private static let alternatives = [
    ["samples", "samples-file"], ["regions", "regions-file"], ["targets", "targets-file"],
  ]
  /// The letter of an option's alternative.
  private static let letter: [String: Character] = [
    "samples": "S", "samples-file": "s", "regions": "R", "regions-file": "r", "targets": "T",
    "targets-file": "t",
  ]
}
