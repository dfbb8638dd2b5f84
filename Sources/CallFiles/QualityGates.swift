// SPDX-License-Identifier: MIT

package import Calls
import Genome

/// The least that a copy-number call should have; what has less is flagged, never dropped.
///
/// Small variants, and calls whose number of probes or length the input does not state, are not below:
/// what is not known is no reason for a flag.
package struct QualityGates: Sendable, Equatable {
  /// Markers, bins or exons that should support a call; nil asks for none.
  package var minimumProbes: Int32?
  /// Bases that a call should span; nil asks for none.
  package var minimumLength: Int32?

  package init(minimumProbes: Int32? = nil, minimumLength: Int32? = nil) {
    self.minimumProbes = minimumProbes
    self.minimumLength = minimumLength
  }

  package var isOpen: Bool { minimumProbes == nil && minimumLength == nil }

  /// Flags the calls of a batch that are below.
  package func flag(_ batch: inout CallBatch) {
    for index in batch.calls.indices {
      let call = batch.calls[index]
      guard !call.type.isSmall else { continue }
      if isBelow(call, batch.details(of: call)) { batch.calls[index].flags.insert(.belowGate) }
    }
  }

  private func isBelow(_ call: Call, _ details: CallDetails) -> Bool {
    if let minimumProbes, let probes = details.probes, probes < minimumProbes { return true }
    guard let minimumLength, !call.interval.isEmpty, call.type != .breakend,
      !call.flags.contains(.noEnd)
    else { return false }
    return call.interval.length < minimumLength
  }
}
