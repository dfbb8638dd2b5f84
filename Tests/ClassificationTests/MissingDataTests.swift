// SPDX-License-Identifier: MIT

import Classification
import Testing

/// What is not known is said, and never scored as if it were nothing.
struct MissingDataTests {
  private func rows(_ facts: CallFacts) -> (Assessment, [EvidenceRow]) {
    var assessor = Assessor(.riggs2020)
    let assessment = assessor.assess(facts)
    return (assessment, assessor.rows)
  }

  @Test func `without gene models a call is not 1B and has no gene count`() {
    let (assessment, rows) = rows(CallFacts(.loss))
    #expect(assessment.total == 0)
    #expect(assessment.marks.contains(.noGeneModels))
    #expect(rows.contains { $0.criterion == .c1B && $0.state == .notAssessed })
    #expect(rows.contains { $0.criterion == .c3A && $0.state == .notAssessed })
  }

  @Test func `part of a gene without a transcript model is not assessed and not 1B`() {
    var facts = CallFacts(.loss)
    facts.codingGenes = 0
    facts.touchesCuratedGene = true
    var gene = GeneFacts(place: 0, cover: .notAssessed)
    gene.hi = .sufficient
    facts.genes = [gene]
    let (assessment, rows) = rows(facts)
    #expect(assessment.total == 0)
    #expect(rows.metCodes == "1A;3A")
    #expect(rows.contains { $0.reason == .noTranscriptModel && $0.state == .notAssessed })
  }

  @Test func `without recurrent intervals the nested rule is not assessed and marked`() {
    var facts = CallFacts(.loss)
    facts.codingGenes = 29
    var region = IntervalFacts(feature: 0, isRegion: true, isContained: false, isHolding: true)
    region.hi = .sufficient
    region.isNestedUnknown = true
    facts.intervals = [region]
    let (assessment, rows) = rows(facts)
    #expect(rows.metCodes == "1A;2B;3B")
    #expect(assessment.marks.contains(.recurrentNotAssessed))
  }

  @Test func `without predictors 2H says which is missing`() {
    var facts = CallFacts(.loss)
    facts.codingGenes = 1
    facts.genes = [GeneFacts(place: 0, cover: .whole)]
    #expect(rows(facts).1.contains { $0.criterion == .c2H && $0.reason == .noPredictions })
    facts.hasConstraint = true
    #expect(
      rows(facts).1.contains { $0.criterion == .c2H && $0.reason == .noHaploinsufficiencyIndex })
  }

  @Test func `without ClinVar the last exon gives 2D-3 and 2D-2 is not assessed`() {
    var facts = CallFacts(.loss)
    facts.codingGenes = 1
    var gene = GeneFacts(place: 0, cover: .threePrime)
    gene.hi = .sufficient
    gene.content = .coding
    gene.lastExonOnly = true
    facts.genes = [gene]
    let (assessment, rows) = rows(facts)
    #expect(assessment.total == 30)
    #expect(rows.contains { $0.criterion == .c2D2 && $0.state == .notAssessed })
  }

  @Test func `pathogenic and benign evidence stand side by side as a conflict`() {
    var facts = CallFacts(.loss)
    facts.codingGenes = 1
    var gene = GeneFacts(place: 0, cover: .whole)
    gene.hi = .sufficient
    facts.genes = [gene]
    var benign = IntervalFacts(feature: 0, isRegion: true, isContained: false, isHolding: true)
    benign.hi = .unlikely
    facts.intervals = [benign]
    facts.population.answer = .common
    let (assessment, rows) = rows(facts)
    #expect(assessment.total == 100)
    #expect(assessment.marks.contains(.conflict))
    #expect(rows.contains { $0.criterion == .c2F && $0.state == .notApplicable })
    #expect(rows.contains { $0.criterion == .c4O && $0.state == .notApplicable })
  }

  @Test func `a class from the number of genes alone is marked`() {
    var facts = CallFacts(.gain)
    facts.codingGenes = 58
    #expect(rows(facts).0.marks.contains(.geneCountOnly))
    facts.codingGenes = 49
    #expect(!rows(facts).0.marks.contains(.geneCountOnly))
  }
}
