// SPDX-License-Identifier: MIT

import Genome
import TestSupport
import Testing

@testable import KnowledgeBase

/// Small gene-keyed sources of invented genes.
enum CurationSample {
  static let validityHeader =
    #""GENE SYMBOL","GENE ID (HGNC)","DISEASE LABEL","DISEASE ID (MONDO)","MOI","SOP","#
    + #""CLASSIFICATION","ONLINE REPORT","CLASSIFICATION DATE","GCEP""#

  static func validity(_ rows: [String], created: String = "2026-06-21") -> String {
    let ruler = Array(repeating: "\"+++\"", count: 10).joined(separator: ",")
    let head = [
      #""CLINGEN GENE DISEASE VALIDITY CURATIONS","","","","","","","","","""#,
      "\"FILE CREATED: \(created)\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\"", ruler,
      validityHeader, ruler,
    ]
    return (head + rows).map { $0 + "\n" }.joined()
  }

  static func row(
    _ symbol: String, _ id: String, disease: String = "MONDO:0000001", mode: String = "AD",
    word: String = "Definitive", report: String = "https://x/CGGV:assertion_1", label: String = "d"
  ) -> String {
    [symbol, id, label, disease, mode, "SOP9", word, report, "2024-03-14T16:00:00.000Z", "Panel"]
      .map { "\"\($0)\"" }.joined(separator: ",")
  }

  static func read(
    _ text: String, as role: SourceRole, date: String? = nil
  ) throws(KnowledgeBaseError) -> CurationSource {
    try Sample.read(text, as: role, name: "source", date: date)
  }
}

@Suite("Gene-disease validity")
struct GeneValidityTests {
  @Test("Quoted cells with commas, quotes and line breaks, banner and rulers are read")
  func quoting() throws {
    let source = try CurationSample.read(
      CurationSample.validity([
        CurationSample.row("AAA1", "HGNC:1", label: #"a, ""b"" and\#nc"#),
        CurationSample.row("BBB1", "HGNC:2", mode: "AR", word: "Refuted"),
      ]), as: .geneValidity)
    #expect(source.rowsRead == 2)
    #expect(source.validity.map(\.gene.hgncID) == [1, 2])
    #expect(source.validity[0].label == "a, \"b\" and\nc")
    #expect(source.validity[1].word == "Refuted")
    #expect(source.validity[0].date == "2024-03-14")
    #expect(source.date?.text == "2026-06-21")
    #expect(source.dateOrigin == .file)
  }

  @Test("Unknown terms are kept and counted; the same key of two panels stays twice")
  func unknownTerms() throws {
    let source = try CurationSample.read(
      CurationSample.validity([
        CurationSample.row("AAA1", "HGNC:1", mode: "QQ", word: "Overwhelming"),
        CurationSample.row("AAA1", "HGNC:1", mode: "QQ", word: "Limited"),
        CurationSample.row("BBB1", "none"),
      ]), as: .geneValidity)
    #expect(source.validity.map(\.word) == ["Overwhelming", "Limited", "Definitive"])
    #expect(source.validity[0].modeOfInheritance == "QQ")
    #expect(source.oddities.count(of: .unknownTerm) == 3)
    #expect(source.oddities.count(of: .repeatedKey) == 1)
    #expect(source.oddities.count(of: .oddHGNCID) == 1)
  }

  @Test("A cut quote, a cut row, a lost column and a web page are refused with their place")
  func damaged() throws {
    let good = CurationSample.validity([CurationSample.row("AAA1", "HGNC:1")])
    func error(_ text: String) -> KnowledgeBaseError? {
      do throws(KnowledgeBaseError) {
        _ = try CurationSample.read(text, as: .geneValidity)
        return nil
      } catch { return error }
    }
    #expect(error(String(good.dropLast(4))) == .unterminated(file: "folder/source", line: 6))
    #expect(
      error(good + "\"CCC1\",\"HGNC:3\"\n")
        == .tooFewCells(file: "folder/source", line: 7, expected: 10, found: 2, isLast: true))
    guard
      case .missingColumn(_, 4, "CLASSIFICATION", _)? = error(
        good.replacing("\"CLASSIFICATION\"", with: "\"CLASS\""))
    else {
      Issue.record("no missing column")
      return
    }
    #expect(error("<html>") == .webPage(file: "folder/source"))
    #expect(
      error(CurationSample.validity([])) == .noRows(file: "folder/source"))
  }

  @Test("What a newer list lacks is withdrawn; what it has under another disease is not")
  func withdrawn() throws {
    let old = try CurationSample.read(
      CurationSample.validity(
        [
          CurationSample.row("AAA1", "HGNC:1", report: "x/CGGV:assertion_7"),
          CurationSample.row("BBB1", "HGNC:2", report: "x/CGGV:assertion_8"),
        ], created: "2026-02-09"), as: .geneValidity)
    let new = try CurationSample.read(
      CurationSample.validity([
        CurationSample.row(
          "AAA1", "HGNC:1", disease: "MONDO:0000009", report: "x/CGGV:assertion_7")
      ]), as: .geneValidity)
    let merged = GeneCurationMerge.merged([old, new], join: GeneJoin(Nomenclature([])))
    let rows = merged.genes.flatMap(\.validity)
    #expect(rows.map(\.gene.symbol) == ["AAA1", "BBB1"])
    #expect(rows.map(\.isWithdrawn) == [false, true])
    #expect(merged.sources.map { $0.oddities.count(of: .rekeyed) } == [0, 1])
  }
}

