// SPDX-License-Identifier: MIT

import Annotation
import Genome
import KnowledgeBase
import Testing

/// Worked by hand on one invented gene of three exons, read forwards and backwards.
///
///     base       100       200   220      300           400      500   520       600
///     exon        |=========|             |=============|         |==============|
///     coding           |####|             |#############|         |#####|
///                     150                                              530
///     forward    exon 1  5' UTR 50        exon 2                   exon 3, 3' UTR 70
///     reverse    exon 3  3' UTR 50        exon 2                   exon 1, 5' UTR 70
///
/// Coding bases: 50 in 150-200, 100 in 300-400, 30 in 500-530: 180, 60 codons.
struct GeneContextTests {
  private static let exons = [
    Interval(start: 100, end: 200), Interval(start: 300, end: 400), Interval(start: 500, end: 600),
  ]
  private static let transcript = Transcript(
    accession: .empty, tag: .maneSelect, interval: Interval(start: 100, end: 600),
    coding: Interval(start: 150, end: 530), exons: 0..<3)

  private func context(
    _ start: Int32, _ end: Int32, _ strand: Strand = .forward,
    _ transcript: Transcript = transcript, _ exons: [Interval] = exons
  ) -> GeneContext {
    GeneContext(
      call: Interval(start: start, end: end), strand: strand, transcript: transcript, number: 7,
      exons: exons)
  }

  /// `relation content exons coding/length frame marks`.
  private func text(_ context: GeneContext) -> String {
    let marks = GeneMarks.words.filter { context.marks.contains($0.mark) }.map(\.word)
    return
      ([
        "\(context.word)", context.content.word,
        "\(context.firstExon)-\(context.lastExon)/\(context.exonCount)",
        "\(context.codingBases)/\(context.codingLength)", context.frame.word,
      ] + marks)
      .joined(separator: " ")
  }

  @Test(
    arguments: [
      // before: ends where the transcript begins
      (0, 100, "outside_mane none 0-0/3 0/180 not_applicable"),
      // 5' UTR only: 100-150
      (
        50, 150,
        "partial_5prime_utr_only utr_only 1-1/3 0/180 not_applicable first_exon breakpoint_in_exon"
      ),
      // 5' UTR and the first base of the start codon
      (
        50, 151,
        "partial_5prime coding 1-1/3 1/180 not_applicable first_exon start_codon breakpoint_in_exon"
      ),
      // 5' UTR, start codon and exon 1 whole, to the middle of intron 1
      (50, 250, "partial_5prime coding 1-1/3 50/180 not_applicable first_exon start_codon"),
      // exons 1 and 2
      (50, 450, "partial_5prime coding 1-2/3 150/180 not_applicable first_exon start_codon"),
      // exon 2, both breaks in introns: 100 bases are no multiple of 3; NMD: 50 before the last junction
      // is transcript base 150, exon 2 begins at 100
      (250, 450, "intragenic coding 2-2/3 100/180 out_of_frame"),
      // 60 bases of exon 2, splice site included
      (340, 450, "intragenic coding 2-2/3 60/180 in_frame breakpoint_in_exon"),
      // the last 50 bases of exon 2, beyond the NMD boundary
      (350, 450, "intragenic coding 2-2/3 50/180 out_of_frame breakpoint_in_exon escapes_nmd"),
      // intron only
      (210, 290, "intragenic_intronic intronic 0-0/3 0/180 not_applicable"),
      // intron to its edges
      (200, 300, "intragenic_intronic intronic 0-0/3 0/180 not_applicable"),
      // last exon only, from the middle of intron 2
      (
        450, 700,
        "partial_3prime_last_exon coding 3-3/3 30/180 not_applicable last_exon_only stop_codon escapes_nmd"
      ),
      // exons 2 and 3
      (250, 700, "partial_3prime coding 2-3/3 130/180 not_applicable stop_codon"),
      // 3' UTR only
      (
        530, 700,
        "partial_3prime_utr_only utr_only 3-3/3 0/180 not_applicable last_exon_only breakpoint_in_exon escapes_nmd"
      ),
      // 3' UTR and the last base of the stop codon
      (
        529, 700,
        "partial_3prime_last_exon coding 3-3/3 1/180 not_applicable last_exon_only stop_codon breakpoint_in_exon escapes_nmd"
      ),
      // inside the 5' UTR
      (
        110, 120,
        "intragenic_utr_only utr_only 1-1/3 0/180 not_applicable first_exon breakpoint_in_exon"
      ),
      // inside exon 1 with the start codon: the 5' end stays, so intragenic; the frame is no question
      (
        110, 250,
        "intragenic coding 1-1/3 50/180 not_applicable first_exon start_codon breakpoint_in_exon"
      ),
      // inside the last exon, 12 bases before the stop codon
      (
        510, 522,
        "intragenic_last_exon coding 3-3/3 12/180 in_frame last_exon_only breakpoint_in_exon escapes_nmd"
      ),
      // complete, and exactly equal
      (0, 1000, "complete coding 1-3/3 180/180 not_applicable first_exon start_codon stop_codon"),
      (100, 600, "complete coding 1-3/3 180/180 not_applicable first_exon start_codon stop_codon"),
      // one base short on either side
      (
        101, 600,
        "partial_3prime coding 1-3/3 180/180 not_applicable first_exon start_codon stop_codon breakpoint_in_exon"
      ),
      (
        100, 599,
        "partial_5prime coding 1-3/3 180/180 not_applicable first_exon start_codon stop_codon breakpoint_in_exon"
      ),
      // behind: begins where the transcript ends
      (600, 700, "outside_mane none 0-0/3 0/180 not_applicable"),
    ] as [(Int32, Int32, String)])
  func `a call on a gene of the forward strand`(start: Int32, end: Int32, expected: String) {
    #expect(text(context(start, end)) == expected)
  }

