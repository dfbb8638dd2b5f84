// SPDX-License-Identifier: MIT

/// Reads the gene curations of a store whose structure is good, and checks every value.
struct CurationReader {
  private(set) var genes: [CuratedGene] = []
  private(set) var groups: [UInt32] = []
  private(set) var validity: [GeneValidity] = []
  private(set) var actionability: [GeneActionability] = []
  private let file: String
  private let textCount: UInt32

  /// - Throws: ``KnowledgeBaseError/badValue(file:section:row:)`` for what no writer of ours writes.
  init(_ file: StoreFile) throws(KnowledgeBaseError) {
    self.file = file.bytes.name
    textCount = UInt32(max(1, file.directory[.stringOffsets].count) - 1)
    let directory = file.directory
    try file.bytes.withBytes { (raw) throws(KnowledgeBaseError) in
      let group = StoreColumn<UInt32>(directory[.geneGroup])
      groups = (0..<group.count).map { group.value($0, raw) }
      try readValidity(raw, directory)
      try readActionability(raw, directory)
      try readGenes(raw, directory)
    }
  }

  private func bad(_ section: StoreSection, _ row: Int) -> KnowledgeBaseError {
    .badValue(file: file, section: section.title, row: row)
  }

  private func text(
    _ section: StoreSection, _ row: Int, _ raw: RawSpan, _ directory: StoreDirectory
  ) throws(KnowledgeBaseError) -> StringID {
    let id = StoreColumn<UInt32>(directory[section]).value(row, raw)
    guard id < textCount else { throw bad(section, row) }
    return StringID(rawValue: id)
  }

  private mutating func readValidity(
    _ raw: RawSpan, _ directory: StoreDirectory
  ) throws(KnowledgeBaseError) {
    let classes = StoreColumn<UInt8>(directory[.validityClass])
    let withdrawn = StoreColumn<UInt8>(directory[.validityWithdrawn])
    validity.reserveCapacity(classes.count)
    for row in 0..<classes.count {
      func text(_ section: StoreSection) throws(KnowledgeBaseError) -> StringID {
        try self.text(section, row, raw, directory)
      }
      guard let classification = ValidityClass(rawValue: classes.value(row, raw)) else {
        throw bad(.validityClass, row)
      }
      guard withdrawn.value(row, raw) <= 1 else { throw bad(.validityWithdrawn, row) }
      validity.append(
        GeneValidity(
          disease: try text(.validityDisease), label: try text(.validityLabel),
          modeOfInheritance: try text(.validityMode), classification: classification,
          word: try text(.validityWord), procedure: try text(.validityProcedure),
          panel: try text(.validityPanel), date: try text(.validityDate),
          report: try text(.validityReport), isWithdrawn: withdrawn.value(row, raw) == 1,
          from: try text(.validityFrom)))
    }
  }

  private mutating func readActionability(
    _ raw: RawSpan, _ directory: StoreDirectory
  ) throws(KnowledgeBaseError) {
    let contexts = StoreColumn<UInt8>(directory[.actionContext])
    actionability.reserveCapacity(contexts.count)
    for row in 0..<contexts.count {
      func text(_ section: StoreSection) throws(KnowledgeBaseError) -> StringID {
        try self.text(section, row, raw, directory)
      }
      guard let context = GeneActionability.Context(rawValue: contexts.value(row, raw)) else {
        throw bad(.actionContext, row)
      }
      actionability.append(
        GeneActionability(
          disease: try text(.actionDisease), label: try text(.actionLabel), context: context,
          assertion: try text(.actionAssertion), scores: try text(.actionScores),
          modeOfInheritance: try text(.actionMode), date: try text(.actionDate),
          report: try text(.actionReport), from: try text(.actionFrom)))
    }
  }

  private mutating func readGenes(
    _ raw: RawSpan, _ directory: StoreDirectory
  ) throws(KnowledgeBaseError) {
    let ids = StoreColumn<UInt32>(directory[.curatedHGNC])
    let ncbi = StoreColumn<UInt32>(directory[.curatedNCBI])
    let fields: [(StoreSection, WritableKeyPath<GenePredictions, Int32?>)] = [
      (.pli, \.pli), (.loeuf, \.loeuf), (.pliV4, \.pliV4), (.loeufV4, \.loeufV4),
      (.pHaplo, \.pHaplo), (.pTriplo, \.pTriplo), (.hiPercent, \.hiPercent),
    ]
    let predictions = fields.map { (StoreColumn<Int32>(directory[$0.0]), $0.0, $0.1) }
    var ends: (groups: UInt32, validity: UInt32, actionability: UInt32) = (0, 0, 0)
    func advance(
      _ end: inout UInt32, _ section: StoreSection, _ row: Int, limit: Int
    ) throws(KnowledgeBaseError) -> Range<UInt32> {
      let count = StoreColumn<UInt32>(directory[section]).value(row, raw)
      let first = end
      guard count <= UInt32(limit) - first else { throw bad(section, row) }
      end = first + count
      return first..<end
    }
    genes.reserveCapacity(ids.count)
    for row in 0..<ids.count {
      var gene = CuratedGene(
        hgncID: ids.value(row, raw), ncbiGeneID: ncbi.count == 0 ? 0 : ncbi.value(row, raw),
        symbol: try text(.curatedSymbol, row, raw, directory),
        groups: try advance(&ends.groups, .curatedGroups, row, limit: groups.count),
        validity: try advance(&ends.validity, .curatedValidity, row, limit: validity.count),
        actionability: try advance(
          &ends.actionability, .curatedActionability, row, limit: actionability.count))
      // Ascending, or finding a gene by its id would go wrong.
      if let last = genes.last {
        guard last.hgncID < gene.hgncID || gene.hgncID == 0 else { throw bad(.curatedHGNC, row) }
      }
      for (column, section, field) in predictions {
        let value = column.value(row, raw)
        guard value >= -1 else { throw bad(section, row) }
        if value >= 0 { gene.predictions[keyPath: field] = value }
      }
      genes.append(gene)
    }
    guard ends.groups == groups.count else { throw bad(.curatedGroups, genes.count) }
    guard ends.validity == validity.count else { throw bad(.curatedValidity, genes.count) }
    guard ends.actionability == actionability.count else {
      throw bad(.curatedActionability, genes.count)
    }
  }
}
