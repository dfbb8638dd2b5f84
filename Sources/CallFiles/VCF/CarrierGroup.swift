// SPDX-License-Identifier: MIT

import Calls

/// Samples that carry the same ALT in the same state, and so share one call.
struct CarrierGroup: Equatable {
  /// The ALT, from 0.
  var allele: Int
  var type: CallType
  var copyNumber: CopyNumber = .unknown
  var expected: CopyNumber = .unknown
  var flags: CallFlags = []
}
