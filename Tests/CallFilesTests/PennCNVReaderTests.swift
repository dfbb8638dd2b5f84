// SPDX-License-Identifier: MIT

import CallFiles
import CallTestSupport
import Calls
import Genome
import TestSupport
import Testing

struct PennCNVReaderTests {
  private func read(_ text: String, sexes: [String: Sex] = [:]) throws -> [String] {
    let folder = try ScratchFolder()
    try folder.write(Array(text.utf8), to: "calls.txt")
    var options = ReadingOptions()
    options.build = .grch37
    for (name, sex) in sexes { options.sexes[Array(name.utf8)] = sex }
    let opened = try folder.open("calls.txt", options)
    #expect(opened.detection.format == .penncnv)
    var batch = CallBatch(arena: Array(text.utf8), body: 0..<text.utf8.count, input: 0)
    let rejected = opened.reader.read(&batch, firstLine: 1)
    #expect(rejected.isEmpty)
    #expect(batch.counts.records == batch.counts.withCalls + batch.counts.neutral)
    return batch.calls.map { call in
      func word(_ range: ByteRange) -> String {
        range.isEmpty ? "." : String(decoding: batch.arena[range.range], as: UTF8.self)
      }
      let details = batch.details(of: call)
      var copies: [UInt8] = []
      call.copyNumber.append(to: &copies)
      return "\(call.contig.name):\(call.interval.start)-\(call.interval.end) \(call.type.word) "
        + "\(String(decoding: copies, as: UTF8.self)) probes=\(details.probes ?? -1) "
        + "conf=\(word(details.confidence)) \(word(call.sampleName))"
    }
  }

  private func line(_ region: String, _ state: String, _ rest: String) -> String {
    "chr\(region)          numsnp=5      length=163,511     \(state) \(rest)\n"
  }

  @Test func `a raw line gives place, copy number, markers, confidence and sample`() throws {
    let text =
      line(
        "6:9087392-9250902", "state2,cn=1", "/data/a b/S1.txt startsnp=rs1 endsnp=rs2 conf=12.706")
      + line("14:25015640-25015640", "state5,cn=3", "S2.baflrr startsnp=rs1 endsnp=rs2")
    #expect(
      try read(text) == [
        "6:9087391-9250902 loss 1 probes=5 conf=12.706 S1",
        "14:25015639-25015640 gain 3 probes=5 conf=. S2",
      ])
  }

  @Test func `state 4 is a loss of heterozygosity and state 3 neutral`() throws {
    let text =
      line("1:100-200", "state4,cn=2", "S.txt startsnp=rs1 endsnp=rs2")
      + line("1:300-400", "state3,cn=2", "S.txt startsnp=rs1 endsnp=rs2")
    #expect(try read(text) == ["1:99-200 loh 2 probes=5 conf=. S"])
  }

  @Test func `on X the sex decides, and without it only what holds for everybody`() throws {
    let text =
      line("X:5000000-6000000", "state3,cn=2", "S.txt startsnp=rs1 endsnp=rs2")
      + line("X:7000000-8000000", "state2,cn=1", "S.txt startsnp=rs1 endsnp=rs2")
      + line("X:9000000-9500000", "state1,cn=0", "S.txt startsnp=rs1 endsnp=rs2")
    #expect(
      try read(text).map { $0.split(separator: " ")[1] } == ["cnv", "cnv", "loss"])
    #expect(
      try read(text, sexes: ["S": .male]).map { $0.split(separator: " ")[1] } == ["gain", "loss"])
    #expect(
      try read(text, sexes: ["S": .female]).map { $0.split(separator: " ")[1] } == ["loss", "loss"])
  }

  @Test(arguments: [
    (
      "3\t37957465\t37961253\t1\tfather.txt\trs9837352\trs9844203\t15.133\t3\n",
      "probes=3 conf=15.133"
    ),
    ("3\t37957465\t37961253\t1\tfather.txt\trs9837352\trs9844203\tNA\t3\n", "probes=3 conf=."),
    (
      "3\t37957465\t37961253\t1\tfather.txt\trs9837352\trs9844203\t15.133\n",
      "probes=-1 conf=15.133"
    ),
  ])
  func `the TAB forms are read too`(text: String, details: String) throws {
    #expect(try read(text) == ["3:37957464-37961253 loss 1 \(details) father"])
  }

  @Test func `samples of one name in two folders keep their folder`() throws {
    let text =
      line("1:100-200", "state2,cn=1", "a/S.txt startsnp=rs1 endsnp=rs2")
      + line("1:100-200", "state2,cn=1", "b/S.txt startsnp=rs1 endsnp=rs2")
    #expect(try read(text).map { $0.split(separator: " ").last } == ["a/S", "b/S"])
  }

  @Test(SharedData.trait) func `real calls are read as the specification's vectors say`() throws {
    let text = try text(of: SharedData.path("formats/penncnv_goodcnv.goodcnv"))
    let calls = try read(text)
    #expect(calls.first == "6:9087391-9250902 loss 1 probes=5 conf=12.706 201977910077_R05C01")
    #expect(calls[2].hasPrefix("14:25015639-25015640 loss 1 probes=4 "))
  }

  @Test func `the last line needs no line end, whatever the head of the file cuts`() throws {
    let text = line("6:100-200", "state2,cn=1", "S1.txt startsnp=rs1 endsnp=rs2 conf=1.5")
    let call = "6:99-200 loss 1 probes=5 conf=1.5 S1"
    #expect(try read(String(text.dropLast())) == [call])
    #expect(try read(text + text.dropLast()) == [call, call])
  }

  @Test func `a file larger than its head is read, the line that the head cuts with it`() throws {
    let row = line("6:100-200", "state2,cn=1", "S1.txt startsnp=rs1 endsnp=rs2 conf=1.5")
    let count = (3 << 20) / row.utf8.count
    let found = try read(String(repeating: row, count: count))
    #expect(found.count == count)
  }

  @Test(arguments: ["\t", "   ", " \t "])
  func `indented lines are calls on the contig that they name`(indent: String) throws {
    let text = indent + line("6:100-200", "state2,cn=1", "S1.txt startsnp=rs1 endsnp=rs2 conf=1.5")
    #expect(try read(text) == ["6:99-200 loss 1 probes=5 conf=1.5 S1"])
  }

  @Test func `the TAB forms say that they have no state`() throws {
    var options = ReadingOptions()
    options.build = .grch37
    let reading = try OpenedReading(
      Array("1\t100\t200\t2\tS1\trs1\trs2\tNA\t7\n".utf8), options)
    #expect(reading.calls == ["1:99-200 loh cn=2 S1 probes=7"])
    #expect(
      reading.opened.remarks == [
        "no state in this form: two copies of an autosome are read as loss of heterozygosity"
      ])
  }

  @Test func `chromosomes 23 and 24 are X and Y`() throws {
    let text =
      line("23:50000000-50000100", "state2,cn=1", "S1.txt startsnp=rs1 endsnp=rs2")
      + line("24:20000000-20000100", "state1,cn=0", "S1.txt startsnp=rs1 endsnp=rs2")
    // A woman has no Y to lose.
    #expect(
      try read(text, sexes: ["S1": .female]) == ["X:49999999-50000100 loss 1 probes=5 conf=. S1"])
    #expect(
      try read(text, sexes: ["S1": .male]) == ["Y:19999999-20000100 loss 0 probes=5 conf=. S1"])
  }
}
