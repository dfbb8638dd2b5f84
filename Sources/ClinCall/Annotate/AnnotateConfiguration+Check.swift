// SPDX-License-Identifier: MIT

extension AnnotateConfiguration {
  /// Finds what does not fit together before anything is opened.
  func check() throws(ConfigurationFault) {
    if inputs.filter({ $0 == "-" }).count > 1 { throw .standardInputTwice }
    if inputs.count > 1, outputs.contains(where: \.type.isVCF) { throw .severalInputsForVCF }
    var seen: Set<String> = []
    for output in outputs where !seen.insert(output.path).inserted {
      throw .sameOutputTwice(output.path)
    }
  }
}

extension AnnotateConfiguration.Output {
  /// Pairs a path with its type: the suffix decides, `-O` where there is none, and both must agree.
  ///
  /// - Parameters:
  ///   - option: what `-O` says.
  ///   - fallback: the type without either.
  package init(path: String, option: String?, fallback: OutputType) throws(ConfigurationFault) {
    var asked: OutputType?
    if let option {
      if ["html", "bcf", "b", "u", "bed"].contains(option) { throw .outputTypeNotWritten(option) }
      guard let type = OutputType(option: option) else { throw .unknownOutputType(option) }
      asked = type
    }
    guard path != "-", let suffix = OutputType(suffixOf: path) else {
      for other in ["html", "bcf", "bed"] where asked == nil && path.hasSuffix(".\(other)") {
        throw .outputTypeNotWritten(other)
      }
      self.init(path: path, type: asked ?? fallback)
      return
    }
    if let asked, asked != suffix {
      throw .suffixDisagrees(path: path, suffix: suffix.rawValue, type: asked.rawValue)
    }
    self.init(path: path, type: suffix)
  }
}
