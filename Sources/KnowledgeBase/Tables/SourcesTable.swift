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
    for row in rows.rows {
      guard let kind = try rows.value(row, "kind", { SourceKind(rawValue: $0) }) else {
        throw try rows.bad(row, "kind")
      }
      origins.append(
        SourceOrigin(
          table: try rows.text(row, "table"), columns: try rows.text(row, "columns"), kind: kind,
          file: try rows.text(row, "file"),
          build: try rows.value(row, "build") { GenomeBuild(name: $0) },
          releaseDate: try rows.value(row, "release_date") { ReleaseDate(iso: $0) }?.text,
          dateFrom: try rows.value(row, "date_from") { DateOrigin(rawValue: $0) } ?? .unknown,
          rowsRead: try rows.value(row, "rows_read") { Int($0) } ?? 0,
          rowsUsed: try rows.value(row, "rows_used") { Int($0) } ?? 0,
          sha256: try rows.text(row, "sha256"), licence: try rows.text(row, "licence"),
          url: try rows.value(row, "url") { $0 }))
    }
    return origins
  }

  /// The origins of everything in a knowledge base: direct sources, and those behind our own tables.
  static func origins(of manifest: Manifest) -> [SourceOrigin] {
    let origins = manifest.sources.flatMap { source in
      source.kind.isTable ? source.origins : [SourceOrigin(source)]
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
  init(_ source: SourceRecord) {
    let place = source.build?.name.lowercased() ?? "grch37,grch38"
    let columns =
      switch source.kind {
      case .geneList: "symbol,ncbi_gene_id,cytoband,\(place),hi*,ts*,evaluated"
      case .haploinsufficiencyBED: "symbol,\(place),hi,hi_last*,hi_from"
      case .triplosensitivityBED: "symbol,\(place),ts,ts_last*,ts_from"
      case .regionList: "isca_id,name,cytoband,\(place),hi*,ts*,evaluated"
      case .recurrentBED: "build,location,name"
      case .geneTable, .regionTable, .recurrentTable: "*"
      }
    self.init(
      table: FactTable.Name(source.kind.role).rawValue, columns: columns, kind: source.kind,
      file: source.file, build: source.build, releaseDate: source.releaseDate,
      dateFrom: source.dateFrom, rowsRead: source.rowsRead, rowsUsed: source.rowsUsed,
      sha256: source.sha256, licence: source.licence, url: source.url)
  }
}
