// SPDX-License-Identifier: MIT

/// The ways of a batch behind reading: a tree whose leaves are the outputs.
///
/// `annotate` is the shortest one, dosage and then every output; a pipeline file can declare others.
/// A node with several ways on is a fan-out; linear parts are fused, and one worker carries a batch
/// through the whole tree.
package indirect enum CallRoute: Sendable {
  /// - name: what meters call it.
  case stage(RouteStage, name: String, onwards: [CallRoute])
  /// The number of an output of the configuration.
  case output(Int)

  /// What `annotate` does.
  static func annotate(outputs: Int) -> CallRoute {
    .stage(.dosage, name: "annotate", onwards: (0..<outputs).map(CallRoute.output))
  }

  /// The outputs in the order of the leaves.
  var outputs: [Int] {
    switch self {
    case .output(let number): [number]
    case .stage(_, _, let onwards): onwards.flatMap(\.outputs)
    }
  }

  /// The filters on the way to an output, in words for its header; nil where there are none.
  func selection(of output: Int) -> String? {
    guard case .stage(let stage, let name, let onwards) = self,
      let next = onwards.first(where: { $0.outputs.contains(output) })
    else { return nil }
    let words = [stage.selection.map { "\(name): \($0)" }, next.selection(of: output)]
    let told = words.compactMap(\.self)
    return told.isEmpty ? nil : told.joined(separator: " > ")
  }

  /// Whether a stage asks what small variants overlap.
  var needsSmallVariants: Bool {
    guard case .stage(let stage, _, let onwards) = self else { return false }
    return stage.needsHits || onwards.contains(where: \.needsSmallVariants)
  }
}
