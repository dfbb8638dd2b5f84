// SPDX-License-Identifier: MIT

extension SourceRecord {
  static let previousMark = "previous knowledge base "

  /// Whether it is no source of its own but what an older knowledge base had.
  package var isPrevious: Bool { kind.isTable && states?.hasPrefix(Self.previousMark) ?? false }
}

extension KnowledgeBase {
  /// The dosage scores and validity curations of a knowledge base as sources of the next one, which can
  /// only tell what that one has lost.
  ///
  /// - Throws: what opening a store throws.
  func withdrawable() throws(KnowledgeBaseError) -> [CurationSource] {
    let kept: [FactTable.Name] = [.genes, .regions, .geneValidity]
    let origins = SourcesTable.origins(of: manifest)
    var sources: [CurationSource] = []
    for table in kept {
      let bytes = try text(table)
      // A table of nothing but its header has nothing to withdraw.
      guard bytes.split(separator: 0x0A).count(where: { $0.first != 0x23 }) > 1 else { continue }
      let file = try SourceFile(argument: SourceArgument(path: table.fileName), bytes: bytes)
      var source = try FactTable.read(file, table: table, origins: origins)
      source.isPrevious = true
      source.states = "\(SourceRecord.previousMark)\(release)"
      sources.append(source)
    }
    return sources
  }
}
