// SPDX-License-Identifier: MIT

package import Genome

/// The parts of a row's texts, in their order.
package enum ClinVarField: Int, Sendable, CaseIterable {
  /// `SYMBOL:NCBI id`, several joined by `|`.
  case gene
  /// `SO:id|word`, several joined by `,`.
  case consequence
  case variantType
  /// ClinVar's bit sum.
  case origin
  /// Further INFO entries word for word, joined by `;`: CLNSIGCONF, ONC and SCI and what goes with them.
  case others
}

// What reports read of rows that ``VariantStore/match(_:appendingTo:)`` has found, and so has checked.
extension VariantStore {
  /// ClinVar's VariationID; 0 for an allele that only the Evidence Repository has.
  package func variationID(_ row: UInt32) -> Int { Int(value(layout.variation, Int(row))) }

  /// The number of the ClinGen allele id, `CA` left out; 0 where ClinVar names none.
  package func caid(_ row: UInt32) -> Int {
    layout.caid.range.isEmpty ? 0 : Int(value(layout.caid, Int(row)))
  }

  package func classification(_ row: UInt32) -> VariantClass {
    let number = Int(value(layout.classification, Int(row)))
    return classes[min(number, classes.count - 1)]
  }

  /// The names of the conditions and their identifiers as ClinVar writes them: CLNDN and CLNDISDB.
  package func conditions(_ row: UInt32) -> (names: String, identifiers: String) {
    (
      parts(value(layout.names, Int(row))).first ?? "",
      parts(value(layout.identifiers, Int(row))).first ?? ""
    )
  }

  /// By ``ClinVarField``; missing ones at the end are left out.
  package func details(_ row: UInt32) -> [String] { parts(value(layout.detail, Int(row))) }

  /// One of them; empty where ClinVar has none.
  package func detail(_ field: ClinVarField, _ row: UInt32) -> String {
    part(field.rawValue, ofText: value(layout.detail, Int(row)))
  }

  /// How an entry came to its allele.
  package func route(ofEvidence entry: Int) -> MatchRoute { evidenceRoutes[entry] }

  /// The fields of an entry by ``EvidenceField``.
  package func evidence(_ entry: Int) -> [String] {
    var parts = parts(evidenceTexts[entry])
    while parts.count < EvidenceField.allCases.count { parts.append("") }
    return parts
  }

  /// A small variant that ClinVar or an expert panel calls pathogenic.
  package struct PathogenicAllele: Sendable, Equatable {
    package let row: UInt32
    /// 0 for an allele that only the Evidence Repository has.
    package let variationID: Int
    /// The bases that change; empty for an insertion.
    package let interval: Interval
    /// CLNSIG, or the panel's assertion.
    package let classification: String
    /// ClinVar's review stars; 3 for an expert panel's assertion.
    package let stars: Int
  }

  /// The pathogenic and likely pathogenic alleles that begin in an interval, in order.
  ///
  /// ClinVar's conflicting classifications are none, and neither are risk alleles. Each VariationID comes
  /// once.
  ///
  /// - Parameter minimumStars: the fewest review stars that count.
  /// - Throws: ``KnowledgeBaseError/badChecksum(file:section:)`` and the like for a damaged store.
  package func pathogenicAlleles(
    in interval: Interval, on contig: Contig, minimumStars: Int
  ) throws(KnowledgeBaseError) -> [PathogenicAllele] {
    guard count > 0, contig.isAssembled, interval.start < interval.end else { return [] }
    let number = Int(contig.rawValue)
    let firstBucket = Int(layout.contigs[number])
    let lastBucket = Int(layout.contigs[number + 1])
    let shift = AlleleSection.bucketShift
    var found: [PathogenicAllele] = []
    var bucket = firstBucket + Int(max(0, interval.start) >> shift)
    let end = min(lastBucket - 1, firstBucket + Int(max(0, interval.end - 1) >> shift))
    while bucket <= end {
      let first = Int(value(layout.buckets, bucket))
      let rows = first..<max(first, Int(value(layout.buckets, bucket + 1)))
      guard rows.upperBound <= count else {
        throw .badSection(file: name, section: AlleleSection.buckets.rawValue)
      }
      try check(rows: rows)
      for row in rows {
        let key = Int(value(layout.key, row))
        let start = (Int32(bucket - firstBucket) << shift) + Int32(key >> AlleleSection.codeBits)
        guard interval.start <= start, start < interval.end,
          let statement = try pathogenicStatement(row), statement.stars >= minimumStars
        else { continue }
        var length: Int32 = 1
        if key & AlleleSection.longMask == 0 {
          length = Int32(try sequence(ofRow: row).firstIndex(of: 0x3E) ?? 0)
        }
        found.append(
          PathogenicAllele(
            row: UInt32(row), variationID: variationID(UInt32(row)),
            interval: Interval(start: start, end: start + length),
            classification: statement.word, stars: statement.stars))
      }
      bucket += 1
    }
    return found
  }

  private func pathogenicStatement(
    _ row: Int
  ) throws(KnowledgeBaseError) -> (word: String, stars: Int)? {
    let entries = evidence(ofRow: UInt32(row))
    try checkEvidence(entries)
    for entry in entries {
      let assertion = evidence(entry)[EvidenceField.assertion.rawValue]
      if ClinicalDirection(assertion) == .pathogenic {
        return (assertion, max(3, classification(UInt32(row)).stars))
      }
    }
    let statement = classification(UInt32(row))
    return statement.direction == .pathogenic ? (statement.word, statement.stars) : nil
  }
}
