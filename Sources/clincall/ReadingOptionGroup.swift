// SPDX-License-Identifier: MIT

import ArgumentParser
import CallFiles
import Calls
import ClinCall
import Genome
import Glibc

/// The options that decide how inputs are read; the same for every command that reads calls.
struct ReadingOptionGroup: ParsableArguments {
  @Argument(help: "Call files; - or none is standard input.")
  var inputs: [String] = []

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "Input format (default: by content; clincall formats lists them).", valueName: "NAME"))
  var format: CallFormat?

  @Option(help: "Type of every line of a typeless BED: loss or gain.")
  var type: DeclaredType?

  @Option(help: ArgumentHelp("Name of the piped input in the source column.", valueName: "NAME"))
  var stdinName: String = "stdin"

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("GRCh37 or GRCh38 (default: from the input).", valueName: "BUILD"))
  var genomeBuild: GenomeBuild?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Smallest sequence-resolved deletion treated as a copy-number call.", valueName: "BP"))
  var minSize: Int32 = 50

  @Flag(
    help: ArgumentHelp(
      "Read breakends on one contig with the orientation of a deletion or duplication as one."))
  var trustBreakends = false

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
    help: ArgumentHelp(
      "Sex of a sample, repeatable, for X and Y.", valueName: "SAMPLE=male|female"))
  var sex: [String] = []

  @Option(
    help: ArgumentHelp(
      "Pedigree (family sample father mother sex phenotype): sex on X and Y; with annotate also inheritance.",
      valueName: "FILE"))
  var ped: String?

  @OptionGroup var places: RegionOptionGroup
  @Option(
    help: ArgumentHelp(
      "Copy-number calls of fewer probes are flagged below_gate, not dropped.", valueName: "N"))
  var minProbes: Int32?

  @Option(
    help: ArgumentHelp(
      "Copy-number calls of fewer bases are flagged below_gate, not dropped.", valueName: "BP"))
  var minLength: Int32?

  @Option(
    help: ArgumentHelp(
      "Columns of a table, as in contig=Chr,start=Start,end=Stop,type=Call; repeatable.",
      valueName: "ROLE=COLUMN,..."))
  var map: [String] = []

  @Option(help: ArgumentHelp("What a table's first base is called: 0 or 1.", valueName: "0|1"))
  var base: String?

  @Option(
    help: ArgumentHelp(
      "The table's own words for types, as in Verlust=loss; repeatable.", valueName: "WORD=TYPE,..."
    ))
  var typeMap: [String] = []

  @Option(help: ArgumentHelp("A table's decimal mark.", valueName: ".|,"))
  var decimal: String?

  @Option(
    help: ArgumentHelp(
      "A file that describes a table: map, base, type-map, decimal (YAML or key=value).",
      valueName: "FILE"))
  var profile: String?

  @Option(
    help: ArgumentHelp(
      "What 23 to 26 mean as contigs: plink, affymetrix or none.", valueName: "NAME"))
  var chromCodes: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Log2 ratios from which on a segment is a loss or a gain, as in -0.25,0.2.",
      valueName: "LO,HI"))
  var log2Thresholds: String?

  enum DeclaredType: String, ExpressibleByArgument, CaseIterable {
    case loss, gain
  }

  func validate() throws {
    if minSize < 1 { throw ValidationError("--min-size \(minSize): at least 1 base is needed") }
    for (name, least) in [("--min-probes", minProbes), ("--min-length", minLength)] {
      if let least, least < 1 { throw ValidationError("\(name) \(least): write 1 or more") }
    }
    if samples != nil, samplesFile != nil { throw ValidationError("-s and -S: give one of them") }
    var probe = ReadingOptions()
    for text in sex where !probe.readSex(text) {
      throw ValidationError("--sex \(text): write SAMPLE=male or SAMPLE=female")
    }
    do {
      _ = try tableOptions(TableOptions())
    } catch let fault as TableFlagFault {
      throw ValidationError("\(fault.flag): \(fault.fault.explanation)")
    }
  }

  /// The inputs, standard input where none is given.
  ///
  /// - Throws: when that would be a terminal.
  func inputPaths() throws(ConfigurationFault) -> [String] {
    if inputs.isEmpty && isatty(STDIN_FILENO) == 1 { throw .terminalInput }
    return inputs.isEmpty ? ["-"] : inputs
  }

  func options() throws -> ReadingOptions {
    var options = ReadingOptions()
    options.format = format
    options.build = genomeBuild
    options.declaredType = type.map { $0 == .loss ? .loss : .gain }
    options.minimumLength = minSize
    options.trustsBreakends = trustBreakends
    if let samples { options.samples = SampleSelection(list: samples) }
    if let samplesFile { options.samples = try SampleSelection(file: samplesFile) }
    options.splitsSamples = splitSamples
    options.gates = QualityGates(minimumProbes: minProbes, minimumLength: minLength)
    options.filters = applyFilters?.split(separator: ",").map { Array($0.utf8) }
    if let ped { options.sexes = try PedFile(path: ped).sexes }
    options.table = try tableOptions(
      try profile.map { try TableProfile(path: $0).options } ?? TableOptions())
    for text in sex { _ = options.readSex(text) }
    try places.apply(to: &options)
    return options
  }

  private struct TableFlagFault: Error {
    let flag: String
    let fault: TableOptionFault
  }

  /// What the flags say of tables; they come before the profile, and `--map` replaces the profile's.
  private func tableOptions(_ profile: TableOptions) throws -> TableOptions {
    var options = profile
    if !map.isEmpty { options.columns = [:] }
    var flag = "--map"
    do throws(TableOptionFault) {
      for text in map { try options.readMap(text) }
      flag = "--type-map"
      for text in typeMap { try options.readTypes(text) }
      flag = "--base"
      if let base { try options.readBase(base) }
      flag = "--decimal"
      if let decimal { try options.readDecimal(decimal) }
      flag = "--chrom-codes"
      if let chromCodes { try options.readCodes(chromCodes) }
      flag = "--log2-thresholds"
      if let log2Thresholds { try options.readThresholds(log2Thresholds) }
    } catch {
      throw TableFlagFault(flag: flag, fault: error)
    }
    return options
  }
}

extension CallFormat: ExpressibleByArgument {}

extension GenomeBuild: ExpressibleByArgument {
  /// `GRCh37`, `GRCh38` and what else files call them.
  public init?(argument: String) { self.init(name: argument) }

  public static var allValueStrings: [String] { allCases.map(\.name) }
}
