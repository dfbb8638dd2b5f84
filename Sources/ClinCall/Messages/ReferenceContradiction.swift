// SPDX-License-Identifier: MIT

package import Annotation
import Calls

/// A record whose REF the reference contradicts, and the path of its input.
package struct ReferenceContradiction: Error, Sendable, Equatable {
  package let path: String
  package let mismatch: ReferenceMismatch
}

extension ReferenceContradiction: Explained {
  package var sentence: String {
    let name = path == "-" ? "standard input" : path
    let place = "\(EscapedText(mismatch.contig)), position \(mismatch.position)"
    let base = String(UnicodeScalar(mismatch.base))
    let found = mismatch.expected.map { "has \(String(UnicodeScalar($0))) there" } ?? "ends before"
    return
      "\(name):\(mismatch.place.text): REF says \(base) at \(place), and the reference \(found); "
      + "is --reference of the same build and contigs?"
  }

  package var exitStatus: ExitStatus { .malformedInput }
}
