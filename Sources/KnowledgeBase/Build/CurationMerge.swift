// SPDX-License-Identifier: MIT

internal import Genome

/// Unites the genes (or the regions) of all sources.
///
/// A gene is one NCBI Gene ID, else one symbol, else one HGNC id; a region is one ISCA id. BED genes have symbols
/// only and join the gene that a list gives this symbol, the newest list first, or that had it before and lies there:
/// a gene that was renamed is not withdrawn.
struct CurationMerge {
  private var sources: [CurationSource]
  /// For each curation, which row of which source states it, newest source first.
  private var statements: [[(source: Int, row: Int)]] = []
  private var byGeneID: [UInt32: Int] = [:]
  private var byID: [String: Int] = [:]
  private var byHGNC: [UInt32: Int] = [:]
  private let join: GeneJoin?
  private typealias Statement = (entry: (source: Int, row: Int), evaluation: Evaluation)

  /// The builds that any source gives places for; only there a feature without one is "unplaced".
  private let covered: Set<GenomeBuild>
  /// Whether any source but a previous knowledge base says something; alone that says nothing of today.
  private let isStated: Bool

  /// - Parameters:
  ///   - sources: of one role.
  ///   - genes: knows the names of genes; nil for regions.
  init(_ sources: [CurationSource], genes: GeneJoin? = nil) {
    join = genes
    self.sources = sources.sorted(by: CurationSource.isBefore)
    covered = Set(
      sources.filter { !$0.isPrevious }.flatMap { $0.curations.flatMap { $0.places.keys } })
    isStated = sources.contains { !$0.isPrevious }
    let lists = self.sources.indices.filter { !Self.isBED(self.sources[$0].kind) }
    let beds = self.sources.indices.filter { Self.isBED(self.sources[$0].kind) }
    // Lists first: they alone know which gene a symbol is.
    for source in lists + beds { join(source, listsKnown: !lists.isEmpty) }
    for index in statements.indices { statements[index].sort { $0.source < $1.source } }
  }

  private static func isBED(_ kind: SourceKind) -> Bool {
    kind == .haploinsufficiencyBED || kind == .triplosensitivityBED
  }

  private mutating func join(_ source: Int, listsKnown: Bool) {
    for (number, row) in sources[source].curations.enumerated() {
      let index: Int
      let hgncID = join?.hgncID(of: row) ?? 0
      let isBED = Self.isBED(sources[source].kind)
      if row.ncbiGeneID != 0, let known = byGeneID[row.ncbiGeneID] {
        index = known
      } else if let known = byID[row.id], row.ncbiGeneID == 0 || !hasGeneID(known) {
        index = known
      } else if hgncID != 0, let known = byHGNC[hgncID] {
        index = known
      } else {
        index = statements.count
        statements.append([])
        if !isBED && byID[row.id] != nil {
          sources[source].oddities.note(.symbolReused, line: row.line, row.id)
        }
      }
      // Without any list nothing could have been joined.
      if isBED && listsKnown && !isListed(index) {
        sources[source].rowsUnmatched += 1
        sources[source].oddities.note(.geneNotInList, line: row.line, row.id)
      }
      if row.ncbiGeneID != 0 { byGeneID[row.ncbiGeneID] = index }
      if byID[row.id] == nil { byID[row.id] = index }
      if hgncID != 0, byHGNC[hgncID] == nil { byHGNC[hgncID] = index }
      statements[index].append((source, number))
    }
  }

  private func isListed(_ index: Int) -> Bool {
    statements[index].contains { !Self.isBED(sources[$0.source].kind) }
  }

  private func hasGeneID(_ index: Int) -> Bool {
    statements[index].contains { sources[$0.source].curations[$0.row].ncbiGeneID != 0 }
  }

  /// The merged curations, and the sources with what merging found odd about them.
  consuming func merged() -> (curations: [MergedCuration], sources: [CurationSource]) {
    var curations: [MergedCuration] = []
    guard isStated else { return ([], sources) }
    curations.reserveCapacity(statements.count)
    for index in sources.indices where sources[index].isPrevious { sources[index].rowsUsed = 0 }
    for rows in statements { curations.append(curation(rows)) }
    return (curations, sources)
  }

  private mutating func curation(_ rows: [(source: Int, row: Int)]) -> MergedCuration {
    let stated = rows.map { sources[$0.source].curations[$0.row] }
    let list = stated.first { $0.hi != nil && $0.ts != nil }
    var hi = Evaluation(score: .missing)
    var ts = Evaluation(score: .missing)
    let isHICurrent = decide(.hi, rows, into: &hi)
    let isTSCurrent = decide(.ts, rows, into: &ts)
    return MergedCuration(
      id: (list ?? stated[0]).id, name: (list ?? stated[0]).name,
      ncbiGeneID: stated.first { $0.ncbiGeneID != 0 }?.ncbiGeneID ?? 0,
      hgncID: stated.first { $0.hgncID != 0 }?.hgncID ?? 0,
      cytoband: stated.first { !$0.cytoband.isEmpty }?.cytoband ?? "",
      places: places(rows), hi: hi, ts: ts,
      evaluated: isHICurrent && isTSCurrent ? list?.evaluated ?? "" : "")
  }

