// SPDX-License-Identifier: MIT

import Files
import Foundation
import Testing

@Suite("Output files")
struct OutputFileTests {
  @Test func `a published file is whole and nothing else stays`() throws {
    let folder = try ScratchFolder()
    let output = try OutputFile(path: folder["out.tsv"], replacing: false)
    #expect(!output.isDirect)
    try output.write(Array("one\n".utf8))
    #expect(try folder.names().count == 1)
    #expect(!FileManager.default.fileExists(atPath: folder["out.tsv"]))
    try output.write(Array("two\n".utf8).span)
    try output.sync()
    try output.publish()
    try output.publish()
    #expect(try folder.names() == ["out.tsv"])
    #expect(try folder.text("out.tsv") == "one\ntwo\n")
    #expect(throws: FileError.write(path: folder["out.tsv"], errno: EBADF)) {
      try output.write([1])
    }
  }

  @Test func `a begin that was left open is written over, and the end goes on`() throws {
    let folder = try ScratchFolder()
    let output = try OutputFile(path: folder["out"], replacing: false)
    try output.write(Array("----rest".utf8))
    try output.write(Array("head".utf8), over: 0)
    try output.write(Array(" end".utf8))
    try output.publish()
    #expect(try folder.text("out") == "headrest end")
    #expect(throws: FileError.write(path: folder["out"], errno: EBADF)) {
      try output.write([1], over: 0)
    }
  }

  @Test(arguments: [true, false])
  func `an abandoned or forgotten output leaves the old file as it was`(explicitly: Bool) throws {
    let folder = try ScratchFolder()
    try folder.write("old", to: "out")
    do {
      let output = try OutputFile(path: folder["out"], replacing: true)
      try output.write(Array("new".utf8))
      #expect(try folder.names().count == 2)
      if explicitly { output.abandon() }
    }
    #expect(try folder.names() == ["out"])
    #expect(try folder.text("out") == "old")
  }

  @Test func `an existing file is refused unless it may be replaced, and keeps its mode`() throws {
    let folder = try ScratchFolder()
    try folder.write("old", to: "out")
    #expect(unsafe chmod(folder["out"], 0o640) == 0)
    #expect(throws: FileError.exists(path: folder["out"])) {
      try OutputFile(path: folder["out"], replacing: false)
    }
    let output = try OutputFile(path: folder["out"], replacing: true)
    try output.write(Array("new".utf8))
    #expect(try folder.text("out") == "old")
    try output.publish()
    #expect(try folder.text("out") == "new")
    #expect(try folder.permissions("out") == 0o640)
  }

  @Test func `a file that appears meanwhile is not replaced`() throws {
    let folder = try ScratchFolder()
    let output = try OutputFile(path: folder["out"], replacing: false)
    try folder.write("theirs", to: "out")
    #expect(throws: FileError.exists(path: folder["out"])) { try output.publish() }
    #expect(try folder.names() == ["out"])
    #expect(try folder.text("out") == "theirs")
  }

  @Test(arguments: [true, false])
  func `a symbolic link stays and its target is written in the target's folder`(
    targetExists: Bool
  ) throws {
    let folder = try ScratchFolder()
    try FileManager.default.createDirectory(
      atPath: folder["real"], withIntermediateDirectories: true)
    if targetExists { try folder.write("old", to: "real/out") }
    try folder.link("middle", to: "real/out")
    try folder.link("link", to: folder["middle"])
    let output = try OutputFile(path: folder["link"], replacing: true)
    #expect(try folder.names() == ["link", "middle", "real"])
    try output.write(Array("new".utf8))
    try output.publish()
    #expect(try folder.text("real/out") == "new")
    #expect(try folder.isLink("link"))
    #expect(try folder.isLink("middle"))
  }

  @Test func `links in a circle are an error`() throws {
    let folder = try ScratchFolder()
    try folder.link("a", to: "b")
    try folder.link("b", to: "a")
    #expect(throws: FileError.cannotCreate(path: folder["a"], errno: ELOOP)) {
      try OutputFile(path: folder["a"], replacing: true)
    }
  }

  @Test(arguments: ["in", "hard", "soft"])
  func `an output that is an input is refused by every name`(name: String) throws {
    let folder = try ScratchFolder()
    try folder.write("calls", to: "in")
    try FileManager.default.linkItem(atPath: folder["in"], toPath: folder["hard"])
    try folder.link("soft", to: "in")
    let input = try InputFile(path: folder["in"])
    #expect(throws: FileError.outputIsInput(path: folder[name])) {
      try OutputFile(path: folder[name], replacing: true, inputs: [input.identity])
    }
    #expect(try folder.names() == ["hard", "in", "soft"])
  }

  @Test func `a full device is a write error with its number`() throws {
    let output = try OutputFile(path: "/dev/full", replacing: false)
    #expect(output.isDirect)
    #expect(throws: FileError.write(path: "/dev/full", errno: ENOSPC)) {
      try output.write(Array("x".utf8))
    }
  }

  @Test func `a device that cannot be synced is published all the same`() throws {
    let output = try OutputFile(path: "/dev/null", replacing: false)
    try output.write([1, 2, 3])
    try output.sync()
    try output.publish()
  }

  @Test func `the null device may be input and output at once`() throws {
    let input = try InputFile(path: "/dev/null")
    try OutputFile(path: "/dev/null", replacing: false, inputs: [input.identity]).publish()
  }

  @Test func `a FIFO is written directly, and its gone reader is a closed pipe`() throws {
    signal(SIGPIPE, SIG_IGN)
    let folder = try ScratchFolder()
    #expect(unsafe mkfifo(folder["fifo"], 0o600) == 0)
    let reader = unsafe open(folder["fifo"], O_RDONLY | O_NONBLOCK)
    let output = try OutputFile(path: folder["fifo"], replacing: false)
    #expect(try folder.names() == ["fifo"])
    try output.write(Array("abc".utf8))
    var bytes = [UInt8](repeating: 0, count: 8)
    #expect(unsafe read(reader, &bytes, 8) == 3)
    #expect(throws: FileError.write(path: folder["fifo"], errno: ESPIPE)) {
      try output.write([1], over: 0)
    }
    close(reader)
    #expect(throws: FileError.closedPipe(path: folder["fifo"])) { try output.write([1]) }
  }

  @Test func `a folder that is missing or no folder fails before the work`() throws {
    let folder = try ScratchFolder()
    #expect(throws: FileError.cannotCreate(path: folder["no/out"], errno: ENOENT)) {
      try OutputFile(path: folder["no/out"], replacing: false)
    }
    try folder.write("", to: "file")
    #expect(throws: FileError.cannotCreate(path: folder["file/out"], errno: ENOTDIR)) {
      try OutputFile(path: folder["file/out"], replacing: false)
    }
    #expect(throws: FileError.isDirectory(path: folder.path)) {
      try OutputFile(path: folder.path, replacing: true)
    }
    #expect(throws: FileError.isDirectory(path: folder["new/"])) {
      try OutputFile(path: folder["new/"], replacing: true)
    }
  }

  @Test func `a name at the limit of the file system still has a temporary`() throws {
    let folder = try ScratchFolder()
    let name = String(repeating: "é", count: 127)
    let output = try OutputFile(path: folder[name], replacing: false)
    try output.publish()
    #expect(try folder.names() == [name])
  }

  @Test func `temporaries of dead processes are removed, those of living ones stay`() throws {
    let folder = try ScratchFolder()
    // Numbers above the largest possible process number.
    let stale = [".out.clincall-99999999-1.tmp", ".out.clincall-\(getpid())-0.tmp"]
    let kept = [
      ".other.clincall-99999999-1.tmp", ".out.clincall-1-1.tmp", ".out.clincall-x-1.tmp",
      ".out.clincall-99999999-1.tmp.gz",
    ]
    for name in stale + kept { try folder.write("", to: name) }
    let output = try OutputFile(path: folder["out"], replacing: false)
    let second = try OutputFile(path: folder["out"], replacing: false)
    #expect(try folder.names().count == kept.count + 2)
    try output.publish()
    second.abandon()
    #expect(try folder.names() == (kept + ["out"]).sorted())
  }

  @Test func `a locked temporary of another machine stays`() throws {
    let folder = try ScratchFolder()
    let name = ".out.clincall-99999999-1.tmp"
    try folder.write("", to: name)
    let descriptor = unsafe open(folder[name], O_RDONLY)
    #expect(flock(descriptor, LOCK_EX) == 0)
    defer { close(descriptor) }
    try OutputFile(path: folder["out"], replacing: false).publish()
    #expect(try folder.names() == [name, "out"])
  }

  @Test func `the signal path removes what is pending and lets nothing new begin`() throws {
    let folder = try ScratchFolder()
    let pending = PendingOutputs()
    let output = try OutputFile(path: folder["out"], replacing: false, pending: pending)
    #expect(pending.paths.count == 1)
    pending.removeAll()
    #expect(try folder.names() == [])
    #expect(throws: FileError.rename(path: folder["out"], errno: ENOENT)) { try output.publish() }
    #expect(throws: FileError.cannotCreate(path: folder["b"], errno: EINTR)) {
      try OutputFile(path: folder["b"], replacing: false, pending: pending)
    }
  }

  @Test func `published outputs are no longer pending`() throws {
    let folder = try ScratchFolder()
    let pending = PendingOutputs()
    try OutputFile(path: folder["out"], replacing: false, pending: pending).publish()
    #expect(pending.paths == [])
  }

  @Test func `a lock is held by one at a time`() throws {
    let folder = try ScratchFolder()
    do {
      let lock = try FileLock(path: folder["lock"])
      #expect(lock.path == folder["lock"])
      #expect(throws: FileError.locked(path: folder["lock"])) {
        try FileLock(path: folder["lock"])
      }
    }
    _ = try FileLock(path: folder["lock"])
  }
}
