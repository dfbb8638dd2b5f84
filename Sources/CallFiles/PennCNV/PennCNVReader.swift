// SPDX-License-Identifier: MIT

package import Calls
import Genome

/// Reads PennCNV's `.rawcnv` (and `.goodcnv`) and its two TAB forms.
///
/// `.rawcnv` is padded with blanks: region, `numsnp=`, `length=`, `stateN,cn=N`, the path of the signal file,
/// `startsnp=`, `endsnp=` and, after `-conf`, `conf=`. TAB forms, without header: `detect_cnv.pl -tabout` has 8
/// columns `chr start end cn sample startsnp endsnp conf`, `convert_cnv.pl` a ninth with the number of
/// markers. Coordinates are 1-based inclusive, the positions of the first and last marker. The build is
/// that of the PFB file and not in the output, so it must be said.
///
/// State 4 (`-loh`) is a loss of heterozygosity; the TAB forms have no state, so that a copy number of 2
/// cannot be told from it and is read as one. A sample is named by its signal file without folder and
/// `.txt`, `.baflrr` or `.gz`. Where two folders hold files of one name, they are two samples: all samples
/// keep their folder where the first 256 KiB of the file show it, else those from the second folder on, and a
/// note says so. Chromosomes 23, 24 and 26 are X, Y and MT.
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
  /// Whether the folder of the signal file is part of every sample's name.
  package let keepsFolder: Bool
  /// Hashes of the paths whose folder is part of the sample's name.
  var folders: Set<UInt64> = []
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
    read(&batch, firstLine: firstLine).rejected
  }

  /// The reader of a batch in which the samples with these paths keep their folder.
  package func keeping(_ folders: Set<UInt64>) -> PennCNVReader {
    var reader = self
    reader.folders = folders
    return reader
  }

  /// Reads a batch and tells the samples in it, each once; none where all keep their folder.
  ///
  /// ``SignalFolders`` says whether one of them has the name of another; the batch is then read again.
  package func read(_ batch: inout CallBatch, firstLine: Int)
    -> (rejected: [RejectedRecord], files: [SignalFile])
  {
    var parser = PennCNVRecordParser(self, textBase: batch.arena.count)
    let rejected = batch.read(by: &parser, bytesPerCall: 100, firstLine: firstLine)
    // Appending nothing still moves a full arena.
    if !parser.kept.bytes.isEmpty { batch.arena.append(contentsOf: parser.kept.bytes) }
    return (rejected, parser.files)
  }
}
