// SPDX-License-Identifier: MIT

internal import Genome

/// Compares ClinVar's alleles of two releases on one build.
///
/// Both stores have one order, so they are walked side by side: three million alleles are compared in
/// a few seconds, and only what differs becomes text.
enum AlleleDifference {
  /// The changes in the order of the genome.
  ///
  /// Where one release has no alleles at all, that is one change.
  ///
  /// - Throws: for a damaged store.
  static func changes(
    from old: VariantStore, to new: VariantStore
  ) throws(KnowledgeBaseError) -> [TableChange] {
    let table = AlleleTable.name(new.build)
    if old.count == 0 || new.count == 0 {
      if old.count == new.count { return [] }
      let told = "alleles=\(max(old.count, new.count))"
      return [
        TableChange(
          table: table, kind: old.count == 0 ? .added : .removed, id: table, name: table,
          column: nil,
          old: old.count == 0 ? nil : told, new: old.count == 0 ? told : nil)
      ]
    }
    var changes: [TableChange] = []
    for contig in Contig.assembled {
      let number = Int(contig.rawValue)
      let first = Int(new.layout.contigs[number])
      for bucket in first..<Int(new.layout.contigs[number + 1]) {
        let start = Int32(bucket - first) << AlleleSection.bucketShift
        var before = try Rows(old, bucket)
        var after = try Rows(new, bucket)
        func change(_ rows: Rows, _ kind: TableChange.Kind) throws(KnowledgeBaseError) {
          let (id, name) = try rows.title(contig, start)
          let told = "classification=\(rows.store.classification(rows.row).word)"
          changes.append(
            TableChange(
              table: table, kind: kind, id: id, name: name, column: nil,
              old: kind == .removed ? told : nil, new: kind == .added ? told : nil))
        }
        while !before.isAtEnd || !after.isAtEnd {
          if after.isAtEnd || (!before.isAtEnd && before.identity < after.identity) {
            if before.isClinVars { try change(before, .removed) }
            try before.step()
          } else if before.isAtEnd || after.identity < before.identity {
            if after.isClinVars { try change(after, .added) }
            try after.step()
          } else {
            if after.isClinVars {
              let (id, name) = try after.title(contig, start)
              changes += cellChanges(before, after, table: table, id: id, name: name)
            }
            try before.step()
            try after.step()
          }
        }
      }
    }
    return changes
  }

  private static func cellChanges(
    _ old: Rows, _ new: Rows, table: String, id: String, name: String
  ) -> [TableChange] {
    let before = old.store.classification(old.row)
    let after = new.store.classification(new.row)
    var pairs: [(String, TableChange.Kind, String, String)] = [
      ("classification", .classification, before.word, after.word),
      ("review_status", .changed, before.reviewStatus, after.reviewStatus),
    ]
    let names = (old.store.conditions(old.row).names, new.store.conditions(new.row).names)
    pairs.append(("conditions", .changed, names.0, names.1))
    return pairs.filter { $0.2 != $0.3 }.map { column, kind, was, isNow in
      TableChange(
        table: table, kind: kind, id: id, name: name, column: column, old: FactTable.cell(was),
        new: FactTable.cell(isNow))
    }
  }

  /// The rows of one bucket, one after the other.
  private struct Rows {
    /// What tells rows apart, in the order of a store.
    struct Identity: Comparable {
      let key: UInt32
      let hash: UInt32
      let variation: Int
      /// `REF>ALT` where the key does not say it.
      let sequence: [UInt8]

      static func < (a: Identity, b: Identity) -> Bool {
        if a.key != b.key { return a.key < b.key }
        if a.hash != b.hash { return a.hash < b.hash }
        if a.variation != b.variation { return a.variation < b.variation }
        return a.sequence.lexicographicallyPrecedes(b.sequence)
      }
    }

    let store: VariantStore
    private(set) var row: UInt32
    private let end: UInt32
    private(set) var identity = Identity(key: 0, hash: 0, variation: 0, sequence: [])

    init(_ store: VariantStore, _ bucket: Int) throws(KnowledgeBaseError) {
      self.store = store
      let rows = try store.rows(ofBucket: bucket)
      row = UInt32(rows.lowerBound)
      end = UInt32(rows.upperBound)
      try read()
    }

    var isAtEnd: Bool { row == end }
    /// Whether it is one of ClinVar; the Evidence Repository has a table of its own.
    var isClinVars: Bool { identity.variation > 0 }

    mutating func step() throws(KnowledgeBaseError) {
      row += 1
      try read()
    }

    private mutating func read() throws(KnowledgeBaseError) {
      if isAtEnd { return }
      try store.checkTexts(ofRow: Int(row))
      let key = store.value(store.layout.key, Int(row))
      let isLong = key & UInt32(AlleleSection.longMask) == 0
      let sequence = isLong ? try store.sequence(ofRow: Int(row)) : []
      identity = Identity(
        key: key, hash: isLong ? AlleleCode.long(sequence[...]) : 0,
        variation: store.variationID(row), sequence: sequence)
    }

    /// The VariationID, and the allele as `chr1:101 A>G`.
    func title(
      _ contig: Contig, _ start: Int32
    ) throws(KnowledgeBaseError) -> (id: String, name: String) {
      let (ref, alt) = try store.bases(ofRow: row)
      let place = start + Int32(identity.key >> UInt32(AlleleSection.codeBits)) + 1
      return (
        String(identity.variation),
        "\(contig.ucscName):\(place) \(ref.isEmpty ? "-" : ref)>\(alt.isEmpty ? "-" : alt)"
      )
    }
  }
}
