// SPDX-License-Identifier: MIT

internal import CHTS

/// An index of a coordinate-sorted BGZF file, written by htslib as bcftools and tabix write it.
package enum PlaceIndex: String, Sendable, CaseIterable {
  case csi
  case tbi

  /// What an indexed file holds.
  package enum Content: Sendable {
    /// VCF or BCF.
    case records
    /// Contig, start and end in the first three columns, 0-based half-open, `#` before comments.
    case table
  }

  package enum Fault: Error, Sendable, Equatable {
    /// The places do not ascend, or a contig comes back.
    case unsorted
    case notWritten
  }

  /// Indexes the whole file at `path` into the file at `index`.
  package func write(of path: String, _ content: Content, to index: String) throws(Fault) {
    hts_set_log_level(HTS_LOG_OFF)
    let shift: Int32 = self == .csi ? 14 : 0
    // Sound: the strings are NUL-terminated for the length of the calls.
    let result =
      switch content {
      case .records: unsafe bcf_index_build3(path, index, shift, 0)
      case .table: unsafe clincall_index_table(path, index, shift)
      }
    switch result {
    case 0: return
    case -1: throw .unsorted
    default: throw .notWritten
    }
  }
}
