// SPDX-License-Identifier: MIT

import Calls
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

  let version: String
  let build: String
  let inputs: [String]
  let outputs: [String]
  let counts: Counts
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
