// SPDX-License-Identifier: MIT

package import Annotation
import Calls
import Classification
import KnowledgeBase

/// VCF output of VCF input: the original bytes with INFO keys added, and nothing else changed.
///
/// Runs of untouched lines are copied whole, which makes plain VCF output nearly free. Blank lines are
/// left out; a last line without line end gets one.
package struct VCFReport: Report {
  /// Why a VCF input cannot be annotated.
  package enum Fault: Error, Sendable, Equatable {
    /// The header already has a key of that name.
    case keyExists(String)
  }

  private let context: ReportContext
  private let input: ReportContext.VCFInput
  /// Keys of an earlier annotation, to be taken out of every record.
  let replaced: Set<String>
  /// The same in FORMAT.
  let replacedFormats: Set<String>
  let annotation: AlleleAnnotation

  /// - Parameter replacing: whether keys of the same names are replaced instead of being an error.
  package init(_ context: ReportContext, input: ReportContext.VCFInput, replacing: Bool)
    throws(Fault)
  {
    self.context = context
    self.input = input
    let existing = VCFKey.allCases.map(\.rawValue).filter { input.infoIDs.contains($0) }
    let formats = VCFSampleKey.allCases.map(\.rawValue).filter { input.formatIDs.contains($0) }
    if let key = existing.first ?? formats.first, !replacing { throw .keyExists(key) }
    replaced = Set(existing)
    replacedFormats = Set(formats)
    annotation = AlleleAnnotation(context)
  }

  package func head() -> [UInt8] {
    var buffer: [UInt8] = []
    let header = input.header
    for line in header[..<input.columnLineStart].split(separator: 0x0A) {
      let isReplaced =
        replaced.contains { declares($0, line, "##INFO=") }
        || replacedFormats.contains { declares($0, line, "##FORMAT=") }
      let isOld = isReplacing && line.starts(with: "##clincall_".utf8)
      if isReplaced || isOld { continue }
      buffer.append(contentsOf: line)
      buffer.append(0x0A)
    }
    for key in VCFKey.allCases {
      buffer.append(key.headerLine(release: context.provenance.value(of: "kb_release")))
    }
    if context.inputs.first?.samples.isEmpty == false {
      for key in VCFSampleKey.allCases { buffer.append(key.headerLine) }
    }
    context.provenance.append(to: &buffer)
    buffer.append(contentsOf: header[input.columnLineStart...])
    return buffer
  }

  /// Whether the file was annotated before.
  private var isReplacing: Bool { !replaced.isEmpty || !replacedFormats.isEmpty }

  /// Whether a header line of a kind declares the key; ID need not come first.
  private func declares(_ key: String, _ line: ArraySlice<UInt8>, _ kind: String) -> Bool {
    guard line.starts(with: kind.utf8) else { return false }
    let text = String(decoding: line.dropFirst(kind.utf8.count), as: UTF8.self)
    return ["<ID=\(key),", ",ID=\(key),", ",ID=\(key)>"].contains { text.contains($0) }
  }

  package func append(_ batch: AnnotatedBatch, to buffer: inout [UInt8]) {
    guard !isReplacing else {
      appendReplacing(batch, to: &buffer)
      return
    }
    let arena = batch.calls.arena
    let calls = batch.calls.calls
    var copied = batch.calls.body.lowerBound
    var skipped = batch.calls.skipped[...]
    var index = 0
    buffer.reserveCapacity(buffer.count + batch.calls.body.count + batch.calls.body.count / 16)

    func copy(to place: Int) {
      while let blank = skipped.first, Int(blank.start) < place {
        buffer.append(contentsOf: arena[copied..<Int(blank.start)])
        copied = blank.range.upperBound
        skipped.removeFirst()
      }
      buffer.append(contentsOf: arena[copied..<place])
      copied = place
    }

    while index < calls.count {
      let call = calls[index]
      var end = index + 1
      while end < calls.count, calls[end].lineText == call.lineText { end += 1 }
      if batch.hasCuration(ofCalls: index..<end) {
        let info = call.info.range
        copy(to: info.lowerBound)
        let isMissing = info.isEmpty || (info.count == 1 && arena[info.lowerBound] == 0x2E)
        if !isMissing { copy(to: info.upperBound) } else { copied = info.upperBound }
        let before = buffer.count
        let alleles = alleleCount(of: call, in: arena)
        annotation.append(index..<end, of: batch, alleles: alleles, to: &buffer)
        if buffer.count == before {
          // Recurrent intervals alone have no key.
          if isMissing { buffer.append(0x2E) }
        } else if !isMissing, buffer[before - 1] != 0x3B {
          buffer.insert(0x3B, at: before)
        }
        // Behind INFO and its TAB.
        let samples = info.upperBound + 1
        let lineEnd = call.lineText.range.upperBound
        if samples < lineEnd, annotation.isMixed(index..<end, batch) {
          copy(to: samples)
          annotation.appendSamples(
            arena[samples..<lineEnd], index..<end, of: batch, alleles: alleles, to: &buffer)
          copied = lineEnd
        }
      }
      index = end
    }
    copy(to: batch.calls.body.upperBound)
    if let last = buffer.last, last != 0x0A { buffer.append(0x0A) }
  }

  /// The number of ALTs: the commas of the fifth column.
  private func alleleCount(of call: Call, in arena: [UInt8]) -> Int {
    var column = 0
    var count = 1
    for byte in arena[call.lineText.range] {
      if byte == 0x09 {
        column += 1
        if column == 5 { break }
      } else if byte == 0x2C, column == 4 {
        count += 1
      }
    }
    return count
  }
}

extension AnnotatedBatch {
  /// Whether any of some neighbouring calls touches a curated feature, is a curated allele or has a class.
  fileprivate func hasCuration(ofCalls calls: Range<Int>) -> Bool {
    (!assessments.isEmpty && assessments[calls].contains(where: \.isScored))
      || hits(ofCall: calls.lowerBound).lowerBound < hits(ofCall: calls.upperBound - 1).upperBound
      || genes[
        genes(ofCall: calls.lowerBound).lowerBound..<genes(ofCall: calls.upperBound - 1).upperBound
      ]
      .contains { $0.feature != nil }
      || calls.contains { hasMatch($0) }
  }
}

extension Provenance {
  /// The value of `key`; empty when there is no such line.
  func value(of key: String) -> String {
    lines.first { $0.key == key }?.value ?? ""
  }
}
