// SPDX-License-Identifier: MIT

/// Why bytes are no BCF that can be trusted.
///
/// - Source: VCF 4.3, section 6, "BCF specification".
package enum BCFFault: Error, Sendable, Equatable {
  /// A minor version that is not read; 2.1 and 2.2 are.
  case version(minor: Int)
  /// The file ends inside its header, or the header is larger than any.
  case headerCut
  /// An IDX of the header that is no number below four million, or that two names share.
  case badNumber
  /// The file ends inside a record.
  case recordCut
  /// The two lengths at a record's start cannot be.
  case recordSize(shared: Int, individual: Int)
  /// Neither a damaged record nor the one that should follow it can be read: the lengths of the first lead
  /// nowhere.
  case lostTrack
  /// A value goes on behind the end of its record.
  case valueTooLong
  /// Bytes of a record that belong to none of its values.
  case bytesLeft(Int)
  case unknownType(Int)
  /// A number that the header's dictionary of contigs, or of keys and filters, does not have.
  case notInHeader(Int, list: String)
  case badPosition(Int)
  case sampleCount(found: Int, expected: Int)
  case badGenotype
  /// A TAB or line break inside a text, which no VCF line can hold.
  case lineBreak
}

extension BCFFault {
  /// Whether the values of the record do not end where its lengths say, so that the lengths may be what is
  /// wrong and what follows may be no record.
  package var doubtsLengths: Bool {
    switch self {
    case .valueTooLong, .bytesLeft, .unknownType: true
    default: false
    }
  }
}
