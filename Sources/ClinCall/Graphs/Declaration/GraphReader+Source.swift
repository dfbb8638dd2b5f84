// SPDX-License-Identifier: MIT

import CallFiles
import Calls
import Genome

extension GraphReader {
  /// The keys of a source: the reading options of the command line, with `_` for `-`.
  private static var sourceKeys: [String] {
    [
      "uses", "path", "name", "format", "build", "type", "samples", "samples_file",
      "split_samples", "apply_filters", "sex", "ped", "regions", "regions_file", "targets",
      "targets_file", "shard", "min_size", "min_probes", "min_length", "trust_breakends",
      "profile",
    ] + tableKeys
  }

  private static var tableKeys: [String] {
    ["map", "base", "type_map", "decimal", "chrom_codes", "log2_thresholds"]
  }

  mutating func readSource(_ name: GraphText, _ given: OptionReader) {
    var options = given
    defer { problems += options.problems }
    options.allow(Self.sourceKeys)
    let uses = options.text("uses", isNeeded: true)
    if let uses, uses.text != "calls" {
      options.note(.unknownKind(uses.text, .source, known: ["calls"]), at: uses.mark)
    }
    var source = GraphDeclaration.Source(name: name)
    source.paths = options.texts("path", isNeeded: true)
    source.standardInputName = options.text("name")?.text
    Self.readFormat(&options, &source.reading)
    Self.readSamples(&options, &source)
    Self.readPlaces(&options, &source)
    Self.readTable(&options, &source)
    declaration.sources.append(source)
  }

  private static func readFormat(_ options: inout OptionReader, _ reading: inout ReadingOptions) {
    reading.format = options.word("format", known: CallFormat.allCases.map(\.rawValue)) {
      CallFormat(rawValue: $0)
    }
    reading.build = options.word("build", known: GenomeBuild.allCases.map(\.name)) {
      GenomeBuild(name: $0)
    }
    reading.declaredType = options.word("type", known: ["loss", "gain"]) {
      $0 == "loss" ? .loss : $0 == "gain" ? .gain : nil
    }
    if let size = options.number("min_size", from: 1, to: Int(Int32.max)) {
      reading.minimumLength = Int32(size)
    }
    reading.trustsBreakends = options.isTrue("trust_breakends")
    let filters = options.texts("apply_filters")
    if !filters.isEmpty { reading.filters = filters.map { Array($0.text.utf8) } }
    func least(_ key: String) -> Int32? {
      options.number(key, from: 1, to: Int(Int32.max)).map { Int32($0) }
    }
    reading.gates = QualityGates(
      minimumProbes: least("min_probes"), minimumLength: least("min_length"))
  }

  private static func readSamples(
    _ options: inout OptionReader, _ source: inout GraphDeclaration.Source
  ) {
    options.refuseBoth("samples", "samples_file")
    let samples = options.texts("samples")
    if !samples.isEmpty {
      source.reading.samples = SampleSelection(list: samples.map(\.text).joined(separator: ","))
    }
    source.files.samples = options.text("samples_file")
    source.files.pedigree = options.text("ped")
    source.reading.splitsSamples = options.isTrue("split_samples")
    for text in options.texts("sex") where !text.isOpen {
      if !source.reading.readSex(text.text) { options.note(.badSex(text.text), at: text.mark) }
    }
  }

  private static func readPlaces(
    _ options: inout OptionReader, _ source: inout GraphDeclaration.Source
  ) {
    options.refuseBoth("regions", "regions_file")
    options.refuseBoth("targets", "targets_file")
    var selection = RecordSelection()
    let regions = regions(options.texts("regions"), &options)
    if !regions.isEmpty { selection.regions = RegionSet(regions) }
    var targets = options.texts("targets")
    if let first = targets.first, first.text.hasPrefix("^") {
      selection.excludesTargets = true
      targets[0].text.removeFirst()
    }
    let targeted = Self.regions(targets, &options)
    if !targeted.isEmpty { selection.targets = RegionSet(targeted) }
    if selection.hasPlaces { source.reading.selection = selection }
    source.files.regions = options.text("regions_file")
    source.files.targets = options.text("targets_file")
    if let text = options.text("shard"), !text.isOpen {
      source.reading.shard = Shard(text.text)
      if source.reading.shard == nil { options.note(.badShard(text.text), at: text.mark) }
    }
  }

  private static func regions(_ texts: [GraphText], _ options: inout OptionReader) -> [Region] {
    var regions: [Region] = []
    for text in texts where !text.isOpen {
      if let region = Region(text.text) {
        regions.append(region)
      } else {
        options.note(.badRegion(text.text), at: text.mark)
      }
    }
    return regions
  }

  private static func readTable(
    _ options: inout OptionReader, _ source: inout GraphDeclaration.Source
  ) {
    source.files.profile = options.text("profile")
    for key in tableKeys {
      for text in options.texts(key) where !text.isOpen {
        do {
          try source.reading.table.read(key.replacing("_", with: "-"), text.text)
        } catch {
          options.note(.tableOption(key: key, error), at: text.mark)
        }
      }
    }
  }
}
