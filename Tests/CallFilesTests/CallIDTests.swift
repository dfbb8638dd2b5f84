// SPDX-License-Identifier: MIT

import CallTestSupport
import Calls
import Genome
import Testing

struct CallIDTests {
  private func ids(_ reading: Reading, _ build: GenomeBuild = .grch38) -> [String] {
    var scratch: [UInt8] = []
    return reading.batch.calls.map { call in
      var text: [UInt8] = []
      CallID(call, in: reading.batch.arena, build: build, scratch: &scratch).append(to: &text)
      return String(decoding: text, as: UTF8.self)
    }
  }

  /// The contract, written again from its words: FNV-1a in 64 bits, then base 32 by long division.
  private func expected(_ text: String) -> String {
    var hash: UInt64 = 14_695_981_039_346_656_037
    for byte in text.utf8 {
      hash ^= UInt64(byte)
      hash = hash.multipliedReportingOverflow(by: 1_099_511_628_211).partialValue
    }
    var digits: [Character] = []
    let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
    for _ in 0..<13 {
      digits.insert(alphabet[Int(hash % 32)], at: 0)
      hash /= 32
    }
    return String(digits)
  }

  @Test func `the published test vector of the hash`() {
    // FNV-1a of "foobar" is 85944171f73967e8.
    var text: [UInt8] = []
    CallID(hash: 0x8594_4171_F739_67E8).append(to: &text)
    #expect(String(decoding: text, as: UTF8.self) == expected("foobar"))
    #expect(text.count == 13)
  }

  @Test func `the id is made of build, contig, interval, type, copies and alleles`() throws {
    let reading = try VCFText(samples: ["S1"]).read(
      "chr1 100 id1 N <DEL> 50 q10 END=200 GT:CN 0/1:1", "chrX 100 . ac G . . . GT 0/1")
    #expect(
      ids(reading) == [
        expected("GRCh38|1|100|200|loss|1|N|<DEL>"), expected("GRCh38|X|99|101|indel|.|ac|G"),
      ])
    #expect(ids(reading, .grch37).first == expected("GRCh37|1|100|200|loss|1|N|<DEL>"))
  }

  @Test func `a table's call has no alleles`() throws {
    let reading = try BEDText("chr1\t100\t200\tx1\n").read()
    #expect(ids(reading) == [expected("GRCh38|1|100|200|loss|1|.|.")])
  }

  @Test(arguments: [
    ["1", "chr1", "CHR1", "NC_000001.11", "CM000663.2"], ["chrM", "MT", "M", "NC_012920.1"],
  ])
  func `the contig's spelling does not matter`(names: [String]) throws {
    let text = names.map { "\($0)\t5\t9\tDEL\n" }.joined()
    #expect(Set(ids(try BEDText(text).read())).count == 1)
  }

  @Test func `other contigs lose their chr alone`() throws {
    let text = "chrUn_KI270302v1\t5\t9\tDEL\nUn_KI270302v1\t5\t9\tDEL\nUn_KI270303v1\t5\t9\tDEL\n"
    let found = ids(try BEDText(text).read())
    #expect(found[0] == found[1])
    #expect(found[0] == expected("GRCh38|Un_KI270302v1|5|9|loss|.|.|."))
    #expect(found[2] != found[0])
  }

  @Test func `neither line nor sample nor filter nor the input's id matters`() throws {
    let reading = try VCFText(samples: ["A", "B"]).read(
      "1 100 a N <DEL> 1 PASS END=200 GT 0/1 0/0", "1 100 b N <DEL> 2 q END=200;X GT 1/1 0/1")
    #expect(Set(ids(reading)).count == 1)
  }
}
