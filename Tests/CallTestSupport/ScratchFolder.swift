// SPDX-License-Identifier: MIT

package import CallFiles
import Files
import Foundation
import HTS

/// A folder of one test, removed with it.
package final class ScratchFolder {
  package let path: String

  package init() throws {
    path =
      FileManager.default.temporaryDirectory
      .appendingPathComponent("clincall-calls-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  package subscript(_ name: String) -> String { "\(path)/\(name)" }

  package func write(_ bytes: [UInt8], to name: String) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: self[name]))
  }

  /// Opens a file of the folder as an input of calls.
  package func open(_ name: String, _ options: ReadingOptions = ReadingOptions()) throws
    -> OpenedInput
  {
    try OpenedInput(ChunkReader(InputFile(path: self[name])), name: name, options: options)
  }
}

/// A program that tests compare with, where it is installed.
package enum Program {
  package static func path(of name: String) -> String? {
    let folders = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":") ?? []
    return folders.map { "\($0)/\(name)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// Runs a program and returns its exit status and what it wrote.
  package static func run(_ path: String, _ arguments: [String]) throws -> (Int32, String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }
}
