// SPDX-License-Identifier: MIT

package import HTS

/// Why an index cannot be trusted for the file beside it.
package enum InputIndexFault: Error, Sendable, Equatable {
  /// The index file itself cannot be read.
  case container(path: String, HTSError)
  /// The index file's numbers cannot be.
  case damaged(path: String)
  /// It knows contigs that the file's header does not.
  case moreContigs(known: Int, declared: Int)
  /// No record of the contig begins there.
  case noRecord(VirtualOffset, contig: [UInt8])
  /// A record stands there that the index does not know.
  case unknownRecord(VirtualOffset)
  /// The record there lies before the one before it.
  case unsorted(VirtualOffset)
  /// A stretch of the index ends there, inside a record.
  case endsInRecord(VirtualOffset)
}
