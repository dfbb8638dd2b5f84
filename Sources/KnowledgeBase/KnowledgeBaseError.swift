// SPDX-License-Identifier: MIT

package import Files
package import Genome
package import HTS

/// Why a knowledge base cannot be built or opened.
///
/// Values only; sentences are made by the façade.
/// `file` is the path as the user gave it, `line` 1-based, `cell` the 1-based number of a table cell.
package enum KnowledgeBaseError: Error, Sendable, Equatable {
  // The command line.
  case noSources
  case badSourceArgument(text: String)

  /// The file itself: missing, unreadable, cannot be written.
  case file(FileError)
  /// The folder to write to cannot be made.
  case cannotCreateFolder(path: String)
  /// The folder to write to is one of `kb update`, which would not use what is written there.
  case keptByUpdate(folder: String)

  // Sources.
  case emptySource(file: String)
  /// A gzip file that is damaged or cut.
  case damagedSource(file: String, HTSError)
  /// A gzip file in a pipe, or inside another one.
  case compressedSource(file: String)
  /// An HTML page, as a server's error or login page is.
  case webPage(file: String)
  /// Not one of the files that the option takes; `start` is the beginning of its first line.
  case unrecognisedSource(file: String, role: SourceRole, start: String)
  /// A known file given to the wrong option.
  case wrongOption(file: String, kind: SourceKind, role: SourceRole)
  /// `found` is what the header has instead.
  case missingColumn(file: String, line: Int, column: String, found: [String])
  /// A row that ends before its columns do; `isLast` where nothing follows, as in a cut download.
  case tooFewCells(file: String, line: Int, expected: Int, found: Int, isLast: Bool)
  case noRows(file: String)
  /// A JSON file that is none, or is cut.
  case notJSON(file: String)
  /// An object of a JSON list, counted from 1, without a key that it has to have.
  case missingKey(file: String, record: Int, key: String)
  /// The last line has no line end, so its last value may be cut: a score of 30 would read 3.
  case unterminated(file: String, line: Int)
  case badCell(file: String, line: Int, cell: Int, column: String, text: String)
  /// The same key twice in one file with different scores.
  case conflictingRows(file: String, line: Int, firstLine: Int, key: String)
  /// A header that comes a second time, or the records of a headerless file: its content stands twice.
  case doubledSource(file: String, line: Int, firstLine: Int)
  /// A record that ends behind its contig in the stated build: the file is of another one.
  case beyondContig(
    file: String, line: Int, contig: String, end: Int, length: Int, build: GenomeBuild)
  case buildUnknown(file: String)
  case buildContradicted(file: String, stated: GenomeBuild, argument: GenomeBuild)
  /// A header or most rows stand twice: files that were joined, or one that was fetched twice.
  case severalFilesInOne(file: String)
  /// The rows themselves name the other build's sequences.
  case rowsOfOtherBuild(file: String, stated: GenomeBuild, found: GenomeBuild)
  /// Genes or regions that lie where the other build has them: `places` of the `compared` ones that can tell.
  case placesOfOtherBuild(
    file: String, stated: GenomeBuild, found: GenomeBuild, places: Int, compared: Int)
  /// Of several complete files of a kind the newest alone speaks, and one of them has no date.
  case undatedSource(file: String, role: SourceRole)
  /// An older knowledge base whose curations of a kind are newer than those of the sources, which can withdraw nothing.
  case previousIsNewer(role: SourceRole, previous: String, newest: String)
  /// A byte 0 in a text, as the parts of a file that a transfer never wrote.
  case zeroByte(file: String, line: Int)
  /// More than a store can hold (4 GiB of text, or 65,535 classifications), or an archive of so little in
  /// so much that it is no table.
  case sourceTooLarge(file: String)
  /// A reference sequence that cannot be used; see the fault.
  case reference(ReferenceGenome.Fault)
  case unknownTable(file: String, name: String, version: String)

  // Compiled knowledge bases.
  case noSnapshot
  /// The folder has no manifest: no knowledge base, or one whose build was interrupted.
  case noManifest(folder: String)
  /// A file of a compiled knowledge base that cannot be opened or read.
  case unreadable(FileError)
  case badManifest(file: String)
  /// A manifest whose digest of itself does not match.
  case damagedManifest(file: String)
  case unsupportedFormat(file: String, found: Int, supported: Int)
  /// The manifest names it and it is not there.
  case missingStore(file: String)
  case notAStore(file: String)
  case foreignByteOrder(file: String)
  case truncatedStore(file: String, expected: Int, found: Int)
  case wrongBuild(file: String, expected: GenomeBuild, found: Int)
  /// A CRC that does not match; `section` is nil for the header with its directory.
  case badChecksum(file: String, section: String?)
  /// A directory entry that is missing, out of bounds or of another type.
  case badSection(file: String, section: String)
  /// A value that no rule allows, with correct checksums: written by something else.
  case badValue(file: String, section: String, row: Int)
  /// A store that is not the one its manifest names.
  case digestMismatch(file: String)

  // Age.
  /// The newest source of a kind is older than allowed.
  case tooOld(release: String, role: SourceRole, date: String, days: Int, limit: Int)
  /// A kind of curation without a date; `role` is nil where no source can have an age.
  case ageUnknown(release: String, role: SourceRole?)
  /// The clock stands before a release that is already here.
  case clockBehind(today: String, date: String)
}

extension KnowledgeBaseError {
  /// The path of the source at fault; nil where it is not a source's.
  package var sourcePath: String? {
    switch self {
    case .emptySource(let file), .damagedSource(let file, _), .compressedSource(let file),
      .webPage(let file), .unrecognisedSource(let file, _, _), .wrongOption(let file, _, _),
      .missingColumn(let file, _, _, _), .tooFewCells(let file, _, _, _, _), .noRows(let file),
      .notJSON(let file), .missingKey(let file, _, _), .unterminated(let file, _),
      .badCell(let file, _, _, _, _), .conflictingRows(let file, _, _, _),
      .doubledSource(let file, _, _), .beyondContig(let file, _, _, _, _, _),
      .buildUnknown(let file), .buildContradicted(let file, _, _), .severalFilesInOne(let file),
      .rowsOfOtherBuild(let file, _, _), .placesOfOtherBuild(let file, _, _, _, _),
      .undatedSource(let file, _), .zeroByte(let file, _), .sourceTooLarge(let file),
      .unknownTable(let file, _, _):
      file
    default: nil
    }
  }
}
