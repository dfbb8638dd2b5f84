// SPDX-License-Identifier: MIT

import CallFiles
import Calls

extension GraphDeclaration.Source {
  /// The reading options with what their files say.
  ///
  /// What the pipeline writes out goes before its files, as flags go before `--profile` and `--ped`.
  ///
  /// - Throws: `FileError` and what the readers of the files throw.
  func readingOptions() throws -> ReadingOptions {
    var options = reading
    if let file = files.samples { options.samples = try SampleSelection(file: file.text) }
    if let file = files.pedigree {
      options.sexes = try PedFile(path: file.text).sexes.merging(reading.sexes) { $1 }
    }
    if let file = files.profile {
      options.table = reading.table.above(try TableProfile(path: file.text).options)
    }
    var selection = options.selection ?? RecordSelection()
    if let file = files.regions { selection.regions = try RegionSet(file: file.text) }
    if let file = files.targets {
      selection.excludesTargets = file.text.hasPrefix("^")
      selection.targets = try RegionSet(
        file: selection.excludesTargets ? String(file.text.dropFirst()) : file.text)
    }
    if selection.hasPlaces { options.selection = selection }
    return options
  }
}

extension TableOptions {
  /// These options, and those of a profile where these say nothing; columns are one whole.
  fileprivate func above(_ profile: TableOptions) -> TableOptions {
    var options = profile
    if !columns.isEmpty { options.columns = columns }
    options.words.merge(words) { $1 }
    options.base = base ?? profile.base
    options.decimalMark = decimalMark ?? profile.decimalMark
    options.chromosomeCodes = chromosomeCodes ?? profile.chromosomeCodes
    options.log2Thresholds = log2Thresholds ?? profile.log2Thresholds
    return options
  }
}
