// SPDX-License-Identifier: MIT

import ClinCall
import Foundation
import TestSupport
import Testing

/// `--log-format`, `CLINCALL_LOG`, `-q` and `--progress`.
struct MessageOptionTests {
  private let undecided = "testdata/bed/array.bed"

  private func objects(_ result: Program.Result) throws -> [[String: Any]] {
    try result.errors.split(separator: "\n").map { line in
      try #require(
        try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any], "\(line)")
    }
  }

  @Test(arguments: [false, true])
  func `an error is one JSON object a line, with its place and the exit status`(byVariable: Bool)
    throws
  {
    let folder = try TemporaryFolder()
    let path = try folder.write(
      "chr1\t10\t20\tDEL\nchr1\t30\t20\tDEL\nchr1\tx\t20\tDEL\n", to: "a.bed")
    let result = try Program.clincall.run(
      ["annotate", "-g", "GRCh38", path] + (byVariable ? [] : ["--log-format", "json"]),
      environment: byVariable ? ["CLINCALL_LOG": "json"] : [:])
    #expect(result.status == 65)
    let messages = try objects(result)
    #expect(messages.compactMap { $0["line"] as? Int } == [2, 3])
    for message in messages {
      #expect(message["level"] as? String == "error")
      #expect(message["file"] as? String == path)
      #expect(message["exit_status"] as? Int == 65)
      #expect((message["message"] as? String)?.hasPrefix("\(path):") == true)
    }
  }

  @Test func `warnings and notes are objects, too, and -q leaves them out`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("chr1\t10\t20\tDEL\n\n", to: "a.bed")
    let arguments = ["annotate", "-g", "GRCh38", "--log-format", "json", path]
    let messages = try objects(try Program.clincall.run(arguments))
    #expect(
      messages.contains {
        $0["level"] as? String == "warning" && $0["message"] as? String == "1 blank line left out"
      })
    #expect(try Program.clincall.run(arguments + ["-q"]).errors.isEmpty)
  }

  @Test func `a usage error is an object as well`() throws {
    let result = try Program.clincall.run(
      ["annotate", "--bogus"], environment: ["CLINCALL_LOG": "json"])
    #expect(result.status == 64)
    let messages = try objects(result)
    #expect(messages.map { $0["message"] as? String } == ["Unknown option '--bogus'"])
    #expect(messages.map { $0["exit_status"] as? Int } == [64])
  }

  @Test func `the flag stands above the variable, which must be a format`() throws {
    let flag = try Program.clincall.run(
      ["annotate", "--log-format", "text", undecided], environment: ["CLINCALL_LOG": "json"])
    #expect(flag.errors.hasPrefix("clincall: error: \(undecided): "))
    let unknown = try Program.clincall.run(
      ["annotate", undecided], environment: ["CLINCALL_LOG": "xml"])
    #expect(unknown.status == 64)
    #expect(unknown.errors.contains("CLINCALL_LOG=xml: write text or json"))
  }

  @Test func `of many notes of a kind ten are shown and the others counted`() {
    let notes = (1...12).map { RunNote.remark(path: "\($0).bed", "base 0") } + [.noCalls]
    let messages = Message.shown(notes)
    #expect(messages.count == 12)
    #expect(messages[9].plain == "clincall: note: 10.bed: base 0\n")
    #expect(messages[10].plain == "clincall: note: 0 calls\n")
    #expect(messages[11].plain == "clincall: note: and 2 more like this: base 0\n")
  }

  @Test func `progress is shown on a terminal and is gone at the end`() throws {
    let slow = "(cat testdata/vcf/germline.vcf; sleep 2) | \"$clincall\" annotate"
    let quiet = try Program.shell("\(slow) 2>&1 >/dev/null")
    #expect(quiet.text.isEmpty, "no terminal, no progress")
    let asked = try Program.shell("\(slow) --progress always 2>&1 >/dev/null")
    #expect(asked.text.hasPrefix("clincall: progress: "))
    #expect(asked.text.contains(" records, "))
    let objects = try Program.shell(
      "\(slow) --progress always --log-format json 2>&1 >/dev/null")
    #expect(objects.text.hasPrefix("{\"level\":\"progress\",\"message\":\""))
  }

  @Test(.needs("script"), arguments: [("", true), ("-q", false), ("--progress never", false)])
  func `a terminal gets one line that is written over`(options: String, isShown: Bool) throws {
    let folder = try TemporaryFolder()
    let line =
      "(cat testdata/vcf/germline.vcf; sleep 2) | $clincall annotate \(options) -o \(folder.file("out.tsv"))"
    let result = try Program.shell("TERM=xterm script -qec '\(line)' /dev/null")
    #expect(result.status == 0)
    #expect(result.text.contains("\r") == isShown)
    if isShown { #expect(result.text.hasSuffix("\r\u{1B}[K")) }
  }

  @Test(arguments: [
    (1_234_567, 50, 100, 2.0, "1,234,567 records, 617,283 a second, 50 %, 2 s left"),
    (1, 0, 100, 1.0, "1 record, 1 a second, 0 %"),
    (0, 0, 0, 0.0, "0 records"),
    (100, 1, 100, 100.0, "100 records, 1 a second, 1 %, 2 h 45 min left"),
    (100, 50, 100, 90.0, "100 records, 1 a second, 50 %, 1 min 30 s left"),
  ])
  func `records, speed, share and time left`(
    records: Int, bytes: Int64, total: Int64, seconds: Double, text: String
  ) {
    var reading = RunProgress.Reading()
    reading.records = records
    reading.bytes = bytes
    reading.total = total > 0 ? total : nil
    #expect(reading.text(after: seconds) == text)
  }
}
