// SPDX-License-Identifier: MIT

import CallFiles
import Calls
import HTS

extension InputIndexFault {
  static let advice =
    "index the file anew (bcftools index -f, tabix -f), or say -t, which reads all of it"

  /// - Parameter name: the input.
  func sentence(of name: String) -> String {
    switch self {
    case .container(let path, let error): "\(path): \(error.explanation)"
    case .damaged(let path):
      "\(path): this is no tabix or CSI index, or a damaged one; \(Self.advice)"
    case .moreContigs(let known, let declared):
      "\(name): its index knows \(grouped(known)) contigs and the header \(grouped(declared)), so it is the "
        + "index of another file; \(Self.advice)"
    case .noRecord(let place, let contig):
      "\(name): its index says that records of \(EscapedText(contig)) begin at \(place.text), and none "
        + "does; \(Self.advice)"
    case .unknownRecord(let place):
      "\(name): its index does not know the record at \(place.text); \(Self.advice)"
    case .unsorted(let place):
      "\(name):\(place.text): the record lies before the one before it, so the file is not sorted and its "
        + "index is of another one; sort it (bcftools sort) and index it anew, or say -t, which reads all of it"
    case .endsInRecord(let place):
      "\(name): its index ends a stretch of records at \(place.text), inside of one; \(Self.advice)"
    }
  }
}

extension VirtualOffset {
  /// As in the `source` column.
  var text: String { RecordPlace.offset(rawValue).text }
}
