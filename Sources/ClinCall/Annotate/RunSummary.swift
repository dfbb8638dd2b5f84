// SPDX-License-Identifier: MIT

import Calls
import Classification
import Files
import FoundationEssentials
import KnowledgeBase
import StageGraph

/// What `--summary` writes: counts, times, memory and the age of the knowledge base, for machines.
///
/// It holds times, so unlike the reports it differs from run to run.
struct RunSummary: Encodable {
  struct Counts: Encodable {
    let records, with_calls, not_carried, neutral, rejected, filtered, calls, emitted, not_emitted,
      blank_lines: Int
  }

  struct Stage: Encodable {
    let name: String
    let batches: Int
    let seconds: Double
  }

  struct Source: Encodable {
    let file: String
    let release_date: String?
    /// Whole days from the release to the run; nil without a release date.
    let age_days: Int?
  }

  struct SampleClasses: Encodable {
    let sample: String
    let classes: [String: Int]
  }

  struct Translocation: Encodable {
    /// nil where the input names none.
    let sample: String?
    let loss: String
    let gain: String
    let note: String
  }

  struct Reported: Encodable {
    let fail_on: String
    let count: Int
    let first: String
    let first_call_id: String
    let first_class: String
  }

  let version: String
  let build: String
  let inputs: [String]
  let outputs: [String]
  let counts: Counts
  /// Copy-number calls and structural variants by class, all together and by type; `not_scored` are those
  /// without one, by reason in `not_scored_reasons`.
  let classes: [String: Int]
  let classes_by_type: [String: [String: Int]]
  let not_scored_reasons: [String: Int]
  let classes_by_sample: [SampleClasses]
  let unbalanced_translocations: [Translocation]
  /// What `--fail-on` asked for; null where none was asked for or reported.
  let finding: Reported?
  let notes: [String]
  let stages: [Stage]
  let seconds: Double
  let peak_memory_bytes: Int
  let kb_release: String
  let kb_sha256: String
  let kb_is_snapshot: Bool
  /// Age of the kind of curation whose newest release is oldest, as `--max-kb-age` counts it.
  let kb_age_days: Int?
  let kb_sources: [Source]

  init(
    _ configuration: AnnotateConfiguration, _ outcome: AnnotateRun.Outcome, build: String,
    time: Duration, knowledgeBase: KnowledgeBase, today: ReleaseDate
  ) {
    func days(_ date: ReleaseDate?) -> Int? { date.map { today.dayNumber - $0.dayNumber } }
    version = ClinCallVersion.current
    self.build = build
    inputs = configuration.inputs
    outputs = configuration.outputs.map(\.path)
    counts = Counts(outcome.counts)
    classes = outcome.classes.byClass
    classes_by_type = outcome.classes.byType
    not_scored_reasons = outcome.classes.byReason
    classes_by_sample = outcome.classes.bySample.map {
      SampleClasses(sample: $0.name, classes: $0.counts)
    }
    unbalanced_translocations = outcome.translocations.map {
      Translocation(
        sample: $0.sample.isEmpty ? nil : $0.sample, loss: $0.loss.locus, gain: $0.gain.locus,
        note: $0.sentence)
    }
    finding = outcome.finding.map { finding in
      Reported(
        fail_on: finding.condition.text, count: finding.count, first: finding.source,
        first_call_id: finding.callID, first_class: finding.first.rawValue)
    }
    notes = outcome.notes.map(\.sentence)
    stages = outcome.meters.map {
      Stage(name: $0.name, batches: $0.current.batches, seconds: $0.current.time.seconds)
    }
    seconds = time.seconds
    peak_memory_bytes = PeakMemory.bytes
    kb_release = knowledgeBase.release
    kb_sha256 = knowledgeBase.sha256
    kb_is_snapshot = knowledgeBase.isSnapshot
    kb_age_days = days(knowledgeBase.manifest.decisiveRelease?.date)
    kb_sources = knowledgeBase.manifest.sources.map { source in
      Source(
        file: source.file, release_date: source.releaseDate,
        age_days: days(source.releaseDate.flatMap { ReleaseDate(iso: $0) }))
    }
  }

  /// JSON with sorted keys and a final newline.
  func encoded() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(self)) + [0x0A]
  }
}

extension RunSummary.Counts {
  init(_ counts: RecordCounts) {
    self.init(
      records: counts.records, with_calls: counts.withCalls, not_carried: counts.notCarried,
      neutral: counts.neutral, rejected: counts.rejected, filtered: counts.filtered,
      calls: counts.calls, emitted: counts.emitted, not_emitted: counts.notEmitted,
      blank_lines: counts.blankLines)
  }
}

extension Duration {
  /// Rounded to milliseconds.
  fileprivate var seconds: Double {
    (self / .milliseconds(1)).rounded() / 1000
  }
}
