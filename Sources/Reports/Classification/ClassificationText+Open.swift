// SPDX-License-Identifier: MIT

import Annotation
import Calls
import Classification

// What is still open for a call: what was not assessed, and what would change the class.

extension ClassificationText {
  /// `4A-4N;5;2H(no %HI)`; `.` where everything was assessed.
  func appendNotAssessed(_ batch: AnnotatedBatch, _ index: Int, to buffer: inout [UInt8]) {
    var words: [String] = []
    let rows = batch.evidence[batch.evidence(ofCall: index)]
    let direction = batch.assessments[index].direction
    if !(direction == .loss && rows.hasEstablished),
      !rows.contains(where: { $0.criterion.section == 4 && $0.isStated })
    {
      words.append("4A-4N")
    }
    if let row = rows.first(where: { $0.criterion == .c5F && $0.state == .met && !$0.isStated }) {
      words.append(row.reason == .none ? "5" : "5(\(reason(row, batch, index)))")
    }
    for row in rows where row.state == .notAssessed {
      let word = openCode(row, direction) + "(" + reason(row, batch, index) + ")"
      if !words.contains(word) { words.append(word) }
    }
    buffer.append(words.isEmpty ? "." : words.joined(separator: ";"))
  }

  /// The codes that a row which could not be assessed stands for.
  private func openCode(_ row: EvidenceRow, _ direction: Direction) -> String {
    switch (row.reason, row.criterion.section) {
    case (.noTranscriptModel, _), (.nonCodingTranscript, _):
      direction == .loss ? "2C-2E" : "2I-2K"
    case (.noGeneModels, 1): "1"
    case (.noGeneModels, 3): "3"
    case (.noGeneModels, 2): "2C-2G"
    default: row.criterion.code
    }
  }

  private func reason(_ row: EvidenceRow, _ batch: AnnotatedBatch, _ index: Int) -> String {
    let words = row.reason.words
    switch row.reason {
    case .noTranscriptModel, .nonCodingTranscript, .noRecurrentIntervals, .recessiveGeneInside,
      .nestedForOtherDirection:
      return recordName(row, batch, index).map { "\(words): \($0)" } ?? words
    default:
      guard row.record.kind == .person, let name = recordName(row, batch, index) else {
        return words
      }
      return "\(words): " + name.map { ",;()=".contains($0) ? "_" : $0 }
    }
  }

  /// `4L=0.45:LP;4N=-0.90:LB`: each code alone, with the least points that change the class.
  func appendNext(
    _ batch: AnnotatedBatch, _ index: Int, to buffer: inout [UInt8]
  ) {
    let before = buffer.count
    for next in nextCodes(batch, index) {
      if buffer.count > before { buffer.append(0x3B) }
      buffer.append(next.criterion.code)
      buffer.append(0x3D)
      buffer.append(hundredths: next.points)
      buffer.append(0x3A)
      buffer.append(next.pathogenicity.short)
    }
    if buffer.count == before { buffer.append(0x2E) }
  }

  func nextCodes(_ batch: AnnotatedBatch, _ index: Int) -> [NextCode] {
    let open = batch.assessments[index].direction == .loss ? openLosses : openGains
    return open.codes(
      batch.assessments[index], rows: batch.evidence[batch.evidence(ofCall: index)])
  }
}

extension EvidenceRow {
  var isStated: Bool {
    reason == .stated || reason == .statedCapped
  }
}
