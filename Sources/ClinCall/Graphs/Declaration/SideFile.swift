// SPDX-License-Identifier: MIT

extension GraphDeclaration {
  /// A sink that is fed by no stage: it tells of the run as a whole.
  struct SideFile: Sendable {
    enum Kind: String, Sendable, CaseIterable {
      /// Counts, times, memory and ages, as `--summary` writes them.
      case summary
      /// SHA-256 of inputs, knowledge base and outputs, renamed into place last.
      case manifest
      /// Malformed records and why; with it they do not end the run (`--on-error skip`).
      case rejects
    }

    let name: GraphText
    let kind: Kind
    let path: GraphText
  }

  func sideFile(_ kind: SideFile.Kind) -> SideFile? { sideFiles.first { $0.kind == kind } }
}
