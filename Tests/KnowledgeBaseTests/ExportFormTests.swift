// SPDX-License-Identifier: MIT

import FoundationEssentials
import Genome
import Testing

@testable import KnowledgeBase

@Suite("Exports in other forms")
struct ExportFormTests {
  private static func table(_ name: String) throws -> ExportedTable {
    let knowledgeBase = try Sample.compile([
      Sample.read(
        Sample.geneList([
          Sample.gene("BBB1", 2, "chr2:301-400", hi: "3", disease: "MONDO:0000001"),
          Sample.gene("AAA1", 1, "chrX:101-200"), Sample.gene("CCC1", 3, "chr10:1-50"),
          Sample.gene("DDD1", 4, "tbd"),
        ]))
    ])
    let tables = try knowledgeBase.exportedTables()
    return try #require(tables.first { $0.name == name })
  }

  @Test func `BED is 0-based, in the order of the genome, without what has no place`() throws {
    let table = try Self.table("dosage_genes")
    let lines = String(decoding: try #require(table.bed(.grch38)), as: UTF8.self)
      .split(separator: "\n").map { $0.split(separator: "\t").prefix(5).joined(separator: " ") }
    #expect(
      lines == [
        "#chrom start end label symbol", "chr2 300 400 BBB1 BBB1", "chr10 0 50 CCC1 CCC1",
        "chrX 100 200 AAA1 AAA1",
      ])
    #expect(table.bed(.grch37) == nil)
  }

  @Test
  func `NDJSON has an object a row, keys in the order of the columns, null for what is missing`()
    throws
  {
    let table = try Self.table("dosage_genes")
    let lines = String(decoding: table.ndjson, as: UTF8.self).split(separator: "\n")
    #expect(lines.count == 4)
    #expect(
      lines[1].hasPrefix(
        #"{"symbol":"BBB1","ncbi_gene_id":"2","hgnc_id":null,"cytoband":"1p1","grch37":null,"grch38":"chr2:301-400","hi":"3","#
      ), "\(lines[1])")
    for line in lines {
      #expect(throws: Never.self) {
        try JSONDecoder().decode([String: String?].self, from: Data(line.utf8))
      }
    }
  }
}
