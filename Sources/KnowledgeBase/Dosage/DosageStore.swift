// SPDX-License-Identifier: MIT

package import Genome

/// The dosage curations of one build, opened: features by number, found by interval.
///
/// A feature number is an index into ``features``. Opening reads the columns once; texts stay in the
/// mapped heap and are fetched by ``StringID``.
package final class DosageStore: Sendable {
  package let build: GenomeBuild
  /// Those with coordinates in this build, by contig, start, end, kind, id.
  package let features: [DosageFeature]
  /// Those that a list of this build has without coordinates, and those that only the other build's
  /// lists have; by kind and id.
  package let unplaced: [DosageFeature]
  /// Per contig, by raw value: where its features begin in ``features``, and their index.
  private let firsts: [UInt32]
  private let indexes: [IntervalIndex]
  private let file: StoreFile
  var bytes: StoreBytes { file.bytes }
  var directory: StoreDirectory { file.directory }

  /// Opens a file of its own.
  ///
  /// - Throws: what ``StoreFile`` and ``StoreReader`` throw; nothing of a damaged file is used.
  convenience init(_ bytes: StoreBytes, build: GenomeBuild) throws(KnowledgeBaseError) {
    try self.init(try StoreFile(bytes, build: build))
  }

  /// - Throws: ``KnowledgeBaseError/badValue(file:section:row:)``.
  init(_ file: StoreFile) throws(KnowledgeBaseError) {
    let all = try file.bytes.withBytes { (raw) throws(KnowledgeBaseError) -> [DosageFeature] in
      try StoreReader.features(raw, directory: file.directory, file: file.bytes.name)
    }
    build = file.build
    self.file = file
    let placed = all.prefix { $0.contig.isAssembled }
    features = Array(placed)
    unplaced = Array(all.dropFirst(placed.count))
    var firsts: [UInt32] = []
    var indexes: [IntervalIndex] = []
    var first = 0
    for contig in [Contig.other] + Contig.assembled {
      let count = placed[first...].prefix { $0.contig == contig }.count
      let intervals = placed[first..<first + count].map(\.interval)
      firsts.append(UInt32(first))
      indexes.append(IntervalIndex(sorted: intervals))
      first += count
    }
    self.firsts = firsts
    self.indexes = indexes
  }

  /// Appends the numbers of the features that share at least one base with `query`, ascending.
  ///
  /// None on ``Contig/other`` and for an empty interval.
  package func appendOverlaps(
    with query: Interval, on contig: Contig, to hits: inout [UInt32]
  ) {
    let before = hits.count
    // In place: a copy of the index would be counted by every thread.
    indexes[Int(contig.rawValue)].appendOverlaps(with: query, to: &hits)
    let first = firsts[Int(contig.rawValue)]
    for hit in before..<hits.count { hits[hit] += first }
  }

  /// Appends the UTF-8 bytes of a text of this store.
  ///
  /// - Precondition: `id` comes from a feature of this store; an id out of range appends nothing.
  package func append(_ id: StringID, to buffer: inout [UInt8]) {
    file.append(id, to: &buffer)
  }

  package func string(_ id: StringID) -> String { file.string(id) }
}
