// SPDX-License-Identifier: MIT

extension SourceFile {
  /// Reads the file as what its content says it is.
  ///
  /// - Parameter role: the option it was given with.
  /// - Throws: ``KnowledgeBaseError/unrecognisedSource(file:role:start:)``,
  ///   ``KnowledgeBaseError/wrongOption(file:kind:role:)``,
  ///   ``KnowledgeBaseError/unterminated(file:line:)``, and what the parsers throw.
  func read(as role: SourceRole) throws(KnowledgeBaseError) -> CurationSource {
    var source: CurationSource
    if let kind = GeneSourceSniff.kind(of: scan) {
      try require(role, of: kind)
      source = try read(kind)
      source.sha256 = sha256
    } else {
      source = try parse(as: role)
    }
    // Every published file ends with a line end; without one even a full last row may be cut. A cut
    // JSON does not close.
    if !isJSON, bytes.last != 0x0A { throw .unterminated(file: argument.path, line: lines.count) }
    return source
  }

  private func read(_ kind: SourceKind) throws(KnowledgeBaseError) -> CurationSource {
    switch kind {
    case .hgncSet: try HGNCFile.read(self)
    case .cytobands: try CytobandFile.read(self)
    default: try GeneModelSource.read(SourceStream(self), kind)
    }
  }

  private func parse(as role: SourceRole) throws(KnowledgeBaseError) -> CurationSource {
    let lines = lines
    if let first = lines.first, let table = FactTable.Name(line: first) {
      try require(role, of: table.kind)
      return try FactTable.read(self, table: table)
    }
    if lines.first?.starts(with: "#clincall-table") == true {
      let words = lines[0].text.split(separator: " ")
      throw .unknownTable(
        file: argument.path, name: words.count > 1 ? String(words[1]) : "",
        version: words.count > 2 ? String(words[2]) : "")
    }
    if isJSON {
      try require(role, of: .actionability)
      return try ActionabilityJSON.read(self)
    }
    if let kind = csvKind(lines) {
      try require(role, of: kind)
      return kind == .geneValidity
        ? try GeneValidityCSV.read(self) : try ActivitySummaryCSV.read(self)
    }
    for (index, line) in lines.enumerated() {
      if line.isBlank { continue }
      if let track = TrackLine(line) {
        if let kind = GeneScoreBED.kind(track) {
          try require(role, of: kind)
          return try GeneScoreBED.read(self, kind: kind, track: track, at: index)
        }
        if HIPredictionBED.isTrack(track) {
          try require(role, of: .hiPredictions)
          return try HIPredictionBED.read(self, at: index)
        }
        if RecurrentBED.isTrack(track) {
          try require(role, of: .recurrentBED)
          return try RecurrentBED.read(self, track: track, at: index)
        }
        break
      }
      if EvidenceRepositoryFile.isHeader(line) {
        try require(role, of: .evidenceRepository)
        return try EvidenceRepositoryFile.read(self, header: index)
      }
      switch line.cells[0].drop(while: { $0 == "#" }) {
      case GeneCurationList.headerCell[...]:
        try require(role, of: .geneList)
        return try GeneCurationList.read(self, header: index)
      case RegionCurationList.headerCell[...]:
        try require(role, of: .regionList)
        return try RegionCurationList.read(self, header: index)
      default: break
      }
      if ActionabilityTable.isHeader(line) {
        try require(role, of: .actionability)
        return try ActionabilityTable.read(self, header: index)
      }
      if let kind = GeneScoreTable.kind(line) {
        try require(role, of: kind)
        return try GeneScoreTable.read(self, kind: kind, header: index)
      }
      // Only comments, and a BED's browser lines, stand above a header.
      if !line.starts(with: "#") && !line.starts(with: "browser ") { break }
    }
    let start = lines.first { !$0.isBlank }?.text ?? ""
    throw .unrecognisedSource(file: argument.path, role: role, start: String(start.prefix(40)))
  }

  private var isJSON: Bool {
    guard let first = bytes.first(where: { $0 > 0x20 && $0 < 0x80 }) else { return false }
    return first == 0x7B || first == 0x5B
  }

  /// Which of ClinGen's CSVs it is; banners stand above the header.
  private func csvKind(_ lines: [SourceLine]) -> SourceKind? {
    for line in lines.prefix(20) {
      let text = line.text.drop { $0 == "\"" }
      if text.hasPrefix("CLINGEN GENE DISEASE VALIDITY CURATIONS")
        || text.hasPrefix("\(GeneValidityCSV.headerCell)\",")
        || text.hasPrefix("\(GeneValidityCSV.headerCell),")
      {
        return .geneValidity
      }
      if text.hasPrefix("ClinGen Curation Activity Summary Report")
        || text.hasPrefix("\(ActivitySummaryCSV.headerCell)\",")
        || text.hasPrefix("\(ActivitySummaryCSV.headerCell),")
      {
        return .activitySummary
      }
    }
    return nil
  }

  private func require(_ role: SourceRole, of kind: SourceKind) throws(KnowledgeBaseError) {
    if kind.role != role { throw .wrongOption(file: argument.path, kind: kind, role: role) }
  }
}
