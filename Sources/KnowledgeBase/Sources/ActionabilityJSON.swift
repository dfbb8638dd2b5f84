// SPDX-License-Identifier: MIT

/// Reads the JSON of clinical actionability, whichever endpoint it comes from.
///
/// * nested, `/ac/{Adult,Pediatric}/api/summ`: a list of topics with an object for each age group;
/// * flat, `?flavor=flat`: the columns of ``ActionabilityTable``;
/// * `/api/actionability` of ClinGen's site: genes with parallel lists of diseases and assertions.
///
/// Oddities count list elements from 1 in place of lines.
///
/// - Source: clinical-data study, section 3, and transcribed elements; no whole file was at hand.
enum ActionabilityJSON {
  /// - Throws: ``KnowledgeBaseError/notJSON(file:)``,
  ///   ``KnowledgeBaseError/missingKey(file:record:key:)``, ``KnowledgeBaseError/noRows(file:)``.
  static func read(_ file: SourceFile) throws(KnowledgeBaseError) -> CurationSource {
    let json = try JSONValue.read(file)
    let path = file.argument.path
    if let columns = json["columns"]?.elements, let rows = json["rows"]?.elements {
      let names = columns.map(\.string)
      return try flat(file, names, rows.map { ($0.elements ?? []).map(\.string) })
    }
    let list = json.elements ?? json["rows"]?.elements
    guard let list else { throw .missingKey(file: path, record: 1, key: "rows") }
    guard let first = list.first else { throw .noRows(file: path) }
    if first["context"] != nil, first["context"]?.string.isEmpty == true {
      return try records(list, file, nested)
    }
    if first["symbol"] != nil {
      return try records(list, file, site)
    }
    guard first[ActionabilityTable.headerCell] != nil else {
      throw .missingKey(file: path, record: 1, key: ActionabilityTable.headerCell)
    }
    var names: Set<String> = []
    for case .object(let members) in list { names.formUnion(members.keys) }
    let sorted = names.sorted()
    return try flat(
      file, sorted, list.map { record in sorted.map { record[$0]?.string ?? "" } })
  }

  private static func flat(
    _ file: SourceFile, _ names: [String], _ rows: [[String]]
  ) throws(KnowledgeBaseError) -> CurationSource {
    let columns = SourceColumns(file: file.argument.path, line: 1, names: names)
    if rows.isEmpty { throw .noRows(file: file.argument.path) }
    for (index, cells) in rows.enumerated() where cells.count < names.count {
      throw .tooFewCells(
        file: file.argument.path, line: index + 1, expected: names.count, found: cells.count,
        isLast: index == rows.count - 1)
    }
    return try ActionabilityTable.read(
      file, columns, rows.enumerated().map { ($0.offset + 1, $0.element) }, Oddities())
  }

  /// What is carried from element to element.
  private struct Reading {
    let path: String
    let from: ReleaseDate?
    var oddities = Oddities()
    var collected = ActionabilityCollector()
  }

  /// - Parameter read: takes one element and says whether it gave a curation.
  private static func records(
    _ list: [JSONValue], _ file: SourceFile,
    _ read: (JSONValue, Int, inout Reading) throws(KnowledgeBaseError) -> Bool
  ) throws(KnowledgeBaseError) -> CurationSource {
    let dated = CurationSource.date(of: file.argument, inFile: nil)
    var reading = Reading(path: file.argument.path, from: dated.date)
    var source = CurationSource(
      kind: .actionability, argument: file.argument, sha256: file.sha256, build: nil,
      date: dated.date, dateOrigin: dated.origin)
    source.rowsRead = list.count
    for (index, record) in list.enumerated() where try read(record, index + 1, &reading) {
      source.rowsUsed += 1
    }
    source.actionability = reading.collected.rows
    source.oddities = reading.oddities
    return source
  }

