// SPDX-License-Identifier: MIT

package import Calls
import Genome

/// Reads PennCNV's `.rawcnv` (and `.goodcnv`) and its two TAB forms.
///
/// Layout of `.rawcnv`: see ``PennCNVCells/read(raw:in:)``. TAB forms, without header: `detect_cnv.pl -tabout` has 8
/// columns `chr start end cn sample startsnp endsnp conf`, `convert_cnv.pl` a ninth with the number of
/// markers. Coordinates are 1-based inclusive, the positions of the first and last marker. The build is
/// that of the PFB file and not in the output, so it must be said.
///
/// State 4 (`-loh`) is a loss of heterozygosity; the TAB forms have no state, so that a copy number of 2
/// cannot be told from it and is read as one. A sample is named by its signal file without folder and
/// `.txt`, `.baflrr` or `.gz`; where two folders of the head hold files of one name, the folder stays.
/// Chromosomes 23, 24 and 26 are X, Y and MT.
///
/// - Source: PennCNV's documentation and `convert_cnv.pl`; call-file study, section A1.
package struct PennCNVReader: CallReader {
  package enum Layout: Sendable, Equatable {
    case raw
    /// 8 or 9 columns.
    case table(columns: Int)
  }

  package let layout: Layout
  package let expected: ExpectedCopies
  package let samples: SampleSelection?
  /// Whether the folder of the signal file is part of a sample's name.
  package let keepsFolder: Bool
  let codes: ChromosomeCodes
  /// Whether the first call's contig is written with `chr`.
  var usesChrPrefix = true

  package init(
    layout: Layout, expected: ExpectedCopies, samples: SampleSelection?, keepsFolder: Bool,
    codes: ChromosomeCodes = .plink
  ) {
    self.codes = codes
    self.layout = layout
    self.expected = expected
    self.samples = samples
    self.keepsFolder = keepsFolder
  }

  /// What the report should say.
  var remarks: [String] {
    if case .raw = layout { return [] }
    return ["no state in this form: two copies of an autosome are read as loss of heterozygosity"]
  }

  package func read(_ batch: inout CallBatch, firstLine: Int) -> [RejectedRecord] {
    var parser = PennCNVRecordParser(self, textBase: batch.arena.count)
    let rejected = batch.read(by: &parser, bytesPerCall: 100, firstLine: firstLine)
    // Appending nothing still moves a full arena.
    if !parser.kept.bytes.isEmpty { batch.arena.append(contentsOf: parser.kept.bytes) }
    return rejected
  }
}
