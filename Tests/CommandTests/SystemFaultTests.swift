// SPDX-License-Identifier: MIT

import TestSupport
import Testing

/// What the system does to a run: full disks, existing files, closed pipes, signals.
struct SystemFaultTests {
  private let input = "testdata/vcf/germline.vcf"

  @Test func `a full device is exit 74`() throws {
    let result = try Program.clincall.run(["annotate", input, "-O", "tsv", "-o", "/dev/full"])
    #expect(result.status == 74)
    #expect(
      result.errors
        == "clincall: error: /dev/full: writing failed (No space left on device); make room or write elsewhere, nothing was published\n"
    )
  }

  @Test func `a file that must not grow leaves the old report and no temporary`() throws {
    let folder = try TemporaryFolder()
    let report = try folder.write("old", to: "out.tsv")
    let result = try Program.shell(
      "ulimit -f 1; $clincall annotate \(input) --force -o '\(report)'")
    #expect(result.status == 74)
    #expect(try text(of: report) == "old")
    #expect(folder.names == ["out.tsv"])
  }

  @Test func `an existing file is replaced only with --force`() throws {
    let folder = try TemporaryFolder()
    let report = try folder.write("old", to: "out.tsv")
    let refused = try Program.clincall.run(["annotate", input, "-o", report])
    #expect(refused.status == 73)
    #expect(refused.errors == "clincall: error: \(report): exists already; --force replaces it\n")
    #expect(try text(of: report) == "old")
    #expect(try Program.clincall.run(["annotate", input, "-o", report, "--force"]).status == 0)
    #expect(try text(of: report).contains("#chrom\tstart\tend"))
  }

  @Test func `an output that is the input is exit 64`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(contents(of: "\(Program.project)/\(input)"), to: "in.vcf")
    let result = try Program.clincall.run(["annotate", path, "-o", path, "--force"])
    #expect(result.status == 64)
    #expect(
      result.errors
        == "clincall: error: \(path): is an input of this run; give the output another name\n")
  }

  @Test func `a folder that is not there is exit 73 before any work`() throws {
    let result = try Program.clincall.run(["annotate", input, "-o", "/nowhere/out.tsv"])
    #expect(result.status == 73)
    #expect(
      result.errors
        == "clincall: error: /nowhere/out.tsv: cannot be created (No such file or directory); check the folder\n"
    )
  }

  @Test func `of several outputs none is published when one fails`() throws {
    let folder = try TemporaryFolder()
    let result = try Program.clincall.run(
      [
        "annotate", input, "-o", folder.file("a.tsv"), "-o", folder.file("b.ndjson"), "-o",
        "/dev/full",
      ])
    #expect(result.status == 74)
    #expect(folder.names.isEmpty)
  }

  @Test func `a reader that closes the pipe ends the run silently with 141`() throws {
    let result = try Program.shell(
      "{ awk 'BEGIN{for(i=0;i<200000;i++)print \"chr1\\t\"i\"\\t\"i+50\"\\tDEL\"}' 2>/dev/null | "
        + "$clincall annotate -g 38 -f bed; echo $? >&2; } | head -1 >/dev/null")
    #expect(result.errors == "141\n")
  }

  @Test(arguments: [("INT", 130), ("TERM", 143)])
  func `a signal removes the temporaries`(signal: String, status: Int) throws {
    let folder = try TemporaryFolder()
    let result = try Program.shell(
      "mkfifo '\(folder.file("pipe"))'; "
        // A writer that never ends: the run waits for more input when the signal comes.
        + "( { cat \(input); sleep 20; } > '\(folder.file("pipe"))' ) & writer=$!; "
        + "$clincall annotate - -o '\(folder.file("out.tsv"))' < '\(folder.file("pipe"))' & run=$!; "
        + "for i in $(seq 100); do ls -A '\(folder.path)' | grep -q 'clincall' && break; sleep 0.05; done; "
        + "kill -\(signal) $run; wait $run; echo $?; kill $writer 2>/dev/null; exit 0")
    #expect(result.text == "\(status)\n")
    #expect(folder.names == ["pipe"])
  }

  @Test func `a malformed line is told at once though the pipe stays open`() throws {
    let folder = try TemporaryFolder()
    let lines = String(repeating: "chr1\t5x\t300\tDEL\n", count: 300_000)
    let bad = try folder.write(lines, to: "bad.bed")
    let pipe = folder.file("pipe")
    let result = try Program.shell(
      "mkfifo '\(pipe)'; ( { cat '\(bad)'; exec sleep 30; } > '\(pipe)' ) & writer=$!; "
        + "start=$(date +%s); $clincall annotate -g 38 -f bed - -o /dev/null < '\(pipe)'; "
        + "echo \"$? $(( $(date +%s) - start ))\"; kill $writer 2>/dev/null; exit 0")
    #expect(result.errors.contains("start is no whole number"))
    let words = result.text.split { $0 == " " || $0 == "\n" }
    #expect(words.first == "65")
    #expect((words.last.flatMap { Int($0) } ?? 99) < 10)
  }
}
