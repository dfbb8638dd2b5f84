// SPDX-License-Identifier: MIT

import Files
import HTS

extension AnnotateConfiguration {
  /// Finds what does not fit together before anything is opened.
  func check() throws(ConfigurationFault) {
    if inputs.filter({ $0 == "-" }).count > 1 { throw .standardInputTwice }
    if inputs.count > 1, outputs.contains(where: \.type.isVCF) { throw .severalInputsForVCF }
    if columns != nil, mode != .call || !outputs.contains(where: \.type.isTSV) {
      throw .columnsWithoutTable
    }
    if index == .tbi, outputs.contains(where: { $0.type == .bcf }) { throw .bcfHasNoTabixIndex }
    if index != nil, !outputs.contains(where: { $0.indexContent(self) != nil }) {
      throw .nothingToIndex
    }
    for output in outputs where index != nil && output.path == "-" {
      if output.indexContent(self) != nil { throw .indexNeedsFile(output.path) }
    }
    if isSpreadsheetSafe, !outputs.contains(where: \.type.isTSV) { throw .excelSafeWithoutTable }
    var seen: Set<String> = []
    for path in allOutputs where !seen.insert(path).inserted { throw .sameOutputTwice(path) }
  }

  /// Every path the run writes.
  var allOutputs: [String] {
    outputs.map(\.path) + indexPaths + [rejects, summary, manifest].compactMap { $0 }
  }

  private var indexPaths: [String] {
    guard let index else { return [] }
    return outputs.filter { $0.indexContent(self) != nil }.map { "\($0.path).\(index.rawValue)" }
  }

  /// Takes the locks of all outputs that get a name, or none.
  ///
  /// - Throws: ``FileError/locked(path:)`` when another run writes one of them.
  func locks() throws(FileError) -> [FileLock] {
    var locks: [FileLock] = []
    for path in allOutputs where path != "-" && !path.hasPrefix("/dev/") {
      var parts = path.split(separator: "/", omittingEmptySubsequences: false)
      let name = parts.removeLast()
      let hidden = (parts + [".\(name).clincall.lock"]).joined(separator: "/")
      do {
        locks.append(try FileLock(path: hidden))
      } catch .locked {
        throw .locked(path: path)
      } catch .cannotCreate(_, let errno) {
        throw .cannotCreate(path: path, errno: errno)
      }
    }
    return locks
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
      if option == "html" { throw .outputTypeNotWritten(option) }
      guard let type = OutputType(option: option) else { throw .unknownOutputType(option) }
      asked = type
    }
    guard path != "-", let suffix = OutputType(suffixOf: path) else {
      if asked == nil, path.hasSuffix(".html") { throw .outputTypeNotWritten("html") }
      self.init(path: path, type: asked ?? fallback)
      return
    }
    if let asked, !suffix.allows(asked) {
      throw .suffixDisagrees(path: path, suffix: suffix.rawValue, type: asked.rawValue)
    }
    self.init(path: path, type: asked ?? suffix)
  }
}
