// SPDX-License-Identifier: MIT

internal import Genome

/// Takes, per build, the recurrent intervals of the newest source.
///
/// Names are no keys (bars and regions share them, regions get renamed), so two releases cannot be joined
/// row by row; a newer file replaces an older one of its build.
enum RecurrentMerge {
  static func merged(
    _ sources: [CurationSource]
  ) -> (rows: [RecurrentRow], sources: [CurationSource]) {
    var sources = sources.sorted(by: CurationSource.isBefore)
    var rows: [RecurrentRow] = []
    var covered: Set<GenomeBuild> = []
    for index in sources.indices {
      let mine = sources[index].recurrent.filter { !covered.contains($0.build) }
      sources[index].rowsUsed -= sources[index].recurrent.count - mine.count
      rows += mine
      covered.formUnion(mine.map(\.build))
    }
    return (rows, sources)
  }
}
