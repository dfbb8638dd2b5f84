// SPDX-License-Identifier: MIT

internal import Genome

extension IntervalRecordStore {
  /// Checks every value of all records, which opening leaves to the file's checksums.
  ///
  /// - Throws: ``KnowledgeBaseError/badValue(file:section:row:)`` for what no writer of ours writes.
  func verify() throws(KnowledgeBaseError) {
    try checkPlaces(population, .population)
    try checkPlaces(clinvar, .clinvar)
    for row in 0..<UInt32(populationCount) {
      let record = populationRecord(row)
      for count in [record.counted, record.male, record.female] {
        if let count, count.frequency > PopulationCount.whole {
          throw bad(.populationFrequency, Int(row))
        }
      }
      for (id, section) in [
        (record.source, StoreSection.populationSource), (record.id, .populationID),
        (record.study, .populationStudy),
      ] where !isText(id) {
        throw bad(section, Int(row))
      }
      if record.direction == .unknown { throw bad(.populationDirection, Int(row)) }
    }
    for row in 0..<UInt32(clinvarCount) {
      let variant = clinvarCNV(row)
      if variant.stars > 4 { throw bad(.cnvStars, Int(row)) }
      if variant.variationID == 0 { throw bad(.cnvVariationID, Int(row)) }
      for (id, section) in [
        (variant.classification, StoreSection.cnvClassification),
        (variant.reviewStatus, .cnvReviewStatus), (variant.conditions, .cnvConditions),
        (variant.conditionIDs, .cnvConditionIDs), (variant.evaluated, .cnvEvaluated),
        (variant.name, .cnvName),
      ] where !isText(id) {
        throw bad(section, Int(row))
      }
    }
  }

  private func bad(_ section: StoreSection, _ row: Int) -> KnowledgeBaseError {
    .badValue(file: file.bytes.name, section: section.title, row: row)
  }

  private func isText(_ id: StringID) -> Bool {
    Int(id.rawValue) + 1 < file.directory[.stringOffsets].count
  }

  /// By contig, direction and start, inside the contig, and the tree is the one of these ends.
  private func checkPlaces(
    _ columns: IntervalColumns, _ sections: IntervalSections
  ) throws(KnowledgeBaseError) {
    try file.bytes.withBytes { (raw) throws(KnowledgeBaseError) in
      var last: (UInt8, UInt8, Int32)?
      for row in 0..<columns.count {
        let contig = Contig(rawValue: columns.contigs.value(row, raw))
        let direction = columns.directions.value(row, raw)
        guard contig.isAssembled, contig.rawValue == columns.contigs.value(row, raw) else {
          throw bad(sections.contig, row)
        }
        guard CopyNumberDirection(rawValue: direction) != nil else {
          throw bad(sections.direction, row)
        }
        let interval = columns.interval(row, raw)
        let limit = Assembly.of(build).length(of: contig) ?? .max
        guard interval.start >= 0, interval.start < interval.end, interval.end <= limit else {
          throw bad(sections.end, row)
        }
        let key = (contig.rawValue, direction, interval.start)
        if let last, key < last { throw bad(sections.start, row) }
        last = key
      }
      if let row = columns.firstWrongNode(raw) { throw bad(sections.largestEnd, row) }
    }
  }
}

extension IntervalColumns {
  /// The first record, in no order of note, whose `largestEnd` is not that of its part of the tree.
  fileprivate func firstWrongNode(_ raw: borrowing RawSpan) -> Int? {
    for contig in [Contig.other] + Contig.assembled {
      for direction in CopyNumberDirection.allCases {
        let rows = stretch(contig, direction)
        let ends = rows.map { self.ends.value($0, raw) }
        let expected = Self.largestEnds(ends, stretches: [0..<ends.count])
        for (offset, row) in rows.enumerated()
        where largestEnds.value(row, raw) != expected[offset] {
          return row
        }
      }
    }
    return nil
  }
}
