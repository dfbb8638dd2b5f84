// SPDX-License-Identifier: MIT

internal import Genome

/// Unites what all gene-keyed sources say about each gene: validity, actionability, predictions, groups.
///
/// Free of build. Sources go newest first; every row of every source is used, counted as unmatched, or
/// counted as an oddity.
struct GeneCurationMerge {
  private let join: GeneJoin
  private var sources: [CurationSource]
  private var drafts: [GeneJoin.Identity: CuratedGeneDraft] = [:]
  /// By source: the lines that gave something.
  private var usedLines: [Set<Int>]
  private var unmatchedLines: [Set<Int>]
  private var counts: [JoinCounts]
  /// Places of symbols of GENCODE v19's age, from those score tables that have places.
  private var places: [String: BuildPlace] = [:]

  /// - Parameters:
  ///   - sources: of the gene-keyed roles, and HGNC's sets for the gene groups.
  ///   - join: knows the genes of the gene models and of HGNC.
  static func merged(
    _ sources: [CurationSource], join: GeneJoin
  ) -> (genes: [CuratedGeneDraft], sources: [CurationSource]) {
    var merge = GeneCurationMerge(sources, join: join)
    merge.addValidity()
    merge.addActionability()
    merge.addScores()
    merge.addGroups()
    return merge.finished()
  }

  private init(_ sources: [CurationSource], join: GeneJoin) {
    self.join = join
    self.sources = sources.sorted(by: CurationSource.isBefore)
    usedLines = Array(repeating: [], count: sources.count)
    unmatchedLines = Array(repeating: [], count: sources.count)
    counts = Array(
      repeating: JoinCounts(examplesKept: GeneJoin.namesKept), count: sources.count)
    for source in self.sources {
      for row in source.scores {
        if let place = row.gene.place, places[row.gene.symbol] == nil {
          places[row.gene.symbol] = place
        }
      }
    }
  }

  /// The gene of a row; nil, counted and remembered, where nothing fits.
  private mutating func identity(
    _ name: GeneName, _ source: Int, lines: [Int]
  ) -> (identity: GeneJoin.Identity, route: JoinRoute)? {
    var name = name
    if name.hgncID == 0, name.place == nil { name.place = places[name.symbol] }
    let found = join.find(name)
    counts[source].note(found.route, name.symbol)
    guard let identity = found.identity else {
      unmatchedLines[source].formUnion(lines)
      return nil
    }
    return (identity, found.route)
  }

  private mutating func change(
    _ identity: GeneJoin.Identity, named symbol: String, isTable: Bool,
    _ body: (inout CuratedGeneDraft) -> Void
  ) {
    var draft =
      drafts[identity]
      ?? CuratedGeneDraft(
        hgncID: identity.hgncID, ncbiGeneID: join.ncbiGeneID(identity.hgncID),
        // Our own tables carry the symbol that was chosen when they were made.
        symbol: isTable || identity.hgncID == 0
          ? symbol
          : join.nomenclature.symbol(identity.hgncID) ?? join.symbolByHGNC[identity.hgncID]
            ?? symbol)
    body(&draft)
    drafts[identity] = draft
  }

  // MARK: Validity

  /// The newest list speaks; what only an older one has is withdrawn.
  private mutating func addValidity() {
    let hasLists = sources.contains {
      $0.kind.role == .geneValidity && !$0.isPrevious && !$0.validity.isEmpty
    }
    var known = KnownValidity()
    var newest: CurationSource?
    for index in sources.indices {
      let source = sources[index]
      guard source.kind.role == .geneValidity || (!hasLists && source.kind == .activitySummary),
        // An older knowledge base alone says nothing about today.
        !source.validity.isEmpty, newest != nil || !source.isPrevious
      else { continue }
      var mine = KnownValidity()
      for var row in source.validity {
        guard let found = identity(row.gene, index, lines: [row.line]) else { continue }
        row.gene.hgncID = found.identity.hgncID
        mine.insert(row)
        if known.keys.contains(row.key) { continue }
        if let newest, source.isPrevious || isOlder(source, than: newest), !row.isWithdrawn {
          if known.assertions.contains(row.assertion) {
            sources[index].oddities.note(
              .rekeyed, line: row.line,
              "\(row.gene.symbol) \(row.disease) \(row.modeOfInheritance)")
            continue
          }
          row.isWithdrawn = true
          sources[index].oddities.note(
            .withdrawn, line: row.line, "\(row.gene.symbol) \(row.disease) \(row.word)")
        }
        usedLines[index].insert(row.line)
        change(found.identity, named: row.gene.symbol, isTable: source.kind.isTable) {
          $0.validity.append(row)
        }
      }
      known.keys.formUnion(mine.keys)
      known.assertions.formUnion(mine.assertions)
      if newest == nil { newest = source }
    }
  }

  /// What newer lists already state.
  private struct KnownValidity {
    var keys: Set<ValidityRow.Key> = []
    var assertions: Set<String> = []

    mutating func insert(_ row: ValidityRow) {
      keys.insert(row.key)
      let assertion = row.assertion
      if !assertion.isEmpty { assertions.insert(assertion) }
    }
  }

  private func isOlder(_ source: CurationSource, than newest: CurationSource) -> Bool {
    (source.date?.text ?? "") < (newest.date?.text ?? "")
  }

  // MARK: Actionability

