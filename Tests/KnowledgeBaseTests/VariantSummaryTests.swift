// SPDX-License-Identifier: MIT

import Genome
import Testing

@testable import KnowledgeBase

/// Rows are written here from the description of the format; no release is at hand.
@Suite("ClinVar's variant summary")
struct VariantSummaryTests {
  typealias Sample = IntervalSample

  @Test("34 and 43 columns give the same copy-number variants of both builds")
  func columns() throws {
    let rows = [
      Sample.cnv(
        57627, "copy number loss", "22:33754145-33786313",
        name: "GRCh38/hg38 22q12.3(chr22:33754145-33786313)x1"),
      Sample.cnv(
        57627, "copy number loss", "22:34150132-34182300", assembly: "GRCh37",
        name: "GRCh38/hg38 22q12.3(chr22:33754145-33786313)x1"),
    ]
    let old = try Sample.summary(Sample.summaryText(rows))
    let new = try Sample.summary(
      Sample.summaryText(rows, columns: Sample.summaryColumns + Sample.laterColumns))
    #expect(Sample.summaryColumns.count == 34 && Sample.laterColumns.count == 9)
    #expect(old.clinvarCNVs == new.clinvarCNVs)
    #expect(old.build == nil)
    let row = try #require(old.clinvarCNVs.first)
    #expect(row.build == .grch38 && old.clinvarCNVs[1].build == .grch37)
    #expect(row.interval == interval(33_754_144, 33_786_313))
    #expect(row.direction == .loss)
    #expect(row.copyNumber == 1)
    #expect(row.classification == "Pathogenic")
    #expect(row.stars == 1)
    #expect(row.evaluated == "2024-12-17")
    #expect(row.conditions == "See cases|not provided")
    #expect(row.conditionIDs == "MONDO:MONDO:0000001,MedGen:C1|MedGen:C2")
    #expect(old.clinvarCNVs[1].interval == interval(34_150_131, 34_182_300))
  }

  @Test("Every row is used or counted with its reason")
  func accounted() throws {
    let source = try Sample.summary(
      Sample.summaryText([
        Sample.cnv(1, "copy number gain", "1:101-200", name: "GRCh38/hg38 1p(chr1:101-200)x3"),
        Sample.cnv(2, "Deletion", "1:101-150"),
        Sample.cnv(3, "Deletion", "1:101-149"),
        Sample.cnv(4, "Duplication", "1:101-5000", name: "x3"),
        Sample.cnv(5, "Complex", "1:101-5000"),
        Sample.cnv(6, "single nucleotide variant", "1:101-101"),
        Sample.cnv(7, "Frobnication", "1:101-200"),
        Sample.cnv(8, "copy number loss", "1:101-200", assembly: "NCBI36"),
        Sample.cnv(9, "copy number loss", "1:101-200", assembly: "na"),
        [
          "Type": "copy number loss", "Assembly": "GRCh38", "Start": "-1", "Stop": "-1",
          "VariationID": "10",
        ],
        Sample.cnv(11, "copy number loss", "Un:101-200"),
        Sample.cnv(12, "copy number loss", "1:101-300", significance: "-", status: "odd words"),
        Sample.cnv(13, "copy number loss", "1:101-300", name: "x(chr1:1-2)x4"),
      ]))
    #expect(source.rowsRead == 13)
    #expect(source.clinvarCNVs.map(\.variationID) == [1, 2, 4, 5, 12, 13])
    #expect(source.rowsUsed == 6)
    for (kind, count) in [
      (OddityKind.smallVariant, 2), (.unknownType, 1), (.otherAssembly, 2), (.unplaced, 1),
      (.unknownContig, 1), (.noDirection, 1), (.unknownReviewStatus, 1),
      (.copyNumberDisagreement, 1),
    ] {
      #expect(source.oddities.count(of: kind) == count, "\(kind)")
    }
    #expect(source.clinvarCNVs[4].classification == "not provided")
  }

  @Test(
    "Names tell copy number, inner and outer bounds",
    arguments: [
      ("GRCh38/hg38 22q12.3(chr22:33754145-33786313)x1", 1, nil, nil),
      ("GRCh37/hg19 Xp22.33(chrX:697169-1238257)x0", 0, nil, nil),
      ("GRCh37/hg19 1p36(chr1:1-5)x1-2", nil, nil, nil),
      ("NC_000022.11:g.(?_18924718)_(21111383_?)del", nil, interval(18_924_717, 21_111_383), nil),
      ("NC_000001.11:g.(100_200)_(300_400)dup", nil, interval(199, 300), interval(99, 400)),
      ("NC_000001.11:g.(100_?)_(?_400)del", nil, nil, interval(99, 400)),
      // Coordinates of the other build say nothing here.
      ("NC_000001.10:g.(100_200)_(300_400)dup", nil, nil, nil),
      ("NC_000001.11:g.100_400del", nil, nil, nil),
      ("NM_000059.4(BRCA2):c.(?_-1)_(*1_?)del", nil, nil, nil),
    ] as [(String, UInt8?, Interval?, Interval?)])
  func names(_ name: String, _ copies: UInt8?, _ inner: Interval?, _ outer: Interval?) {
    let found = ClinVarCNVName(name, build: .grch38)
    #expect(found.copyNumber == copies)
    #expect(found.inner == inner)
    #expect(found.outer == outer)
  }

  @Test("A changed, doubled or cut summary is refused")
  func damaged() {
    let path = "folder/variant_summary.txt"
    let good = Sample.summaryText([Sample.cnv(1, "copy number gain", "1:101-200")])
    let renamed = good.replacing("\tReviewStatus", with: "\tReview_Status")
    #expect {
      try Sample.summary(renamed)
    } throws: { error in
      guard case .missingColumn(_, 1, "ReviewStatus", _) = error as? KnowledgeBaseError else {
        return false
      }
      return true
    }
    #expect(throws: KnowledgeBaseError.doubledSource(file: path, line: 3, firstLine: 1)) {
      try Sample.summary(good + good)
    }
    #expect(
      throws: KnowledgeBaseError.tooFewCells(
        file: path, line: 3, expected: 34, found: 2, isLast: true)
    ) {
      try Sample.summary(good + "5\tDeletion\n")
    }
    #expect(throws: KnowledgeBaseError.unterminated(file: path, line: 2)) {
      try Sample.summary(String(good.dropLast()))
    }
    #expect(
      throws: KnowledgeBaseError.unrecognisedSource(
        file: path, role: .variantSummary, start: "a\tb")
    ) { try Sample.summary("a\tb\n") }
  }
}
