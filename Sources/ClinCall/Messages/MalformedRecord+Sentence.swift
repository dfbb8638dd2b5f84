// SPDX-License-Identifier: MIT

import Calls
import Genome
import HTS
import Records

extension MalformedRecord {
  /// The sentence as a message with its place.
  func message(in file: String) -> Message {
    Message(
      .error, sentence(in: file), file: file, line: line > 0 && offset == nil ? line : nil,
      column: line > 0 && column > 0 ? column : nil)
  }

  /// `FILE:LINE:COLUMN: what is wrong ("text"); what to do`.
  func sentence(in file: String) -> String {
    var place = file
    if let offset {
      place += ":\(RecordPlace.offset(offset.rawValue).text)"
    } else if line > 0 {
      place += ":\(line)"
    }
    if line > 0, column > 0 { place += ":\(column)" }
    let shown = text.isEmpty ? "" : " (\(EscapedText(text)))"
    let (what, advice) = explanation
    return "\(place): \(what)\(shown); \(advice)"
  }

  private var explanation: (what: String, advice: String) {
    switch fault {
    case .tooFewColumns(let found, let needed, let hasSpaces):
      (
        "\(found) TAB-separated column\(found == 1 ? "" : "s") where \(needed) are needed",
        hasSpaces
          ? "the columns are separated by spaces: replace them by TABs"
          : found == 1 && text.count { $0 == 0x2C } > 1
            ? "the columns are separated by commas: replace them by TABs" : "complete the line"
      )
    case .emptyCell(let name): ("\(name) is empty", "fill it in")
    case .nulByte: ("a NUL byte in text", "the file is damaged: export or transfer it again")
    case .lineTooLong(let limit):
      ("a line of more than \(grouped(limit)) bytes", "check that this is the right file")
    case .carriageReturnsOnly:
      ("lines end in CR alone (old Mac)", "convert the line ends (tr '\\r' '\\n')")
    case .startNotNumber(let name):
      (
        "\(name) is no whole number",
        text.first == 0x22
          ? "export the table without quotes"
          : "write digits only, without sign, separators, blanks or exponent"
      )
    case .coordinateTooLarge: ("a coordinate is larger than any contig", "check the line")
    case .endBeforeStart(let start, let end):
      (
        "end \(grouped(end)) lies before start \(grouped(start))",
        "check the line; nothing is swapped"
      )
    case .beyondContig(let position, let length, let build, let fits):
      (
        "\(grouped(position)) lies beyond the end of the contig, which has \(grouped(length)) bases in "
          + "\(build)",
        fits.map { "the coordinate exists in \($0): is the input on that build (-g \($0))?" }
          ?? "check the line and the build (-g)"
      )
    case .noFileFormat: ("no ##fileformat line", "a VCF file begins with ##fileformat=VCFv4.x")
    case .unsupportedVersion: ("this VCF version is not read", "VCFv4.0 to VCFv4.5 are")
    case .noColumnLine:
      ("no #CHROM line before the records", "restore the header of the VCF file")
    case .wrongColumnNames:
      (
        "the #CHROM line has other column names than VCF's",
        "write #CHROM POS ID REF ALT QUAL FILTER INFO, separated by TABs"
      )
    case .formatWithoutSamples:
      (
        "the #CHROM line has FORMAT and no sample",
        "restore the sample columns, or remove FORMAT (bcftools view -G)"
      )
    case .duplicateSample: ("two samples have the same name", "rename one (bcftools reheader)")
    case .columnCount(let found, let expected):
      (
        "\(found) columns where the lines before have \(expected)",
        "the line is cut or has a surplus TAB"
      )
    case .headerInBody:
      ("a header line among the records", "were two files put together? use bcftools concat")
    case .badContigName:
      ("CHROM is no contig name", "write it without blanks, as in the ##contig lines")
    case .badReference: ("REF is no sequence of bases", "write A, C, G, T or N")
    case .badAlternate:
      ("ALT is neither bases, nor <SYMBOL>, nor a breakend", "check the line")
    case .badEnd: ("END is no whole number", "write digits only")
    case .badLength:
      ("SVLEN is no whole number", "write digits only, negative for losses up to VCF 4.3")
    case .repeatedKey:
      ("INFO states END or SVLEN twice", "keep the one that is right")
    case .badGenotype(let alleles):
      ("GT is no genotype of \(alleles + 1) alleles", "write allele numbers joined by / or |")
    case .noType:
      (
        "no column says whether the call is a loss or a gain",
        "add a type column (DEL, DUP), or say --type loss or --type gain for all lines"
      )
    case .unknownType:
      (
        "unknown type of call",
        "write DEL, DUP, CNV, LOH, INS, INV or BND, or say --type loss or --type gain for all lines"
      )
    case .openQuote:
      ("a quoted cell does not end on its line", "export the table without line breaks in cells")
    case .notNumber(let name): ("\(name) is no number", "check the line and --decimal")
    case .badRegion: ("no region", "write it as chr1:100-200")
    case .badNomenclature(let fault): fault.explanation
    case .otherBuild(let stated, let build):
      (
        "the line is on \(stated) and the input is read on \(build)",
        "split the file by build, or lift the calls over"
      )
    case .codedContig:
      (
        "a number that means X, Y or MT depending on the program",
        "say which with --chrom-codes plink (23=X, 24=Y) or --chrom-codes affymetrix (24=X, 25=Y)"
      )
    case .noState:
      (
        "the line states neither a type nor copies nor a log2 ratio",
        "fill one in, or map the column that has it (--map)"
      )
    case .zeroPosition:
      (
        "position 0 where positions count from 1",
        "if the table counts from 0, say --base 0"
      )
    case .reportTooLarge(let limit):
      (
        "its first rows name no sample, and the line that may do so is not among the first "
          + "\(grouped(limit)) bytes of the pipe",
        "give the report as a file, which can be read twice"
      )
    case .headingBehindRows:
      (
        "the line names a sample and stands between rows, of which the first name none",
        "put every sample's name before its rows"
      )
    case .notPennCNV:
      (
        "the line is no PennCNV call",
        "PennCNV writes chr1:100-200 numsnp=3 length=101 state2,cn=1 FILE startsnp=A endsnp=B"
      )
    case .badCopyNumber: ("the copy number is no number", "write 0, 1, 2, 3 or 4")
    case .bcf(let fault): (fault.explanation, fault.advice)
    }
  }
}
