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
  ///   - rows: emptied.
  ///   - file: the source, for the error.
  /// - Throws: ``KnowledgeBaseError/sourceTooLarge(file:)``.
  init(
    _ rows: inout AlleleRows, build: GenomeBuild, file: String
  ) throws(KnowledgeBaseError) {
    self.build = build
    if rows.isTooLarge { throw .sourceTooLarge(file: file) }
    let (columns, repeated) = rows.finish()
    self.repeated = repeated
    genome = columns.genome
    buckets = columns.buckets
    windows = columns.windows
    keys = columns.keys
    variations = columns.variations
    classifications = columns.classifications
    caids = columns.caids
    hasCAids = columns.hasCAids
    clinvarCount = columns.clinvarCount
    hashes = columns.hashes
    ranks = columns.ranks
    names = columns.names
    identifiers = columns.identifiers
    details = columns.details
    sequences = columns.sequences
    texts = rows.takeTexts()
    for number in columns.classes {
      classes.append(rows.classes.withText(UInt32(number)) { texts.add($0) })
    }
    if texts.isTooLarge { throw .sourceTooLarge(file: file) }
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
