// SPDX-License-Identifier: MIT

import CallTestSupport
import Calls
import Genome
import Records
import Testing

/// What holds for any line, found by lines made at random from seeds.
struct VCFPropertyTests {
  private static let contigs = ["1", "chr1", "X", "chrM", "GL000192.1", "22"]
  private static let positions = [
    "1", "100", "0", "50818468", "50818469", "248956422", "16569", "7x",
  ]
  private static let genotypes = [
    "0/1", "1/1", "1|0", "0/0", "0", "1", ".", "./.", "./1", "0/2", "1/", "/1", "0/0/1", "10",
  ]

  private func sequence(_ generator: inout SeededGenerator) -> String {
    (0..<Int.random(in: 1...6, using: &generator))
      .map { _ in generator.pick(["A", "C", "G", "T", "a", "N"], or: "A") }.joined()
  }

  /// Files of one sample read plain small variants a short way.
  ///
  /// A second sample that carries nothing
  /// sends the same record the general way.
  @Test(arguments: 0..<20)
  func `the short way of small variants gives what the general way gives`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var small = 0
    for _ in 0..<300 {
      let alt =
        Int.random(in: 0..<12, using: &generator) == 0
        ? generator.pick(["*", "<NON_REF>", ".", "A,C", "<DEL>"], or: "*") : sequence(&generator)
      let contig = generator.pick(Self.contigs, or: "1")
      let position = generator.pick(Self.positions, or: "1")
      let filter = generator.pick([".", "PASS", "q10"], or: ".")
      let format = generator.pick(["GT", "GT:DP", "GT:CN"], or: "GT")
      let genotype = generator.pick(Self.genotypes, or: "0/1") + (format == "GT" ? "" : ":3")
      let row =
        "\(contig) \(position) . \(sequence(&generator)) \(alt) . \(filter) DP=3 \(format) \(genotype)"
      let short = try VCFText(samples: ["S1"]).read(row)
      let general = try VCFText(samples: ["S1", "S2"]).read(row + " ./.")
      #expect(short.calls == general.calls, "\(row)")
      #expect(short.counts == general.counts, "\(row)")
      #expect(short.faults == general.faults, "\(row)")
      if short.batch.calls.contains(where: \.type.isSmall) { small += 1 }
    }
    // Otherwise the comparison would say nothing.
    #expect(small > 50)
  }

  @Test(arguments: 0..<20)
  func `the counts balance for any lines`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed &+ 1000)
    let alts = [
      "A", "C,G", "<DEL>", "<DEL>,<DUP>", "<CN0>,<CN2>", "<CN1>", "<CNV>", "<INS>", "<INV>",
      "N[1:5[",
      "*", "<*>", "A,<NON_REF>", ".", "<LOH>", "", "A1", "<CNV:TR>", ".A",
    ]
    let infos = [
      ".", "END=200", "END=5", "SVLEN=-30", "SVLEN=30,40", "END=x", "SVTYPE=DEL;END=300", "",
      "END=249000000", "CN=1,2;SVLEN=9", "SVLEN=2147483647", "SVTYPE=DUP", "SVCLAIM=J;END=300",
    ]
    let samples = Self.genotypes + ["0/1:1", "./.:2", "1:-1", ".:3", "1/2:x", "2", ":", ""]
    for version in ["VCFv4.2", "VCFv4.5"] {
      for names in [[], ["A"], ["A", "B", "C"]] {
        var body = ""
        var lines = 0
        for _ in 0..<150 {
          lines += 1
          var cells = [
            generator.pick(Self.contigs + [""], or: "1"), generator.pick(Self.positions, or: "1"),
            ".",
            generator.pick(["A", "N", "AC", ".", ""], or: "A"), generator.pick(alts, or: "A"), ".",
            generator.pick(["PASS", ".", "q"], or: "."), generator.pick(infos, or: "."),
          ]
          if !names.isEmpty {
            cells.append(generator.pick(["GT", "GT:CN", "CN", "DP", "CN:GT", ""], or: "GT"))
            for _ in names { cells.append(generator.pick(samples, or: ".")) }
          }
          switch Int.random(in: 0..<20, using: &generator) {
          case 0: cells.removeLast()
          case 1: cells.append("x")
          case 2: cells = [""]
          case 3: cells = ["##x"]
          default: break
          }
          body += cells.joined(separator: "\t") + generator.pick(["\n", "\r\n"], or: "\n")
        }
        let reading = try VCFText(version, samples: names).read(raw: body)
        let counts = reading.counts
        #expect(counts.records + counts.blankLines == lines)
        #expect(
          counts.records
            == counts.withCalls + counts.notCarried + counts.neutral + counts.rejected)
        #expect(counts.calls == reading.batch.calls.count)
        #expect(Set(reading.batch.calls.map(\.line)).count == counts.withCalls)
        #expect(counts.rejected > 0 && counts.withCalls > 0)
        #expect(!reading.batch.calls.contains { $0.type == .neutral })
        #expect(
          reading.batch.calls.allSatisfy { 0 <= $0.interval.start && $0.interval.length >= 0 })
        let carried = reading.batch.calls.flatMap(\.carriers)
        #expect(carried.count == Set(carried).count)
        #expect(reading.batch.calls.allSatisfy { names.isEmpty == $0.carriers.isEmpty })
      }
    }
  }
}
