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
  private var firstLines: [Statement: Int] = [:]
  private var recent: [Statement] = []
  private var oldest = 0

  /// What makes two statements one allele.
  struct Statement: Hashable, Sendable {
    let contig: [UInt8]
    let allele: Allele
  }

  /// What the check needs of a record; made where batches are read, in parallel.
  package struct Record: Sendable {
    let line: Int
    let contig: [UInt8]
    let position: Int
    let statements: [Statement]

    /// - Parameter bytes: the record without its line end.
    /// - Returns: nil for a line that cannot be read.
    package init?(_ bytes: ArraySlice<UInt8>, line: Int) {
      let cells = bytes.split(separator: 0x09, maxSplits: 8, omittingEmptySubsequences: false)
      guard cells.count >= 8, let position = Int32(String(decoding: cells[1], as: UTF8.self)) else {
        return nil
      }
      self.line = line
      self.position = Int(position)
      let contig = Array(cells[0])
      self.contig = contig
      // Symbolic alleles differ in INFO, and breakends in what they join to.
      statements = cells[4].split(separator: 0x2C).filter(\.isBases).map { alt in
        Statement(
          contig: contig, allele: Allele(start: max(0, position - 1), ref: cells[3], alt: alt))
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
    for statement in record.statements where !statement.allele.isReference {
      if let first = firstLines[statement] {
        problems.append(
          VCFProblem(
            line: record.line, column: 0, .duplicate(firstLine: first), statement.allele.alt))
      } else {
        remember(statement, record.line)
      }
    }
    return problems
  }

  private mutating func remember(_ statement: Statement, _ line: Int) {
    firstLines[statement] = line
    if recent.count < Self.window {
      recent.append(statement)
      return
    }
    firstLines[recent[oldest]] = nil
    recent[oldest] = statement
    oldest = (oldest + 1) % Self.window
  }
}

extension ArraySlice<UInt8> {
  fileprivate var isBases: Bool {
    !isEmpty && allSatisfy { "ACGTNacgtn".utf8.contains($0) }
  }
}
