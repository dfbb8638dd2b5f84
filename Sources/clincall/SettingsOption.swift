// SPDX-License-Identifier: MIT

import ArgumentParser

/// `--set KEY=VALUE`, repeatable: the parameters of a pipeline.
struct SettingsOption: ParsableArguments {
  @Option(
    name: .customLong("set"),
    help: ArgumentHelp(
      "Gives a parameter of the pipeline a value; repeatable.", valueName: "KEY=VALUE"))
  var pairs: [String] = []

  var settings: [String: String] {
    var settings: [String: String] = [:]
    for pair in pairs {
      guard let sign = pair.firstIndex(of: "=") else { continue }
      settings[String(pair[..<sign])] = String(pair[pair.index(after: sign)...])
    }
    return settings
  }

  func validate() throws {
    var seen: Set<Substring> = []
    for pair in pairs {
      guard let sign = pair.firstIndex(of: "="), sign > pair.startIndex else {
        throw ValidationError("--set \(pair): write KEY=VALUE")
      }
      guard seen.insert(pair[..<sign]).inserted else {
        throw ValidationError("--set \(pair[..<sign]): is given twice; give it once")
      }
    }
  }
}
