// SPDX-License-Identifier: MIT

import Annotation
import Calls
import HTS
import Reports
import StageGraph

/// What a branch of the run makes of a batch: bytes for an output, or numbers for the tally.
enum Block: Sendable {
  case bytes([UInt8])
  case tally(BatchTally)
}

/// Formats a batch for one output, and compresses it where the output is compressed.
struct ReportStage: Stage {
  let report: any Report
  let compressor: BGZFCompressor?
  /// For outputs whose text becomes BCF.
  var encoding: BCFEncoding?

  func process(_ batch: consuming AnnotatedBatch, at sequence: Int) async throws -> Block {
    var text: [UInt8] = []
    report.append(batch, to: &text)
    return .bytes(try stored(text))
  }

  /// The bytes as the output stores them.
  func stored(_ text: [UInt8]) throws -> [UInt8] {
    let bytes = try encoding?.encoded(text) ?? text
    guard let compressor else { return bytes }
    var blocks: [UInt8] = []
    try compressor.compress(bytes, appendingTo: &blocks)
    return blocks
  }
}

/// Takes the numbers out of a batch.
struct CountStage: Stage {
  /// nil where records and calls alone are counted.
  let rule: TallyRule?

  func process(_ batch: consuming AnnotatedBatch, at sequence: Int) async throws -> Block {
    guard let rule else { return .tally(BatchTally(counts: batch.calls.counts)) }
    return .tally(rule.tally(batch))
  }
}

/// The stages of a run and, behind what they give, the rejected records where they are kept.
struct WithRejects: Stage {
  let base: any Stage<AnnotatedBatch, [Block]>
  let rejects: ReportStage?

  func process(_ batch: consuming AnnotatedBatch, at sequence: Int) async throws -> [Block] {
    let shared = batch
    var blocks = try await base.process(shared, at: sequence)
    if let rejects { blocks.append(try await rejects.process(shared, at: sequence)) }
    return blocks
  }

  func abandon(_ sequence: Int) { base.abandon(sequence) }
}
