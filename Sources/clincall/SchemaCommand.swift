// SPDX-License-Identifier: MIT

import ArgumentParser
import Reports

/// `clincall schema`: what the reports hold, for machines and for those who write them.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Prints the JSON Schema of NDJSON, the columns of the tables or the keys of VCF.")

  enum Subject: String, ExpressibleByArgument, CaseIterable {
    case json, tsv, vcf
  }

  @Option(
    name: [.customShort("O"), .long],
    help: "json (JSON Schema 2020-12), tsv (columns and their meaning) or vcf (INFO keys).")
  var outputType: Subject = .json

  @OptionGroup var messages: MessageOptionGroup

  func run() throws {
    try reportingFailure {
      switch outputType {
      case .json: try StandardOutput.write(String(decoding: JSONReport.schema, as: UTF8.self))
      case .tsv: try StandardOutput.write(TableDictionary.text)
      case .vcf: try StandardOutput.write(KeyDictionary.text)
      }
    }
  }
}
