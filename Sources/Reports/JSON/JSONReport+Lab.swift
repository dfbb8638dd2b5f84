// SPDX-License-Identifier: MIT

import Annotation
import Calls
import Genome

extension JSONReport {
  /// `lab`: the laboratory's earlier calls that are alike; absent where no list is given.
  func appendLab(_ row: CallRow, to json: inout JSONWriter) {
    guard let store = context.lab else { return }
    json.array("lab") { json in
      for hit in row.batch.labHits(ofCall: row.index) {
        let call = store.calls[Int(hit.call)]
        json.object { json in
          json.field("start", Int(call.interval.start))
          json.field("end", Int(call.interval.end))
          json.field("call_type", call.type.word)
          if let classification = call.classification { json.field("class", classification) }
          json.field("count", call.count)
          json.field("reciprocal") { $0.append(millionths: Int(hit.reciprocal)) }
          json.field("line", call.line)
        }
      }
    }
  }
}
