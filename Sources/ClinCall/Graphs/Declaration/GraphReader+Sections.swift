// SPDX-License-Identifier: MIT

import Annotation
import Calls
import Classification
import Reports

extension GraphReader {
  mutating func readStage(_ name: GraphText, _ given: OptionReader) {
    var options = given
    defer { problems += options.problems }
    let uses = options.text("uses", isNeeded: true)
    let from = options.text("from", isNeeded: true)
    let known = StageKind.keys.map(\.word)
    guard let uses else { return }
    guard let (word, keys) = StageKind.keys.first(where: { $0.word == uses.text }) else {
      options.note(.unknownKind(uses.text, .stage, known: known), at: uses.mark)
      return
    }
    options.allow(["uses", "from"] + keys)
    let kind: StageKind
    switch word {
    case "dosage": kind = .dosage(Self.dosage(&options))
    case "genes": kind = .genes
    case "filter": kind = .filter(FilterOptions(&options))
    case "region": kind = .region(Self.regions(&options))
    case "sample": kind = .sample(options.texts("samples", isNeeded: true))
    default: kind = .tee
    }
    guard let from else { return }
    declaration.stages.append(.init(name: name, kind: kind, from: from))
  }

  private static func dosage(_ options: inout OptionReader) -> DosageOptions {
    var dosage = DosageOptions()
    dosage.kb = options.text("kb")
    dosage.rubric = options.word("rubric", known: Rubric.allCases.map(\.rawValue)) {
      Rubric(rawValue: $0)
    }
    dosage.slack = options.number("region_slack", from: 0, to: 1_000_000).map { Int32($0) }
    dosage.evidence = options.text("evidence")
    dosage.labCalls = options.text("lab_calls")
    dosage.reference = options.text("reference")
    return dosage
  }

  private static func regions(_ options: inout OptionReader) -> RegionOptions {
    var regions = RegionOptions()
    regions.file = options.text("file")
    for text in options.texts("regions") where !text.isOpen {
      if let region = Region(text.text) {
        regions.written.append((text, region))
      } else {
        options.note(.badRegion(text.text), at: text.mark)
      }
    }
    if !options.has("regions"), !options.has("file") {
      options.note(.missingKey("regions", of: options.owner), at: options.name.mark)
    }
    return regions
  }

  /// One set, or a list of columns and sets.
  private static func columns(_ options: inout OptionReader) -> CallColumns? {
    let texts = options.texts("columns")
    let known = texts.filter { text in
      options.word(text, key: "columns", known: CallColumns.words) {
        CallColumns.words.contains($0) ? $0 : nil
      } != nil
    }
    guard !texts.isEmpty, known.count == texts.count else { return nil }
    do {
      return try CallColumns(list: known.map(\.text).joined(separator: ","))
    } catch {
      if case .columnTwice(let column) = error {
        options.note(.columnTwice(column), at: options.mark(of: "columns"))
      }
      return nil
    }
  }

  /// A sink that tells of the whole run; false for the kinds that a stage feeds.
  private mutating func readSideFile(_ name: GraphText, _ options: inout OptionReader) -> Bool {
    guard let uses = options.text("uses"),
      let kind = GraphDeclaration.SideFile.Kind(rawValue: uses.text)
    else { return false }
    options.allow(["uses", "path"])
    if let first = declaration.sideFile(kind) {
      options.note(.sideFileTwice(kind.rawValue, firstLine: first.name.mark.line), at: name.mark)
    }
    if let path = options.text("path", isNeeded: true) {
      declaration.sideFiles.append(.init(name: name, kind: kind, path: path))
    }
    return true
  }

  mutating func readSink(_ name: GraphText, _ given: OptionReader) {
    var options = given
    defer { problems += options.problems }
    if readSideFile(name, &options) { return }
    options = given
    options.allow(["uses", "from", "path", "mode", "columns", "emit", "compression"])
    let uses = options.text("uses", isNeeded: true)
    let from = options.text("from", isNeeded: true)
    let path = options.text("path", isNeeded: true)
    let modes = AnnotateConfiguration.Mode.allCases.map(\.rawValue)
    let mode = options.word("mode", known: modes) { AnnotateConfiguration.Mode(rawValue: $0) }
    let emit: EmitRule?? = options.word("emit", known: ["auto"] + EmitRule.allCases.map(\.rawValue))
    {
      $0 == "auto" ? .some(nil) : EmitRule(rawValue: $0).map { .some($0) }
    }
    let compression = options.number("compression", from: 0, to: 9)
    let columns = Self.columns(&options)
    guard let uses else { return }
    let plain = OutputType.allCases.filter {
      $0 == .bcf || (!$0.isCompressed && $0 != .bcfPlain)
    }
    guard let type = plain.first(where: { $0.rawValue == uses.text }) else {
      let known = plain.map(\.rawValue) + GraphDeclaration.SideFile.Kind.allCases.map(\.rawValue)
      options.note(.unknownKind(uses.text, .sink, known: known), at: uses.mark)
      return
    }
    guard let from, let path else { return }
    if mode != nil, !type.isTSV {
      options.note(.onlyTable(key: "mode"), at: options.mark(of: "mode"))
    }
    if options.has("columns"), !type.isTSV || (mode ?? .call) != .call {
      options.note(.onlyCallTable(key: "columns"), at: options.mark(of: "columns"))
    }
    let suffix = OutputType(suffixOf: path.text)
    let isCompressed = compression.map { $0 > 0 } ?? (suffix?.isCompressed ?? false)
    let binary: OutputType? = type == .bcf ? (compression == 0 ? .bcfPlain : .bcf) : nil
    guard
      let written = binary ?? (isCompressed ? OutputType(rawValue: "\(type.rawValue).gz") : type)
    else {
      options.note(.neverCompressed(type.rawValue), at: options.mark(of: "compression"))
      return
    }
    if path.text != "-", !path.isOpen, let suffix, !suffix.allows(written) {
      options.note(
        .suffixDisagrees(path: path.text, suffix: suffix.rawValue, type: written.rawValue),
        at: path.mark)
    }
    var sink = GraphDeclaration.Sink(name: name, from: from, path: path, type: written)
    sink.mode = mode
    sink.columns = columns
    sink.emit = emit ?? nil
    sink.compressionLevel = compression
    declaration.sinks.append(sink)
  }
}
