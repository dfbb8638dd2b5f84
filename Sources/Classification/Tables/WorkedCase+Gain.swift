// SPDX-License-Identifier: MIT

extension WorkedCase {
  static func gainCases(_ rubric: Rubric) -> [WorkedCase] {
    func other(_ cover: GeneFacts.Cover) -> GeneFacts { gene(cover) { $0.hi = .notEstablished } }
    func benign(
      contained: Bool = false, holding: Bool = false, _ content: IntervalFacts.Content
    ) -> IntervalFacts { region(ts: .unlikely, contained: contained, holding: holding, content) }
    func exon(_ tandem: CallFacts.Tandem) -> CallFacts {
      var facts = call(.gain, genes: 1, [gene(.intragenic) { $0.frame = .lost }])
      facts.tandem = tandem
      return facts
    }
    return [
      WorkedCase("34 genes", call(.gain, genes: 34), "1A;3A", 0),
      WorkedCase("35 genes", call(.gain, genes: 35), "1A;3B", 45),
      WorkedCase("49 genes", call(.gain, genes: 49), "1A;3B", 45),
      WorkedCase("50 genes", call(.gain, genes: 50), "1A;3C", 90),
      WorkedCase(
        "a whole TS 3 region with a whole HI 3 gene",
        call(.gain, genes: 8, [gene(.whole)], [region(ts: .sufficient, contained: true)]),
        "1A;2A;2H;3A", 100),
      WorkedCase(
        "part of a TS 3 region, another gene cut",
        call(.gain, genes: 3, [other(.fivePrime)], [region(ts: .sufficient)]), "1A;2B;2L;3A", 0),
      WorkedCase(
        "same genes as a TS 40 gain",
        call(.gain, genes: 3, [], [benign(contained: true, .same)]), "1A;2C;3A", -100),
      WorkedCase(
        "inside a TS 40 gain, no gene cut",
        call(.gain, genes: 1, [other(.whole)], [benign(holding: true, .noFurther)]), "1A;2D;3A",
        -100),
      WorkedCase(
        "inside a TS 40 gain, a gene cut",
        call(.gain, genes: 2, [other(.threePrime)], [benign(holding: true, .noFurther)]),
        "1A;2E;2L;3A", 0),
      WorkedCase(
        "larger than a TS 40 gain, no further genes",
        call(.gain, genes: 3, [], [benign(contained: true, .noFurther)]), "1A;2F;3A",
        rubric == .riggs2020 ? -100 : -90),
      WorkedCase(
        "larger than a TS 40 gain, further genes",
        call(.gain, genes: 9, [], [benign(contained: true, .further)]), "1A;2G;3A", 0),
      WorkedCase(
        "exon duplication, presumed in tandem", exon(.presumed), "1A;2I;3A", 45),
      WorkedCase("exon duplication, proven in tandem", exon(.proven), "1A;2I;3A", 90),
      WorkedCase("exon duplication, proven elsewhere", exon(.disproven), "1A;2I;3A", 0),
      WorkedCase(
        "one breakpoint in an HI 3 gene", call(.gain, genes: 15, [gene(.fivePrime)]), "1A;2J;3A",
        0),
    ]
  }
}
