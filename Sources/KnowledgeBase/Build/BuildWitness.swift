// SPDX-License-Identifier: MIT

internal import Genome

/// Tells by places that are known in both builds whether a source is of the build that it is said to be of.
///
/// A BED without `db=` takes any build that is stated, and most places of one build are places of the other too: only
/// where its genes and regions lie can contradict. The embedded snapshot knows some 2,000 of them in both builds.
struct BuildWitness {
  /// The places of genes and regions that both builds have, by symbol and ISCA id.
  private var known: [String: [GenomeBuild: [Placement]]] = [:]
  /// So few features that lie in one of the builds only may be new curations under an older name.
  private static let fewest = 10

  /// The places of the embedded snapshot; none in a program without one.
  private static let embedded = BuildWitness(try? KnowledgeBase.embedded())

  private init(_ knowledgeBase: KnowledgeBase?) {
    guard let knowledgeBase else { return }
    for build in GenomeBuild.allCases {
      guard let store = try? knowledgeBase.dosage(for: build) else { continue }
      for feature in store.features where feature.contig.isAssembled {
        known[store.string(feature.id), default: [:]][build, default: []].append(
          Placement(contig: feature.contig, interval: feature.interval))
      }
    }
    // What only one build has would speak against the other whatever the source says.
    known = known.filter { $0.value.count == GenomeBuild.allCases.count }
  }

  /// What speaks against the stated build: the features that lie where the other build has them and the stated one
  /// has not, of all that lie so in one of the two.
  private struct Contradiction {
    let stated: GenomeBuild
    let found: GenomeBuild
    let places: Int
    let compared: Int
  }

  /// nil where the places are those of the stated build, or too few can tell.
  private func contradiction(
    in features: some Sequence<(id: String, places: [Placement])>, of stated: GenomeBuild
  ) -> Contradiction? {
    guard let other = GenomeBuild.allCases.first(where: { $0 != stated }) else { return nil }
    var foreign = 0
    var own = 0
    for (id, places) in features {
      guard let known = known[id] else { continue }
      func overlaps(_ build: GenomeBuild) -> Bool {
        places.contains { place in
          known[build, default: []].contains {
            $0.contig == place.contig && $0.interval.overlaps(place.interval)
          }
        }
      }
      switch (overlaps(stated), overlaps(other)) {
      case (true, false): own += 1
      case (false, true): foreign += 1
      default: break
      }
    }
    guard foreign >= Self.fewest, foreign > 3 * own else { return nil }
    return Contradiction(stated: stated, found: other, places: foreign, compared: foreign + own)
  }

  /// Refuses a source of the wrong build.
  ///
  /// - Throws: ``KnowledgeBaseError/placesOfOtherBuild(file:stated:found:places:compared:)``.
  static func check(_ source: CurationSource) throws(KnowledgeBaseError) {
    guard let stated = source.build, !(source.curations.isEmpty && source.genes.isEmpty) else {
      return
    }
    let witness = embedded
    let curated = source.curations.lazy.map { (id: $0.id, places: $0.places[stated] ?? []) }
    let models = source.genes.lazy.map {
      (id: $0.symbol, places: [Placement(contig: $0.contig, interval: $0.interval)])
    }
    guard
      let found = witness.contradiction(in: curated, of: stated)
        ?? witness.contradiction(in: models, of: stated)
    else { return }
    throw .placesOfOtherBuild(
      file: source.argument.path, stated: found.stated, found: found.found, places: found.places,
      compared: found.compared)
  }
}
