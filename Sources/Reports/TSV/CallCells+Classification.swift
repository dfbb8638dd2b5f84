// SPDX-License-Identifier: MIT

import Annotation
import Calls
import Classification
import Genome
import KnowledgeBase

// The classification of copy-number calls: `.` for what is not scored, and `not_scored:` in the flags
// says why.

extension CallCells {
  /// Points with two decimals.
  func appendScore(_ row: CallRow, to buffer: inout [UInt8]) {
    guard let assessment = classes.assessment(row.batch, row.index) else {
      buffer.append(0x2E)
      return
    }
    buffer.append(hundredths: Int(assessment.total))
  }

  func appendClass(_ row: CallRow, to buffer: inout [UInt8]) {
    guard let assessment = classes.assessment(row.batch, row.index) else {
      buffer.append(0x2E)
      return
    }
    buffer.append(classes.classWord(assessment.total, assessment.marks))
  }

  /// `1A=0.00;2A=1.00(HI3:ISCA-37446)`, met codes in the rubric's order.
  func appendEvidence(_ row: CallRow, to buffer: inout [UInt8]) {
    if classes.assessment(row.batch, row.index) == nil {
      buffer.append(0x2E)
    } else {
      classes.appendEvidence(row.batch, row.index, to: &buffer)
    }
  }

  func appendNotAssessed(_ row: CallRow, to buffer: inout [UInt8]) {
    if classes.assessment(row.batch, row.index) == nil {
      buffer.append(0x2E)
    } else {
      classes.appendNotAssessed(row.batch, row.index, to: &buffer)
    }
  }

  /// `-0.45..1.45`: what reviewers' ranges of the met codes and section 5 can still make of the score.
  func appendScoreRange(_ row: CallRow, to buffer: inout [UInt8]) {
    guard let assessment = classes.assessment(row.batch, row.index) else {
      buffer.append(0x2E)
      return
    }
    buffer.append(hundredths: Int(assessment.lowest))
    buffer.append("..")
    buffer.append(hundredths: Int(assessment.highest))
  }

  /// The single codes that would change the class.
  func appendNextCodes(_ row: CallRow, to buffer: inout [UInt8]) {
    if classes.assessment(row.batch, row.index) == nil {
      buffer.append(0x2E)
    } else {
      classes.appendNext(row.batch, row.index, to: &buffer)
    }
  }

  /// The class of the inner bounds.
  func appendInnerClass(_ row: CallRow, to buffer: inout [UInt8]) {
    append(row, \.innerTotal, to: &buffer)
  }

  /// The class of the outer bounds.
  func appendOuterClass(_ row: CallRow, to buffer: inout [UInt8]) {
    append(row, \.outerTotal, to: &buffer)
  }

  private func append(
    _ row: CallRow, _ total: KeyPath<Assessment, Int16?>, to buffer: inout [UInt8]
  ) {
    guard let assessment = classes.assessment(row.batch, row.index),
      let total = assessment[keyPath: total]
    else {
      buffer.append(0x2E)
      return
    }
    buffer.append(Assessment.pathogenicity(total).rawValue)
  }

  /// How the samples came by the call: one word each in the order of `sample`, `.` for those without parents.
  func appendInheritance(_ row: CallRow, to buffer: inout [UInt8]) {
    let words = row.transmissions(context.family).map { $0?.transmission.inheritance.word }
    guard words.contains(where: { $0 != nil }) else {
      buffer.append(0x2E)
      return
    }
    buffer.append(words.map { $0 ?? "." }.joined(separator: ";"))
  }
}
