// SPDX-License-Identifier: MIT

import Annotation
import ArgumentParser
import Calls
import ClinCall
import HTS
import Reports

/// `clincall annotate`: flags become a configuration, the outcome becomes messages.
struct AnnotateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "annotate",
    abstract:
      "Annotates every call with all that ClinGen has curated, and classifies copy-number calls.",
    discussion: """
      Reads VCF, BCF, BED and the tables of arrays and callers (clincall formats), plain, gzip or BGZF. \
      The exit code is 0 only when every input was read \
      to a verified end and every report is complete; 65 is malformed input.
      """)

  @OptionGroup var reading: ReadingOptionGroup

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "Output file, repeatable; its suffix decides the type (default: standard output).",
      valueName: "FILE"))
  var output: [String] = []

  @Option(
    name: [.customShort("O", allowingJoined: true), .long],
    help: ArgumentHelp(
      "Type of outputs without a known suffix: tsv tsv.gz json ndjson ndjson.gz vcf vcf.gz bcf bed bed.gz, or v z b u.",
      valueName: "TYPE"))
  var outputType: String?

  @Option(
    help: "Rows of TSV: call (one a call), gene (a call and gene), overlap (a call and curation).")
  var mode: AnnotateConfiguration.Mode = .call

  @Option(
    help: ArgumentHelp(
      "Columns of TSV with --mode call: lab, default, all, or names joined by commas.",
      valueName: "LIST"))
  var columns: String?

  @Option(
    help: ArgumentHelp(
      "Indexed FASTA of the build: alleles are left-aligned in it, REF is checked against it.",
      valueName: "FASTA"))
  var reference: String?

  @Option(help: "Calls that get a row: auto, all, curated or matched.")
  var emit: Emit = .auto

  @Option(
    help: ArgumentHelp(
      "The laboratory's own earlier calls, for the lab column: BED or TSV with type, class, count.",
      valueName: "FILE"))
  var labCalls: String?

  @Flag(help: "Prefix cells of TSV that a spreadsheet would run as a formula.")
  var excelSafe = false

  @OptionGroup var knowledgeBase: KnowledgeBaseOption

  @OptionGroup var age: MaximumAgeOption
  @OptionGroup var classification: ClassificationOptionGroup

  @Option(
    help: ArgumentHelp(
      "Your evidence: call_id code points comment, or sample locus type code points comment.",
      valueName: "FILE"))
  var evidence: String?

  @OptionGroup var options: RunOptionGroup

  @Option(
    name: [.customShort("W"), .long],
    help: ArgumentHelp(
      "Index of the vcf.gz, bcf and tsv.gz outputs, which must be sorted; csi where left out.",
      valueName: "csi|tbi"))
  var writeIndex: PlaceIndex?

  @Option(
    help: ArgumentHelp("Compression level of .gz and .bcf outputs, 1 to 9.", valueName: "LEVEL"))
  var compressionLevel: Int = 6

  @Option(help: "What a malformed record does: fail or skip (skip needs --rejects).")
  var onError: OnError = .fail

  @Option(
    help: ArgumentHelp("Malformed records and reasons, with --on-error skip.", valueName: "FILE"))
  var rejects: String?

  @Option(help: ArgumentHelp("Counts, times, memory and ages as JSON.", valueName: "FILE"))
  var summary: String?

  @Option(
    help: ArgumentHelp(
      "SHA-256 of inputs, knowledge base and outputs as JSON; renamed into place last.",
      valueName: "FILE"))
  var manifest: String?

  @Option(
    help: ArgumentHelp(
      "Exit 3 when a call of this class, or one nearer to pathogenic, is reported with FILTER PASS or none; P:any: whatever FILTER.",
      valueName: "P|LP|VUS|LB|B[:any]"))
  var failOn: FailCondition?

  enum Emit: String, ExpressibleByArgument, CaseIterable {
    case auto, all, curated, matched
  }

  enum OnError: String, ExpressibleByArgument, CaseIterable {
    case fail, skip
  }

  func validate() throws {
    if (onError == .skip) != (rejects != nil) {
      throw ValidationError(
        "--on-error skip and --rejects FILE go together: nothing is left out silently")
    }
    if !(1...9).contains(compressionLevel) {
      throw ValidationError("--compression-level \(compressionLevel): write 1 to 9")
    }
  }

  func run() async throws {
    try await reportingFailure {
      let configuration = try annotateConfiguration()
      let run = AnnotateRun(configuration, knowledgeBase: try age.checked(knowledgeBase.open()))
      try options.report(try await options.progressLine.shown { try await run.run(progress: $0) })
    }
  }

  private func annotateConfiguration() throws -> AnnotateConfiguration {
    var outputs: [AnnotateConfiguration.Output] = []
    for path in output.isEmpty ? ["-"] : output {
      outputs.append(try .init(path: path, option: outputType, fallback: .tsv))
    }
    var configuration = AnnotateConfiguration(inputs: try reading.inputPaths(), outputs: outputs)
    configuration.mode = mode
    configuration.columns = try columns.map { list throws(CallColumns.Fault) in
      try CallColumns(list: list)
    }
    configuration.emit = EmitRule(rawValue: emit.rawValue)
    configuration.reading = try reading.options()
    configuration.reference = reference
    configuration.classification = classification.options
    configuration.evidence = evidence
    configuration.pedigree = reading.ped
    configuration.labCalls = labCalls
    configuration.isSpreadsheetSafe = excelSafe
    configuration.rejects = rejects
    configuration.summary = summary
    configuration.failCondition = failOn
    configuration.manifest = manifest
    configuration.threads = options.threads
    configuration.replaces = options.force
    configuration.describesProgram = !options.noVersion
    configuration.command = options.command
    configuration.standardInputName = reading.stdinName
    configuration.compressionLevel = compressionLevel
    configuration.index = writeIndex
    return configuration
  }
}

extension AnnotateConfiguration.Mode: ExpressibleByArgument {}

extension FailCondition: ExpressibleByArgument {
  /// `P`, `LP`, `VUS`, `LB` or `B`, each with `:any` where FILTER does not matter.
  public init?(argument: String) { self.init(argument) }
}
