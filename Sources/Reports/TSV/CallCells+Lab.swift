// SPDX-License-Identifier: MIT

import Annotation
import Calls
import Genome
import KnowledgeBase

// The laboratory's own earlier calls: `.` as long as no list of them is given.

extension CallCells {
  func appendLab(_ row: CallRow, to buffer: inout [UInt8]) { buffer.append(0x2E) }
}
