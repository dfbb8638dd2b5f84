// SPDX-License-Identifier: MIT

import ArgumentParser
import CallFiles
import Calls
import ClinCall

/// The options that choose records by their place, with bcftools' letters.
struct RegionOptionGroup: ParsableArguments {
  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "Only calls that overlap a region: chr22, chr22:18924719-21111383, joined by commas.",
      valueName: "LIST"))
  var regions: String?

  @Option(
    name: [.customShort("R"), .long],
    help: ArgumentHelp(
      "File of regions: BED by its suffix, else CONTIG, POS or CONTIG, FIRST, LAST, 1-based.",
      valueName: "FILE"))
  var regionsFile: String?

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "As -r; ^LIST leaves the calls in the regions out.", valueName: "LIST")
  )
  var targets: String?

  @Option(
    name: [.customShort("T"), .long],
    help: ArgumentHelp("As -R; ^FILE leaves the calls in the regions out.", valueName: "FILE"))
  var targetsFile: String?

  @Option(
    help: ArgumentHelp(
      "The I-th of N parts of the genome: records whose start lies in it.", valueName: "I/N"))
  var shard: String?

  func validate() throws {
    if regions != nil, regionsFile != nil { throw ValidationError("-r and -R: give one of them") }
    if targets != nil, targetsFile != nil { throw ValidationError("-t and -T: give one of them") }
    if let shard, Shard(shard) == nil {
      throw ValidationError(
        "--shard \(shard): write I/N, the number of the shard and how many there are, as 1/4")
    }
  }

  func apply(to options: inout ReadingOptions) throws {
    var selection = RecordSelection()
    if let regions { selection.regions = try RegionSet(list: regions, option: "-r") }
    if let regionsFile { selection.regions = try RegionSet(file: regionsFile) }
    if let targets {
      selection.excludesTargets = targets.hasPrefix("^")
      let list = selection.excludesTargets ? String(targets.dropFirst()) : targets
      selection.targets = try RegionSet(list: list, option: "-t")
    }
    if let targetsFile {
      selection.excludesTargets = targetsFile.hasPrefix("^")
      selection.targets = try RegionSet(
        file: selection.excludesTargets ? String(targetsFile.dropFirst()) : targetsFile)
    }
    if selection.hasPlaces { options.selection = selection }
    options.shard = shard.flatMap { Shard($0) }
  }
}