  /// Decides one direction: the newest statement wins, and a newer complete list without the feature
  /// withdraws what was public.
  ///
  /// - Returns: whether the details (PubMed ids, disease, date) belong to the score that won.
  private mutating func decide(
    _ direction: Direction, _ rows: [(source: Int, row: Int)], into result: inout Evaluation
  ) -> Bool {
    var statements: [Statement] = []
    for entry in rows {
      let row = sources[entry.source].curations[entry.row]
      guard let evaluation = row[keyPath: direction.evaluation] else { continue }
      statements.append((entry, evaluation))
    }
    // Rows of our own tables carry their own dates; of one date the order of sources stands.
    statements.sort { a, b in
      let isPrevious = sources[a.entry.source].isPrevious
      if isPrevious != sources[b.entry.source].isPrevious { return !isPrevious }
      let (first, second) = (a.evaluation.from?.text ?? "", b.evaluation.from?.text ?? "")
      return first == second ? a.entry.source < b.entry.source : first > second
    }
    guard let (winner, newest) = statements.first else { return true }
    result = newest
    let fullest = statements.first { !Self.isBED(sources[$0.entry.source].kind) }
    noteDisagreements(statements, direction)
    var isCurrent = true
    if let detail = fullest?.evaluation, Self.isBED(sources[winner.source].kind) {
      if detail.score == newest.score {
        result.disease = detail.disease
        result.pmids = detail.pmids
      } else {
        isCurrent = false
        let row = sources[winner.source].curations[winner.row]
        sources[winner.source].oddities.note(
          .detailsOutdated, line: row.line,
          "\(row.id) \(direction.word) \(detail.score.word) -> \(newest.score.word)")
      }
    }
    if sources[winner.source].isPrevious {
      withdrawPrevious(&result, direction, winner: winner)
    } else {
      withdraw(&result, direction, winner: winner)
    }
    return isCurrent
  }

  private mutating func noteDisagreements(
    _ statements: [Statement], _ direction: Direction
  ) {
    guard let winner = statements.first?.evaluation else { return }
    for (entry, evaluation) in statements.dropFirst()
    where evaluation.from == winner.from && evaluation.from != nil
      && evaluation.score != winner.score && !sources[entry.source].isPrevious
    {
      let row = sources[entry.source].curations[entry.row]
      sources[entry.source].oddities.note(
        .scoreDisagreement, line: row.line,
        "\(row.id) \(direction.word) \(evaluation.score.word), not \(winner.score.word)")
    }
  }

  /// Everything newer than the newest statement lacks the feature, or it would have stated something.
  private mutating func withdraw(
    _ result: inout Evaluation, _ direction: Direction, winner: (source: Int, row: Int)
  ) {
    guard result.score.isPublicScore, let date = result.from else { return }
    let newer = sources.lazy.compactMap { source in
      direction.isCovered(by: source.kind) ? source.date : nil
    }.max()
    guard let newer, newer > date else { return }
    result.last = result.score
    result.lastDate = date
    result.score = .withdrawn
    result.from = newer
    let row = sources[winner.source].curations[winner.row]
    sources[winner.source].oddities.note(
      .withdrawn, line: row.line, "\(row.id) \(direction.word) \(result.last.word)")
  }

  /// What only a previous knowledge base has is withdrawn where a list of today covers it, else unknown.
  private mutating func withdrawPrevious(
    _ result: inout Evaluation, _ direction: Direction, winner: (source: Int, row: Int)
  ) {
    let covering = sources.filter {
      !$0.isPrevious && (direction.isCovered(by: $0.kind) || $0.kind.isTable)
    }
    guard !covering.isEmpty, result.score.isPublicScore || result.score == .withdrawn else {
      result = Evaluation(score: .missing)
      return
    }
    sources[winner.source].rowsUsed += 1
    if result.score == .withdrawn { return }
    result.last = result.score
    result.lastDate = result.from
    result.score = .withdrawn
    result.from = covering.lazy.compactMap(\.date).max()
    let row = sources[winner.source].curations[winner.row]
    sources[winner.source].oddities.note(
      .withdrawn, line: row.line, "\(row.id) \(direction.word) \(result.last.word)")
  }

  /// Haploinsufficiency or triplosensitivity.
  private enum Direction {
    case hi, ts

    var word: String { self == .hi ? "HI" : "TS" }

    var evaluation: KeyPath<CurationRow, Evaluation?> { self == .hi ? \.hi : \.ts }

    /// Whether a feature's absence from a source means that no score is public.
    func isCovered(by kind: SourceKind) -> Bool {
      self == .hi ? kind.isCompleteForHI : kind.isCompleteForTS
    }
  }

  /// Per build the places that its newest source gives.
  private mutating func places(
    _ rows: [(source: Int, row: Int)]
  ) -> [GenomeBuild: [Placement]] {
    var result: [GenomeBuild: [Placement]] = [:]
    for build in GenomeBuild.allCases {
      var winner: [Placement]?
      for entry in rows {
        let row = sources[entry.source].curations[entry.row]
        guard let places = row.places[build] else { continue }
        guard let known = winner else {
          winner = places
          continue
        }
        for place in places where !known.contains(place) && !sources[entry.source].isPrevious {
          guard let other = known.first(where: { $0.contig == place.contig }) ?? known.first
          else { continue }
          sources[entry.source].oddities.note(
            .coordinateDisagreement, line: row.line, "\(row.id) \(place.text), not \(other.text)")
        }
      }
      result[build] = winner ?? (covered.contains(build) ? [] : nil)
    }
    return result
  }
}
