// SPDX-License-Identifier: MIT

import Genome
import Testing

@testable import KnowledgeBase

@Suite("Recurrent CNV BED")
struct RecurrentBEDTests {
  static let columns =
    "#chrom\tstart\tend\tname\tscore\tstrand\tthickStart\tthickEnd\titemRgb"

  static func row(_ contig: String, _ start: Int, _ end: Int, _ name: String, _ colour: String)
    -> String
  {
    "\(contig)\t\(start)\t\(end)\t\(name)\t0\t.\t\(start)\t\(end)\t\(colour)"
  }

  static let rows = [
    row("chr1", 101, 200, "BP1", "0,0,0"),
    row("chr1", 201, 300, "1p1 recurrent (x (y) region, z ", "255,111,0"),
    row("chrx", 201, 300, "Xp1 recurrent", "255,111,0"),
    row("chr2", 1, 9, "odd", "1,2,3"),
  ]

  static func shape38(_ rows: [String]) -> String {
    (["track name=\"ClinGen_recurrent_CNV_V2.0-hg38\" itemRGB=\"On\"\t\t\t\t\t\t\t\t", columns]
      + rows).map { $0 + "\r\n" }.joined()
  }

  static func shape37(_ rows: [String]) -> String {
    let track =
      "track db=\"hg19\" name=\"ClinGen Recurrent CNV\" description=\"ClinGen Recurrent CNV\" "
      + "itemRgb=\"On\"" + String(repeating: "\t", count: 11) + columns
    return ([track] + rows).map { $0 + "\n" }.joined()
  }

  @Test("Regions are told from bars by colour, starts are 1-based, contigs in any case")
  func rows38() throws {
    let source = try Sample.read(Self.shape38(Self.rows), as: .recurrent, name: "cnv_V2.1-hg38.bed")
    #expect(source.build == .grch38)
    #expect(source.recurrent.map(\.placement.text) == ["chr1:201-300", "chrX:201-300"])
    #expect(source.recurrent[0].placement.interval == interval(200, 300))
    #expect(source.recurrent[0].name == "1p1 recurrent (x (y) region, z")
    #expect(source.rowsRead == 4)
    #expect(source.rowsUsed == 2)
    for kind in [
      OddityKind.breakpointBar, .trimmedText, .contigSpelling, .unknownColour, .versionDisagreement,
    ] {
      #expect(source.oddities.count(of: kind) == 1)
    }
  }

  @Test("The GRCh37 shape has its column names on the track line")
  func rows37() throws {
    let source = try Sample.read(Self.shape37(Self.rows), as: .recurrent)
    #expect(source.build == .grch37)
    #expect(source.recurrent.count == 2)
  }

  @Test("A file without the colour column is refused by name")
  func missingColour() {
    let text = Self.shape38([]).replacing("itemRgb", with: "paint")
    #expect {
      try Sample.read(text, as: .recurrent)
    } throws: { error in
      guard case .missingColumn(_, 2, "itemRgb", _)? = error as? KnowledgeBaseError else {
        return false
      }
      return true
    }
  }
}