@Suite("Scores of genes")
struct GeneScoreTests {
  @Test(
    "Decimals are cut, not rounded, so that a threshold decides as on the source's digits",
    arguments: [
      ("0.8999999", 899_999), ("0.9", 900_000), ("1", 1_000_000), ("1.23e-05", 12),
      ("9.9e-07", 0), ("2E+00", 2_000_000), ("100", 100_000_000),
    ])
  func millionths(text: String, value: Int32) {
    #expect(DecimalCell.millionths(text) == value)
  }

  @Test("What is no such number is none", arguments: ["", "-1", "NA", "1.2.3", "e5", "99999"])
  func noNumbers(text: String) { #expect(DecimalCell.millionths(text) == nil) }

  @Test("v2.1.1 and v4.1 are told apart, and of v4.1 the MANE Select row of Ensembl speaks")
  func constraint() throws {
    let second = try CurationSample.read(
      "gene\ttranscript\tpLI\toe_lof_upper\nAAA1\tENST1\t0.95\tNA\n", as: .constraint)
    #expect(second.kind == .constraintV2)
    #expect(second.scores.map(\.predictions.pli) == [950_000])
    #expect(second.scores[0].predictions.loeuf == nil)
    let fourth = try CurationSample.read(
      "gene\ttranscript\tmane_select\tlof.pLI\tlof.oe_ci.upper\n"
        + "AAA1\tNM_1\ttrue\t0.1\t0.2\nAAA1\tENST1\ttrue\t0.3\t0.4\nAAA1\tENST2\tfalse\t0.5\t0.6\n",
      as: .constraint)
    #expect(fourth.kind == .constraintV4)
    #expect(fourth.scores.map(\.predictions.pliV4) == [300_000])
    #expect(fourth.oddities.count(of: .notManeSelect) == 2)
  }

  @Test("A symbol whose place is another chromosome's is not the gene that has it today")
  func places() throws {
    let names = Nomenclature([
      NomenclatureRow(
        hgncID: 1, symbol: "NEW", ncbiGeneID: 0, previous: ["OLD"], aliases: [],
        contigs: HGNCFile.contigs("1p36")),
      NomenclatureRow(
        hgncID: 2, symbol: "OLD", ncbiGeneID: 0, previous: [], aliases: [],
        contigs: HGNCFile.contigs("4q31")),
    ])
    let source = try CurationSample.read(
      "gene\tpLI\toe_lof_upper\tchromosome\tstart_position\tend_position\nOLD\t1\t0.1\t1\t5\t9\n",
      as: .constraint)
    let merged = GeneCurationMerge.merged([source], join: GeneJoin(names))
    #expect(merged.genes.map(\.hgncID) == [1])
    #expect(merged.sources[0].joins.map(\.route) == [.previousSymbol])
  }

  @Test("A percentage of DECIPHER that is none is refused with its place")
  func percentage() throws {
    let head = "track name='Haploinsufficiency Predictions'\n"
    let source = try CurationSample.read(
      head + "chrX\t10\t20\tAAA1|0.1|9.5%\t0.1\n", as: .hiPredictions)
    #expect(source.scores.map(\.predictions.hiPercent) == [9_500_000])
    #expect(
      throws: KnowledgeBaseError.badCell(
        file: "folder/source", line: 2, cell: 4, column: "name (GENE|score|rank%)",
        text: "AAA1|0.1|x")
    ) { try CurationSample.read(head + "chrX\t10\t20\tAAA1|0.1|x\t0.1\n", as: .hiPredictions) }
  }
}

@Suite("Clinical actionability")
struct ActionabilityTests {
  static let header =
    "# docId\tcontext\tgeneOrVariant\tdisease\tomim\tstatus-overall\tstatus-stg1\toverall"

