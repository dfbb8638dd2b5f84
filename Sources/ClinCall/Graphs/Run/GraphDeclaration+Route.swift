// SPDX-License-Identifier: MIT

import Calls
import Files
import Genome

extension GraphDeclaration {
  /// The tree of stages behind the source.
  func route(from source: Source) throws -> CallRoute {
    let onwards = try onwards(from: source.name.text, isRest: false)
    // One root: a source that feeds several is a fan-out of nothing.
    return onwards.count == 1 ? onwards[0] : .stage(.tee, name: source.name.text, onwards: onwards)
  }

  /// What a source, a stage, or the rest of a filter feeds, stages before sinks.
  private func onwards(from name: String, isRest: Bool) throws -> [CallRoute] {
    var routes: [CallRoute] = []
    for stage in stages {
      let feed = Feed(stage.from.text)
      guard feed.name == name, feed.isRest == isRest else { continue }
      routes += try route(through: stage)
    }
    for (number, sink) in sinks.enumerated() {
      let feed = Feed(sink.from.text)
      if feed.name == name, feed.isRest == isRest { routes.append(.output(number)) }
    }
    return routes
  }

  /// A stage; for a filter one for what passes and one for the rest, where each is wanted.
  private func route(through stage: Stage) throws -> [CallRoute] {
    let name = stage.name.text
    var routes: [CallRoute] = []
    for isRest in [false, true] {
      let onwards = try onwards(from: name, isRest: isRest)
      guard !onwards.isEmpty else { continue }
      let step: RouteStage
      switch stage.kind {
      case .dosage: step = .dosage
      case .tee, .genes: step = .tee
      case .sample(let samples): step = .samples(samples.map(\.text))
      case .region(let regions):
        step = .regions(try RegionSet(all(regions)), summary: regions.summary)
      case .filter(let options):
        step = .filter(
          CallFilter(options, symbols: try symbols(options.genes)), isRest: isRest)
      }
      routes.append(.stage(step, name: isRest ? "\(name).rest" : name, onwards: onwards))
    }
    return routes
  }

  /// The bytes of a list file; gene panels and target lists are far smaller.
  private static var largestList: Int { 64 << 20 }

  private func symbols(_ list: FilterOptions.GeneList?) throws -> [String] {
    guard case .file(let file) = list else { return [] }
    let symbols = try lines(of: file).map { $0.cells[0] }
    guard symbols.isEmpty else { return symbols }
    throw GraphError(path: path, problems: [.init(.emptyList(file.text), at: file.mark)])
  }

  private func all(_ options: RegionOptions) throws -> [Region] {
    var regions = options.written.map(\.region)
    guard let file = options.file else { return regions }
    for (number, cells) in try lines(of: file) {
      guard cells.count >= 3, let start = Int32(cells[1]), let end = Int32(cells[2]), start >= 0,
        start < end
      else {
        throw GraphError(
          path: file.text,
          problems: [
            .init(
              .badListLine(cells.joined(separator: "\t")), at: GraphMark(line: number, column: 1))
          ])
      }
      regions.append(
        Region(contigName: cells[0], interval: Interval(start: start, end: end)))
    }
    guard regions.isEmpty else { return regions }
    throw GraphError(path: path, problems: [.init(.emptyList(file.text), at: file.mark)])
  }

  /// The TAB-separated lines of a list, without blank ones, comments, and BED's `track` and `browser`.
  private func lines(of file: GraphText) throws -> [(number: Int, cells: [String])] {
    let bytes = try SmallFile.read(file.text, upTo: Self.largestList)
    guard bytes.count <= Self.largestList else {
      throw GraphError(
        path: path,
        problems: [.init(.listTooLarge(file.text, limit: Self.largestList), at: file.mark)])
    }
    let text = String(decoding: bytes, as: UTF8.self)
    var lines: [(number: Int, cells: [String])] = []
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated()
    {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      let first = cells.first ?? ""
      let isBlank = line.allSatisfy(\.isWhitespace)
      if isBlank || first.hasPrefix("#") || first.hasPrefix("track ")
        || first.hasPrefix("browser ")
      {
        continue
      }
      lines.append((index + 1, cells))
    }
    return lines
  }
}