  @Test(
    arguments: [
      // 3' UTR only, 100-150, now at the low end
      (
        50, 150,
        "partial_3prime_utr_only utr_only 3-3/3 0/180 not_applicable last_exon_only breakpoint_in_exon escapes_nmd"
      ),
      (
        50, 250,
        "partial_3prime_last_exon coding 3-3/3 50/180 not_applicable last_exon_only stop_codon escapes_nmd"
      ),
      (50, 450, "partial_3prime coding 2-3/3 150/180 not_applicable stop_codon"),
      // 5' UTR only, 530-600
      (
        530, 700,
        "partial_5prime_utr_only utr_only 1-1/3 0/180 not_applicable first_exon breakpoint_in_exon"
      ),
      (
        529, 700,
        "partial_5prime coding 1-1/3 1/180 not_applicable first_exon start_codon breakpoint_in_exon"
      ),
      (450, 700, "partial_5prime coding 1-1/3 30/180 not_applicable first_exon start_codon"),
      (250, 450, "intragenic coding 2-2/3 100/180 out_of_frame"),
      // the 50 bases of exon 2 next to exon 3, which is at the low end
      (250, 350, "intragenic coding 2-2/3 50/180 out_of_frame breakpoint_in_exon escapes_nmd"),
      (250, 351, "intragenic coding 2-2/3 51/180 in_frame breakpoint_in_exon"),
      (210, 290, "intragenic_intronic intronic 0-0/3 0/180 not_applicable"),
      (100, 600, "complete coding 1-3/3 180/180 not_applicable first_exon start_codon stop_codon"),
    ] as [(Int32, Int32, String)])
  func `the same gene on the reverse strand`(start: Int32, end: Int32, expected: String) {
    #expect(text(context(start, end, .reverse)) == expected)
  }

  @Test(
    arguments: [
      // on the transcript's edges: outside
      (100, "outside_mane none 0-0/3 0/180 not_applicable"),
      (600, "outside_mane none 0-0/3 0/180 not_applicable"),
      // in the 5' UTR, and between it and the start codon, which stays whole
      (
        101, "intragenic_utr_only utr_only 1-1/3 0/180 not_applicable first_exon breakpoint_in_exon"
      ),
      (
        150, "intragenic_utr_only utr_only 1-1/3 0/180 not_applicable first_exon breakpoint_in_exon"
      ),
      // in the start codon, 150-153, and behind it
      (
        151,
        "intragenic coding 1-1/3 0/180 not_applicable first_exon start_codon breakpoint_in_exon"
      ),
      (153, "intragenic coding 1-1/3 0/180 not_applicable first_exon breakpoint_in_exon"),
      // on an exon's edge: the intron's
      (200, "intragenic_intronic intronic 0-0/3 0/180 not_applicable"),
      (250, "intragenic_intronic intronic 0-0/3 0/180 not_applicable"),
      // before and in the stop codon, 527-530
      (
        527,
        "intragenic_last_exon coding 3-3/3 0/180 not_applicable last_exon_only breakpoint_in_exon escapes_nmd"
      ),
      (
        528,
        "intragenic_last_exon coding 3-3/3 0/180 not_applicable last_exon_only stop_codon breakpoint_in_exon escapes_nmd"
      ),
    ] as [(Int32, String)])
  func `an insertion point touches what both its neighbours lie in`(point: Int32, expected: String)
  {
    #expect(text(context(point, point)) == expected)
  }

