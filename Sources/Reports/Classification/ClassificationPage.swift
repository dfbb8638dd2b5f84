// SPDX-License-Identifier: MIT

package import Annotation
import Calls
import Classification
import Genome
import KnowledgeBase

/// One call explained on a terminal: what is inside, the ledger, the total against the thresholds, what was
/// not assessed, and what would change the class.
package struct ClassificationPage: Sendable {
  private let context: ReportContext
  private let text: GeneText
  private let classes: ClassificationText

  package init(_ context: ReportContext) {
    self.context = context
    text = GeneText(context)
    classes = ClassificationText(context)
  }

  package func text(of batch: AnnotatedBatch, _ index: Int) -> [UInt8] {
    var row = CallRow(batch, context.inputs[batch.calls.input])
    row.index = index
    var page: [UInt8] = []
    appendHead(row, to: &page)
    appendContent(row, to: &page)
    if let assessment = classes.assessment(batch, index) {
      appendLedger(row, assessment, to: &page)
      appendVerdict(row, assessment, to: &page)
      appendOpen(row, to: &page)
      appendCandidates(row, to: &page)
    } else if let reason = batch.assessments[index].notScored {
      page.append("\nNot scored: \(reason.word)\n")
    }
    appendSources(to: &page)
    return page
  }

  private func appendHead(_ row: CallRow, to page: inout [UInt8]) {
    row.call.appendLocus(in: row.arena, to: &page)
    page.append("  \(row.call.type.word)  \(context.build.name)")
    if let band = text.cytoband(of: row.call) { page.append("  \(band)") }
    if let length = row.call.length(in: row.arena) { page.append("  \(grouped(length)) bp") }
    page.append("\n")
  }

  private func appendContent(_ row: CallRow, to page: inout [UInt8]) {
    page.append("\nWhat is inside\n")
    if text.countsGenes(of: row.call) {
      page.append("  \(row.batch.codingGenes[row.index]) protein-coding genes: ")
      text.appendSymbols(row.genes, to: &page)
      page.append("\n")
    } else {
      page.append("  genes unknown: the knowledge base has no gene models here\n")
    }
    for hit in row.genes {
      guard let number = hit.feature else { continue }
      let feature = context.store.features[Int(number)]
      guard feature.hi.isCurated || feature.ts.isCurated else { continue }
      page.append(
        "  gene    \(padded(context.store.string(feature.id), 14)) HI \(padded(feature.hi.word, 4)) "
          + "TS \(padded(feature.ts.word, 4)) \(hit.relationWord(of: row.call, to: feature))"
          + "\(withdrawn(feature))\n")
    }
    for hit in row.hits {
      let feature = context.store.features[Int(row.batch.hits[hit])]
      guard feature.kind == .region else { continue }
      let overlap = Overlap(call: row.call.interval, feature: feature.interval)
      page.append(
        "  region  \(padded(context.store.string(feature.id), 14)) HI \(padded(feature.hi.word, 4)) "
          + "TS \(padded(feature.ts.word, 4)) \(overlap.relation.word), "
          + "\(percent(overlap.featureFraction)) of it  \(context.store.string(feature.name))"
          + "\(withdrawn(feature))\n")
    }
  }

  /// The last public scores of a withdrawn curation: never scored, always shown.
  private func withdrawn(_ feature: DosageFeature) -> String {
    var text = ""
    for (name, score, last, date) in [
      ("HI", feature.hi, feature.hiLast, feature.hiLastDate),
      ("TS", feature.ts, feature.tsLast, feature.tsLastDate),
    ] where score == .withdrawn {
      text += "  (last \(name) \(last.word), \(context.store.string(date)))"
    }
    return text
  }

  private func appendLedger(_ row: CallRow, _ assessment: Assessment, to page: inout [UInt8]) {
    page.append("\nEvidence (\(context.rubric.title); \(assessment.direction.rawValue) rubric)\n")
    let rows = row.batch.evidence[row.batch.evidence(ofCall: row.index)]
    let definitions = context.rubric.definitions(assessment.direction)
    for evidence in rows where evidence.state == .met && evidence.criterion != .c5F {
      page.append("  \(padded(evidence.criterion.code, 5))")
      var points: [UInt8] = []
      points.append(hundredths: Int(evidence.points))
      page.append(padding(6 - points.count))
      page.append(contentsOf: points)
      page.append("  \(evidence.reason.words)")
      if let label = classes.label(evidence, assessment.direction, row.batch, row.index) {
        page.append(": \(label)")
      }
      if evidence.low != evidence.high {
        page.append(" [reviewer ")
        page.append(hundredths: Int(evidence.low))
        page.append("..")
        page.append(hundredths: Int(evidence.high))
        page.append("]")
      }
      page.append("\n")
      if let definition = definitions.first(where: { $0.criterion == evidence.criterion }) {
        page.append("               \(definition.wording)\n")
      }
    }
    for evidence in rows where evidence.state == .notApplicable {
      page.append(
        "  \(padded(evidence.criterion.code, 5))     -  not counted: \(evidence.reason.words)")
      if let name = classes.recordName(evidence, row.batch, row.index) { page.append(": \(name)") }
      page.append("\n")
    }
  }

  private func appendVerdict(_ row: CallRow, _ assessment: Assessment, to page: inout [UInt8]) {
    page.append("\nTotal ")
    page.append(hundredths: Int(assessment.total))
    page.append("  ")
    page.append(classes.classWord(assessment.total, assessment.marks))
    page.append(
      "\n  B <= -0.99 | LB -0.98..-0.90 | VUS -0.89..0.89 | LP 0.90..0.98 | P >= 0.99\n")
    page.append("  reviewers' ranges and section 5 leave ")
    page.append(hundredths: Int(assessment.lowest))
    page.append(" .. ")
    page.append(hundredths: Int(assessment.highest))
    page.append("\n  sections 1-3 alone: ")
    page.append(hundredths: Int(assessment.contentTotal))
    page.append(" \(classes.classWord(assessment.contentTotal, assessment.marks))\n")
    for (name, total) in [("inner", assessment.innerTotal), ("outer", assessment.outerTotal)] {
      guard let total else { continue }
      page.append("  \(name) bounds: ")
      page.append(hundredths: Int(total))
      page.append(" \(Assessment.pathogenicity(total).rawValue)\n")
    }
    let words = text.allFlagWords(row)
    if !words.isEmpty { page.append("  flags: \(words.joined(separator: ", "))\n") }
  }

  private func appendOpen(_ row: CallRow, to page: inout [UInt8]) {
    page.append("\nNot assessed: ")
    var words: [UInt8] = []
    classes.appendNotAssessed(row.batch, row.index, to: &words)
    page.append(String(decoding: words, as: UTF8.self).replacing(";", with: "; "))
    page.append("\nWould change the class alone: ")
    words = []
    classes.appendNext(row.batch, row.index, to: &words)
    let next = String(decoding: words, as: UTF8.self)
    page.append(next == "." ? "nothing that is open" : next.replacing(";", with: "; "))
    page.append("\n")
  }

  /// What a person may weigh for section 4, twelve at most of each kind.
  private func appendCandidates(_ row: CallRow, to page: inout [UInt8]) {
    let candidates = classes.candidates(row)
    guard !candidates.isEmpty else { return }
    page.append("\nCandidates for section 4, to be weighed by a person, not scored\n")
    for kind in Section4Candidate.Source.allCases {
      let own = candidates.filter { $0.source == kind }
      for candidate in own.prefix(12) {
        page.append("  \(padded(candidate.codes, 15)) \(candidate.text)\n")
      }
      if own.count > 12 { page.append("  and \(own.count - 12) more of \(kind.word)\n") }
    }
  }

  private func appendSources(to page: inout [UInt8]) {
    page.append("\nKnowledge base \(context.provenance.value(of: "kb_release"))\n")
    page.append("\(context.provenance.value(of: "notice"))\n")
  }

  private func padded(_ word: String, _ width: Int) -> String {
    word + padding(width - word.count)
  }

  private func padding(_ width: Int) -> String { String(repeating: " ", count: max(0, width)) }

  /// Millionths as a percentage with one decimal.
  private func percent(_ millionths: Int) -> String {
    "\(millionths / 10_000).\(millionths / 1_000 % 10) %"
  }

  /// 2,186,666.
  private func grouped(_ number: Int) -> String {
    var digits = Array(String(number))
    var place = digits.count - 3
    while place > 0 {
      digits.insert(",", at: place)
      place -= 3
    }
    return String(digits)
  }
}
