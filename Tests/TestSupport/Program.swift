// SPDX-License-Identifier: MIT

import Foundation
package import Testing

/// A program that tests run, and what came of a run.
package struct Program {
  package let path: String

  /// What a run left behind.
  package struct Result {
    package let status: Int32
    package let output: [UInt8]
    package let errors: String

    package var text: String { String(decoding: output, as: UTF8.self) }
    package var lines: [Substring] {
      text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    }
    /// The lines without `##`.
    package var rows: [Substring] { lines.filter { !$0.hasPrefix("##") } }
  }

  /// The project's folder.
  package static let project: String = {
    var parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    parts.removeLast(3)
    return parts.joined(separator: "/")
  }()

  /// The release binary that `make build` leaves; tests of the command judge what users run.
  package static var clincall: Program {
    get throws {
      let path =
        ProcessInfo.processInfo.environment["CLINCALL"] ?? "\(project)/.build/release/clincall"
      try #require(FileManager.default.isExecutableFile(atPath: path), "run make build first")
      return Program(path: path)
    }
  }

  /// A program of the system; nil where it is not installed.
  package static func installed(_ name: String) -> Program? {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    return folders.map { "\($0)/\(name)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }.map(Program.init)
  }

  package init(path: String) { self.path = path }

  /// Runs the program to its end, in the project's folder.
  ///
  /// - Parameters:
  ///   - input: standard input; nothing by default.
  ///   - environment: added to this process's.
  @discardableResult
  package func run(
    _ arguments: [String], input: [UInt8]? = nil, environment: [String: String] = [:]
  ) throws -> Result {
    let folder = try TemporaryFolder()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: Program.project)
    var variables = ProcessInfo.processInfo.environment
    variables["CLINCALL_KB"] = nil
    variables.merge(environment) { $1 }
    process.environment = variables
    // Files, not pipes: a pipe that nobody reads would block the program.
    let streams = ["out", "err"].map { folder.file($0) }
    for stream in streams { _ = FileManager.default.createFile(atPath: stream, contents: nil) }
    let output = try FileHandle(forWritingTo: URL(fileURLWithPath: streams[0]))
    process.standardOutput = output
    let errors = try FileHandle(forWritingTo: URL(fileURLWithPath: streams[1]))
    process.standardError = errors
    if let input {
      let path = try folder.write(input, to: "in")
      process.standardInput = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
    } else {
      process.standardInput = FileHandle.nullDevice
    }
    try process.run()
    process.waitUntilExit()
    return Result(
      status: process.terminationStatus, output: try contents(of: streams[0]),
      errors: try TestSupport.text(of: streams[1]))
  }

  /// Runs a line of shell, with `$clincall` as the binary.
  package static func shell(_ line: String) throws -> Result {
    try Program(path: "/bin/sh").run(["-c", line], environment: ["clincall": try clincall.path])
  }
}

extension Trait where Self == ConditionTrait {
  /// Skips a test where the program that judges ClinCall is not installed; the make targets install it.
  package static func needs(_ program: String) -> Self {
    .enabled(if: Program.installed(program) != nil, "needs \(program)")
  }
}
