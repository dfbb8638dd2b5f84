// SPDX-License-Identifier: MIT

import Annotation
import Calls
import Classification

extension AlleleAnnotation {
  /// Whether any ALT of a record is a loss in some samples and a gain in others.
  func isMixed(_ calls: Range<Int>, _ batch: AnnotatedBatch) -> Bool {
    guard calls.count > 1, !batch.assessments.isEmpty else { return false }
    return calls.contains { isMixed(calls, Int(batch.calls.calls[$0].allele), batch) }
  }

  /// Whether an ALT is.
  func isMixed(_ calls: Range<Int>, _ allele: Int, _ batch: AnnotatedBatch) -> Bool {
    var hasLoss = false
    var hasGain = false
    for call in calls
    where batch.assessments[call].isScored && matches(batch.calls.calls[call], allele) {
      if batch.assessments[call].direction == .loss { hasLoss = true } else { hasGain = true }
    }
    return hasLoss && hasGain
  }

  /// Appends the FORMAT and sample columns of a record with the class and score of each carrier behind them.
  ///
  /// Cells of samples without one stay as they are: values at the end of a cell may be dropped. In a cell
  /// that has dropped some, the missing ones are written as `.`.
  ///
  /// - Parameters:
  ///   - columns: FORMAT and the samples' cells with the TABs between them, without the line end.
  ///   - alleles: how many ALTs the record has.
  func appendSamples(
    _ columns: ArraySlice<UInt8>, _ calls: Range<Int>, of batch: AnnotatedBatch, alleles: Int,
    to buffer: inout [UInt8]
  ) {
    let cells = columns.split(separator: 0x09, omittingEmptySubsequences: false)
    guard let format = cells.first else { return }
    buffer.append(contentsOf: format)
    for key in VCFSampleKey.allCases {
      buffer.append(0x3A)
      buffer.append(key.rawValue)
    }
    let fields = format.count { $0 == 0x3A } + 1
    let mixed = (1...max(1, alleles)).filter { isMixed(calls, $0, batch) }
    for (column, cell) in cells.dropFirst().enumerated() {
      buffer.append(0x09)
      buffer.append(contentsOf: cell)
      let own = calls.filter { call in
        batch.assessments[call].isScored
          && batch.calls.calls[call].carriers.contains {
            batch.calls.carriers[Int($0)] == UInt32(column)
          }
      }
      let values = (1...max(1, alleles)).map { allele in
        mixed.contains(allele)
          ? own.first { matches(batch.calls.calls[$0], allele) } : nil
      }
      guard values.contains(where: { $0 != nil }) else { continue }
      for _ in 0..<max(0, fields - cell.count { $0 == 0x3A } - 1) { buffer.append(":.") }
      for key in VCFSampleKey.allCases {
        buffer.append(0x3A)
        for (number, call) in values.enumerated() {
          if number > 0 { buffer.append(0x2C) }
          guard let call else {
            buffer.append(0x2E)
            continue
          }
          let assessment = batch.assessments[call]
          switch key {
          case .score: buffer.append(hundredths: Int(assessment.total))
          case .classification:
            buffer.append(infoValue: classes.classWord(assessment.total, assessment.marks).utf8)
          }
        }
      }
    }
  }
}

extension VCFSampleKey {
  /// The FORMAT and sample columns without the keys of an earlier annotation.
  static func removed(_ replaced: Set<String>, from cells: inout [ArraySlice<UInt8>]) {
    guard !replaced.isEmpty, cells.count > 8 else { return }
    let keys = cells[8].split(separator: 0x3A, omittingEmptySubsequences: false)
    let kept = keys.indices.filter {
      !replaced.contains(String(decoding: keys[$0], as: UTF8.self))
    }
    guard kept.count < keys.count else { return }
    for column in cells.indices.dropFirst(8) {
      let values = cells[column].split(separator: 0x3A, omittingEmptySubsequences: false)
      let left = kept.filter { $0 < values.count }.map { values[$0] }
      cells[column] = left.isEmpty ? [0x2E] : Array(left.joined(separator: [0x3A]))[...]
    }
  }
}
