// SPDX-License-Identifier: MIT

import HTS
import Records

/// A layout of calls that ClinCall reads.
package enum CallFormat: String, Sendable, CaseIterable {
  case vcf
  case bed
  case penncnv
  // Arrays.
  case chas, cnvpartition, quantisnp, nexus, agilent, cytogenomics, chp, gtc, birdseye
  // Sequencing.
  case cnvkit, gatk, seg, exomedepth, decon, xhmm, canoes, conifer, codex, cnmops, cnvnator, freec
  case wisecondorx, clincnv, clamms, ascat
  // Collections.
  case plink, dgv, dbvar
  // Strings, one a line.
  case iscn
  case clinvarName = "clinvar-name"
  case hgvs, region
  /// A table whose columns the user maps.
  case table
}

/// Which format an input is in, and by what that was seen.
package struct FormatDetection: Sendable, Equatable {
  package let format: CallFormat
  package let reason: String

  package init(format: CallFormat, reason: String) {
    self.format = format
    self.reason = reason
  }

  /// The points of ``FormatCandidates`` for a format that this type itself finds.
  var score: Int {
    switch format {
    case .bed: 70
    case .penncnv where reason.contains("columns"): 60
    case .vcf where reason.contains("8 or more columns"): 60
    default: 100
    }
  }

  /// Decides on content; the file name only breaks ties that content leaves open.
  ///
  /// - Parameters:
  ///   - head: the start of the decoded input.
  ///   - name: the name of the file, or of the piped input.
  /// - Returns: nil when nothing fits.
  package init?(head: Span<UInt8>, name: String) {
    var position = head.startsWithByteOrderMark ? 3 : 0
    var line = 0
    var sawComment = false
    var sawNames = false
    while position < head.count, line < 10_000 {
      let newline = head.firstIndex(of: 0x0A, in: position..<head.count) ?? head.count
      var stop = newline
      if stop > position, head[stop - 1] == 0x0D { stop -= 1 }
      line += 1
      let text = head.bytes(in: position..<stop)
      let cells = text.split(separator: 0x09, omittingEmptySubsequences: false)
      if text.starts(with: fileFormat) {
        self.init(format: .vcf, reason: "line \(line) begins with ##fileformat=VCF")
        return
      }
      if cells.count >= 2, cells[0].elementsEqual(chrom), cells[1].elementsEqual(pos) {
        self.init(format: .vcf, reason: "line \(line) is VCF's row of column names")
        return
      }
      if text.isEmpty || text[0] == 0x23 || BEDReader.isTrackLine(text.span, in: 0..<text.count) {
        sawComment = sawComment || !text.isEmpty
        sawNames = sawNames || text.first == 0x23 && cells.count > 2
      } else if PennCNVCells.areRaw(text.span, in: 0..<text.count) {
        self.init(format: .penncnv, reason: "line \(line) has numsnp= and state, cn=")
        return
      } else if cells.count == 8 || cells.count == 9, !sawNames, Self.isPennCNVRow(cells) {
        self.init(
          format: .penncnv,
          reason:
            "line \(line) has \(cells.count) columns, a copy number in the fourth and markers in the "
            + "sixth and seventh")
        return
      } else if text.starts(with: Array("NOTICE:".utf8))
        || text.starts(with: Array("WARNING:".utf8))
      {
        sawComment = true
      } else if cells.count >= 3, Self.isNumber(cells[1]), Self.isNumber(cells[2]) {
        self.init(
          format: .bed, reason: "columns 2 and 3 of line \(line) are start and end of an interval")
        return
      } else if cells.count >= 8, Self.isNumber(cells[1]), !Self.isNumber(cells[2]) {
        // A VCF without header: the VCF reader says what is missing.
        self.init(
          format: .vcf, reason: "line \(line) has 8 or more columns and a position in the second")
        return
      } else if line > 1 {
        break
      }
      position = newline + 1
    }
    guard name.hasSuffix(".bed") || name.hasSuffix(".bed.gz") else { return nil }
    self.init(
      format: .bed,
      reason: sawComment ? "comment lines and the name ends in .bed" : "the name ends in .bed")
  }

  /// `chr start end cn sample startsnp endsnp conf`: a digit from 0 to 6 and two marker names.
  private static func isPennCNVRow(_ cells: [ArraySlice<UInt8>]) -> Bool {
    guard isNumber(cells[1]), isNumber(cells[2]), cells[3].count == 1,
      cells[3].allSatisfy({ (0x30...0x36).contains($0) })
    else { return false }
    return [5, 6].allSatisfy { column in
      let name = String(decoding: cells[column], as: UTF8.self).lowercased()
      return ["rs", "cnv", "snp", "kgp", "exm", "gsa", "seq", "vg", "ilmn"].contains {
        name.hasPrefix($0)
      }
    }
  }

  private static func isNumber(_ cell: ArraySlice<UInt8>) -> Bool {
    !cell.isEmpty && cell.allSatisfy { $0 &- 0x30 <= 9 }
  }
}

private let fileFormat = Array("##fileformat=VCF".utf8)
private let chrom = Array("#CHROM".utf8)
private let pos = Array("POS".utf8)
