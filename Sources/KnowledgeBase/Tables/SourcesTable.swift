// SPDX-License-Identifier: MIT

internal import Files
internal import Genome

/// `sources.tsv`: which releases the facts of the tables beside it come from.
enum SourcesTable {
  /// The origins in the folder of `path`; none where the folder has no such file.
  ///
  /// - Throws: for a file that is there and cannot be read or understood.
  static func read(beside path: String) throws(KnowledgeBaseError) -> [SourceOrigin] {
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    let file: SourceFile
    do throws(KnowledgeBaseError) {
      file = try SourceFile(SourceArgument(path: folder + FactTable.sourcesFile))
    } catch {
      if case .file(.notFound) = error { return [] }
      throw error
    }
    return try origins(file)
  }

  static func origins(_ file: SourceFile) throws(KnowledgeBaseError) -> [SourceOrigin] {
    guard file.lines[0].text == FactTable.Name.sources.firstLine else {
      let words = file.lines[0].text.split(separator: " ")
      throw .unknownTable(
        file: file.argument.path, name: words.count > 1 ? String(words[1]) : "",
        version: words.count > 2 ? String(words[2]) : "")
    }
    var oddities = Oddities()
    let rows = try FactRows(file, oddities: &oddities)
    var origins: [SourceOrigin] = []
    for row in rows.rows { origins.append(try origin(row, rows)) }
    return origins
  }

  private static func origin(
    _ row: (line: Int, cells: [String]), _ rows: FactRows
  ) throws(KnowledgeBaseError) -> SourceOrigin {
    guard let kind = try rows.value(row, "kind", { SourceKind(rawValue: $0) }) else {
      throw try rows.bad(row, "kind")
    }
    func number(_ column: String) throws(KnowledgeBaseError) -> Int {
      try rows.value(row, column) { Int($0) } ?? 0
    }
    let date = try rows.value(row, "release_date") { ReleaseDate(iso: $0) }
    let dateFrom = try rows.value(row, "date_from") { DateOrigin(rawValue: $0) }
    // Tables that were exported before there were gene models lack it.
    let hasStates = rows.columns.optionalCell("states") != nil
    return SourceOrigin(
      table: try rows.text(row, "table"), columns: try rows.text(row, "columns"), kind: kind,
      file: try rows.text(row, "file"),
      build: try rows.value(row, "build") { GenomeBuild(name: $0) }, releaseDate: date?.text,
      dateFrom: dateFrom ?? .unknown, rowsRead: try number("rows_read"),
      rowsUsed: try number("rows_used"), sha256: try rows.text(row, "sha256"),
      licence: try rows.text(row, "licence"), url: try rows.value(row, "url") { $0 },
      states: hasStates ? try rows.value(row, "states") { $0 } : nil)
  }

  /// The origins of everything in a knowledge base: direct sources, and those behind our own tables.
  static func origins(of manifest: Manifest) -> [SourceOrigin] {
    let origins = manifest.sources.flatMap { source in
      source.kind.isTable
        ? source.origins
        : FactTable.Name.tables(source.kind.role, build: source.build).map {
          SourceOrigin(source, table: $0)
        }
    }
    return Set(origins).sorted { a, b in
      func key(_ o: SourceOrigin) -> (String, String, String, String) {
        (o.table, o.kind.rawValue, o.file, o.sha256)
      }
      return key(a) < key(b)
    }
  }
}

extension SourceOrigin {
  init(_ source: SourceRecord, table: FactTable.Name) {
    let place = source.build?.name.lowercased() ?? "grch37,grch38"
    let columns =
      switch source.kind {
      case .geneList: "symbol,ncbi_gene_id,cytoband,\(place),hi*,ts*,evaluated"
      case .haploinsufficiencyBED: "symbol,\(place),hi,hi_last*,hi_from"
      case .triplosensitivityBED: "symbol,\(place),ts,ts_last*,ts_from"
      case .regionList: "isca_id,name,cytoband,\(place),hi*,ts*,evaluated"
      case .recurrentBED: "build,location,name"
      case .hgncSet: table == .geneGroups ? "*" : "hgnc_id"
      case .constraintV2: "pli,loeuf"
      case .constraintV4: "pli_v4,loeuf_v4"
      default: "*"
      }
    self.init(
      table: table.rawValue, columns: columns, kind: source.kind,
      file: source.file, build: source.build, releaseDate: source.releaseDate,
      dateFrom: source.dateFrom, rowsRead: source.rowsRead, rowsUsed: source.rowsUsed,
      sha256: source.sha256, licence: source.licence, url: source.url, states: source.states)
  }
}
