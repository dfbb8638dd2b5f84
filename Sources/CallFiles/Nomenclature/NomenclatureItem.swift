// SPDX-License-Identifier: MIT

import Calls
import Genome
import Records

/// One call that a string of ISCN, HGVS or a ClinVar name states.
struct NomenclatureItem {
  var contig: Contig
  /// The chromosome's name in the text.
  var contigName: Range<Int>
  /// 0-based half-open.
  var interval: Interval
  /// The largest and smallest interval that the string allows; nil where it states none.
  var outer: Interval?
  var inner: Interval?
  /// What a word (`del`, `dup`, `hmz`) says; nil where only copies are stated.
  var type: CallType?
  var copies = CopyNumber.unknown
  /// The ends of `x1~2`; unknown for a single number.
  var fewest = CopyNumber.unknown
  var most = CopyNumber.unknown
  /// Two like haplotypes (`hmz`).
  var isHomozygous = false
  /// Whether only some of the cells carry the call.
  var isMosaic = false
  /// The share of cells as it is written; nil where it is not known.
  var mosaicFraction: Range<Int>?

  /// The copies in the changed cells: of the ends of `x1~2` the one further from what is expected, two where
  /// that is not known.
  func copies(expected: CopyNumber) -> CopyNumber {
    guard fewest.isKnown, most.isKnown else { return copies }
    let normal = expected.isKnown ? expected.thousandths : 2000
    return abs(fewest.thousandths - normal) >= abs(most.thousandths - normal) ? fewest : most
  }
}

/// What a string of nomenclature states: its calls and what holds for all of them.
struct NomenclatureString {
  var items: [NomenclatureItem] = []
  /// The build the string names, as it is written.
  var build: Range<Int>?
  /// The sex that `Gender: Male` or `(X,Y)x1` tells.
  var sex: Sex?
}

/// Why a string is none, and the byte where that shows.
struct NomenclatureError: Error {
  let fault: NomenclatureFault
  let place: Range<Int>
}
