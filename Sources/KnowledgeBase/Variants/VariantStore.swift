// SPDX-License-Identifier: MIT

package import Genome
internal import Synchronization

/// The alleles of one build: ClinVar's classifications and the Evidence Repository's assertions.
///
/// A row is an allele with one VariationID; rows are numbers. Nothing is read at opening but the small
/// sections: columns and texts stay in the mapped file and are checked piece by piece at first use, so
/// three million alleles open in milliseconds. Rows that a lookup has found, and all their texts, are
/// checked before the lookup returns: what is read of them later cannot be damaged.
package final class VariantStore: Sendable {
  package let build: GenomeBuild
  /// Rows.
  package let count: Int
  /// The classifications that rows refer to by number; number 0 is none: not in ClinVar.
  package let classes: [VariantClass]

  let file: StoreFile
  let layout: Layout
  let rowChecks: PieceChecks
  let textChecks: PieceChecks
  /// 1 where the offsets of texts were found in order, -1 where not, 0 before anyone looked.
  let offsetsAreSound = Atomic(0)
  /// Rows that hold Evidence Repository entries, ascending, with repeats.
  let evidenceRows: [UInt32]
  let evidenceRoutes: [MatchRoute]
  let evidenceTexts: [UInt32]

  /// A column of a store and the width of an element.
  struct Column {
    var range = 0..<0
    var width = 1

    var count: Int { range.count / width }

    /// Element `row`.
    ///
    /// - Precondition: `row` lies in `0..<count`; checked against the bytes.
    @inline(__always)
    func value(_ row: Int, _ raw: RawSpan) -> UInt32 {
      let at = range.lowerBound + row * width
      switch width {
      case 4: return raw.integer(at: at, as: UInt32.self)
      case 3:
        return UInt32(raw.integer(at: at, as: UInt16.self)) | UInt32(raw.byte(at: at + 2)) << 16
      case 2: return UInt32(raw.integer(at: at, as: UInt16.self))
      default: return UInt32(raw.byte(at: at))
      }
    }
  }

  /// Where the sections lie; every length was checked against the others.
  struct Layout {
    var contigs: [UInt32] = []
    var buckets = Column()
    var windows = Column()
    var key = Column()
    var variation = Column()
    var classification = Column()
    var names = Column()
    var identifiers = Column()
    var detail = Column()
    var caid = Column()
    var hashes = Column()
    var sequences = Column()
    var ranks = Column()
    var textOffsets = Column()
    var texts = Column()
    var rowChecks = Column()
    var textChecks = Column()

    /// The row columns that are there, in the order of the checks.
    var rowColumns: [Column] {
      [key, variation, classification, names, identifiers, detail, caid].filter {
        !$0.range.isEmpty
      }
    }
  }

  var name: String { file.bytes.name }

  /// - Throws: ``KnowledgeBaseError/badSection(file:section:)`` for sections that do not fit each other,
  ///   ``KnowledgeBaseError/badValue(file:section:row:)``,
  ///   ``KnowledgeBaseError/badChecksum(file:section:)``.
  init(_ file: StoreFile) throws(KnowledgeBaseError) {
    self.file = file
    build = file.build
    let directory = file.directory
    let name = file.bytes.name
    guard let key = directory[AlleleSection.key] else {
      guard AlleleSection.allCases.allSatisfy({ directory[$0] == nil }) else {
        throw .badSection(file: name, section: AlleleSection.key.rawValue)
      }
      count = 0
      classes = [VariantClass(significance: "", reviewStatus: "")]
      layout = Layout()
      rowChecks = PieceChecks(count: 0)
      textChecks = PieceChecks(count: 0)
      evidenceRows = []
      evidenceRoutes = []
      evidenceTexts = []
      return
    }
    count = key.count
    let layout = try Self.layout(directory, rows: key.count, build: file.build, file: name)
    self.layout = layout
    rowChecks = PieceChecks(count: layout.rowChecks.count)
    textChecks = PieceChecks(count: layout.textChecks.count)
    func column(_ section: AlleleSection) -> [UInt32] {
      guard let entry = directory[section] else { return [] }
      let column = StoreColumn<UInt32>(entry)
      return file.bytes.withBytes { raw in (0..<column.count).map { column.value($0, raw) } }
    }
    evidenceRows = column(.evidenceAllele)
    evidenceTexts = column(.evidenceText)
    var routes: [MatchRoute] = []
    for index in evidenceRows.indices {
      let byte = file.bytes.withBytes { raw in
        raw.byte(at: (directory[AlleleSection.evidenceRoute]?.offset ?? 0) + index)
      }
      guard let route = MatchRoute(rawValue: byte) else {
        throw .badValue(file: name, section: AlleleSection.evidenceRoute.rawValue, row: index)
      }
      guard Int(evidenceRows[index]) < key.count,
        index == 0 || evidenceRows[index - 1] <= evidenceRows[index]
      else {
        throw .badValue(file: name, section: AlleleSection.evidenceAllele.rawValue, row: index)
      }
      routes.append(route)
    }
    evidenceRoutes = routes
    var classes: [VariantClass] = []
    for (row, number) in column(.classes).enumerated() {
      let range = try Self.text(number, layout, textChecks, file: file, section: .classes, row: row)
      let parts = file.bytes.withBytes { Self.parts(range, $0) }
      classes.append(
        VariantClass(
          significance: parts.first ?? "", reviewStatus: parts.count > 1 ? parts[1] : ""))
    }
    self.classes = classes
  }

  private static func layout(
    _ directory: StoreDirectory, rows: Int, build: GenomeBuild, file: String
  ) throws(KnowledgeBaseError) -> Layout {
    func column(_ section: AlleleSection, _ count: Int?) throws(KnowledgeBaseError) -> Column {
      guard let entry = directory[section], count == nil || entry.count == count else {
        throw .badSection(file: file, section: section.rawValue)
      }
      return Column(range: entry.offset..<entry.offset + entry.byteLength, width: entry.width)
    }
    func pieces(_ count: Int, _ size: Int) -> Int { (count + size - 1) / size }
    var layout = Layout()
    layout.contigs = GenomeBuckets(build).firsts
    _ = try column(.contigs, layout.contigs.count)
    layout.buckets = try column(.buckets, GenomeBuckets(build).count + 1)
    layout.windows = try column(.windows, GenomeBuckets(build).count)
    layout.key = try column(.key, rows)
    layout.variation = try column(.variation, rows)
    layout.classification = try column(.classification, rows)
    layout.names = try column(.names, rows)
    layout.identifiers = try column(.identifiers, rows)
    layout.detail = try column(.detail, rows)
    if directory[.caid] != nil { layout.caid = try column(.caid, rows) }
    layout.hashes = try column(.hashes, nil)
    layout.sequences = try column(.sequences, layout.hashes.count)
    layout.ranks = try column(.sequenceRanks, pieces(rows, AlleleSection.rowsPerRank))
    _ = try column(.classes, nil)
    layout.textOffsets = try column(.textOffsets, nil)
    guard layout.textOffsets.count > 1 else {
      throw .badSection(file: file, section: AlleleSection.textOffsets.rawValue)
    }
    layout.texts = try column(.texts, nil)
    layout.rowChecks = try column(.rowChecks, pieces(rows, AlleleSection.rowsPerCheck))
    layout.textChecks = try column(
      .textChecks, pieces(layout.texts.count, AlleleSection.bytesPerCheck))
    let evidence = directory[.evidenceAllele]?.count
    if evidence != nil || directory[.evidenceRoute] != nil || directory[.evidenceText] != nil {
      _ = try column(.evidenceAllele, evidence)
      _ = try column(.evidenceRoute, evidence ?? 0)
      _ = try column(.evidenceText, evidence ?? 0)
    }
    return layout
  }
}
