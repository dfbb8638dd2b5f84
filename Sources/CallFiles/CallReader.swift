// SPDX-License-Identifier: MIT

package import Calls
package import Records

/// Reads the record lines of one format into the call columns of a batch.
///
/// A reader is a value that was made from the head of the file and does not change: batches of one file
/// are read at once. Coordinates leave it 0-based and half-open, whatever the format counts in.
package protocol CallReader: Sendable {
  /// Fills the batch's columns and counts from the lines of its body.
  ///
  /// Every line becomes exactly one of: a record (with calls, not carried, neutral or rejected) or a
  /// skipped blank line.
  ///
  /// - Parameter firstLine: the 1-based number of the first line of the body.
  /// - Returns: the records that could not be read, in order; whether they end the run is the caller's
  ///   decision.
  func read(_ batch: inout CallBatch, firstLine: Int) -> [RejectedRecord]
}

/// A record that could not be read, and its line in the batch's arena.
package struct RejectedRecord: Sendable, Equatable {
  package var fault: MalformedRecord
  package let line: ByteRange
}

/// The malformed records of one batch, in order and at least one; no more than ``limit`` are kept.
package struct MalformedRecords: Error, Sendable, Equatable {
  package static let limit = 20

  package private(set) var records: [MalformedRecord]
  /// How many there were, kept or not.
  package private(set) var total: Int

  package init(_ records: [MalformedRecord]) {
    self.records = Array(records.prefix(Self.limit))
    total = records.count
  }
}
