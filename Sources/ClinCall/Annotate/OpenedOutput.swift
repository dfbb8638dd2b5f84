// SPDX-License-Identifier: MIT

import Calls
import Files
import HTS
import Reports

/// An output that is open, with the report that fills it.
struct OpenedOutput: Sendable {
  let file: OutputFile
  let stage: ReportStage

  /// Makes the report first: what cannot be written leaves nothing behind.
  ///
  /// - Parameter lines: header lines that BCF needs beside those of the input.
  init(
    _ output: AnnotateConfiguration.Output, _ context: ReportContext,
    _ configuration: AnnotateConfiguration, inputs: [FileIdentity], declaring lines: [UInt8]
  ) throws {
    let report: any Report
    switch output.type {
    case .tsv, .tsvGz:
      switch output.mode ?? configuration.mode {
      case .call:
        report = TSVCallReport(
          context, columns: output.columns ?? configuration.columns ?? .standard)
      case .gene: report = TSVGeneReport(context)
      case .overlap: report = TSVOverlapReport(context)
      }
    case .ndjson, .ndjsonGz: report = JSONReport(context, isDocument: false)
    case .json: report = JSONReport(context, isDocument: true)
    case .vcf, .vcfGz, .bcf, .bcfPlain:
      if let input = context.inputs.first?.vcf {
        report = try VCFReport(context, input: input, replacing: configuration.replaces)
      } else {
        report = NewVCFReport(context)
      }
    }
    // Made first: a header that cannot be BCF leaves nothing behind.
    let encoding =
      output.type.isBCF
      ? try BCFEncoding(head: report.head().adding(lines), path: output.path) : nil
    try self.init(
      output.type.isTSV && configuration.isSpreadsheetSafe ? SpreadsheetSafe(report) : report,
      path: output.path, configuration, inputs: inputs, encoding: encoding,
      compressor: output.type.isCompressed
        ? BGZFCompressor(level: output.compressionLevel ?? configuration.compressionLevel) : nil)
  }

  /// An output of any report.
  init(
    _ report: any Report, path: String, _ configuration: AnnotateConfiguration,
    inputs: [FileIdentity], encoding: BCFEncoding? = nil, compressor: BGZFCompressor? = nil
  ) throws {
    stage = ReportStage(report: report, compressor: compressor, encoding: encoding)
    file = try OutputFile(path: path, replacing: configuration.replaces, inputs: inputs)
  }

  func writeHead() throws {
    try file.write(try stage.stored(stage.report.head()))
  }

  func writeTail(_ counts: RecordCounts) throws {
    try file.write(try stage.stored(stage.report.tail(counts)))
    if stage.compressor != nil { try file.write(BGZFCompressor.endMarker) }
  }
}

extension [UInt8] {
  /// A VCF header with more lines before that of the column names.
  fileprivate func adding(_ lines: [UInt8]) -> [UInt8] {
    guard !lines.isEmpty, let end = dropLast().lastIndex(of: 0x0A) else { return self }
    return self[...end] + lines + self[(end + 1)...]
  }
}
