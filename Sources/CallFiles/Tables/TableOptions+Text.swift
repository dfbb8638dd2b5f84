// SPDX-License-Identifier: MIT

import Calls
import Records

/// What is wrong with an option on tables, or a line of a profile.
package enum TableOptionFault: Error, Sendable, Hashable {
  /// No such role; what was written.
  case unknownRole(String)
  /// A part without `=`.
  case noEquals(String)
  case roleTwice(String)
  case unknownType(String)
  case badBase(String)
  case badDecimal(String)
  case badCodes(String)
  case badThresholds(String)
  /// A key that profiles do not have.
  case unknownKey(String)
}

extension TableOptions {
  /// Reads `contig=Chr,start=Start`; a comma inside a column's name is one unless a role and `=` follow.
  package mutating func readMap(_ text: String) throws(TableOptionFault) {
    var parts: [String] = []
    for piece in text.split(separator: ",", omittingEmptySubsequences: false) {
      let key = piece.prefix { $0 != "=" }.filter { $0 != " " }
      let isPart = piece.contains("=") && TableRole(mapped: key) != nil
      if isPart || parts.isEmpty || piece.contains("=") {
        parts.append(String(piece))
      } else {
        parts[parts.count - 1] += ",\(piece)"
      }
    }
    for part in parts {
      guard let equals = part.firstIndex(of: "=") else { throw .noEquals(part) }
      try map(
        part[..<equals].filter { $0 != " " }, to: String(part[part.index(after: equals)...]))
    }
  }

  package mutating func map(_ role: String, to column: String) throws(TableOptionFault) {
    guard let known = TableRole(mapped: role) else { throw .unknownRole(role) }
    guard columns.updateValue(column, forKey: known) == nil else { throw .roleTwice(role) }
  }

  /// Reads `Verlust=loss,Gewinn=gain`.
  package mutating func readTypes(_ text: String) throws(TableOptionFault) {
    for part in text.split(separator: ",") {
      guard let equals = part.lastIndex(of: "=") else { throw .noEquals(String(part)) }
      try setType(of: String(part[..<equals]), to: String(part[part.index(after: equals)...]))
    }
  }

  package mutating func setType(of word: String, to type: String) throws(TableOptionFault) {
    guard let known = CallType.allCases.first(where: { $0.word == type.lowercased() }) else {
      throw .unknownType(type)
    }
    words[word.lowercased()] = known
  }

  package mutating func readBase(_ text: String) throws(TableOptionFault) {
    guard text == "0" || text == "1" else { throw .badBase(text) }
    base = text == "0" ? 0 : 1
  }

  package mutating func readDecimal(_ text: String) throws(TableOptionFault) {
    guard let mark = DecimalMark(rawValue: text) else { throw .badDecimal(text) }
    decimalMark = mark
  }

  package mutating func readCodes(_ text: String) throws(TableOptionFault) {
    guard let codes = ChromosomeCodes(rawValue: text) else { throw .badCodes(text) }
    chromosomeCodes = codes
  }

  /// Reads `-0.25,0.2`.
  package mutating func readThresholds(_ text: String) throws(TableOptionFault) {
    let parts = text.split(separator: ",").map { Double($0) }
    guard parts.count == 2, let low = parts[0], let high = parts[1], low < 0, high > 0 else {
      throw .badThresholds(text)
    }
    log2Thresholds = Thresholds(low: low, high: high)
  }

  /// Reads an entry of a profile that is one text; keys are those of the command line.
  package mutating func read(_ key: String, _ value: String) throws(TableOptionFault) {
    switch key {
    case "map": try readMap(value)
    case "type-map": try readTypes(value)
    case "base": try readBase(value)
    case "decimal": try readDecimal(value)
    case "chrom-codes": try readCodes(value)
    case "log2-thresholds": try readThresholds(value)
    default: throw .unknownKey(key)
    }
  }
}
