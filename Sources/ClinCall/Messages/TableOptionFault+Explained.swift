// SPDX-License-Identifier: MIT

package import CallFiles

extension TableOptionFault {
  /// What is wrong with the option, and what to write.
  package var explanation: String {
    switch self {
    case .unknownRole(let role):
      "\(EscapedText(role.utf8)) is no role of a column; write "
        + TableRole.mappable.map(\.rawValue).joined(separator: ", ")
    case .noEquals(let part): "\(EscapedText(part.utf8)): write it as NAME=VALUE"
    case .roleTwice(let role): "\(role) is mapped twice"
    case .unknownType(let type):
      "\(EscapedText(type.utf8)) is no type; write "
        + "loss, gain, loh, gain_loh, neutral, cnv, ins, inv, bnd or other"
    case .badBase(let text):
      "\(EscapedText(text.utf8)): positions count from 0 (half-open) or 1 (ends included)"
    case .badDecimal(let text): "\(EscapedText(text.utf8)): the decimal mark is . or ,"
    case .badCodes(let text):
      "\(EscapedText(text.utf8)): write plink (23=X, 24=Y, 26=MT), affymetrix (24=X, 25=Y, 26=MT) or none"
    case .badThresholds(let text):
      "\(EscapedText(text.utf8)): write a number below 0 and one above, as in --log2-thresholds=-0.25,0.2"
    case .unknownKey(let key):
      "\(EscapedText(key.utf8)) is no key of a profile; write map, base, type-map, decimal, chrom-codes "
        + "or log2-thresholds"
    }
  }
}

extension TableProfileFault: Explained {
  package var sentence: String {
    let place = line > 0 ? "\(path):\(line)" : path
    guard let fault else {
      return
        "\(place): no profile of a table; write YAML or lines of key=value, with map, base and so on"
    }
    return "\(place): \(fault.explanation)"
  }

  package var exitStatus: ExitStatus { .usage }
}