  /// The newest list of a kind speaks for an age group.
  private mutating func addActionability() {
    struct Scope: Hashable {
      let kind: SourceKind
      let context: GeneActionability.Context
    }
    var newest: [Scope: String] = [:]
    func date(_ source: CurationSource) -> String { source.date?.text ?? "" }
    for source in sources where !source.kind.isTable {
      for context in Set(source.actionability.map(\.context)) {
        let scope = Scope(kind: source.kind, context: context)
        newest[scope] = max(newest[scope] ?? "", date(source))
      }
    }
    // Assertions first: scores of the same topic then stand beside them.
    for hasAssertion in [true, false] {
      for index in sources.indices {
        let source = sources[index]
        for var row in source.actionability where row.assertion.isEmpty != hasAssertion {
          let scope = Scope(kind: source.kind, context: row.context)
          if let newest = newest[scope], date(source) < newest { continue }
          let lines = [row.line] + row.moreLines
          guard let found = identity(row.gene, index, lines: lines) else { continue }
          row.gene.hgncID = found.identity.hgncID
          var isNew = false
          change(found.identity, named: row.gene.symbol, isTable: source.kind.isTable) {
            isNew = $0.add(row)
          }
          if isNew { usedLines[index].formUnion(lines) }
        }
      }
    }
  }

  // MARK: Scores

  private mutating func addScores() {
    for index in sources.indices where !sources[index].scores.isEmpty {
      let rows = sources[index].scores
      // A gene's own symbol before one that it had: two rows may have become one gene.
      var matches: [(row: GeneScoreRow, identity: GeneJoin.Identity, route: JoinRoute)] = []
      for row in rows {
        guard let found = identity(row.gene, index, lines: [row.line]) else { continue }
        matches.append((row, found.identity, found.route))
      }
      matches.sort { ($0.route, $0.row.line) < ($1.route, $1.row.line) }
      var taken: Set<GeneJoin.Identity> = []
      for (row, identity, _) in matches {
        guard taken.insert(identity).inserted else {
          sources[index].oddities.note(.repeatedGene, line: row.line, row.gene.symbol)
          continue
        }
        usedLines[index].insert(row.line)
        change(identity, named: row.gene.symbol, isTable: sources[index].kind.isTable) {
          $0.predictions.fill(from: row.predictions)
          if $0.groups.isEmpty { $0.groups = row.groups }
        }
      }
    }
  }

  /// HGNC's groups of the genes that are curated, predicted or modelled.
  private mutating func addGroups() {
    guard let set = sources.first(where: { !$0.nomenclature.isEmpty }) else { return }
    for row in set.nomenclature where !row.groups.isEmpty {
      let identity = GeneJoin.Identity(hgncID: row.hgncID, symbol: "")
      guard drafts[identity] != nil || join.places[row.hgncID] != nil else { continue }
      change(identity, named: row.symbol, isTable: false) {
        if $0.groups.isEmpty { $0.groups = Set(row.groups).sorted() }
      }
    }
  }

  /// Counts the rows of an activity summary that say nothing which has a place here: neither actionability, nor validity
  /// where no list of it is given.
  private mutating func noteUnused(_ index: Int) {
    let actionable = sources[index].actionability.flatMap { [$0.line] + $0.moreLines }
    let counted = usedLines[index].union(unmatchedLines[index]).union(actionable)
    let count = sources[index].rowsRead - counted.count
    sources[index].oddities.note(.withoutActionability, count: count, examples: [])
  }

  private consuming func finished() -> (genes: [CuratedGeneDraft], sources: [CurationSource]) {
    for index in sources.indices where sources[index].nomenclature.isEmpty {
      sources[index].rowsUsed = usedLines[index].count
      sources[index].rowsUnmatched = unmatchedLines[index].subtracting(usedLines[index]).count
      sources[index].joins = counts[index].counts
      if sources[index].kind == .activitySummary { noteUnused(index) }
      // What a newer source, or this one, had said already.
      let stated =
        sources[index].kind == .geneValidity
        ? sources[index].validity.map(\.line)
        : sources[index].actionability.flatMap { [$0.line] + $0.moreLines }
      let older = Set(stated).subtracting(usedLines[index]).subtracting(unmatchedLines[index])
      sources[index].oddities.note(.superseded, count: older.count, examples: [])
    }
    var genes = Array(drafts.values)
    for index in genes.indices {
      genes[index].validity.sort(by: ValidityRow.isBefore)
      genes[index].actionability.sort(by: ActionabilityRow.isBefore)
    }
    genes.sort(by: CuratedGeneDraft.isBefore)
    return (genes, sources.filter { $0.nomenclature.isEmpty })
  }
}

extension CuratedGeneDraft {
  /// Adds an actionability curation.
  ///
  /// A pair may have several: each topic, which is one report on one way to act, has an assertion of its own. What
  /// sources say of the same disease, age group and topic is one curation, of which the first, the newest, stands.
  ///
  /// - Returns: false where all of it was there.
  fileprivate mutating func add(_ row: ActionabilityRow) -> Bool {
    if row.assertion.isEmpty, !row.topic.isEmpty {
      let same = actionability.indices.filter {
        actionability[$0].topic == row.topic && actionability[$0].context == row.context
          && !actionability[$0].assertion.isEmpty
      }
      for index in same {
        actionability[index].scores = ActionabilityScores.sorted(
          actionability[index].scores + row.scores)
      }
      if !same.isEmpty { return true }
    }
    guard let index = actionability.firstIndex(where: { $0.isSameReport(as: row) }) else {
      actionability.append(row)
      return true
    }
    // What the newer one leaves open an older one may fill.
    let before = actionability[index]
    if actionability[index].assertion.isEmpty { actionability[index].assertion = row.assertion }
    if actionability[index].scores.isEmpty { actionability[index].scores = row.scores }
    if actionability[index].modeOfInheritance.isEmpty {
      actionability[index].modeOfInheritance = row.modeOfInheritance
    }
    return actionability[index] != before
  }
}
