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
  init(
    _ output: AnnotateConfiguration.Output, _ context: ReportContext,
    _ configuration: AnnotateConfiguration, inputs: [FileIdentity]
  ) throws {
    let report: any Report
    switch output.type {
    case .tsv, .tsvGz:
      report =
        (output.mode ?? configuration.mode) == .overlap
        ? TSVOverlapReport(context) : TSVCallReport(context)
    case .ndjson, .ndjsonGz: report = JSONReport(context, isDocument: false)
    case .json: report = JSONReport(context, isDocument: true)
    case .vcf, .vcfGz:
      if let input = context.inputs.first?.vcf {
        report = try VCFReport(context, input: input, replacing: configuration.replaces)
      } else {
        report = NewVCFReport(context)
      }
    }
    let compressor =
      output.type.isCompressed
      ? BGZFCompressor(level: output.compressionLevel ?? configuration.compressionLevel) : nil
    stage = ReportStage(report: report, compressor: compressor)
    file = try OutputFile(path: output.path, replacing: configuration.replaces, inputs: inputs)
  }

  func writeHead() throws {
    try file.write(try stage.compressed(stage.report.head()))
  }

  func writeTail(_ counts: RecordCounts) throws {
    try file.write(try stage.compressed(stage.report.tail(counts)))
    if stage.compressor != nil { try file.write(BGZFCompressor.endMarker) }
  }
}
