// SPDX-License-Identifier: MIT

extension WorkedCase {
  static let lossCases: [WorkedCase] = [
    WorkedCase("no gene, no element", call(.loss, genes: 0), "1B;3A", -60),
    WorkedCase("24 genes", call(.loss, genes: 24), "1A;3A", 0),
    WorkedCase("25 genes", call(.loss, genes: 25), "1A;3B", 45),
    WorkedCase("34 genes", call(.loss, genes: 34), "1A;3B", 45),
    WorkedCase("35 genes", call(.loss, genes: 35), "1A;3C", 90),
    WorkedCase("a whole HI 3 gene", call(.loss, genes: 4, [gene(.whole)]), "1A;2A;3A", 100),
    WorkedCase(
      "a whole HI 3 region with 44 genes",
      call(.loss, genes: 44, [], [region(hi: .sufficient, contained: true)]), "1A;2A;3C", 190),
    WorkedCase(
      "a nested recurrent interval that counts as the region",
      {
        var part = region(hi: .sufficient)
        part.nested = 1
        return call(.loss, genes: 29, [], [part])
      }(), "1A;2A;3B", 145),
    WorkedCase(
      "part of an HI 3 region", call(.loss, genes: 14, [], [region(hi: .sufficient)]),
      "1A;2B;3A", 0),
    WorkedCase(
      "two HI 3 genes cut, one at each end: the higher counts once",
      call(.loss, genes: 9, [gene(.threePrime), gene(.fivePrime)]), "1A;2D-4;3A", 90),
    WorkedCase(
      "5' end with coding sequence", call(.loss, genes: 1, [gene(.fivePrime)]), "1A;2C-1;3A", 90),
    WorkedCase(
      "5' end, UTR only", call(.loss, genes: 1, [gene(.fivePrime, .untranslated)]), "1A;2C-2;3A",
      0),
    WorkedCase(
      "3' end, UTR only", call(.loss, genes: 1, [gene(.threePrime, .untranslated)]),
      "1A;2D-1;3A", 0),
    WorkedCase(
      "last exon with pathogenic variants",
      call(
        .loss, genes: 1,
        [
          gene(.threePrime) {
            $0.lastExonOnly = true
            $0.pathogenicInLastExon = .yes
          }
        ]), "1A;2D-2;3A", 90),
    WorkedCase(
      "last exon without", call(.loss, genes: 1, [gene(.threePrime) { $0.lastExonOnly = true }]),
      "1A;2D-3;3A", 30),
    WorkedCase(
      "3' end, several exons", call(.loss, genes: 1, [gene(.threePrime)]), "1A;2D-4;3A", 90),
    WorkedCase(
      "inner exon, frame lost", call(.loss, genes: 1, [gene(.intragenic) { $0.frame = .lost }]),
      "1A;2E;3A", 90),
    WorkedCase(
      "inner exon, frame kept, small part",
      call(.loss, genes: 1, [gene(.intragenic) { $0.frame = .kept }]), "1A;2E;3A", 30),
    WorkedCase(
      "inner exons, frame kept, more than a tenth",
      call(
        .loss, genes: 1,
        [
          gene(.intragenic) {
            $0.frame = .kept
            $0.isMoreThanTenth = true
          }
        ]), "1A;2E;3A", 45),
    WorkedCase(
      "inner exon, frame kept, critical part",
      call(
        .loss, genes: 1,
        [
          gene(.intragenic) {
            $0.frame = .kept
            $0.pathogenicInside = .yes
          }
        ]), "1A;2E;3A", 45),
    WorkedCase(
      "frame lost in the last 50 bases before the last junction",
      call(
        .loss, genes: 1,
        [
          gene(.intragenic) {
            $0.frame = .lost
            $0.escapesDecay = true
          }
        ]), "1A;2E;3A", 30),
    WorkedCase(
      "one intron", call(.loss, genes: 1, [gene(.intragenic, .intronic)]), "1A;2E;3A", 0),
    WorkedCase(
      "inside an HI 40 region", call(.loss, genes: 7, [], [region(hi: .unlikely, holding: true)]),
      "1A;2F;3A", -100),
    WorkedCase(
      "more than an HI 40 region",
      call(.loss, genes: 10, [], [region(hi: .unlikely, contained: true)]), "1A;2G;3A", 0),
    WorkedCase(
      "two predictions in one gene",
      call(
        .loss, genes: 2,
        [
          gene(.whole) {
            $0.hi = .notEstablished
            $0.isConstrained = .yes
            $0.hasHaploinsufficiencyIndex = .yes
          }
        ]), "1A;2H;3A", 15),
    WorkedCase(
      "common in the population",
      {
        var facts = call(.loss, genes: 1)
        facts.population.answer = .common
        return facts
      }(), "1A;3A;4O", -100),
    WorkedCase(
      "common, and inside an HI 40 region: counted once",
      {
        var facts = call(.loss, genes: 1, [], [region(hi: .unlikely, holding: true)])
        facts.population.answer = .common
        return facts
      }(), "1A;2F;3A", -100),
    WorkedCase(
      "common, but a gene of recessive disease is inside",
      {
        var facts = call(.loss, genes: 1, [gene(.whole) { $0.hi = .recessive }])
        facts.population.answer = .common
        return facts
      }(), "1A;3A", 0),
  ]
}
