// SPDX-License-Identifier: MIT

import Calls
import Classification

/// The colour of a call in a genome browser: losses red, gains blue, the darker the more pathogenic.
///
/// As ClinGen's and ClinVar's CNV tracks of the UCSC browser colour them; grey is benign or not scored.
struct BEDColour {
  /// `itemRgb`.
  let text: String

  init(_ type: CallType, _ pathogenicity: Pathogenicity?) {
    let isLoss = type == .loss
    switch pathogenicity {
    case .pathogenic: text = isLoss ? "170,0,0" : "0,0,170"
    case .likelyPathogenic: text = isLoss ? "215,50,50" : "50,50,215"
    case .uncertain: text = isLoss ? "240,150,150" : "150,150,240"
    case .likelyBenign: text = isLoss ? "200,180,180" : "180,180,200"
    case .benign: text = "170,170,170"
    case nil: text = "110,110,110"
    }
  }
}
