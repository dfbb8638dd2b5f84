// SPDX-License-Identifier: MIT

import Foundation
import TestSupport
import Testing

/// One terminal loss and one terminal gain of a sample on two chromosomes.
struct TranslocationTests {
  private func summary(_ bed: String) throws -> (errors: String, found: [[String: Any]]) {
    let folder = try TemporaryFolder()
    let path = folder.file("summary.json")
    let result = try Program.clincall.run([
      "annotate", "-g", "38", try folder.write(bed, to: "calls.bed"), "--summary", path,
    ])
    #expect(result.status == 0, "\(result.errors)")
    let json = try JSONSerialization.jsonObject(with: Data(contents(of: path))) as? [String: Any]
    return (result.errors, json?["unbalanced_translocations"] as? [[String: Any]] ?? [])
  }

  private static let head = "#chrom\tstart\tend\ttype\tsample\n"

  @Test func `4p loss and 8p gain of one sample are named together`() throws {
    let (errors, found) = try summary(
      Self.head + "chr4\t10000\t4000000\tDEL\tS1\nchr8\t200000\t6900000\tDUP\tS1\n"
        + "chr2\t50000000\t50100000\tDEL\tS1\n")
    #expect(
      errors
        == "clincall: note: 1 sample has one terminal loss and one terminal gain on two chromosomes, which "
        + "suggests an unbalanced translocation; --summary names them\n")
    #expect(found.count == 1)
    #expect(found.first?["sample"] as? String == "S1")
    #expect(found.first?["loss"] as? String == "chr4:10001-4000000")
    #expect(found.first?["gain"] as? String == "chr8:200001-6900000")
  }

  /// chr4 has 190,214,555 bases, chr8 145,138,636.
  @Test(arguments: [
    // The last and the first end; a megabase from the end is the limit.
    ("chr4\t189214555\t189800000\tDEL\tS1\nchr8\t1000000\t1600000\tDUP\tS1\n", 1),
    ("chr4\t188000000\t189214554\tDEL\tS1\nchr8\t0\t900000\tDUP\tS1\n", 0),
    ("chr4\t1000001\t2000000\tDEL\tS1\nchr8\t0\t900000\tDUP\tS1\n", 0),
    // Half a megabase is the least.
    ("chr4\t0\t500000\tDEL\tS1\nchr8\t0\t900000\tDUP\tS1\n", 1),
    ("chr4\t0\t499999\tDEL\tS1\nchr8\t0\t900000\tDUP\tS1\n", 0),
    // Two samples, one chromosome, two losses, a whole chromosome.
    ("chr4\t0\t900000\tDEL\tS1\nchr8\t0\t900000\tDUP\tS2\n", 0),
    ("chr4\t0\t900000\tDEL\tS1\nchr4\t189000000\t190214555\tDUP\tS1\n", 0),
    ("chr4\t0\t900000\tDEL\tS1\nchr5\t0\t900000\tDEL\tS1\n", 0),
    ("chr4\t0\t190214555\tDEL\tS1\nchr8\t0\t900000\tDUP\tS1\n", 0),
    // Three of them are another picture.
    ("chr4\t0\t900000\tDEL\tS1\nchr5\t0\t900000\tDEL\tS1\nchr8\t0\t900000\tDUP\tS1\n", 0),
    // No short arm of an acrocentric chromosome is called: 13q gain is terminal at its end.
    ("chr13\t100000000\t114364328\tDUP\tS1\nchr4\t0\t900000\tDEL\tS1\n", 1),
  ])
  func `what is terminal, and what makes a pair`(rows: String, count: Int) throws {
    #expect(try summary(Self.head + rows).found.count == count)
  }
}
