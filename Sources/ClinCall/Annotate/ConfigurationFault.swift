// SPDX-License-Identifier: MIT

/// A command line whose parts do not fit together.
package enum ConfigurationFault: Error, Sendable, Equatable {
  case unknownOutputType(String)
  /// A type of the contract that this version does not write.
  case outputTypeNotWritten(String)
  case suffixDisagrees(path: String, suffix: String, type: String)
  case sameOutputTwice(String)
  case standardInputTwice
  /// VCF output holds one header, so one input.
  case severalInputsForVCF
  case differentBuilds(first: String, firstBuild: String, second: String, secondBuild: String)
  case terminalInput
  /// `SOURCE_DATE_EPOCH` that is no time.
  case badSourceDateEpoch(String)
  /// `-W tbi` for BCF, which has CSI indexes only.
  case bcfHasNoTabixIndex
  case nothingToIndex
  /// `-W` for standard output, a pipe or a device.
  case indexNeedsFile(String)
  /// The samples of a table are known at its end, and VCF names them at its start.
  case pipedTableForVCF
  /// `--columns` where no output is a table with one row a call.
  case columnsWithoutTable
  /// `--excel-safe` where no output is a table.
  case excelSafeWithoutTable
}
