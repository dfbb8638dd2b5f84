// SPDX-License-Identifier: MIT

import Genome
import Testing

@testable import KnowledgeBase

@Suite("Region curation list")
struct RegionCurationListTests {
  @Test("Names are trimmed, ids kept, unplaced regions kept without a place")
  func rows() throws {
    let source = try Sample.read(
      Sample.regionList([
        Sample.region("ISCA-1", "1p1 region (a, b) ", "chr1:101-200"),
        Sample.region("ISCA-2", "1p2 region", "tbd", hi: "", ts: "40"),
      ]), as: .dosageRegions)
    #expect(source.kind == .regionList)
    #expect(source.row("ISCA-1")?.name == "1p1 region (a, b)")
    #expect(source.oddities.count(of: .trimmedText) == 1)
    #expect(source.row("ISCA-2")?.places[.grch38] == [])
    #expect(source.row("ISCA-2")?.hi?.score == .missing)
    #expect(source.oddities.count(of: .unplaced) == 1)
  }

  @Test("A region list given as genes is told where it belongs")
  func wrongOption() {
    #expect(
      throws: KnowledgeBaseError.wrongOption(
        file: "folder/list.tsv", kind: .regionList, role: .dosageGenes)
    ) {
      try Sample.read(Sample.regionList([Sample.region("ISCA-1", "x", "chr1:1-2")]))
    }
  }
}
