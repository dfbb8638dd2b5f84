// SPDX-License-Identifier: MIT

internal import Genome
internal import HTS

/// The alleles of one build, sorted and laid out as the columns of a store; see ``AlleleSection``.
struct AlleleColumns {
  let build: GenomeBuild
  let buckets: [UInt32]
  let windows: [UInt32]
  let keys: [UInt16]
  let variations: NumberColumn
  let classifications: [UInt16]
  let names: NumberColumn
  let identifiers: NumberColumn
  let details: NumberColumn
  let caids: NumberColumn
  /// Whether any row has a ClinGen allele id.
  let hasCAids: Bool
  let hashes: [UInt32]
  let sequences: NumberColumn
  let ranks: [UInt32]
  /// Texts of classifications; number 0 has none.
  private(set) var classes: [UInt32] = [0]
  var texts: AlleleTexts
  /// Rows that ClinVar has.
  let clinvarCount: Int
  /// Rows that stood twice, kept once.
  let repeated: Int

  private let genome: GenomeBuckets

  /// - Parameters:
  ///   - lanes: emptied. Rows of a lane without segments are further alleles in any order.
  ///   - file: the source, for the error.
  /// - Throws: ``KnowledgeBaseError/sourceTooLarge(file:)``.
  init(
    _ lanes: inout [AlleleLane], build: GenomeBuild, file: String
  ) throws(KnowledgeBaseError) {
    self.build = build
    let genome = GenomeBuckets(build)
    self.genome = genome
    var rows = AlleleRows(&lanes)
    if rows.isTooLarge { throw .sourceTooLarge(file: file) }
    rows.sort(genome)
    repeated = rows.dropRepeated()
    let (plain, texts) = SideBySide.run(
      { [rows] in PlainColumns(rows, genome) }, { [rows] in TextColumns(rows) })
    buckets = plain.buckets
    windows = plain.windows
    keys = plain.keys
    variations = plain.variations
    classifications = plain.classifications
    caids = plain.caids
    hasCAids = plain.hasCAids
    clinvarCount = plain.clinvarCount
    hashes = plain.hashes
    ranks = plain.ranks
    names = texts.names
    identifiers = texts.identifiers
    details = texts.details
    sequences = texts.sequences
    self.texts = texts.texts
    for number in plain.classes {
      classes.append(rows.classes.withText(UInt32(number)) { self.texts.add($0) })
    }
    if self.texts.isTooLarge { throw .sourceTooLarge(file: file) }
  }

  /// What rows have besides texts.
  private struct PlainColumns: Sendable {
    var buckets: [UInt32] = []
    var windows: [UInt32] = []
    var keys: [UInt16] = []
    var variations: NumberColumn
    var classifications: [UInt16] = []
    var caids: NumberColumn
    var hasCAids = false
    var clinvarCount = 0
    var hashes: [UInt32] = []
    var ranks: [UInt32] = []
    /// Numbers of classes' texts in the order of their first row.
    var classes: [UInt16] = []

    init(_ rows: borrowing AlleleRows, _ genome: GenomeBuckets) {
      let count = rows.count
      keys.reserveCapacity(count)
      classifications.reserveCapacity(count)
      variations = NumberColumn(capacity: count)
      caids = NumberColumn(capacity: count)
      buckets.reserveCapacity(genome.count + 1)
      windows = [UInt32](repeating: 0, count: genome.count)
      var numbers = [UInt16](repeating: 0, count: rows.classes.count)
      rows.forEachPart { part in
        for index in part.indices {
          let row = part[index]
          let bucket = genome.bucket(row)
          windows[bucket] |= AlleleSection.window(Int32(bitPattern: row.start))
          while buckets.count <= bucket { buckets.append(UInt32(keys.count)) }
          if keys.count % AlleleSection.rowsPerRank == 0 { ranks.append(UInt32(hashes.count)) }
          keys.append(row.placeAndCode)
          if row.variation > 0 { clinvarCount += 1 }
          if row.caid > 0 { hasCAids = true }
          if row.isLong { hashes.append(row.hash) }
          let number = Int(row.classification)
          if number != 0, numbers[number] == 0 {
            classes.append(row.classification)
            numbers[number] = UInt16(truncatingIfNeeded: classes.count)
          }
          classifications.append(numbers[number])
        }
        variations.append(part.count) { part[$0].variation }
        caids.append(part.count) { part[$0].caid }
      }
      while buckets.count <= genome.count { buckets.append(UInt32(keys.count)) }
    }
  }

  /// The texts of rows, renumbered in the order of their first row.
  private struct TextColumns: Sendable {
    var names: NumberColumn
    var identifiers: NumberColumn
    var details: NumberColumn
    var sequences = NumberColumn(capacity: 0)
    var texts = AlleleTexts()

    init(_ rows: borrowing AlleleRows) {
      names = NumberColumn(capacity: rows.count)
      identifiers = NumberColumn(capacity: rows.count)
      details = NumberColumn(capacity: rows.count)
      texts.reserveCapacity(texts: rows.texts.count, bytes: rows.texts.heap.count)
      var numbers = [UInt32](repeating: 0, count: rows.texts.count)
      rows.forEachPart { part in
        for index in part.indices {
          let row = part[index]
          rows.texts.put(row.names, into: &texts, &numbers)
          rows.texts.put(row.identifiers, into: &texts, &numbers)
          rows.texts.put(row.detail, into: &texts, &numbers)
          if row.isLong { rows.texts.put(row.sequence, into: &texts, &numbers) }
        }
        names.append(part.count) { numbers[Int(part[$0].names)] }
        identifiers.append(part.count) { numbers[Int(part[$0].identifiers)] }
        details.append(part.count) { numbers[Int(part[$0].detail)] }
        for index in part.indices where part[index].isLong {
          sequences.append(1) { _ in numbers[Int(part[index].sequence)] }
        }
      }
    }
  }

  var count: Int { keys.count }
  var contigFirsts: [UInt32] { genome.firsts }

  /// The contig and 0-based start of a row.
  func place(ofRow row: Int) -> (contig: Contig, start: Int32) {
    // The last bucket that begins at or before the row and is not empty.
    var low = 0
    var high = genome.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if Int(buckets[middle]) <= row { low = middle } else { high = middle }
    }
    let contig = genome.firsts.lastIndex { Int($0) <= low } ?? 0
    let start = (low - Int(genome.firsts[contig])) << Int(AlleleSection.bucketShift)
    return (
      Contig(rawValue: UInt8(contig)),
      Int32(start) + Int32(keys[row] >> UInt16(AlleleSection.codeBits))
    )
  }
}

extension TextTable {
  /// Puts a text into a store's heap where it has no number there yet.
  ///
  /// - Parameter numbers: by number here the one there; 0 for a text without one.
  fileprivate func put(_ text: UInt32, into texts: inout AlleleTexts, _ numbers: inout [UInt32]) {
    if text == 0 || numbers[Int(text)] != 0 { return }
    numbers[Int(text)] = withText(text) { texts.add($0) }
  }
}
