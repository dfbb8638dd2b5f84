// SPDX-License-Identifier: MIT

import Files
import Foundation
import Testing

@Suite("Input files")
struct InputFileTests {
  @Test(arguments: [1, 3, 7, 4096])
  func `a file is read to its end in steps of any size`(step: Int) throws {
    let folder = try ScratchFolder()
    let content = String((0..<1000).map { "line \($0)\n" }.joined())
    try folder.write(content, to: "a")
    let file = try InputFile(path: folder["a"])
    #expect(file.isRegular)
    #expect(file.size == Int64(content.utf8.count))
    var bytes: [UInt8] = []
    while try file.read(appendingTo: &bytes, upTo: step) > 0 {}
    #expect(bytes == Array(content.utf8))
    try file.assertUnchanged()
  }

  @Test func `a read at a position appends and leaves the sequential offset alone`() throws {
    let folder = try ScratchFolder()
    try folder.write("0123456789", to: "a")
    let file = try InputFile(path: folder["a"])
    var bytes: [UInt8] = [0]
    #expect(try file.read(at: 4, appendingTo: &bytes, upTo: 3) == 3)
    #expect(bytes == [0] + Array("456".utf8))
    #expect(try file.read(appendingTo: &bytes, upTo: 2) == 2)
    #expect(bytes == [0] + Array("45601".utf8))
    #expect(try file.read(at: 10, appendingTo: &bytes, upTo: 3) == 0)
  }

  @Test func `a pipe is read through its short reads`() throws {
    let folder = try ScratchFolder()
    #expect(unsafe mkfifo(folder["fifo"], 0o600) == 0)
    let path = folder["fifo"]
    let writer = Thread {
      let descriptor = unsafe open(path, O_WRONLY)
      for _ in 0..<200 {
        unsafe _ = write(descriptor, "abc", 3)
        usleep(100)
      }
      close(descriptor)
    }
    writer.start()
    let file = try InputFile(path: path)
    #expect(!file.isRegular)
    #expect(file.size == nil)
    var bytes: [UInt8] = []
    while try file.read(appendingTo: &bytes, upTo: 1 << 16) > 0 {}
    #expect(bytes == Array(String(repeating: "abc", count: 200).utf8))
    try file.assertUnchanged()
  }

  @Test func `what cannot be read is an error by its name`() throws {
    let folder = try ScratchFolder()
    #expect(throws: FileError.notFound(path: folder["none"])) {
      try InputFile(path: folder["none"])
    }
    #expect(throws: FileError.isDirectory(path: folder.path)) {
      try InputFile(path: folder.path)
    }
    try folder.write("", to: "file")
    #expect(throws: FileError.cannotOpen(path: folder["file/x"], errno: ENOTDIR)) {
      try InputFile(path: folder["file/x"])
    }
    let long = folder[String(repeating: "n", count: 300)]
    #expect(throws: FileError.cannotOpen(path: long, errno: ENAMETOOLONG)) {
      try InputFile(path: long)
    }
  }

  @Test func `a failed read is an error, not an end`() throws {
    // Address 0 of a process is never mapped: reading it fails with EIO.
    let file = try InputFile(path: "/proc/self/mem")
    var bytes: [UInt8] = []
    #expect(throws: FileError.read(path: "/proc/self/mem", errno: EIO)) {
      try file.read(appendingTo: &bytes, upTo: 16)
    }
    #expect(bytes.isEmpty)
  }

  @Test func `a file that grows or shrinks while it is read is noticed`() throws {
    let folder = try ScratchFolder()
    try folder.write("0123456789", to: "a")
    let file = try InputFile(path: folder["a"])
    try file.assertUnchanged()
    let handle = try #require(FileHandle(forWritingAtPath: folder["a"]))
    try handle.truncate(atOffset: 4)
    #expect(throws: FileError.changedWhileRead(path: folder["a"])) { try file.assertUnchanged() }
  }

  @Test func `a mapped file lends its bytes and only aligned columns inside it`() throws {
    let folder = try ScratchFolder()
    try Data([1, 0, 0, 0, 2, 0, 0, 0, 9]).write(to: URL(fileURLWithPath: folder["kb"]))
    let file = try MappedFile(path: folder["kb"])
    #expect(file.count == 9)
    #expect(file.withBytes { $0.byteCount } == 9)
    let sum = file.withColumn(of: UInt32.self, at: 0, count: 2) { $0[0] + $0[1] }
    #expect(sum == 3)
    let counts: [(offset: Int, count: Int)] = [(0, 3), (4, 2), (1, 1), (-4, 1), (0, -1), (0, .max)]
    for (offset, count) in counts {
      #expect(file.withColumn(of: UInt32.self, at: offset, count: count) { $0.count } == nil)
    }
  }

  @Test func `an empty file maps to no bytes and a device to an error`() throws {
    let folder = try ScratchFolder()
    try folder.write("", to: "empty")
    #expect(try MappedFile(path: folder["empty"]).withBytes { $0.byteCount } == 0)
    #expect(throws: FileError.notRegular(path: "/dev/null")) { try MappedFile(path: "/dev/null") }
  }
}
