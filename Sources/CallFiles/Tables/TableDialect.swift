// SPDX-License-Identifier: MIT

import Calls
package import Genome

/// How one program lays out its table of calls: all that a format adds to the shared table reader.
///
/// Columns are found by name, never by place, because most programs let users choose and order them.
/// Names are compared in the form of ``TableHeader/normalised(_:)``.
package struct TableDialect: Sendable {
  /// How a table without header is told, and its columns by place.
  struct Headerless: Sendable {
    /// Whether the cells of a row fit.
    let fits: @Sendable ([String]) -> Bool
    let columns: [TableRole: Int]
    /// Why, for the report: what is seen in the row.
    let cue: String
    var score = 90
  }

  /// What a log2 ratio alone says.
  enum Log2Rule: Sendable {
    /// A direction beyond the thresholds, flagged as derived.
    case direction
    /// A direction only where the user gave the thresholds; else a call without direction.
    case directionByRequest
    /// Nothing: the column is shown and decides nothing.
    case shown
  }

  package let format: CallFormat
  /// The program, for the caller column; nil where the table may be anybody's.
  package let caller: String?
  /// What the calls were made from; nil where the table does not tell.
  var technique: ISCNName.Technique?
  /// What the format is, for lists of formats.
  var title = ""
  /// What the reader was checked on, for lists of formats.
  var checked = ""
  /// Two lines of it: names of columns and a row; TABs as they are.
  var example = ""
  /// What the first base of a contig is called: 1 (ends inclusive), or 0 (half-open).
  var base = 1
  /// Names of columns, the preferred first.
  var columns: [TableRole: [String]] = [:]
  /// Sets of names; a header with all names of a set is this dialect's.
  var cues: [[String]] = []
  /// A header with one of these is another program's.
  var foreign: [String] = []
  var score = 90
  var headerless: Headerless?
  /// The dialect's own words for types, in lower case, before ``TypeVocabulary``'s.
  var words: [String: CallType] = [:]
  var log2Rule = Log2Rule.direction
  var chromosomeCodes = ChromosomeCodes.none
  /// Whether rows with one cell name the sample of the rows behind them.
  var hasSampleHeadings = false
  /// What is cut off a sample's name.
  var sampleSuffixes: [String] = []
  /// Words in the comment that make a row of the expected copies a loss of heterozygosity.
  var lohComment: String?
  /// Whether the file's name is the sample where no column is.
  var isOfOneSample = true
  /// What is cut off a file's name where that is the sample's.
  var fileSuffixes: [String] = []
  /// Whether rows with the expected copies are losses of heterozygosity, as the program writes no others.
  var expectedCopiesAreLOH = false
  /// Whether any log2 ratio is a call, whose sign is the direction.
  var signIsDirection = false
  /// Whether the log2 column holds another score in rows of loss of heterozygosity.
  var hidesRatioOfLOH = false
  /// Words of ``words`` that say that part of the cells have the event.
  var mosaicWords: Set<String> = []
  /// Whether a fraction in the column of copies says that part of the cells have the event.
  var fractionsAreMosaic = false
  /// The correlation below which the program itself warns of a sample; nil where it states none.
  var leastCorrelation: Double?
  /// Whether a line `#Gender = Male` before the rows is the sex of the one sample.
  var statesGender = false
  /// Whether the column of types may hold a list, `A;B`.
  var listsTypes = false
  /// What every report on the table should say.
  var remark: String?

  init(_ format: CallFormat, caller: String?) {
    self.format = format
    self.caller = caller
  }
}

/// What the numbers 23 to 26 in a column of contigs mean.
///
/// - Source: call-file study, section 0.1, item 9.
package enum ChromosomeCodes: String, Sendable, CaseIterable {
  /// Nothing is agreed: such a number is refused.
  case none
  /// 23 X, 24 Y, 25 the pseudoautosomal regions, 26 MT: PLINK, Illumina, PennCNV, Progenetix.
  case plink
  /// 24 X, 25 Y, 26 MT: Affymetrix.
  case affymetrix

  /// The name behind a number; nil for one without meaning, `XY` for the common part of X and Y.
  func name(of number: Int) -> String? {
    switch (self, number) {
    case (.plink, 23), (.affymetrix, 24): "X"
    case (.plink, 24), (.affymetrix, 25): "Y"
    case (.plink, 25): "XY"
    case (.plink, 26), (.affymetrix, 26): "MT"
    default: nil
    }
  }
}

extension CallFormat {
  /// The program whose layout it is; nil where anybody may have written it.
  package var caller: String? { TableDialect.of(self)?.caller }

  /// What the calls of a table were made from; nil where it does not tell.
  package var tableTechnique: ISCNName.Technique? { TableDialect.of(self)?.technique }
}