  private static func nested(
    _ record: JSONValue, _ number: Int, _ reading: inout Reading
  ) throws(KnowledgeBaseError) -> Bool {
    guard let topic = record["docId"]?.string, !topic.isEmpty else {
      throw .missingKey(file: reading.path, record: number, key: "docId")
    }
    guard case .object(let contexts)? = record["context"] else {
      throw .missingKey(file: reading.path, record: number, key: "context")
    }
    let modes = (record["modesOfInheritance"]?.elements ?? []).map(\.string)
    let codes = modes.map {
      GeneCells.mode($0, key: topic, line: number, noting: &reading.oddities)
    }
    var isUsed = false
    for (name, value) in contexts.sorted(by: { $0.key < $1.key }) {
      guard let context = ActionabilityTerms.context(name) else {
        reading.oddities.note(.unknownTerm, line: number, "\(topic) \(name)")
        continue
      }
      let status = value["status"]?["overall"]?.string ?? ""
      guard
        ActionabilityTerms.isPublic(
          status, topic: "\(topic) \(context.word)", line: number, noting: &reading.oddities)
      else { continue }
      let genes = value["genes"]?.elements ?? []
      if genes.isEmpty {
        reading.oddities.note(.noGene, line: number, "\(topic) \(context.word)")
      }
      let isRuledOut = value["status"]?["stg1"]?.string == "Failed"
      let shared = value.texts(under: ["consensusAssertion"]).first ?? ""
      let scores = ActionabilityScores.sorted(
        (value["outcomes"]?.texts(under: ["overall"]) ?? []).filter { $0 != "N/A" && !$0.isEmpty })
      let day = value["release"]?["date"]?.string ?? ""
      for gene in genes {
        let symbol = gene["gene"]?.string ?? ""
        if symbol.isEmpty {
          throw .missingKey(file: reading.path, record: number, key: "gene")
        }
        let diseases = gene["diseases"]?.elements ?? []
        if diseases.isEmpty {
          reading.oddities.note(.noDisease, line: number, "\(topic) \(symbol)")
        }
        for disease in diseases.isEmpty ? [JSONValue.null] : diseases {
          let mondo = disease["preferredMondo"]?.string ?? ""
          let omim = disease["omim"]?.string ?? ""
          var word = ActionabilityTerms.assertion(
            disease.texts(under: ["consensusAssertion", "assertion"]).first ?? shared, line: number,
            noting: &reading.oddities)
          if word.isEmpty && isRuledOut { word = ActionabilityTerms.earlyRuleOut }
          reading.collected.add(
            ActionabilityRow(
              line: number, gene: GeneName(symbol: symbol),
              disease: !mondo.isEmpty
                ? DiseaseID.mondo(mondo) : omim.isEmpty ? "" : DiseaseID.omim(omim),
              label: disease["label"]?.string ?? record["disease"]?.string ?? "",
              context: context, assertion: word, scores: scores,
              modeOfInheritance: codes.count == 1 ? codes[0] : "",
              date: day.isEmpty
                ? ""
                : GeneCells.day(day, key: topic, line: number, noting: &reading.oddities),
              report: value["@id"]?.string ?? record["iri"]?.string ?? "", topic: topic,
              from: reading.from))
          isUsed = true
        }
      }
    }
    return isUsed
  }

  private static func site(
    _ record: JSONValue, _ number: Int, _ reading: inout Reading
  ) throws(KnowledgeBaseError) -> Bool {
    guard let symbol = record["symbol"]?.string, !symbol.isEmpty else {
      throw .missingKey(file: reading.path, record: number, key: "symbol")
    }
    guard let diseases = record["diseases"]?.elements else {
      throw .missingKey(file: reading.path, record: number, key: "diseases")
    }
    let gene = GeneName(
      symbol: symbol, hgncID: GeneIdentity.hgnc(record["hgnc_id"]?.string ?? ""))
    if gene.hgncID == 0 { reading.oddities.note(.oddHGNCID, line: number, symbol) }
    var isUsed = false
    for (key, context) in [
      ("adults", GeneActionability.Context.adult), ("pediatrics", .pediatric),
    ] {
      let words = record[key]?.elements ?? []
      if words.count != diseases.count && !words.isEmpty {
        reading.oddities.note(.unevenLists, line: number, "\(symbol) \(key)")
      }
      for (disease, value) in zip(diseases, words) where !value.isNull {
        // A word, or an object that holds it.
        let text =
          value.string.isEmpty
          ? value.texts(under: ["assertion", "classification", "label", "consensusAssertion"]).first
            ?? "" : value.string
        let report = value.texts(under: ["report", "iri", "url", "source"]).first ?? ""
        let day = value.texts(under: ["date", "report_date", "releaseDate"]).first ?? ""
        reading.collected.add(
          ActionabilityRow(
            line: number, gene: gene, disease: disease["curie"]?.string ?? "",
            label: disease["label"]?.string ?? "", context: context,
            assertion: ActionabilityTerms.assertion(
              text, line: number, noting: &reading.oddities),
            date: day.isEmpty
              ? "" : GeneCells.day(day, key: symbol, line: number, noting: &reading.oddities),
            report: report, topic: ActionabilityTerms.topic(inReport: report), from: reading.from))
        isUsed = true
      }
    }
    return isUsed
  }
}