  /// One exon:  100 |==150 ######## 240 ==| 300, 30 codons.
  @Test(
    arguments: [
      (
        50, 160,
        "partial_5prime coding 1-1/1 10/90 not_applicable first_exon last_exon_only start_codon breakpoint_in_exon escapes_nmd"
      ),
      (
        200, 400,
        "partial_3prime_last_exon coding 1-1/1 40/90 not_applicable first_exon last_exon_only stop_codon breakpoint_in_exon escapes_nmd"
      ),
      (
        160, 170,
        "intragenic_last_exon coding 1-1/1 10/90 out_of_frame first_exon last_exon_only breakpoint_in_exon escapes_nmd"
      ),
      (
        90, 310,
        "complete coding 1-1/1 90/90 not_applicable first_exon start_codon stop_codon escapes_nmd"
      ),
    ] as [(Int32, Int32, String)])
  func `a gene of one exon`(start: Int32, end: Int32, expected: String) {
    let transcript = Transcript(
      accession: .empty, tag: .none, interval: Interval(start: 100, end: 300),
      coding: Interval(start: 150, end: 240), exons: 0..<1)
    #expect(text(context(start, end, .forward, transcript, [transcript.interval])) == expected)
  }

  @Test func `a transcript that codes for nothing has exons and no frame`() {
    let transcript = Transcript(
      accession: .empty, tag: .none, interval: Interval(start: 100, end: 600),
      coding: Interval(start: 100, end: 100), exons: 0..<3)
    #expect(
      text(context(250, 450, .forward, transcript))
        == "intragenic non_coding 2-2/3 0/0 not_applicable")
    #expect(
      text(context(50, 250, .reverse, transcript))
        == "partial_3prime_last_exon non_coding 3-3/3 0/0 not_applicable last_exon_only escapes_nmd"
    )
    #expect(context(0, 1000, .forward, transcript).codingFraction == 0)
  }

  @Test func `without a transcript model only a whole gene is told`() {
    let gene = Interval(start: 100, end: 600)
    for (start, end, word) in [
      (0, 1000, "complete"), (100, 600, "complete"), (101, 600, "no_transcript_model"),
      (200, 300, "no_transcript_model"), (200, 200, "no_transcript_model"),
    ] as [(Int32, Int32, String)] {
      let context = GeneContext(call: Interval(start: start, end: end), interval: gene)
      #expect(context.word == word && !context.hasModel && context.frame == .notApplicable)
    }
  }

  @Test func `the share of the coding bases is exact`() {
    #expect(context(250, 450).codingFraction == 555_556)
    #expect(context(0, 1000).codingFraction == 1_000_000)
    #expect(context(210, 290).codingFraction == 0)
  }

  @Test(
    arguments: [
      (100, Strand.forward, TranscriptPoint.outside), (600, .forward, .outside),
      (101, .forward, .exon(1)), (199, .forward, .exon(1)), (200, .forward, .intron(1)),
      (300, .forward, .intron(1)), (301, .forward, .exon(2)), (450, .forward, .intron(2)),
      (599, .forward, .exon(3)), (101, .reverse, .exon(3)), (250, .reverse, .intron(2)),
      (350, .reverse, .exon(2)), (450, .reverse, .intron(1)), (550, .reverse, .exon(1)),
    ] as [(Int32, Strand, TranscriptPoint)])
  func `a breakpoint lies in an exon or an intron`(
    point: Int32, strand: Strand, expected: TranscriptPoint
  ) {
    #expect(
      TranscriptPoint(point, strand: strand, transcript: Self.transcript, exons: Self.exons)
        == expected)
  }
}
