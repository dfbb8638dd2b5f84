// SPDX-License-Identifier: MIT

/// A breach of the VCF specification that does not keep ClinCall from reading the calls.
///
/// What makes a call unreadable is a ``Records/MalformedRecord`` and ends a run. These are the rest: they
/// concern what calls are not made of, other programs may stumble over them, and `validate` names them.
package struct VCFProblem: Sendable, Hashable {
  /// The 1-based line of the file.
  package let line: Int
  /// The 1-based byte column; 0 when the problem is the line's as a whole.
  package let column: Int
  package let kind: Kind
  /// The offending text as it stands in the file, at most 80 bytes; empty when there is none.
  package let text: [UInt8]

  package init(line: Int, column: Int, _ kind: Kind, _ text: some Sequence<UInt8> = []) {
    self.line = line
    self.column = column
    self.kind = kind
    self.text = Array(text.prefix(80))
  }

  /// What is wrong; texts are names of the specification.
  package enum Kind: Sendable, Hashable {
    // The header.
    case metaNotKeyValue
    case metaNotClosed
    case metaQuotes
    case metaKeyMissing(line: String, key: String)
    case metaKeyOrder(line: String)
    case metaNotQuoted(key: String)
    case metaNumber
    case metaType
    case metaIdentifier(line: String)
    case metaAlternatePrefix
    case metaValues
    case metaURL
    case reservedNumber(line: String, key: String, expected: String)
    case reservedType(line: String, key: String, expected: String)

    // Records.
    case contigCharacter
    /// Both `chr1` and `1`: the contig of the record and how those before are spelled.
    case contigSpelling
    case telomere
    case referenceAmbiguity
    case listEmpty(column: String)
    case listRepeated(column: String)
    case listBlank(column: String)
    case qualityNotNumber
    case filterMixed
    case filterZero
    case keyCharacter(column: String)
    case keyRepeated(column: String)
    case genotypeNotFirst
    case flagHasValue(key: String)
    case valueType(column: String, key: String, type: String)
    case valueNegative(column: String, key: String)
    case valueCount(column: String, key: String, number: String, expected: Int, found: Int)
    case cigar
    case tooManyFields(expected: Int, found: Int)

    // The order of records.
    case unsorted
    case notContiguous
    case duplicate(firstLine: Int)
    case noFinalNewline
  }
}
