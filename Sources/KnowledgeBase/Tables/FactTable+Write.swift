// SPDX-License-Identifier: MIT

internal import Genome

extension KnowledgeBase {
  /// Writes every table as TSV into a folder, with `sources.tsv`; existing ones are replaced.
  ///
  /// Gene models, cytobands and interval records that are not there give no table.
  ///
  /// Compiling these tables and exporting again gives the same bytes.
  ///
  /// - Throws: ``KnowledgeBaseError/cannotCreateFolder(path:)``, ``KnowledgeBaseError/file(_:)``, and
  ///   what opening a store throws.
  package func export(folder: String) throws(KnowledgeBaseError) {
    try FolderOutput.write(tables(), to: folder)
  }

  /// The tables by file name.
  func tables() throws(KnowledgeBaseError) -> [(name: String, bytes: [UInt8])] {
    var origins = SourcesTable.origins(of: manifest)
    var tables: [(name: String, bytes: [UInt8])] = []
    for table in FactTable.Name.allCases {
      let rows = table == .sources ? FactTable.sourceRows(origins) : try rows(table)
      if table.isOptional && rows.isEmpty {
        origins.removeAll { $0.table == table.rawValue }
        continue
      }
      tables.append((table.fileName, FactTable.text(table, rows: rows, origins: origins)))
    }
    return tables
  }

  /// One table as it is exported.
  func text(_ table: FactTable.Name) throws(KnowledgeBaseError) -> [UInt8] {
    FactTable.text(
      table, rows: try rows(table), origins: SourcesTable.origins(of: manifest))
  }

  /// The rows of one table; those of the sources are all there are, whichever tables are empty.
  func rows(_ table: FactTable.Name) throws(KnowledgeBaseError) -> [[String]] {
    switch table {
    case .genes, .regions:
      FactTable.curationRows(
        [try dosage(for: .grch37), try dosage(for: .grch38)],
        kind: table == .genes ? .gene : .region)
    case .recurrent:
      FactTable.recurrentRows([try dosage(for: .grch37), try dosage(for: .grch38)])
    case .geneModels37: FactTable.geneModelRows(try genes(for: .grch37))
    case .geneModels38: FactTable.geneModelRows(try genes(for: .grch38))
    case .cytobands:
      FactTable.cytobandRows([try genes(for: .grch37), try genes(for: .grch38)])
    case .geneValidity: FactTable.validityRows(try curations(for: .grch38))
    case .actionability: FactTable.actionabilityRows(try curations(for: .grch38))
    case .geneConstraint, .dosageScores, .hiPredictions, .geneGroups:
      FactTable.scoreRows(try curations(for: .grch38), table)
    case .population37: PopulationTable.rows(try intervalRecords(for: .grch37))
    case .population38: PopulationTable.rows(try intervalRecords(for: .grch38))
    case .clinvarCNVs37: ClinVarCNVTable.rows(try intervalRecords(for: .grch37))
    case .clinvarCNVs38: ClinVarCNVTable.rows(try intervalRecords(for: .grch38))
    case .sources: FactTable.sourceRows(SourcesTable.origins(of: manifest))
    }
  }
}

extension FactTable {
  /// The notes under the first line; they begin with `# `.
  private static func notes(_ table: Name) -> [String] {
    switch table {
    case .genes, .regions:
      [
        "Facts of ClinGen's dosage sensitivity curations (CC0 1.0); sources.tsv names the releases.",
        "grch37, grch38: 1-based inclusive; several joined by ;  tbd: listed without a place  "
          + ".: not listed",
        "a withdrawn gene that no list has in a build stands at the place of its gene model",
        "hi, ts: score or state; *_last, *_last_date: last score of what is withdrawn and its "
          + "list's date",
        "*_from: release date of the list that decides the score; a missing value is .",
      ]
    case .recurrent:
      [
        "Facts of ClinGen's recurrent CNV file (CC0 1.0); sources.tsv names the release.",
        "location: 1-based inclusive; a build that no row has had no file at hand",
      ]
    case .geneModels37, .geneModels38:
      [
        "Gene models on \(table.build?.name ?? ""); sources.tsv names the releases.",
        "one row per transcript, best first; a gene without a model has one row, its strand may be "
          + "unknown and then stands as +",
        "location, cds, exons: 1-based inclusive; cds: first to last coding base with the stop "
          + "codon; hgnc_id: the number",
      ]
    case .cytobands:
      ["Cytobands of UCSC; sources.tsv names the releases.", "location: 1-based inclusive"]
    case .geneValidity:
      [
        "Facts of ClinGen's gene-disease validity curations (CC0 1.0); sources.tsv names the "
          + "releases.",
        "gene, disease and moi belong together; date: of the classification; from: release date of "
          + "the list that states it",
        "status: current, or withdrawn: a newer list lacks it",
      ]
    case .actionability:
      [
        "Facts of ClinGen's clinical actionability curations (CC0 1.0); sources.tsv names the "
          + "releases.",
        "scores: overall scores, highest first; moi: as the source gives it with the pair",
      ]
    case .geneConstraint:
      [
        "Constraint of gnomAD (CC0 1.0); sources.tsv names the releases.",
        "pli, loeuf: v2.1.1; pli_v4, loeuf_v4: v4.1; cut after six decimals, not rounded",
      ]
    case .dosageScores:
      [
        "pHaplo and pTriplo of Collins et al. 2022 (CC BY 4.0); sources.tsv names the release.",
        "cut after six decimals, not rounded",
      ]
    case .hiPredictions:
      ["DECIPHER's haploinsufficiency predictions, under DECIPHER's own terms."]
    case .geneGroups: ["HGNC's gene groups (CC0 1.0) of the modelled and curated genes."]
    case .population37, .population38:
      [
        "Copy-number variants of populations on \(table.build?.name ?? ""); sources.tsv names the "
          + "releases and their licences.",
        "location: 1-based inclusive; counted: whether count and number are of alleles or of people",
        "frequency: as the source states it; male_*, female_*: on X and Y, where the source tells",
      ]
    case .clinvarCNVs37, .clinvarCNVs38:
      [
        "Copy-number variants of ClinVar on \(table.build?.name ?? ""); sources.tsv names the "
          + "release.",
        "location, inner, outer: 1-based inclusive",
      ]
    case .sources:
      ["The releases behind the tables of this folder; columns: which columns a release decides."]
    }
  }

