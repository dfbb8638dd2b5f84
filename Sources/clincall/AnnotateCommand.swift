// SPDX-License-Identifier: MIT

import Annotation
import ArgumentParser
import CallFiles
import Calls
import ClinCall
import Files
import FoundationEssentials
import Genome
import Glibc

/// `clincall annotate`: flags become a configuration, the outcome becomes messages.
struct AnnotateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "annotate",
    abstract: "Annotates every call with ClinGen's dosage sensitivity curations.",
    discussion: """
      Reads VCF and BED, plain, gzip or BGZF. The exit code is 0 only when every input was read to a \
      verified end and every report is complete; 65 is malformed input.
      """)

  @Argument(help: "Call files; - or none is standard input.")
  var inputs: [String] = []

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "Output file, repeatable; its suffix decides the type (default: standard output).",
      valueName: "FILE"))
  var output: [String] = []

  @Option(
    name: [.customShort("O"), .long],
    help: ArgumentHelp(
      "Type of outputs without a known suffix: tsv tsv.gz json ndjson ndjson.gz vcf vcf.gz, or v z.",
      valueName: "TYPE"))
  var outputType: String?

  @Option(
    help:
      "Rows of TSV: call (one a call), gene (one a call and gene) or overlap (one a call and curated feature)."
  )
  var mode: AnnotateConfiguration.Mode = .call

  @Option(help: "Calls that get a row: auto, all, curated or matched.")
  var emit: Emit = .auto

  @Option(name: [.short, .long], help: "Input format: vcf, bed or penncnv (default: by content).")
  var format: CallFormat?

  @Option(help: "Type of every line of a typeless BED: loss or gain.")
  var type: DeclaredType?

  @Option(help: ArgumentHelp("Name of the piped input in the source column.", valueName: "NAME"))
  var stdinName: String = "stdin"

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("GRCh37 or GRCh38 (default: from the input).", valueName: "BUILD"))
  var genomeBuild: GenomeBuild?

  @OptionGroup var knowledgeBase: KnowledgeBaseOption

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Smallest sequence-resolved deletion treated as a copy-number call.", valueName: "BP"))
  var minSize: Int32 = 50

  @Option(
    name: [.customShort("@"), .long],
    help: ArgumentHelp(
      "Threads (default: all cores); the output does not depend on it.", valueName: "N"))
  var threads: Int?

  @Option(help: ArgumentHelp("Compression level of .gz outputs, 1 to 9.", valueName: "LEVEL"))
  var compressionLevel: Int = 6

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "Samples whose calls are asked for: A,B, or ^A,B to leave out.", valueName: "LIST"))
  var samples: String?

  @Option(
    name: [.customShort("S"), .long],
    help: ArgumentHelp("File of samples, one a line; ^FILE to leave them out.", valueName: "FILE"))
  var samplesFile: String?

  @Flag(help: "One call for each carrying sample.")
  var splitSamples = false

  @Option(
    help: ArgumentHelp(
      "Only records with one of these FILTER values (PASS,.); the rest is counted as filtered.",
      valueName: "LIST"))
  var applyFilters: String?

  @Option(
    help: ArgumentHelp("Sex of a sample, repeatable, for X and Y.", valueName: "SAMPLE=male|female")
  )
  var sex: [String] = []

  @Option(help: ArgumentHelp("Pedigree with the sex of samples.", valueName: "FILE"))
  var ped: String?

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

  @Flag(help: "Replace existing output files, and INFO keys of an earlier annotation.")
  var force = false

  @Flag(help: "Leave out the version and command lines, for byte comparison.")
  var noVersion = false

  @Flag(name: .shortAndLong, help: "Print no warnings.")
  var quiet = false

  @Flag(name: .shortAndLong, help: "Print counts and times of the stages.")
  var verbose = false

  enum Emit: String, ExpressibleByArgument, CaseIterable {
    case auto, all, curated, matched
  }

  enum OnError: String, ExpressibleByArgument, CaseIterable {
    case fail, skip
  }

  enum DeclaredType: String, ExpressibleByArgument, CaseIterable {
    case loss, gain
  }

  func validate() throws {
    if (onError == .skip) != (rejects != nil) {
      throw ValidationError(
        "--on-error skip and --rejects FILE go together: nothing is left out silently")
    }
    if samples != nil, samplesFile != nil { throw ValidationError("-s and -S: give one of them") }
    for text in sex where Self.sex(text) == nil {
      throw ValidationError("--sex \(text): write SAMPLE=male or SAMPLE=female")
    }
    if let threads, threads < 1 {
      throw ValidationError("-@ \(threads): at least one thread is needed")
    }
    if minSize < 1 { throw ValidationError("--min-size \(minSize): at least 1 base is needed") }
    if !(1...9).contains(compressionLevel) {
      throw ValidationError("--compression-level \(compressionLevel): write 1 to 9")
    }
  }

  func run() async throws {
    try await reportingFailure {
      if inputs.isEmpty && isatty(STDIN_FILENO) == 1 { throw ConfigurationFault.terminalInput }
      let run = AnnotateRun(try annotateConfiguration(), knowledgeBase: try knowledgeBase.open())
      let outcome = try await run.run()
      if !quiet {
        for note in outcome.notes { StandardError.write("clincall: \(note.sentence)\n") }
      }
      if verbose { StandardError.write(outcome.summary) }
    }
  }

  /// `SAMPLE=male`; the sample's name may hold `=`.
  private static func sex(_ text: String) -> (sample: [UInt8], sex: Sex)? {
    guard let equals = text.lastIndex(of: "="), equals > text.startIndex,
      let sex = Sex(rawValue: String(text[text.index(after: equals)...]))
    else { return nil }
    return (Array(text[..<equals].utf8), sex)
  }

  private func readingOptions() throws -> ReadingOptions {
    var options = ReadingOptions()
    options.format = format
    options.build = genomeBuild
    options.declaredType = type.map { $0 == .loss ? .loss : .gain }
    options.minimumLength = minSize
    if let samples { options.samples = SampleSelection(list: samples) }
    if let samplesFile { options.samples = try SampleSelection(file: samplesFile) }
    options.splitsSamples = splitSamples
    options.filters = applyFilters?.split(separator: ",").map { Array($0.utf8) }
    if let ped { options.sexes = try PedFile(path: ped).sexes }
    for text in sex {
      if let (sample, sex) = Self.sex(text) { options.sexes[sample] = sex }
    }
    return options
  }

  private func annotateConfiguration() throws -> AnnotateConfiguration {
    var outputs: [AnnotateConfiguration.Output] = []
    for path in output.isEmpty ? ["-"] : output {
      outputs.append(try .init(path: path, option: outputType, fallback: .tsv))
    }
    var configuration = AnnotateConfiguration(
      inputs: inputs.isEmpty ? ["-"] : inputs, outputs: outputs)
    configuration.mode = mode
    configuration.emit = EmitRule(rawValue: emit.rawValue)
    configuration.reading = try readingOptions()
    configuration.rejects = rejects
    configuration.summary = summary
    configuration.manifest = manifest
    configuration.threads = threads ?? ProcessInfo.processInfo.activeProcessorCount
    configuration.replaces = force
    configuration.describesProgram = !noVersion
    configuration.command = CommandLine.arguments.joined(separator: " ")
    configuration.standardInputName = stdinName
    configuration.compressionLevel = compressionLevel
    return configuration
  }
}

extension AnnotateConfiguration.Mode: ExpressibleByArgument {}
extension CallFormat: ExpressibleByArgument {}

extension GenomeBuild: ExpressibleByArgument {
  /// `GRCh37`, `GRCh38` and what else files call them.
  public init?(argument: String) { self.init(name: argument) }
}
