// SPDX-License-Identifier: MIT

import Annotation
import CallTestSupport
import Calls
import Genome
import KnowledgeBase
import Testing

struct GeneAnnotatorTests {
  private let store: DosageStore
  private let genes = SmallGenes.store()

  init() throws { store = try SmallStore.store() }

  private func annotate(
    _ reading: Reading, genes: GeneStore?, small: Bool = true
  ) -> AnnotatedBatch {
    DosageAnnotator(store: store, emit: .matched, includesSmallVariants: small, genes: genes)
      .annotate(reading.batch)
  }

  /// `model/curation relation` of the genes of each call.
  private func words(_ batch: AnnotatedBatch) -> [[String]] {
    batch.calls.calls.indices.map { call in
      batch.genes[batch.genes(ofCall: call)].map { hit in
        let model = hit.gene.map { genes.string(genes.genes[Int($0)].symbol) } ?? "-"
        let curation = hit.feature.map { store.string(store.features[Int($0)].id) } ?? "-"
        return "\(model)/\(curation) \(hit.context.word)"
      }
    }
  }

  @Test(
    arguments: [
      // gene line only: the transcript begins at 110 and ClinGen's interval at 100
      (80, 95, ["AAA/AAA outside_mane"]),
      (100, 105, ["AAA/AAA outside_mane"]),
      (80, 130, ["AAA/AAA partial_5prime"]),
      (80, 160, ["AAA/AAA partial_5prime", "BBB/BBB no_transcript_model"]),
      (80, 600, ["AAA/AAA complete", "BBB/BBB complete", "DDD/- complete"]),
      (650, 850, ["EEE/- partial_5prime", "DDD/- no_transcript_model"]),
      // CCC by its symbol; the reverse strand's 5' end is at 2100, outside ClinGen's interval
      (1400, 3000, ["CCC/CCC partial_5prime"]), (2060, 3000, ["CCC/CCC partial_5prime_utr_only"]),
      (900, 1050, ["CCC/CCC partial_3prime_utr_only"]), (3000, 4000, []),
    ] as [(Int, Int, [String])])
  func `genes are models and curations in one`(start: Int, end: Int, expected: [String]) throws {
    let reading = try BEDText("1\t\(start)\t\(end)\tDEL\n").read()
    #expect(words(annotate(reading, genes: genes)) == [expected])
  }

  @Test(arguments: [nil, GeneStore?.some(Self.empty)])
  func `without gene models the curated genes are left`(models: GeneStore?) throws {
    let text = "1\t120\t250\tDEL\nX\t0\t999\tDEL\n1\t3000\t4000\tDEL\n"
    let batch = annotate(try BEDText(text).read(), genes: models)
    #expect(
      words(batch) == [
        ["-/AAA no_transcript_model", "-/BBB no_transcript_model"], ["-/WWW complete"], [],
      ])
    #expect(batch.codingGenes == [0, 0, 0])
  }

  static let empty = GeneStore(
    build: .grch38, genes: [], transcripts: [], exons: [], strings: [], cytobands: .init([:]))

  @Test func `a curated gene without a model stands among the models by its place`() throws {
    let batch = annotate(try BEDText("X\t0\t999\tDEL\n1\t0\t5000\tDEL\n").read(), genes: genes)
    #expect(
      words(batch) == [
        ["-/WWW complete"],
        [
          "AAA/AAA complete", "BBB/BBB complete", "DDD/- complete", "EEE/- complete",
          "DDD/- complete", "CCC/CCC complete",
        ],
      ])
  }

  @Test func `protein-coding genes are counted once each`() throws {
    let text = "1\t0\t5000\tDEL\n1\t850\t860\tDEL\n1\t600\t700\tDEL\n1\t0\t50\tDEL\n"
    // AAA, BBB, DDD (twice), CCC; EEE codes for nothing.
    #expect(annotate(try BEDText(text).read(), genes: genes).codingGenes == [4, 1, 0, 0])
  }

  @Test func `an insertion point lies in a gene when both its neighbours do`() throws {
    let reading = try VCFText().read(
      "1 150 . N <INS> . . .", "1 90 . N <INS> . . .", "1 91 . N <INS> . . .",
      "1 2050 . N <INS> . . .")
    let batch = annotate(reading, genes: genes)
    #expect(
      words(batch) == [
        ["AAA/AAA intragenic_intronic"], [], ["AAA/AAA outside_mane"],
        ["CCC/CCC intragenic_utr_only"],
      ])
    #expect(batch.codingGenes == [1, 0, 1, 1])
  }

  @Test func `small variants are looked up only when an output needs them`() throws {
    let reading = try VCFText().read("1 130 . A C . . .", "1 100 . N <DEL> . . END=150")
    #expect(
      words(annotate(reading, genes: genes, small: false)) == [[], ["AAA/AAA partial_5prime"]])
    #expect(words(annotate(reading, genes: genes))[0] == ["AAA/AAA intragenic"])
  }
}