  fileprivate static func text(
    _ table: Name, rows: [[String]], origins: [SourceOrigin]
  ) -> [UInt8] {
    var text = table.firstLine + "\n"
    // What a file says about itself, as that its models were lifted over.
    let stated = origins.compactMap { $0.table == table.rawValue ? $0.states : nil }
    for note in notes(table) + stated.map({ "source states: \($0)" }) { text += "# \(note)\n" }
    for row in [columns(table)] + rows {
      // A table cell never holds a TAB or a line end: every cell came out of one.
      text += row.joined(separator: "\t") + "\n"
    }
    return Array(text.utf8)
  }

  /// One row per gene or region, by id; the scores are the same in both builds.
  fileprivate static func curationRows(_ stores: [DosageStore], kind: FeatureKind) -> [[String]] {
    struct Entry {
      var store: DosageStore
      var feature: DosageFeature
      var places: [GenomeBuild: [Placement]] = [:]
    }
    var entries: [String: Entry] = [:]
    for store in stores {
      for feature in store.features + store.unplaced where feature.kind == kind {
        let key = feature.ncbiGeneID == 0 ? store.string(feature.id) : "#\(feature.ncbiGeneID)"
        var entry = entries[key] ?? Entry(store: store, feature: feature)
        if feature.contig.isAssembled {
          entry.places[store.build, default: []].append(
            Placement(contig: feature.contig, interval: feature.interval))
        } else if entry.places[store.build] == nil {
          entry.places[store.build] = []
        }
        entries[key] = entry
      }
    }
    let sorted = entries.values.map { ($0.store.string($0.feature.id), $0) }.sorted { a, b in
      a.0 == b.0
        ? a.1.feature.ncbiGeneID < b.1.feature.ncbiGeneID
        : FeatureDraft.isBefore(text: a.0, b.0)
    }
    return sorted.map { id, entry in
      let store = entry.store
      let feature = entry.feature
      func cell(_ id: StringID) -> String { Self.cell(store.string(id)) }
      func places(_ build: GenomeBuild) -> String {
        guard let places = entry.places[build] else { return "." }
        return places.isEmpty ? "tbd" : places.sorted().map(\.text).joined(separator: ";")
      }
      let about =
        kind == .region
        ? [id, cell(feature.name)] : [id, Self.cell(feature.ncbiGeneID), Self.cell(feature.hgncID)]
      return about + [
        cell(feature.cytoband), places(.grch37), places(.grch38), feature.hi.word,
        cell(feature.hiText), feature.hiLast.word, cell(feature.hiLastDate),
        cell(feature.hiDisease), cell(feature.hiPMIDs), cell(feature.hiFrom), feature.ts.word,
        cell(feature.tsText), feature.tsLast.word, cell(feature.tsLastDate),
        cell(feature.tsDisease), cell(feature.tsPMIDs), cell(feature.tsFrom),
        cell(feature.evaluated),
      ]
    }
  }

  fileprivate static func recurrentRows(_ stores: [DosageStore]) -> [[String]] {
    stores.flatMap { store in
      store.features.lazy.filter { $0.kind == .recurrent }.map { feature in
        [
          store.build.name, store.string(feature.id), store.string(feature.name),
          cell(store.string(feature.scoresFrom)),
        ]
      }
    }
  }

  fileprivate static func sourceRows(_ origins: [SourceOrigin]) -> [[String]] {
    origins.map { origin in
      [
        origin.table, origin.columns, origin.kind.rawValue, origin.file,
        origin.build?.name ?? ".", origin.releaseDate ?? ".", origin.dateFrom.rawValue,
        String(origin.rowsRead), String(origin.rowsUsed), origin.sha256, origin.licence,
        origin.url ?? ".", origin.states ?? ".",
      ]
    }
  }
}
