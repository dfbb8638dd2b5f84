// SPDX-License-Identifier: MIT

import Annotation
import ArgumentParser
import Classification
import ClinCall
import Genome

/// `clincall classify`: one call explained on the terminal.
struct ClassifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "classify",
    abstract: "Explains the class of one copy-number call by the ACMG/ClinGen rubric.",
    discussion: """
      REGION is chr22:18924718-21111383 (1-based), an ISCN segment such as \
      'arr[GRCh38] 22q11.21(18924718_21111383)x1', or an HGVS name such as \
      'NC_000022.11:g.(?_18924718)_(21111383_?)del'. --self-test runs the shipped worked cases and prints \
      a concordance table; its exit code is 1 when one disagrees.
      """)

  @Argument(help: "The call.")
  var region: String?

  @Option(help: "loss or gain, where the region does not say.")
  var type: ReadingOptionGroup.DeclaredType?

  @Option(name: [.short, .long], help: ArgumentHelp("GRCh37 or GRCh38.", valueName: "BUILD"))
  var genomeBuild: GenomeBuild?

  @Option(name: [.customShort("O"), .long], help: "text or json.")
  var outputType: OutputType = .text

  @Flag(help: "Run the shipped worked cases.")
  var selfTest = false

  @OptionGroup var knowledgeBase: KnowledgeBaseOption

  @OptionGroup var classification: ClassificationOptionGroup

  @OptionGroup var messages: MessageOptionGroup

  enum OutputType: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  func validate() throws {
    if selfTest, region != nil { throw ValidationError("--self-test takes no region") }
    if !selfTest, region == nil { throw ValidationError("give a REGION, or --self-test") }
  }

  func run() throws {
    try reportingFailure {
      if selfTest {
        let table = SelfTest(classification.options.rubric)
        try StandardOutput.write(table.text)
        if !table.agrees { throw ExitCode(ExitStatus.failed.rawValue) }
        return
      }
      let run = try ClassifyRun(
        try StatedRegion(region ?? ""), direction: type.map { $0 == .loss ? .loss : .gain },
        build: genomeBuild, options: classification.options,
        knowledgeBase: try knowledgeBase.open())
      let bytes = outputType == .json ? try run.json() : try run.page()
      try StandardOutput.write(String(decoding: bytes, as: UTF8.self))
    }
  }
}
