// SPDX-License-Identifier: MIT

import Foundation
import HTS
import Testing

/// A program of the system that writes to its standard output.
struct Program {
  let path: String

  static let bgzip = Program.found("bgzip")
  static let gzip = Program.found("gzip")

  static func found(_ name: String) -> Program? {
    ["/usr/bin", "/bin", "/usr/local/bin", "/opt/conda/bin"]
      .map { "\($0)/\(name)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
      .map { Program(path: $0) }
  }

  func output(_ arguments: String...) throws -> [UInt8] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return Array(data)
  }
}

@Suite("Agreement with other programs")
struct ProgramTests {
  @Test(.enabled(if: Program.bgzip != nil, "bgzip is not installed"), arguments: [1, 6, 9])
  func `what bgzip writes is read, and what we write bgzip reads`(level: Int) throws {
    let bgzip = try #require(Program.bgzip)
    let content = Sample.lines(20_000)
    let plain = try ScratchFile(content)
    let theirs = try bgzip.output("-c", "-l", "\(level)", plain.path)
    #expect(try Sample.decoded(theirs) == content)
    let ours = try ScratchFile(try Sample.bgzf(content, level: level))
    #expect(try bgzip.output("-dc", ours.path) == content)
    // The same library with the same block size.
    #expect(try Sample.bgzf(content, level: level) == theirs)
  }

  @Test(.enabled(if: Program.gzip != nil, "gzip is not installed"), arguments: [1, 6, 9])
  func `what gzip writes is read, and what we write gzip reads`(level: Int) throws {
    let gzip = try #require(Program.gzip)
    let content = Sample.lines(20_000)
    let plain = try ScratchFile(content)
    let theirs = try gzip.output("-c", "-\(level)", plain.path)
    #expect(try Sample.decoded(theirs, chunkSize: 10_000) == content)
    #expect(try Sample.decoded(theirs + theirs) == content + content)
    let ours = try ScratchFile(try Sample.bgzf(content, level: level))
    let renamed = "\(ours.path).gz"
    try FileManager.default.copyItem(atPath: ours.path, toPath: renamed)
    defer { try? FileManager.default.removeItem(atPath: renamed) }
    #expect(try gzip.output("-dc", renamed) == content)
  }

  @Test(.enabled(if: Program.gzip != nil, "gzip is not installed"))
  func `a file of many reads cut in the middle is an error`() throws {
    let gzip = try #require(Program.gzip)
    let plain = try ScratchFile(Sample.lines(40_000))
    let theirs = try gzip.output("-c", plain.path)
    for length in stride(from: 1, to: theirs.count, by: theirs.count / 50) {
      #expect(throws: HTSError.gzipTruncated(offset: Int64(length))) {
        try Sample.decoded(Array(theirs[..<length]), chunkSize: 100_000)
      }
    }
  }
}
