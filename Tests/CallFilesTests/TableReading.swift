// SPDX-License-Identifier: MIT

import CallFiles
import CallTestSupport
import Calls
import Genome
import Testing

/// Reads a text as a file of that name, on GRCh37 unless `change` says otherwise.
func readTable(
  _ text: String, name: String = "S1.txt", _ change: (inout ReadingOptions) -> Void = { _ in }
) throws -> OpenedReading {
  var options = ReadingOptions()
  options.build = .grch37
  change(&options)
  return try OpenedReading(Array(text.utf8), name: name, options)
}

/// The calls of a text, one a line, which has no fault and whose counts add up.
func tableCalls(
  _ text: String, name: String = "S1.txt", _ change: (inout ReadingOptions) -> Void = { _ in }
) throws -> [String] {
  let reading = try readTable(text, name: name, change)
  #expect(reading.faults == [])
  let counts = reading.batch.counts
  #expect(counts.records == counts.withCalls + counts.neutral)
  return reading.calls
}
