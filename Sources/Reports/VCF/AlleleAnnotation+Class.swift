// SPDX-License-Identifier: MIT

import Annotation
import Calls
import Classification

extension AlleleAnnotation {
  /// Appends the class of one ALT; nothing where none of its calls is scored.
  ///
  /// Samples of one ALT that agree in direction have one class, because a rubric asks for the direction and
  /// not for the number of copies. Where some have a loss and others a gain, score and class stand in FORMAT
  /// (``VCFSampleKey``), and the evidence of both stands here, each behind its direction.
  func appendClass(
    _ key: VCFKey, _ calls: Range<Int>, _ allele: Int, _ batch: AnnotatedBatch,
    to buffer: inout [UInt8]
  ) {
    guard !batch.assessments.isEmpty else { return }
    let scored = calls.filter {
      batch.assessments[$0].isScored && matches(batch.calls.calls[$0], allele)
    }
    let losses = scored.first { batch.assessments[$0].direction == .loss }
    let gains = scored.first { batch.assessments[$0].direction == .gain }
    guard let losses, let gains else {
      if let call = losses ?? gains { append(key, call, batch, to: &buffer) }
      return
    }
    guard key == .evidence else { return }
    for (place, call) in [losses, gains].enumerated() {
      if place > 0 { buffer.append(0x26) }
      buffer.append(batch.assessments[call].direction.rawValue)
      buffer.append(0x26)
      append(key, call, batch, to: &buffer)
    }
  }

  private func append(
    _ key: VCFKey, _ call: Int, _ batch: AnnotatedBatch, to buffer: inout [UInt8]
  ) {
    let assessment = batch.assessments[call]
    switch key {
    case .score: buffer.append(hundredths: Int(assessment.total))
    case .classification:
      buffer.append(infoValue: classes.classWord(assessment.total, assessment.marks).utf8)
    default:
      let rows = batch.evidence[batch.evidence(ofCall: call)].filter {
        $0.state == .met && $0.criterion != .c5F
      }
      for (number, row) in rows.enumerated() {
        if number > 0 { buffer.append(0x26) }
        buffer.append(row.criterion.code)
        buffer.append(0x7C)
        buffer.append(hundredths: Int(row.points))
        if let label = classes.label(row, assessment.direction, batch, call) {
          buffer.append(0x7C)
          buffer.append(infoValue: label.utf8)
        }
      }
    }
  }
}