  @Test(
    "Parallel genes and diseases are paired, scores of a topic are gathered, retracted ones left out"
  )
  func scores() throws {
    let source = try CurationSample.read(
      [
        Self.header, "AC1\tAdult\tAAA1,BBB1\td\t1,2\tReleased\tComplete\t7CB",
        "AC1\tAdult\tAAA1,BBB1\td\t1,2\tReleased\tComplete\t10CC",
        "AC2\tPediatric\tCCC1\td\t(No paired disease(s) for gene)\tReleased\tFailed\tN/A",
        "AC3\tAdult\tDDD1\td\t4\tRetracted\tComplete\t9CC", "",
      ].joined(separator: "\n"), as: .actionability)
    #expect(source.rowsRead == 4)
    #expect(source.actionability.map(\.gene.symbol) == ["AAA1", "BBB1", "CCC1"])
    #expect(source.actionability.map(\.disease) == ["OMIM:1", "OMIM:2", ""])
    #expect(source.actionability[0].scores == ["10CC", "7CB"])
    #expect(source.actionability[2].assertion == ActionabilityTerms.earlyRuleOut)
    #expect(source.oddities.count(of: .retracted) == 1)
    #expect(source.oddities.count(of: .noDisease) == 1)
  }

  @Test("A cut JSON and one without its keys are refused")
  func damagedJSON() {
    #expect(throws: KnowledgeBaseError.notJSON(file: "folder/source")) {
      try CurationSample.read("[{\"docId\": \"AC1\"", as: .actionability)
    }
    #expect(
      throws: KnowledgeBaseError.missingKey(file: "folder/source", record: 1, key: "diseases")
    ) {
      try CurationSample.read("{\"rows\":[{\"symbol\":\"AAA1\"}]}", as: .actionability)
    }
  }

  @Test("The site's own list pairs diseases with assertions, null for none")
  func site() throws {
    let source = try CurationSample.read(
      #"{"total":1,"rows":[{"symbol":"AAA1","hgnc_id":"HGNC:1","#
        + #""diseases":[{"label":"d","curie":"MONDO:1"},{"label":"e","curie":"MONDO:2"}],"#
        + #""adults":["Strong Actionability",null],"pediatrics":[null,"Assertion Pending"]}]}"#,
      as: .actionability)
    #expect(source.actionability.map(\.disease) == ["MONDO:1", "MONDO:2"])
    #expect(source.actionability.map(\.context) == [.adult, .pediatric])
    #expect(source.rowsUsed == 1)
  }
}

@Suite("Real gene-keyed files", SharedData.trait)
struct RealCurationTests {
  private static func read(_ name: String, as role: SourceRole) throws -> CurationSource {
    try CurationSource(SourceArgument(SharedData.path(name)), as: role)
  }

  @Test(
    "Every row of the validity lists is read and used",
    arguments: [("2026-02-09", 3445), ("2026-06-21", 3631)])
  func validity(day: String, rows: Int) throws {
    let source = try Self.read(
      "clingen/Clingen-Gene-Disease-Summary-\(day).csv", as: .geneValidity)
    #expect(source.rowsRead == rows)
    #expect(source.rowsUsed == rows)
    #expect(source.validity.count == rows)
    #expect(source.date?.text == day)
    #expect(source.oddities.count(of: .unknownTerm) == 0)
    #expect(source.oddities.count(of: .repeatedKey) == 1)
  }

  @Test("The activity summary has 4,345 rows, 675 with actionability, of 291 genes")
  func activity() throws {
    let source = try Self.read(
      "clingen/Clingen-Curation-Activity-Summary-Report-2025-10-15.csv", as: .activitySummary)
    #expect(source.rowsRead == 4345)
    #expect(source.rowsUsed == 675)
    #expect(Set(source.actionability.map(\.gene.hgncID)).count == 291)
    #expect(source.actionability.count == 1076)
    #expect(source.oddities.count(of: .unknownTerm) == 0)
  }

  @Test(
    "A row of the activity summary is used, or counted as one that says nothing which has a place",
    arguments: [(true, 675, 3670), (false, 3663, 682)])
  func activityRows(hasValidityList: Bool, used: Int, unused: Int) throws {
    func argument(_ name: String) throws -> SourceArgument {
      SourceArgument(path: try SharedData.path("clingen/\(name)"))
    }
    var sources: [SourceRole: [SourceArgument]] = [
      .activitySummary: [
        try argument("Clingen-Curation-Activity-Summary-Report-2025-10-15.csv")
      ]
    ]
    if hasValidityList {
      sources[.geneValidity] = [try argument("Clingen-Gene-Disease-Summary-2026-06-21.csv")]
    }
    let source = try #require(
      try Compilation(sources).manifest.sources.first { $0.kind == .activitySummary })
    #expect(source.rowsRead == 4345)
    #expect(source.rowsUsed == used)
    #expect(source.rowsUnmatched == 0)
    let counted = source.oddities.filter { $0.kind == .withoutActionability }.map(\.count)
    #expect(counted == [unused])
  }
}
