// SPDX-License-Identifier: MIT

/// What the header of a VCF file says, as far as reading calls depends on it.
package struct VCFHeader: Sendable {
  /// A `##contig` line.
  package struct ContigLine: Sendable, Equatable {
    package let name: String
    package let length: Int32?
    package let assembly: String?
  }

  package var version = VCFVersion(major: 4, minor: 2)
  package var contigs: [ContigLine] = []
  package var reference: String?
  /// The program, from the first `##source` line.
  package var source: String?
  /// Whether a `##DRAGENVersion` or `##DRAGENCommandLine` line stands in the header.
  package var isDRAGEN = false
  package var infoIDs: Set<String> = []
  package var formatIDs: Set<String> = []
  /// Sample names as bytes, in the file's order.
  package var samples: [[UInt8]] = []
  /// The number of columns every record must have.
  package var columnCount = 8
  /// Lines up to and with `#CHROM`.
  package var lineCount = 0
  /// The header's bytes, `#CHROM` line and its line end included, a byte order mark left out.
  package var text: [UInt8] = []
  /// Whether the `#CHROM` line ends in a line break; it is given one in ``text`` either way.
  package var hasLineEnd = true
  /// Where the `#CHROM` line begins in ``text``.
  package var columnLineStart = 0

  package init() {}

  /// The program that made the calls: what `##source` says, else the one whose keys are declared.
  ///
  /// - Source: call-file study, section D3.
  package var program: String? {
    if let source { return source }
    if isDRAGEN || formatIDs.isSuperset(of: ["SM", "BC"]) && infoIDs.contains("REFLEN") {
      return "DRAGEN"
    }
    if isGATKgCNV { return "GATK gCNV" }
    if infoIDs.contains("SVMETHOD"), formatIDs.isSuperset(of: ["RCL", "RC", "RCR"]) {
      return "Delly"
    }
    if infoIDs.isSuperset(of: ["Check_Score", "Call_label"]) { return "StemCNV-check" }
    return nil
  }

  /// GATK's germline CNV segments, which put POS on the first base and list `<DEL>,<DUP>` in every row.
  package var isGATKgCNV: Bool { formatIDs.isSuperset(of: ["QSS", "QSE", "NP"]) }
}
