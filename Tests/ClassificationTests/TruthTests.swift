// SPDX-License-Identifier: MIT

import Classification
import TestSupport
import Testing

/// Published and derived scores by code: every line of the real tables, through the user's statements.
struct TruthTests {
  private struct Line {
    let name: String
    let direction: Direction
    let genes: Int?
    let codes: [(code: String, points: Int)]
    let total: Int
    let word: String
  }

  private func lines(_ file: String, codes: Int, total: Int, name: Int, type: Int, genes: Int?)
    throws -> [Line]
  {
    try text(of: SharedData.path(file)).split(separator: "\n").dropFirst().map { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      return Line(
        name: cells[name], direction: cells[type] == "DUP" ? .gain : .loss,
        genes: genes.flatMap { Int(cells[$0]) },
        codes: cells[codes].split(separator: ";").compactMap { item in
          let parts = item.split(separator: "=")
          guard parts.count == 2, let points = Double(parts[1]) else { return nil }
          return (String(parts[0]), Int((points * 100).rounded()))
        },
        total: Int(((Double(cells[total]) ?? 0) * 100).rounded()), word: cells[total + 1])
    }
  }

  private static let words: [String: Pathogenicity] = [
    "P": .pathogenic, "LP": .likelyPathogenic, "VUS": .uncertain, "LB": .likelyBenign,
    "B": .benign,
  ]

  @Test(SharedData.trait) func `thresholds and gene counts of the worked cases`() throws {
    let all = try lines(
      "truth/worked_cases.tsv", codes: 7, total: 8, name: 0, type: 5, genes: 6)
    #expect(all.count == 68)
    var assessor = Assessor(.riggs2020)
    var counted = 0
    for line in all where line.name.hasPrefix("G") || line.name.hasPrefix("C") {
      counted += 1
      if line.name.hasPrefix("C") {
        #expect(Pathogenicity(Points(hundredths: line.total)) == Self.words[line.word])
        continue
      }
      var facts = CallFacts(line.direction)
      facts.codingGenes = line.genes
      let assessment = assessor.assess(facts)
      #expect(Int(assessment.total) == line.total, "\(line.name)")
      #expect(assessment.pathogenicity == Self.words[line.word], "\(line.name)")
      #expect(assessor.rows.metCodes == line.codes.map(\.code).joined(separator: ";"))
    }
    #expect(counted == 16)
  }

  /// U07, U08 and U10 state sums that only several cases give, or evidence of sections 1 to 3 as facts.
  @Test(SharedData.trait) func `user evidence of the worked cases`() throws {
    let all = try lines(
      "truth/worked_cases.tsv", codes: 7, total: 8, name: 0, type: 5, genes: 6)
    var assessor = Assessor(.riggs2020)
    var counted = 0
    for line in all where line.name.hasPrefix("U") {
      counted += 1
      var facts = CallFacts(line.direction)
      facts.codingGenes = 1
      var statements: [Statement] = []
      for (code, points) in line.codes {
        let criterion = try #require(Criterion(code: code))
        let row = try #require(Rubric.riggs2020.definition(criterion, line.direction))
        var left = points
        // A sum over cases is stated case by case.
        while abs(left) > max(abs(row.range.lowerBound), row.range.upperBound) {
          let one = left > 0 ? row.range.upperBound : row.range.lowerBound
          statements.append(Statement(criterion, points: one, row: 0))
          left -= one
        }
        statements.append(Statement(criterion, points: left, row: 0))
      }
      if line.name == "U11" {
        // 2K takes 2J's place.
        var gene = GeneFacts(place: 0, cover: .fivePrime)
        gene.hi = .sufficient
        facts.genes = [gene]
      }
      let assessment = assessor.assess(facts, statements: statements)
      #expect(Int(assessment.total) == line.total, "\(line.name) \(assessor.rows.metCodes)")
      #expect(assessment.pathogenicity == Self.words[line.word], "\(line.name)")
      if line.name == "U10" {
        #expect(assessment.marks.contains(.familyAgainstEstablished))
        #expect(Assessment.pathogenicity(assessment.totalBeforeFamily) == .pathogenic)
      }
    }
    #expect(counted == 11)
  }

  @Test(SharedData.trait) func `published scores of a cardiomyopathy cohort`() throws {
    let all = try lines(
      "truth/published_worked_scores.tsv", codes: 3, total: 4, name: 1, type: 2, genes: nil)
    #expect(all.count == 8)
    var assessor = Assessor(.riggs2020)
    for line in all {
      var facts = CallFacts(line.direction)
      facts.codingGenes = 1
      let statements = line.codes.compactMap { code, points in
        Criterion(code: code).map { Statement($0, points: points, row: 0) }
      }
      #expect(statements.count == line.codes.count)
      let assessment = assessor.assess(facts, statements: statements)
      #expect(Int(assessment.total) == line.total, "\(line.name)")
      #expect(assessment.pathogenicity == Self.words[line.word], "\(line.name)")
    }
  }
}
