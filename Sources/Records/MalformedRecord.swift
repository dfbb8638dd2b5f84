// SPDX-License-Identifier: MIT

package import Genome
package import HTS

/// A place in an input that cannot be read, and what is wrong there.
package struct MalformedRecord: Error, Sendable, Equatable {
  /// The 1-based line of the file; 0 when the fault is the file's as a whole.
  package let line: Int
  /// Where the record stands when an index led to it, so that ``line`` is no line of the file.
  package var offset: VirtualOffset?
  /// The 1-based byte column; 0 when the fault is the line's as a whole.
  package let column: Int
  package let fault: Fault
  /// The offending text as it stands in the file, at most 80 bytes; empty when there is none.
  package let text: [UInt8]

  package init(line: Int, column: Int, fault: Fault, text: [UInt8] = []) {
    self.line = line
    self.column = column
    self.fault = fault
    self.text = Array(text.prefix(80))
  }

  package enum Fault: Sendable, Equatable {
    // Of any text format.
    case tooFewColumns(found: Int, needed: Int, hasSpaces: Bool)
    case emptyCell(name: String)
    case nulByte
    case lineTooLong(limit: Int)
    case carriageReturnsOnly
    case startNotNumber(name: String)
    case coordinateTooLarge
    case endBeforeStart(start: Int, end: Int)
    /// `length` is the contig's in the build the input is read on; `fits` another build that is as long.
    case beyondContig(position: Int, length: Int, build: GenomeBuild, fits: GenomeBuild?)

    // Of VCF.
    case noFileFormat
    case unsupportedVersion
    case noColumnLine
    case wrongColumnNames
    case formatWithoutSamples
    case duplicateSample
    case columnCount(found: Int, expected: Int)
    case headerInBody
    case badContigName
    case badReference
    case badAlternate
    case badEnd
    case badLength
    case repeatedKey
    case badGenotype(alleles: Int)

    // Of BED.
    case noType
    case unknownType

    // Of tables.
    /// A quoted cell that goes on behind the line's end.
    case openQuote
    case notNumber(name: String)
    case badRegion
    case badNomenclature(NomenclatureFault)
    /// The row names another build than the input is read on.
    case otherBuild(stated: String, build: GenomeBuild)
    /// 23 to 26 mean X, Y, their common part or MT depending on the program.
    case codedContig
    case noState
    /// Position 0 where positions count from 1.
    case zeroPosition
    /// A pipe that must be held as a whole, as its first rows name no sample, is longer than this.
    case reportTooLarge(limit: Int)
    /// The first line that names a sample stands between rows.
    case headingBehindRows

    // Of PennCNV.
    case notPennCNV
    case badCopyNumber

    // Of BCF.
    case bcf(BCFFault)
  }
}
