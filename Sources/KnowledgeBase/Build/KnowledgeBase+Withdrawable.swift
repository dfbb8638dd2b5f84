// SPDX-License-Identifier: MIT

extension KnowledgeBase {
  /// The dosage scores and validity curations of a knowledge base as sources of the next one, which can
  /// only tell what that one has lost.
  ///
  /// - Throws: what opening a store throws.
  func withdrawable() throws(KnowledgeBaseError) -> [CurationSource] {
    let kept: [FactTable.Name] = [.genes, .regions, .geneValidity]
    let origins = SourcesTable.origins(of: manifest)
    var sources: [CurationSource] = []
    let tables = try self.tables()
    for table in kept {
      // A table of nothing but its header has nothing to withdraw.
      guard let bytes = tables.first(where: { $0.name == table.fileName })?.bytes,
        bytes.split(separator: 0x0A).count(where: { $0.first != 0x23 }) > 1
      else { continue }
      let file = try SourceFile(argument: SourceArgument(path: table.fileName), bytes: bytes)
      var source = try FactTable.read(file, table: table, origins: origins)
      source.isPrevious = true
      source.states = "previous knowledge base \(release)"
      sources.append(source)
    }
    return sources
  }
}
