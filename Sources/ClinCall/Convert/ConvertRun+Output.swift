// SPDX-License-Identifier: MIT

extension ConvertRun {
  /// Pairs an output with its form: the suffix decides, `-O` where there is none, and both must agree.
  package init(_ configuration: AnnotateConfiguration, output: String, asked: Form?)
    throws(ConfigurationFault)
  {
    let isCompressed = output.hasSuffix(".gz")
    let name = isCompressed ? String(output.dropLast(3)) : output
    let suffix = Form.allCases.first { name.hasSuffix(".\($0.rawValue)") }
    if let asked, let suffix, asked != suffix {
      throw .suffixDisagrees(path: output, suffix: suffix.rawValue, type: asked.rawValue)
    }
    self.init(
      configuration, form: asked ?? suffix ?? .tsv, output: output, isCompressed: isCompressed)
  }
}
