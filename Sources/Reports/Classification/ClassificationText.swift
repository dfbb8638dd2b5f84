// SPDX-License-Identifier: MIT

import Annotation
import Calls
import Classification
import KnowledgeBase

/// The words of a call's class and evidence, alike in every report.
struct ClassificationText: Sendable {
  let context: ReportContext
  let openLosses: OpenCriteria
  let openGains: OpenCriteria

  init(_ context: ReportContext) {
    self.context = context
    openLosses = OpenCriteria(context.rubric.definitions(.loss))
    openGains = OpenCriteria(context.rubric.definitions(.gain))
  }

  /// nil where the call is not scored, or nothing was classified.
  func assessment(_ batch: AnnotatedBatch, _ index: Int) -> Assessment? {
    guard index < batch.assessments.count, batch.assessments[index].isScored else { return nil }
    return batch.assessments[index]
  }

  /// `Pathogenic`, with ` (reduced penetrance)` where the locus is one.
  func classWord(_ total: Int16, _ marks: ClassificationMarks) -> String {
    let pathogenicity = Assessment.pathogenicity(total)
    let isReduced = pathogenicity == .pathogenic && marks.contains(.reducedPenetrance)
    return pathogenicity.rawValue + (isReduced ? " (reduced penetrance)" : "")
  }

  /// `1A=0.00;2A=1.00(HI3:ISCA-37446);3C=0.90(44 genes)`: met codes in the order of the rubric.
  func appendEvidence(_ batch: AnnotatedBatch, _ index: Int, to buffer: inout [UInt8]) {
    let rows = batch.evidence[batch.evidence(ofCall: index)]
    let direction = batch.assessments[index].direction
    let before = buffer.count
    var place = rows.startIndex
    while place < rows.endIndex {
      let criterion = rows[place].criterion
      var end = place
      var points = 0
      while end < rows.endIndex, rows[end].criterion == criterion {
        if rows[end].state == .met { points += Int(rows[end].points) }
        end += 1
      }
      defer { place = end }
      guard criterion != .c5F, rows[place..<end].contains(where: { $0.state == .met }) else {
        continue
      }
      if buffer.count > before { buffer.append(0x3B) }
      buffer.append(criterion.code)
      buffer.append(0x3D)
      buffer.append(hundredths: points)
      var hasLabel = false
      for row in rows[place..<end] where row.state == .met {
        guard let label = label(row, direction, batch, index) else { continue }
        buffer.append(hasLabel ? 0x2C : 0x28)
        buffer.append(label)
        hasLabel = true
      }
      if hasLabel { buffer.append(0x29) }
    }
    if buffer.count == before { buffer.append(0x2E) }
  }

  /// What a row rests on: `HI3:NF1`, `44 genes`, `stated`; nil for rows that rest on nothing by name.
  func label(
    _ row: EvidenceRow, _ direction: Direction, _ batch: AnnotatedBatch, _ index: Int
  ) -> String? {
    if row.reason == .geneCount { return "\(row.number) \(row.number == 1 ? "gene" : "genes")" }
    if row.reason == .stated || row.reason == .statedCapped { return "stated" }
    if row.reason == .deNovo { return "de_novo" }
    if row.reason == .segregates {
      return "\(row.number) \(row.number == 1 ? "segregation" : "segregations")"
    }
    guard let name = recordName(row, batch, index) else { return nil }
    return prefix(row.criterion, direction) + name.map { ",;()=".contains($0) ? "_" : $0 }
  }

  /// The name of the gene, region or record of a row.
  func recordName(_ row: EvidenceRow, _ batch: AnnotatedBatch, _ index: Int) -> String? {
    switch row.record.kind {
    case .none, .statement: return nil
    case .gene:
      let genes = batch.genes(ofCall: index)
      let place = genes.lowerBound + Int(row.record.number)
      guard place < genes.upperBound else { return nil }
      return GeneText(symbolsOf: context).symbol(of: batch.genes[place])
    case .feature:
      return context.store.string(context.store.features[Int(row.record.number)].id)
    case .person:
      return context.family.map {
        String(decoding: $0.pedigree[row.record.number].name, as: UTF8.self)
      }
    case .population:
      return context.intervals.map { $0.string($0.populationRecord(row.record.number).id) }
    }
  }

  private func prefix(_ criterion: Criterion, _ direction: Direction) -> String {
    switch (direction, criterion) {
    case (.loss, .c2F), (.loss, .c2G): "HI40:"
    case (.loss, .c2H): "predicted:"
    case (.loss, .c2A ... .c2L): "HI3:"
    case (.gain, .c2A), (.gain, .c2B): "TS3:"
    case (.gain, .c2C ... .c2G): "TS40:"
    case (.gain, .c2H ... .c2K): "HI3:"
    default: ""
    }
  }
}

extension [UInt8] {
  /// Appends points with two decimals: `-0.45`.
  package mutating func append(hundredths: Int) {
    if hundredths < 0 { append(0x2D) }
    let magnitude = abs(hundredths)
    append(decimal: magnitude / 100)
    append(0x2E)
    append(UInt8(0x30 + magnitude / 10 % 10))
    append(UInt8(0x30 + magnitude % 10))
  }
}
