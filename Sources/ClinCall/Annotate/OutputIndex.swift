// SPDX-License-Identifier: MIT

import Files
import FoundationEssentials
package import HTS

/// The index that `-W` asks for beside one output.
struct OutputIndex: Sendable {
  private let kind: PlaceIndex
  private let content: PlaceIndex.Content
  private let data: OutputFile
  let file: OutputFile
  /// An index of the other kind that an earlier run left, which readers might prefer.
  private let other: String

  /// - Returns: nil for an output that cannot be indexed.
  init?(
    _ output: AnnotateConfiguration.Output, of data: OutputFile,
    _ configuration: AnnotateConfiguration, inputs: [FileIdentity]
  ) throws {
    guard let kind = configuration.index, let content = output.indexContent(configuration) else {
      return nil
    }
    guard !data.isDirect else { throw ConfigurationFault.indexNeedsFile(output.path) }
    let otherKind: PlaceIndex = kind == .csi ? .tbi : .csi
    other = "\(output.path).\(otherKind.rawValue)"
    if !configuration.replaces, FileManager.default.fileExists(atPath: other) {
      throw FileError.exists(path: other)
    }
    self.kind = kind
    self.content = content
    self.data = data
    file = try OutputFile(
      path: "\(output.path).\(kind.rawValue)", replacing: configuration.replaces, inputs: inputs)
  }

  /// Indexes the output, which is complete and has no name yet.
  func write() throws {
    guard let path = data.temporaryPath, let index = file.temporaryPath else { return }
    do throws(PlaceIndex.Fault) {
      try kind.write(of: path, content, to: index)
    } catch {
      throw IndexFault(path: data.path, fault: error)
    }
  }

  /// Removes what would be an index of the file that was replaced.
  func removeOther() {
    if FileManager.default.fileExists(atPath: other) {
      try? FileManager.default.removeItem(atPath: other)
    }
  }
}

extension AnnotateConfiguration.Output {
  /// What an index of the output would find; nil where there can be none.
  func indexContent(_ configuration: AnnotateConfiguration) -> PlaceIndex.Content? {
    switch type {
    case .vcfGz, .bcf: return .records
    case .bedGz: return .table
    case .tsvGz:
      // A table of chosen columns may have its places anywhere.
      let hasPlaces =
        (mode ?? configuration.mode) != .call || (columns ?? configuration.columns) == nil
      return hasPlaces ? .table : nil
    default: return nil
    }
  }
}

/// Why an output has no index.
package struct IndexFault: Error, Sendable, Equatable {
  package let path: String
  package let fault: PlaceIndex.Fault
}
