// SPDX-License-Identifier: MIT

import Genome
package import Reports

extension ConfigurationFault: Explained {
  package var sentence: String {
    switch self {
    case .unknownOutputType(let type):
      "-O \(type): unknown output type; write tsv, tsv.gz, json, ndjson, ndjson.gz, vcf, vcf.gz, bcf, or v, z, b, u"
    case .outputTypeNotWritten(let type):
      "-O \(type): this version does not write it; write tsv, json, ndjson, vcf or bcf"
    case .suffixDisagrees(let path, let suffix, let type):
      "\(path): the suffix says \(suffix) and -O says \(type); change one of them"
    case .sameOutputTwice(let path): "\(path): is given twice as an output; give each its own name"
    case .standardInputTwice: "standard input is given twice; give - once"
    case .severalInputsForVCF:
      "VCF output takes one input, because it keeps that input's header; run once per input"
    case .differentBuilds(let first, let firstBuild, let second, let secondBuild):
      "\(first) is on \(firstBuild) and \(second) on \(secondBuild); annotate them in separate runs"
    case .bcfHasNoTabixIndex: "-W tbi: BCF has no tabix index; write -W or -W csi"
    case .nothingToIndex:
      "-W: no output can be indexed; write vcf.gz, bcf or a tsv.gz of the usual columns"
    case .indexNeedsFile(let path):
      "-W: \(path == "-" ? "standard output" : path) is no file that an index could stand beside; give -o FILE"
    case .terminalInput: "no input; give a file, or pipe one in"
    case .badSourceDateEpoch(let text):
      "SOURCE_DATE_EPOCH \(quoted(text)): no time; write whole seconds since 1970-01-01"
    case .pipedTableForVCF:
      "VCF names the samples before the calls, so a table is read twice; give it as a file"
    case .excelSafeWithoutTable: "--excel-safe: no output is TSV; drop it, or write TSV"
    case .columnsWithoutTable:
      "--columns: no output is a table with one row a call; drop it, or write TSV with --mode call"
    }
  }

  package var exitStatus: ExitStatus { .usage }
}

extension CallColumns.Fault: Explained {
  package var sentence: String {
    switch self {
    case .unknownColumn(let word):
      "--columns: unknown column (\(EscapedText(word.utf8))); "
        + (Suggestion.nearest(to: word, in: CallColumns.words).map { "did you mean \($0)?" }
          ?? "write lab, default, all or names; clincall schema -O tsv lists them")
    case .columnTwice(let word): "--columns: \(word) is named twice; name it once"
    }
  }

  package var exitStatus: ExitStatus { .usage }
}

extension VCFReport.Fault: Explained {
  package var sentence: String {
    switch self {
    case .keyExists(let key):
      "the input already has INFO key \(key); --force replaces the old annotation"
    }
  }

  package var exitStatus: ExitStatus { .malformedInput }
}

extension InvariantFailure: Explained {
  package var sentence: String {
    "the counts of the run do not balance (\(counts)); nothing was published; please report this"
  }

  package var exitStatus: ExitStatus { .invariant }
}

extension PedFault: Explained {
  package var sentence: String {
    let problem =
      switch kind {
      case .columns:
        "fewer than 5 columns; a pedigree has family, sample, father, mother, sex, phenotype"
      case .sampleTwice(let name, let line):
        "sample \(EscapedText(name)) stands in line \(line) already; give every sample one line"
      case .ownParent(let name):
        "sample \(EscapedText(name)) is its own parent; write 0 for a parent who is not known"
      case .parentOfOtherSex(let name, let sex):
        "\(EscapedText(name)) is \(sex.rawValue) by another line and "
          + "\(sex == .male ? "mother" : "father") here; correct one of them"
      }
    return "\(path):\(line): \(problem)"
  }

  package var exitStatus: ExitStatus { .malformedInput }
}

extension LabCallFault: Explained {
  package var sentence: String {
    let problem =
      switch kind {
      case .noColumn(let name):
        "the header names no column \(name); a list has chrom, start, end, type, class, count"
      case .badPlace(let text):
        "no interval (\(EscapedText(text.utf8))); write contig, start and end, 0-based half-open, by TABs"
      case .noType:
        "no type; write loss, gain or loh in the fourth column, or name the columns in a header"
      case .unknownType(let word):
        "unknown type (\(EscapedText(word.utf8))); write loss or gain"
      case .badCount(let text):
        "count is no whole number above 0 (\(EscapedText(text.utf8))); write how often it was seen"
      case .beyondContig(let end, let length, let build):
        "end \(end) lies beyond the contig, which has \(length) bases in \(build); check the list's build"
      }
    return "\(path):\(line): \(problem)"
  }

  package var exitStatus: ExitStatus { .malformedInput }
}
