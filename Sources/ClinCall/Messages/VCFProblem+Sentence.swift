// SPDX-License-Identifier: MIT

import CallFiles

extension VCFProblem {
  /// `FILE:LINE:COLUMN: what the specification says ("text")`.
  func sentence(in file: String) -> String {
    var place = "\(file):\(line)"
    if column > 0 { place += ":\(column)" }
    return "\(place): \(kind.sentence)" + (text.isEmpty ? "" : " (\(EscapedText(text)))")
  }
}

extension VCFProblem.Kind {
  fileprivate var sentence: String {
    switch self {
    case .metaNotKeyValue: "the header line is no KEY=VALUE"
    case .metaNotClosed: "the header line has no closing >"
    case .metaQuotes: "quotes in the header line do not pair; a quote in a text is written \\\""
    case .metaKeyMissing(let line, let key): "the \(line) line has no \(key)"
    case .metaKeyOrder(let line):
      "the keys of the \(line) line are not in the specification's order"
    case .metaNotQuoted(let key): "\(key) is not in quotes"
    case .metaNumber: "Number is none of the specification's"
    case .metaType: "Type is none of the specification's"
    case .metaIdentifier(let line): "a name of the \(line) line has characters it cannot have"
    case .metaAlternatePrefix: "the symbol begins with none of DEL, INS, DUP, INV, CNV, BND"
    case .metaValues: "Values is no list in square brackets"
    case .metaURL: "the value is no URL"
    case .reservedNumber(let line, let key, let expected):
      "\(line) \(key) is reserved with Number=\(expected)"
    case .reservedType(let line, let key, let expected):
      "\(line) \(key) is reserved with Type=\(expected)"
    case .contigCharacter: "CHROM has : or *, which only names of HLA contigs have"
    case .contigSpelling: "contigs are spelled with chr and without in one file; both are read"
    case .telomere: "POS is 0, the place before the first base"
    case .referenceAmbiguity: "REF has an ambiguity code where A, C, G, T or N are allowed"
    case .listEmpty(let column): "\(column) has an empty element"
    case .listRepeated(let column): "\(column) has an element twice"
    case .listBlank(let column): "\(column) has a blank"
    case .qualityNotNumber: "QUAL is no number from 0 on"
    case .filterMixed: "FILTER has PASS or . beside other filters"
    case .filterZero: "FILTER has 0, which is reserved"
    case .keyCharacter(let column): "a key of \(column) has characters it cannot have"
    case .keyRepeated(let column): "\(column) has a key twice"
    case .genotypeNotFirst: "GT is not the first key of FORMAT"
    case .flagHasValue(let key): "INFO \(key) is a flag and has a value"
    case .valueType(let column, let key, let type): "\(column) \(key) is not of type \(type)"
    case .valueNegative(let column, let key): "\(column) \(key) is negative"
    case .valueCount(let column, let key, let number, let expected, let found):
      "\(column) \(key) has \(found) value\(found == 1 ? "" : "s") where Number=\(number) means \(expected)"
    case .cigar: "INFO CIGAR is no CIGAR"
    case .tooManyFields(let expected, let found):
      "the sample has \(found) fields where FORMAT has \(expected)"
    case .unsorted: "POS is lower than that of the record before"
    case .notContiguous: "the contig's records are not in one piece"
    case .duplicate(let firstLine): "the allele stands in line \(firstLine) already"
    case .noFinalNewline: "the last line has no line end"
    }
  }

  /// The kind without its values, by which repetitions are counted.
  var group: String {
    let text = String(describing: self)
    return String(text.prefix { $0 != "(" })
  }
}
