// SPDX-License-Identifier: MIT

import Annotation
import Calls
import Classification

extension JSONReport {
  /// `classification`: the class, the totals, what is open, and every row of the rubric with its state;
  /// null for small variants, and `not_scored` alone for calls that have no class.
  func appendClassification(_ row: CallRow, to json: inout JSONWriter) {
    guard row.index < row.batch.assessments.count,
      row.batch.assessments[row.index].notScored != .notCopyNumber
    else {
      json.null("classification")
      return
    }
    let assessment = row.batch.assessments[row.index]
    json.object("classification") { json in
      json.field("rubric", context.rubric.rawValue)
      json.field("rubric_version", Rubric.version)
      if let reason = assessment.notScored {
        json.field("not_scored", reason.word)
        return
      }
      append(assessment, row, to: &json)
    }
  }

  private func append(_ assessment: Assessment, _ row: CallRow, to json: inout JSONWriter) {
    func points(_ key: String, _ number: Int16, _ json: inout JSONWriter) {
      json.field(key) { $0.append(hundredths: Int(number)) }
    }
    func word(_ total: Int16) -> String { classes.classWord(total, assessment.marks) }
    json.field("direction", assessment.direction.rawValue)
    points("score", assessment.total, &json)
    json.field("class", word(assessment.total))
    points("score_sections_1_to_3", assessment.contentTotal, &json)
    json.field("class_sections_1_to_3", word(assessment.contentTotal))
    points("score_before_section_5", assessment.totalBeforeFamily, &json)
    json.field("class_before_section_5", word(assessment.totalBeforeFamily))
    points("score_lowest", assessment.lowest, &json)
    points("score_highest", assessment.highest, &json)
    for (key, total) in [("inner", assessment.innerTotal), ("outer", assessment.outerTotal)] {
      guard let total else { continue }
      points("score_\(key)", total, &json)
      json.field("class_\(key)", Assessment.pathogenicity(total).rawValue)
    }
    if let collapsed = assessment.collapsedGenes {
      json.field("genes_with_groups_collapsed", Int(collapsed))
      points("score_with_groups_collapsed", assessment.collapsedTotal, &json)
      json.field(
        "class_with_groups_collapsed",
        Assessment.pathogenicity(assessment.collapsedTotal).rawValue)
    }
    json.array("marks") { json in
      for (mark, word) in ClassificationMarks.words where assessment.marks.contains(mark) {
        json.value(word.utf8)
      }
    }
    json.array("next") { json in
      for next in classes.nextCodes(row.batch, row.index) {
        json.object { json in
          json.field("code", next.criterion.code)
          json.field("points") { $0.append(hundredths: next.points) }
          json.field("class", next.pathogenicity.rawValue)
        }
      }
    }
    appendLedger(assessment.direction, row, to: &json)
    json.array("section_4_candidates") { json in
      for candidate in classes.candidates(row) {
        json.object { json in
          json.field("codes", candidate.codes)
          json.field("source", candidate.source.word)
          json.field("id", candidate.id)
          json.field("text", candidate.text)
        }
      }
    }
  }

  private func appendLedger(_ direction: Direction, _ row: CallRow, to json: inout JSONWriter) {
    let rows = row.batch.evidence[row.batch.evidence(ofCall: row.index)]
    json.array("evidence") { json in
      for evidence in context.rubric.completed(rows, direction) {
        json.object { json in
          json.field("code", evidence.criterion.code)
          json.field("state", evidence.state.word)
          if evidence.state == .met {
            json.field("points") { $0.append(hundredths: Int(evidence.points)) }
            json.field("lowest") { $0.append(hundredths: Int(evidence.low)) }
            json.field("highest") { $0.append(hundredths: Int(evidence.high)) }
          }
          if evidence.reason != .none { json.field("reason", evidence.reason.words) }
          if let name = classes.recordName(evidence, row.batch, row.index) {
            json.field("record", name)
          }
          if evidence.reason == .geneCount { json.field("count", Int(evidence.number)) }
        }
      }
    }
  }
}
