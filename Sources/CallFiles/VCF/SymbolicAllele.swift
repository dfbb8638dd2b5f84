// SPDX-License-Identifier: MIT

import Calls
import Records

/// What the symbol of an ALT (`<DEL:ME:ALU>`) or a word in SVTYPE means.
///
/// Only the first level decides, except that `CNV:TR` is a tandem repeat and `CNV:LOH` a loss of
/// heterozygosity. Lower case is read like upper case. An unknown symbol is ``CallType/other``: the VCF
/// specification lets callers define their own.
///
/// - Source: VCF 4.5 section 1.4.5; call-file study, section D1.
struct SymbolicAllele {
  var kind: VCFAllele.Kind
  var type: CallType
  var copies: Int32 = 0

  init(_ bytes: Span<UInt8>, _ symbol: Range<Int>) {
    let levels = String(decoding: bytes.bytes(in: symbol), as: UTF8.self).uppercased()
      .split(separator: ":", omittingEmptySubsequences: false)
    let first = levels.first.map(String.init) ?? ""
    let second = levels.count > 1 ? String(levels[1]) : ""
    switch first {
    case "DEL": self.init(.symbolic, .loss)
    case "DUP": self.init(.symbolic, .gain)
    case "INS": self.init(.symbolic, .insertion)
    case "INV": self.init(.symbolic, .inversion)
    case "BND", "TRA", "CTX", "ITX": self.init(.breakend, .breakend)
    case "LOH", "CNLOH": self.init(.symbolic, .loh)
    case "GAINLOH": self.init(.symbolic, .gainLOH)
    case "CNV" where second == "TR": self.init(.symbolic, .other)
    case "CNV" where second == "LOH": self.init(.symbolic, .loh)
    case "CNV", "MCNV": self.init(.copyNumberVariable, .cnv)
    case "*", "NON_REF": self.init(.placeholder, .other)
    case _ where first.hasPrefix("CN"):
      if let copies = Int32(first.dropFirst(2)), copies >= 0, copies < 1000 {
        self.init(.haplotypeCopies, copies == 0 ? .loss : copies == 1 ? .neutral : .gain)
        self.copies = copies
      } else {
        self.init(.symbolic, .other)
      }
    default: self.init(.symbolic, .other)
    }
  }

  /// A segment that the record gives no name.
  static let reference = SymbolicAllele(.reference, .neutral)

  private init(_ kind: VCFAllele.Kind, _ type: CallType) {
    self.kind = kind
    self.type = type
  }
}
