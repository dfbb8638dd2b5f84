// SPDX-License-Identifier: MIT

import ArgumentParser
import ClinCall
import FoundationEssentials

/// The command line with all that it means: the kind of `-W` written out, and the options of `--config`
/// that neither it nor the environment gives.
enum EffectiveArguments {
  /// Worked out once; what reports hold as the command.
  static let outcome = Result { try completed(Array(CommandLine.arguments.dropFirst())) }

  /// The command as a user could have written it, for the reports.
  static var command: String {
    let arguments = (try? outcome.get()) ?? Array(CommandLine.arguments.dropFirst())
    return ([CommandLine.arguments.first ?? "clincall"] + arguments).joined(separator: " ")
  }

  /// The value of an option of the given arguments that stands before `--`; the last one, as the
  /// argument parser takes it.
  static func value(of option: String, in arguments: [String]) -> String? {
    let options = arguments.prefix { $0 != "--" }
    let indexes = options.indices.reversed()
    for index in indexes {
      if options[index].hasPrefix("\(option)=") {
        return String(options[index].dropFirst(option.count + 1))
      }
      if options[index] == option, index + 1 < options.endIndex { return options[index + 1] }
    }
    return nil
  }

  private static func completed(_ arguments: [String]) throws -> [String] {
    let completed = WriteIndexOption.completing(arguments)
    guard let path = value(of: "--config", in: completed) else { return completed }
    let (own, all) = try CommandOptionList().options(for: completed)
    var environment: Set<String> = []
    for (variable, option) in [("CLINCALL_KB", "kb"), ("CLINCALL_LOG", "log-format")]
    where !(ProcessInfo.processInfo.environment[variable] ?? "").isEmpty {
      environment.insert(option)
    }
    let options = completed.prefix { $0 != "--" }
    let added = try OptionFile(path: path).arguments(
      for: own, others: all, above: Array(options), environment: environment)
    return options + added + completed.dropFirst(options.count)
  }
}
