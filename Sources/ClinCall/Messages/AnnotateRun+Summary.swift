// SPDX-License-Identifier: MIT

import Calls
import StageGraph

extension AnnotateRun.Outcome {
  /// How inputs were read, counts and stage times for `-v`, one a line.
  package var summary: String {
    var lines = decisions
    lines += [
      "records \(grouped(counts.records)): with calls \(grouped(counts.withCalls)), "
        + "not carried \(grouped(counts.notCarried)), neutral \(grouped(counts.neutral)), "
        + "rejected \(grouped(counts.rejected))",
      "calls \(grouped(counts.calls)): emitted \(grouped(counts.emitted)), "
        + "not emitted \(grouped(counts.notEmitted))",
    ]
    for meter in meters {
      let reading = meter.current
      let milliseconds = reading.time / .milliseconds(1)
      lines.append("stage \(meter.name): \(reading.batches) batches, \(Int(milliseconds)) ms")
    }
    return lines.map { "clincall: \($0)\n" }.joined()
  }
}

extension ValidateRun.Outcome {
  /// What became of the records, in one line.
  package var summary: String {
    "\(grouped(counts.records)) records: \(grouped(counts.withCalls)) with calls, "
      + "\(grouped(counts.notCarried)) not carried, \(grouped(counts.neutral)) neutral, "
      + "\(grouped(counts.filtered)) filtered, \(grouped(counts.rejected)) malformed"
  }
}
