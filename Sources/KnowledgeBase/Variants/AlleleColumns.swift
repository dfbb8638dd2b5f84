// SPDX-License-Identifier: MIT

internal import Genome

/// The alleles of one build, sorted and laid out as the columns of a store; see ``AlleleSection``.
struct AlleleColumns {
  let build: GenomeBuild
  let buckets: [UInt32]
  let windows: [UInt32]
  let keys: [UInt16]
  let variations: [UInt32]
  let classifications: [UInt16]
  let names: [UInt32]
  let identifiers: [UInt32]
  let details: [UInt32]
  let caids: [UInt32]
  let hashes: [UInt32]
  let sequences: [UInt32]
  let ranks: [UInt32]
  /// Texts of classifications; number 0 has none.
  private(set) var classes: [UInt32] = [0]
  var texts: AlleleTexts
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
    var all = AlleleRows(&lanes)
    all.sort(genome)
    repeated = all.dropRepeated()
    let rows = all.rows
    let table = all.texts
    let classTexts = all.classes
    all = AlleleRows()
    let (plain, texts) = SideBySide.run(
      { PlainColumns(rows, genome) }, { TextColumns(rows, table) })
    buckets = plain.buckets
    windows = plain.windows
    keys = plain.keys
    variations = plain.variations
    classifications = plain.classifications
    caids = plain.caids
    hashes = plain.hashes
    ranks = plain.ranks
    names = texts.names
    identifiers = texts.identifiers
    details = texts.details
    sequences = texts.sequences
    self.texts = texts.texts
    guard plain.classes.count < Int(UInt16.max) else { throw .sourceTooLarge(file: file) }
    for number in plain.classes {
      classes.append(classTexts.withText(number) { self.texts.add($0) })
    }
    if self.texts.isTooLarge || table.isTooLarge { throw .sourceTooLarge(file: file) }
  }

  /// What rows have besides texts.
  private struct PlainColumns: Sendable {
    var buckets: [UInt32] = []
    var windows: [UInt32] = []
    var keys: [UInt16] = []
    var variations: [UInt32] = []
    var classifications: [UInt16] = []
    var caids: [UInt32] = []
    var hashes: [UInt32] = []
    var ranks: [UInt32] = []
    /// Numbers of classes' texts in the order of their first row.
    var classes: [UInt32] = []

    init(_ rows: [AlleleRow], _ genome: GenomeBuckets) {
      keys.reserveCapacity(rows.count)
      variations.reserveCapacity(rows.count)
      classifications.reserveCapacity(rows.count)
      caids.reserveCapacity(rows.count)
      buckets.reserveCapacity(genome.count + 1)
      windows = [UInt32](repeating: 0, count: genome.count)
      var numbers: [UInt16] = []
      for row in rows {
        let bucket = genome.bucket(row)
        windows[bucket] |= AlleleSection.window(Int32(bitPattern: row.start))
        while buckets.count <= bucket { buckets.append(UInt32(keys.count)) }
        if keys.count % AlleleSection.rowsPerRank == 0 { ranks.append(UInt32(hashes.count)) }
        keys.append(row.placeAndCode)
        variations.append(row.variation)
        caids.append(row.caid)
        if row.isLong { hashes.append(row.hash) }
        let number = Int(row.classification)
        while numbers.count <= number { numbers.append(0) }
        if number != 0, numbers[number] == 0 {
          classes.append(row.classification)
          numbers[number] = UInt16(truncatingIfNeeded: classes.count)
        }
        classifications.append(numbers[number])
      }
      while buckets.count <= genome.count { buckets.append(UInt32(keys.count)) }
    }
  }

  /// The texts of rows, renumbered in the order of their first row.
  private struct TextColumns: Sendable {
    var names: [UInt32] = []
    var identifiers: [UInt32] = []
    var details: [UInt32] = []
    var sequences: [UInt32] = []
    var texts = AlleleTexts()

    init(_ rows: [AlleleRow], _ table: TextTable) {
      names.reserveCapacity(rows.count)
      identifiers.reserveCapacity(rows.count)
      details.reserveCapacity(rows.count)
      texts.reserveCapacity(texts: table.count, bytes: table.heap.count)
      var numbers = [UInt32](repeating: 0, count: table.count)
      func number(_ text: UInt32, _ texts: inout AlleleTexts) -> UInt32 {
        if text == 0 { return 0 }
        if numbers[Int(text)] == 0 {
          numbers[Int(text)] = table.withText(text) { texts.add($0) }
        }
        return numbers[Int(text)]
      }
      for row in rows {
        names.append(number(row.names, &texts))
        identifiers.append(number(row.identifiers, &texts))
        details.append(number(row.detail, &texts))
        if row.isLong { sequences.append(number(row.sequence, &texts)) }
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
