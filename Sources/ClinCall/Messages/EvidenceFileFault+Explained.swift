// SPDX-License-Identifier: MIT

import Annotation
import Classification
import Reports

extension EvidenceFileFault: Explained {
  package var sentence: String { "\(path):\(line): \(kind.sentence)" }

  package var exitStatus: ExitStatus { .malformedInput }
}

extension EvidenceFileFault.Kind {
  fileprivate var sentence: String {
    switch self {
    case .columns(let count):
      "\(count) columns; write call_id, code, points, comment, or sample, locus, type, code, points, comment"
    case .type(let text): "type (\(EscapedText(text.utf8))): write loss or gain"
    case .locus(let text): "locus (\(EscapedText(text.utf8))): write it as reports do, chr1:101-200"
    case .points(let text):
      "points (\(EscapedText(text.utf8))): write a number with at most two decimals, such as -0.45"
    case .statement(let fault): fault.sentence
    case .fitsNoCall:
      "fits no call of the input; copy call_id, or sample, locus and type, from a report of this input"
    }
  }
}

extension StatementFault {
  fileprivate var sentence: String {
    switch self {
    case .unknownCode(let code): "code (\(EscapedText(code.utf8))): no criterion has this code"
    case .notInRubric(let code, let direction):
      "code \(code): the rubric for a \(direction.rawValue) has no such criterion"
    case .outsideRange(let code, let direction, let low, let high):
      "points of \(code): a \(direction.rawValue) may have \(points(low)) to \(points(high))"
    }
  }

  private func points(_ number: Int) -> String {
    var bytes: [UInt8] = []
    bytes.append(hundredths: number)
    return String(decoding: bytes, as: UTF8.self)
  }
}
