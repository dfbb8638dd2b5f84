// SPDX-License-Identifier: MIT

package import CallFiles
import Records

/// An input that cannot be read, and its path.
package struct InputFailure: Error, Sendable, Equatable {
  package enum Fault: Sendable, Equatable {
    case opening(OpeningFault)
    case malformed(MalformedRecords)
  }

  package let path: String
  package let fault: Fault

  package init(path: String, fault: Fault) {
    self.path = path
    self.fault = fault
  }
}

/// Numbers that must agree and do not: a fault of the program, never of the input.
package struct InvariantFailure: Error, Sendable, Equatable {
  package let counts: String
}
