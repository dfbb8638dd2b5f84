// SPDX-License-Identifier: MIT

import Genome

/// Checks what only several records together show: order, contigs in one piece, alleles stated twice.
///
/// Records come in the order of the file. Alleles are compared as they are after trimming what REF and ALT
/// share, within the last ``window`` of them, so that memory stays flat.
package struct VCFOrderCheck: Sendable {
  static let window = 10_000
  private var contig: [UInt8] = []
  private var position = 0
  private var seenContigs: Set<[UInt8]> = []
  /// Whether assembled contigs were spelled with `chr`; nil before the first one.
  private var usesPrefix: Bool?
  private var firstLines: [Allele: Int] = [:]
  private var recent: [Allele] = []
  private var oldest = 0

  /// What makes two statements one allele.
  package struct Allele: Hashable, Sendable {
    let contig: [UInt8]
    let position: Int
    let ref: [UInt8]
    let alt: [UInt8]
  }

  /// What the check needs of a record; made where batches are read, in parallel.
  package struct Record: Sendable {
    let line: Int
    let contig: [UInt8]
    let position: Int
    let alleles: [Allele]

    /// - Parameter bytes: the record without its line end.
    /// - Returns: nil for a line that cannot be read.
    package init?(_ bytes: ArraySlice<UInt8>, line: Int) {
      let cells = bytes.split(separator: 0x09, maxSplits: 8, omittingEmptySubsequences: false)
      guard cells.count >= 8, let position = Int(String(decoding: cells[1], as: UTF8.self)) else {
        return nil
      }
      self.line = line
      self.position = position
      let contig = Array(cells[0])
      self.contig = contig
      // Symbolic alleles differ in INFO, and breakends in what they join to.
      alleles = cells[4].split(separator: 0x2C).filter(\.isBases).map { alt in
        Allele(contig: contig, position: position, ref: Array(cells[3]), alt: Array(alt)).trimmed
      }
    }
  }

  package init() {}

  /// The problems of the next record.
  package mutating func problems(_ record: Record) -> [VCFProblem] {
    var problems: [VCFProblem] = []
    if record.contig != contig {
      if seenContigs.contains(record.contig) {
        problems.append(
          VCFProblem(line: record.line, column: 1, .notContiguous, record.contig))
      }
      seenContigs.insert(record.contig)
      contig = record.contig
      if ContigName(contig.span).contig.isAssembled {
        let hasPrefix = contig.prefix(3).map { $0 | 0x20 } == Array("chr".utf8)
        if usesPrefix == !hasPrefix {
          problems.append(VCFProblem(line: record.line, column: 1, .contigSpelling, contig))
        }
        usesPrefix = hasPrefix
      }
    } else if record.position < position {
      problems.append(
        VCFProblem(line: record.line, column: 0, .unsorted, Array(String(record.position).utf8)))
    }
    position = record.position
    for allele in record.alleles {
      if let first = firstLines[allele] {
        problems.append(
          VCFProblem(line: record.line, column: 0, .duplicate(firstLine: first), allele.alt))
      } else {
        remember(allele, record.line)
      }
    }
    return problems
  }

  private mutating func remember(_ allele: Allele, _ line: Int) {
    firstLines[allele] = line
    if recent.count < Self.window {
      recent.append(allele)
      return
    }
    firstLines[recent[oldest]] = nil
    recent[oldest] = allele
    oldest = (oldest + 1) % Self.window
  }
}

extension VCFOrderCheck.Allele {
  /// Without the bases that REF and ALT share, at the end first and then at the start.
  fileprivate var trimmed: Self {
    var ref = ref[...]
    var alt = alt[...]
    func isSame(_ a: UInt8?, _ b: UInt8?) -> Bool { a.map { $0 | 0x20 } == b.map { $0 | 0x20 } }
    while ref.count > 1, alt.count > 1, isSame(ref.last, alt.last) {
      ref.removeLast()
      alt.removeLast()
    }
    var position = position
    while ref.count > 1, alt.count > 1, isSame(ref.first, alt.first) {
      ref.removeFirst()
      alt.removeFirst()
      position += 1
    }
    return Self(contig: contig, position: position, ref: Array(ref), alt: Array(alt))
  }
}

extension ArraySlice<UInt8> {
  fileprivate var isBases: Bool {
    !isEmpty && allSatisfy { "ACGTNacgtn".utf8.contains($0) }
  }
}
