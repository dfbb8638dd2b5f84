// SPDX-License-Identifier: MIT

import Annotation
import Calls
import Genome
import KnowledgeBase

// The classification of copy-number calls: `.` as long as no call is classified.

extension CallCells {
  /// Points with two decimals.
  func appendScore(_ row: CallRow, to buffer: inout [UInt8]) { buffer.append(0x2E) }

  func appendClass(_ row: CallRow, to buffer: inout [UInt8]) { buffer.append(0x2E) }

  /// `1A=0.00;2A=1.00(HI3:ISCA-37446)`, met codes in the rubric's order.
  func appendEvidence(_ row: CallRow, to buffer: inout [UInt8]) { buffer.append(0x2E) }

  func appendNotAssessed(_ row: CallRow, to buffer: inout [UInt8]) { buffer.append(0x2E) }

  func appendScoreRange(_ row: CallRow, to buffer: inout [UInt8]) { buffer.append(0x2E) }

  /// The single codes that would change the class.
  func appendNextCodes(_ row: CallRow, to buffer: inout [UInt8]) { buffer.append(0x2E) }

  /// The class of the inner bounds.
  func appendInnerClass(_ row: CallRow, to buffer: inout [UInt8]) { buffer.append(0x2E) }

  /// The class of the outer bounds.
  func appendOuterClass(_ row: CallRow, to buffer: inout [UInt8]) { buffer.append(0x2E) }

  func appendInheritance(_ row: CallRow, to buffer: inout [UInt8]) { buffer.append(0x2E) }
}
