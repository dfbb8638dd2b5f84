// SPDX-License-Identifier: MIT

import Annotation
import Calls
import Classification
import Genome
import KnowledgeBase
import Reports

/// What is counted of the batches of one output.
struct TallyRule: Sendable {
  private let context: ReportContext
  private let countsClasses: Bool
  private let countsSamples: Bool
  private let failCondition: FailCondition?
  /// By contig number, the length in the build; 0 for contigs that have no ends to reach.
  private let lengths: [Int32]

  init(
    _ context: ReportContext, countsClasses: Bool, countsSamples: Bool,
    failCondition: FailCondition?
  ) {
    self.context = context
    self.countsClasses = countsClasses
    self.countsSamples = countsSamples
    self.failCondition = failCondition
    let assembly = Assembly.of(context.build)
    lengths = ([Contig.other] + Contig.assembled).map { contig in
      contig == .mitochondrion ? 0 : assembly.length(of: contig) ?? 0
    }
  }

  func tally(_ batch: AnnotatedBatch) -> BatchTally {
    var tally = BatchTally()
    tally.counts = batch.calls.counts
    if countsClasses {
      if countsSamples { tally.classes = ClassCounts(samples: context.inputs.map(\.samples)) }
      for (index, assessment) in batch.assessments.enumerated()
      where assessment.notScored != .notCopyNumber {
        count(index, assessment, batch, &tally)
      }
    }
    if let failCondition { tally.finding = finding(failCondition, batch) }
    return tally
  }

  private func count(
    _ index: Int, _ assessment: Assessment, _ batch: AnnotatedBatch, _ tally: inout BatchTally
  ) {
    let call = batch.calls.calls[index]
    tally.classes.count(call.type, assessment)
    if countsSamples {
      for place in call.carriers {
        tally.classes.count(
          assessment, input: batch.calls.input, column: Int(batch.calls.carriers[Int(place)]))
      }
      if !call.sampleName.isEmpty {
        tally.classes.count(
          assessment, name: Array(batch.calls.arena[call.sampleName.range]))
      }
    }
    let length = lengths[Int(call.contig.rawValue)]
    guard call.type == .loss || call.type == .gain, length > 0,
      !call.flags.contains(.noEnd), !call.flags.contains(.noGenotype),
      TerminalCall.isTerminal(call.interval, on: call.contig, length: length)
    else { return }
    var locus: [UInt8] = []
    call.appendLocus(in: batch.calls.arena, to: &locus)
    let samples = context.inputs[batch.calls.input].samples
    var names = call.carriers.map { samples[Int(batch.calls.carriers[Int($0)])] }
    if call.carriers.isEmpty { names = [Array(batch.calls.arena[call.sampleName.range])] }
    for name in names {
      tally.terminals.append(
        TerminalCall(
          input: batch.calls.input, sample: name, contig: call.contig,
          isGain: call.type == .gain, interval: call.interval,
          locus: String(decoding: locus, as: UTF8.self)))
    }
  }

  private func finding(_ condition: FailCondition, _ batch: AnnotatedBatch) -> Finding? {
    var finding: Finding?
    for (index, call) in batch.calls.calls.enumerated() {
      guard !call.flags.contains(.leftOut),
        condition.isWhateverFilter || !call.flags.contains(.filterFail),
        let pathogenicity = pathogenicity(index, batch), condition.isMet(by: pathogenicity)
      else { continue }
      guard finding == nil else {
        finding?.count += 1
        continue
      }
      var scratch: [UInt8] = []
      var id: [UInt8] = []
      CallID(call, in: batch.calls.arena, build: context.build, scratch: &scratch).append(to: &id)
      finding = Finding(
        condition: condition, count: 1,
        file: context.inputs[batch.calls.input].name, line: Int(call.line),
        callID: String(decoding: id, as: UTF8.self), first: pathogenicity)
    }
    return finding
  }

  /// The most pathogenic thing that is said of a call.
  private func pathogenicity(_ index: Int, _ batch: AnnotatedBatch) -> Pathogenicity? {
    var all: [Pathogenicity] = []
    if index < batch.assessments.count, batch.assessments[index].isScored {
      all.append(batch.assessments[index].pathogenicity)
    }
    if let variants = context.variants {
      for row in batch.variants(ofCall: index) {
        if variants.variationID(row) > 0 {
          let statement = variants.classification(row)
          if Int(statement.stars) >= FailCondition.stars {
            all += Pathogenicity.stated(in: statement.word)
          }
        }
        for entry in variants.evidence(ofRow: row) {
          all += Pathogenicity.stated(
            in: variants.evidence(entry)[EvidenceField.assertion.rawValue])
        }
      }
    }
    return all.min { $0.rank < $1.rank }
  }
}

extension Pathogenicity {
  /// The classes of a germline statement: `Pathogenic/Likely_pathogenic` has both, `Conflicting...` none, and
  /// what stands behind a `|` or `,` (`drug response`, `risk factor`) is no class.
  static func stated(in text: String) -> [Pathogenicity] {
    let statement = text.prefix { $0 != "|" && $0 != "," && $0 != ";" }
    return statement.split(separator: "/").compactMap { word in
      let plain = word.replacing("_", with: " ").lowercased()
      return allCases.first { $0.rawValue.lowercased() == plain }
    }
  }
}
