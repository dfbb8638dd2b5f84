// SPDX-License-Identifier: MIT

package import Genome
package import HTS
internal import Synchronization

/// The reference sequence of one build, from an indexed FASTA file.
///
/// Chromosomes are found by what they are (`1`, `chr1` and `NC_000001.11` are one), other contigs by the
/// name in the file.
package final class ReferenceGenome: Sendable {
  package enum Fault: Error, Sendable, Equatable {
    case file(IndexedFASTA.Fault)
    /// A chromosome whose length is that of another build; `found` is nil for no build that is known.
    case wrongBuild(
      path: String, sequence: String, length: Int, expected: GenomeBuild, found: GenomeBuild?)
    /// None of the file's sequences is a chromosome.
    case noChromosome(path: String)
  }

  package let path: String
  package let build: GenomeBuild
  private let fasta: IndexedFASTA
  /// By raw value of the contig: its sequence in the file.
  private let byContig: [IndexedFASTA.Sequence?]
  private let byName: [[UInt8]: IndexedFASTA.Sequence]

  /// - Parameter build: what it must be of; nil takes the build that its lengths are of.
  /// - Throws: ``Fault``.
  package init(path: String, build: GenomeBuild?) throws(Fault) {
    let fasta: IndexedFASTA
    do throws(IndexedFASTA.Fault) {
      fasta = try IndexedFASTA(path: path)
    } catch {
      throw .file(error)
    }
    var byContig = [IndexedFASTA.Sequence?](repeating: nil, count: Contig.assembled.count + 1)
    var byName: [[UInt8]: IndexedFASTA.Sequence] = [:]
    for sequence in fasta.sequences {
      byName[Array(sequence.name.utf8)] = sequence
      let contig = ContigName(sequence.name).contig
      if contig.isAssembled, byContig[Int(contig.rawValue)] == nil {
        byContig[Int(contig.rawValue)] = sequence
      }
    }
    var decided = build
    for contig in Contig.assembled where contig != .mitochondrion {
      guard let sequence = byContig[Int(contig.rawValue)] else { continue }
      let found = GenomeBuild.allCases.first {
        Assembly.of($0).length(of: contig).map(Int.init) == sequence.length
      }
      if decided == nil { decided = found }
      guard let expected = decided, found == expected else {
        throw .wrongBuild(
          path: path, sequence: sequence.name, length: sequence.length,
          expected: build ?? decided ?? .grch38, found: found)
      }
    }
    guard let decided else { throw .noChromosome(path: path) }
    self.path = path
    self.build = decided
    self.fasta = fasta
    self.byContig = byContig
    self.byName = byName
  }

  /// The sequence of a contig in pieces; nil where the file has none.
  ///
  /// - Parameter name: the contig's name, for one that is no chromosome.
  package func sequence(of contig: Contig, name: ArraySlice<UInt8> = []) -> ReferenceSequence? {
    let sequence = contig.isAssembled ? byContig[Int(contig.rawValue)] : byName[Array(name)]
    return sequence.map { ReferenceSequence(fasta: fasta, sequence: $0) }
  }
}

/// One contig of a reference, the last piece that was read kept: neighbouring calls need the same bases.
package struct ReferenceSequence: ContigSequence {
  private let fasta: IndexedFASTA
  private let sequence: IndexedFASTA.Sequence
  private var first = 0
  private var piece: [UInt8] = []

  private static let pieceSize = 1 << 16

  init(fasta: IndexedFASTA, sequence: IndexedFASTA.Sequence) {
    self.fasta = fasta
    self.sequence = sequence
  }

  package var length: Int { sequence.length }

  /// - Throws: ``ReferenceGenome/Fault``.
  package mutating func base(at place: Int32) throws -> UInt8? {
    try baseOrFault(at: place)
  }

  /// The base at a 0-based place in upper case; nil beyond the contig's ends.
  package mutating func baseOrFault(at place: Int32) throws(ReferenceGenome.Fault) -> UInt8? {
    let place = Int(place)
    guard place >= 0, place < sequence.length else { return nil }
    if place < first || place >= first + piece.count {
      // Most walks go towards the start of the contig.
      let start = max(0, place - Self.pieceSize * 3 / 4)
      do throws(IndexedFASTA.Fault) {
        piece = try fasta.bases(
          of: sequence.name, from: start, to: min(sequence.length, start + Self.pieceSize))
      } catch {
        throw .file(error)
      }
      first = start
    }
    return piece[place - first].upperCased
  }

  /// Moves a deletion or insertion to its leftmost place; see `Allele.alignLeft`.
  package mutating func alignLeft(_ allele: inout Allele) throws(ReferenceGenome.Fault) {
    do {
      try allele.alignLeft(in: &self)
    } catch let fault as ReferenceGenome.Fault {
      throw fault
    } catch {
      // Nothing else is thrown by `base(at:)`.
      throw .noChromosome(path: sequence.name)
    }
  }

  /// The bases of an interval that lies in the contig; nil where it does not.
  package mutating func bases(_ interval: Interval) throws(ReferenceGenome.Fault) -> [UInt8]? {
    guard interval.start >= 0, Int(interval.end) <= sequence.length else { return nil }
    var bases: [UInt8] = []
    var place = interval.start
    while place < interval.end {
      guard let base = try baseOrFault(at: place) else { return nil }
      bases.append(base)
      place += 1
    }
    return bases
  }
}
