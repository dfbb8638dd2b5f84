// SPDX-License-Identifier: MIT

import CallFiles

extension TableFault {
  /// Why a table cannot be read, and what to say.
  var explanation: String {
    switch self {
    case .noColumn(let name, let columns):
      "no column is called \(EscapedText(name.utf8)); there are \(Self.list(columns))"
    case .columnTwice(let name):
      "two columns are called \(EscapedText(name.utf8)); map it by its number (--map start=3)"
    case .noHeader(let format):
      "no line has the names of columns of \(format.rawValue); "
        + "describe the table with --map ROLE=COLUMN,... --base 0|1"
    case .missingRoles(let roles):
      "no column is known for \(roles.joined(separator: ", ")); name them with --map "
        + roles.map { "\($0)=COLUMN" }.joined(separator: ",")
    case .unmapped(let suggestion, let columns):
      "a table of no known program, with columns \(Self.list(columns)); say what they are, for example "
        + "\(suggestion) (--base 0 if its positions count from 0)"
    case .noMap:
      "no line names columns as tables of calls do; say which column is what, by name or number: "
        + "--map contig=1,start=2,end=3,type=4 --base 1 (--base 0 if its positions count from 0)"
    case .noBase:
      "it is not known whether positions count from 0 or from 1; say --base 0 or --base 1"
    case .notTable(let format):
      "--map does not fit -f \(format.rawValue), which has no columns to name"
    }
  }

  private static func list(_ names: [String]) -> String {
    let shown = names.prefix(20).map { EscapedText($0.utf8).description }.joined(separator: ", ")
    return names.count > 20 ? "\(shown), ..." : shown
  }
}

extension CallFormat {
  /// The option that says that an input is in this format.
  var advice: String {
    switch self {
    case .bed: "-f bed (positions count from 0)"
    case .table: "--map contig=...,start=...,end=...,type=... --base 1"
    default: "-f \(rawValue)"
    }
  }
}

extension NotCalls {
  /// What the file is, and what to give instead.
  var explanation: String {
    switch self {
    case .cnvkitBins: "these are CNVkit's bins, not calls; give the segments (.cns or .call.cns)"
    case .finalReport:
      "this is a GenomeStudio FinalReport, a line a marker; export cnvPartition's CNV Region Report"
    case .signals:
      "these are signals, a line a marker; give the caller's output, not its input"
    case .chpText:
      "this is the text of a CHP file, a line a marker or several tables; export the segment table"
    case .alleleFractions:
      "the means look like allele fractions, not log2 ratios; give the copy-ratio segments, "
        + "or say -f seg if they are log2 ratios"
    case .log10Ratios:
      "its name says that the means are log10 ratios; multiply them by 3.3219, which makes log2 ratios, "
        + "or say -f seg if they are log2 ratios already"
    case .copyNumbers:
      "the means are whole numbers from 0 on, as copies are and log2 ratios are not; map the columns, as in "
        + "--map 'contig=chrom,start=loc.start,end=loc.end,cn=seg.mean,sample=ID' --base 1, "
        + "or say -f seg if they are log2 ratios"
    case .agilentProbes:
      "this is a report with a line a probe; export the interval-based aberration report"
    case .bookmarks: "these are bookmarks in XML; export the calls as a table"
    case .bedpe:
      "these are pairs of breakends (BEDPE), which say nothing of copies; give the caller's VCF"
    case .annotSVOutput: "this is AnnotSV's output; give the calls it was made from"
    case .classifyCNVOutput: "this is ClassifyCNV's output; give the calls it was made from"
    }
  }
}
