// SPDX-License-Identifier: MIT

import Annotation
import Calls
import Classification

extension GeneText {
  /// What the class adds to the flags of a call.
  ///
  /// `not_scored:` for reasons that the call alone does not tell; the marks; and for a class that rests on
  /// the number of genes, what it is with each gene group counted as one gene.
  func classFlagWords(_ row: CallRow) -> [String] {
    let (call, batch, index) = (row.call, row.batch, row.index)
    guard index < batch.assessments.count else { return [] }
    let assessment = batch.assessments[index]
    if let reason = assessment.notScored {
      return call.notScored == nil && reason != .notCopyNumber ? ["not_scored:\(reason.word)"] : []
    }
    guard !assessment.marks.isEmpty || assessment.collapsedGenes != nil else { return [] }
    var words = ClassificationMarks.words.filter { assessment.marks.contains($0.mark) }
      .map(\.word)
    if let collapsed = assessment.collapsedGenes {
      let total = Assessment.pathogenicity(assessment.collapsedTotal)
      words.append("gene_groups_collapsed:\(collapsed)(\(total.short))")
    }
    if assessment.total != assessment.totalBeforeFamily {
      words.append(
        "class_before_section5:\(Assessment.pathogenicity(assessment.totalBeforeFamily).short)")
    }
    return words
  }
}
