// SPDX-License-Identifier: MIT

import CallFiles
import CallTestSupport
import Records
import Testing

/// What `validate` names beyond what keeps a record from being read.
struct VCFProblemTests {
  private func header(_ meta: [String], _ version: String = "VCFv4.3", samples: [String] = [])
    throws -> VCFHeaderCheck
  {
    let text = Array(VCFText(version, samples: samples, meta: meta).header().utf8)
    return VCFHeaderCheck(try #require(try VCFHeader.parse(text.span, isWhole: true)))
  }

  private func kinds(_ row: String, meta: [String] = [], samples: [String] = []) throws
    -> [VCFProblem.Kind]
  {
    let check = VCFRecordCheck(try header(meta, samples: samples))
    return check.problems(Array(VCFText.row(row).utf8)[...], line: 9).map(\.kind)
  }

  @Test(arguments: [
    ("##nothing", VCFProblem.Kind.metaNotKeyValue), ("##reference=", .metaNotKeyValue),
    ("##INFO=<ID=X,Number=1,Type=Float,Description=\"x\"", .metaNotClosed),
    ("##INFO=<ID=X,Number=1,Type=Float,Description=\"a \"b\" c\">", .metaQuotes),
    ("##INFO=<ID=X,Number=1,Type=Float>", .metaKeyMissing(line: "INFO", key: "Description")),
    ("##INFO=<Number=1,ID=X,Type=Float,Description=\"x\">", .metaKeyOrder(line: "INFO")),
    ("##INFO=<ID=X,Number=1,Type=Float,Description=x>", .metaNotQuoted(key: "Description")),
    ("##INFO=<ID=X,Number=N,Type=Float,Description=\"x\">", .metaNumber),
    ("##INFO=<ID=X,Number=1,Type=Int,Description=\"x\">", .metaType),
    ("##FORMAT=<ID=X,Number=0,Type=Flag,Description=\"x\">", .metaType),
    ("##contig=<ID=1 A,length=5>", .metaIdentifier(line: "contig")),
    ("##contig=<length=5>", .metaKeyMissing(line: "contig", key: "ID")),
    ("##ALT=<ID=MINE:X,Description=\"x\">", .metaAlternatePrefix),
    ("##META=<ID=A,Type=String,Number=.,Values=[a, b]>", .metaKeyOrder(line: "META")),
    ("##META=<ID=A,Number=.,Type=String,Values=a>", .metaValues),
    ("##assembly=ftp://8080:8080/x", .metaURL),
    (
      "##INFO=<ID=DP,Number=1,Type=String,Description=\"x\">",
      .reservedType(line: "INFO", key: "DP", expected: "Integer")
    ),
    (
      "##FORMAT=<ID=PL,Number=1,Type=Integer,Description=\"x\">",
      .reservedNumber(line: "FORMAT", key: "PL", expected: "G")
    ),
  ])
  func `a header line outside the specification is named with its line`(
    line: String, kind: VCFProblem.Kind
  ) throws {
    let problems = try header([line]).problems
    #expect(problems.map(\.kind) == [kind])
    #expect(problems.map(\.line) == [2])
  }

  @Test(arguments: [
    #"INFO=<ID=X,Description="a "b" c",IDX=5>"#, #"INFO=<ID=X,Description="a, b",IDX=5>"#,
    #"INFO=<ID=X,Description="a \" b",IDX=5>"#, #"contig=<ID=X,assembly=[x,IDX=5>"#,
    #"INFO=<ID=X,Description=a "b, c" d,IDX=5>"#,
  ])
  func `what stands behind stray quotes is still read`(line: String) {
    // The number of a key in a BCF file: without it records would name other keys and contigs.
    let meta = VCFMetaLine(line)
    #expect(meta["ID"]?.value == "X")
    #expect(meta["IDX"]?.value == "5")
  }

  @Test(arguments: [
    "##INFO=<ID=X,Number=1,Type=Float,Description=\"a, b=c \\\"d\\\"\">",
    "##contig=<ID=HLA-A01,length=5,assembly=x,species=\"Homo sapiens\">",
    "##mine=<\"free: text\", and more>", "##ALT=<ID=DEL:ME:ALU,Description=\"x\">",
    "##assembly=ftp://ftp.example.org/x.fa", "##source=anything = at all",
  ])
  func `what the specification allows is not named`(line: String) throws {
    #expect(try header([line]).problems.isEmpty)
  }

  @Test(arguments: [
    ("chr:1 5 . A C . . .", VCFProblem.Kind.contigCharacter), ("1 0 . A C . . .", .telomere),
    ("1 5 . R C . . .", .referenceAmbiguity), ("1 5 a;;b A C . . .", .listEmpty(column: "ID")),
    ("1 5 a;a A C . . .", .listRepeated(column: "ID")), ("1 5 . A C x . .", .qualityNotNumber),
    ("1 5 . A C -1 . .", .qualityNotNumber), ("1 5 . A C . PASS;q10 .", .filterMixed),
    ("1 5 . A C . 0 .", .filterZero),
    ("1 5 . A C . . DP=a", .valueType(column: "INFO", key: "DP", type: "Integer")),
    ("1 5 . A C . . DP=2147483648", .valueType(column: "INFO", key: "DP", type: "Integer")),
    ("1 5 . A C . . DP=-2147483641", .valueType(column: "INFO", key: "DP", type: "Integer")),
    ("1 5 . A C . . DP=-1", .valueNegative(column: "INFO", key: "DP")),
    ("1 5 . A C . . DB=2", .flagHasValue(key: "DB")),
    ("1 5 . A C . . X;X", .keyRepeated(column: "INFO")),
    (
      "1 5 . A C,G . . AC=1",
      .valueCount(column: "INFO", key: "AC", number: "A", expected: 2, found: 1)
    ),
    ("1 5 . A C . . CIGAR=3Q", .cigar),
  ])
  func `a cell outside the specification is named`(row: String, kind: VCFProblem.Kind) throws {
    #expect(try kinds(row) == [kind])
  }

  @Test(arguments: [
    ("GT:GT 0/1:0/1", [VCFProblem.Kind.keyRepeated(column: "FORMAT"), .genotypeNotFirst]),
    ("DP:GT 1:0/1", [.genotypeNotFirst]), ("GT:1X 0/1:1", [.keyCharacter(column: "FORMAT")]),
    ("GT:DP 0/1:1:2", [.tooManyFields(expected: 2, found: 3)]),
    ("GT:DP 0/1:x", [.valueType(column: "FORMAT", key: "DP", type: "Integer")]),
    (
      "GT:PL 0/1:1,2",
      [.valueCount(column: "FORMAT", key: "PL", number: "G", expected: 3, found: 2)]
    ),
    ("GT:PL 1:1,2", []), ("GT:PL 0/1:.", []), ("GT:DP 0/1", []),
  ])
  func `a sample outside the specification is named`(
    cells: String, kinds expected: [VCFProblem.Kind]
  )
    throws
  {
    #expect(try kinds("1 5 . A C . . . \(cells)", samples: ["S1"]) == expected)
  }

  @Test func `order, contigs and repeated alleles are seen across records`() throws {
    var check = VCFOrderCheck()
    let rows = [
      "1 100 . A C . . .", "1 90 . A C . . .", "2 5 . TTA TTG . . .", "2 7 . A G . . .",
      "1 200 . A C . . .", "chr3 5 . A C . . .", "1 5 . N <DEL> . . END=9",
      "1 5 . N <DEL> . . END=9",
    ]
    let found = try rows.enumerated().flatMap { index, row in
      let record = VCFOrderCheck.Record(Array(VCFText.row(row).utf8)[...], line: index + 1)
      return check.problems(try #require(record)).map { "\($0.line) \($0.kind)" }
    }
    #expect(
      found == [
        "2 unsorted", "4 duplicate(firstLine: 3)", "5 notContiguous", "6 contigSpelling",
        "7 notContiguous", "7 contigSpelling",
      ])
  }
}
