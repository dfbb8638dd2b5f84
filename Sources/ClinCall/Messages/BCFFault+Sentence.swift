// SPDX-License-Identifier: MIT

import Records

extension BCFFault {
  /// What is wrong, without the place.
  var explanation: String {
    switch self {
    case .version(let minor): "this is BCF 2.\(minor)"
    case .headerCut: "the file ends inside the BCF header"
    case .badNumber: "an IDX of the BCF header is no number of its own"
    case .recordCut: "the file ends inside a BCF record"
    case .recordSize(let shared, let individual):
      "a BCF record that states \(grouped(shared)) and \(grouped(individual)) bytes"
    case .lostTrack: "no BCF record follows the damaged one"
    case .valueTooLong: "a value goes on behind the end of its BCF record"
    case .bytesLeft(let count):
      "\(grouped(count)) bytes of the BCF record belong to none of its values"
    case .unknownType(let type): "type \(type) of a BCF value is unknown"
    case .notInHeader(let number, let list): "the header has no \(list) of number \(number)"
    case .badPosition(let position): "position \(position) of a BCF record cannot be"
    case .sampleCount(let found, let expected):
      "a BCF record of \(found) samples where the header has \(expected)"
    case .badGenotype: "a value of GT is no genotype"
    case .lineBreak: "a text of a BCF record holds a TAB or a line break"
    }
  }

  /// What to do.
  var advice: String {
    switch self {
    case .version: "2.1 and 2.2 are read: write the file anew with bcftools"
    case .headerCut, .recordCut: "it is cut: transfer or write it again"
    case .recordSize, .lostTrack:
      "where the next record begins is not known, so none behind it can be read or skipped to: transfer or "
        + "write the file again"
    default: "the file is damaged: transfer or write it again"
    }
  }
}
