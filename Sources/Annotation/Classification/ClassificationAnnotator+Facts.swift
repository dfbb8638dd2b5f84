// SPDX-License-Identifier: MIT

import Calls
import Classification
import Genome
import KnowledgeBase

// What the rules ask, made of coordinates, curations and gene contexts.

extension ClassificationAnnotator {
  /// - Parameters:
  ///   - hits: the curated features that the call overlaps.
  ///   - genes: the genes that it touches.
  ///   - coding: how many distinct protein-coding genes those are.
  func setFacts(
    _ call: Call, _ hits: ArraySlice<UInt32>, _ genes: ArraySlice<GeneHit>, coding: Int,
    _ facts: inout CallFacts
  ) throws(KnowledgeBaseError) {
    facts.reset(call.type == .loss ? .loss : .gain)
    facts.hasConstraint = predictions.hasAnyConstraint
    facts.hasHaploinsufficiencyIndex = predictions.hasAnyIndex
    if isModelled[Int(call.contig.rawValue)] { facts.codingGenes = coding }
    for (place, hit) in genes.enumerated() {
      facts.genes.append(try geneFacts(call, hit, place))
      if let feature = hit.feature, dosage.store.features[Int(feature)].isKnownGene {
        facts.touchesCuratedGene = true
      }
    }
    var content: GeneContent?
    for number in hits {
      let feature = dosage.store.features[Int(number)]
      guard feature.kind != .recurrent, feature.isDecided else { continue }
      var interval = IntervalFacts(
        feature: number, isRegion: feature.kind == .region,
        isContained: call.interval.contains(feature.interval, slack: options.slack),
        isHolding: feature.interval.contains(call.interval, slack: options.slack))
      interval.hi = feature.hi.category
      interval.ts = feature.ts.category
      if feature.kind == .region, !interval.isContained {
        setNested(&interval, call, feature, hits)
      }
      if call.type == .gain, feature.ts == .unlikely40, let other = benignGains[number],
        let store = dosage.genes.genes
      {
        let own =
          content ?? GeneContent(genes, store: store, identity: dosage.genes.identity)
        content = own
        interval.content =
          own == other && !own.genes.isEmpty
          ? .same : own.isWithin(other) ? .noFurther : .further
      }
      facts.intervals.append(interval)
    }
  }

  private func setNested(
    _ facts: inout IntervalFacts, _ call: Call, _ feature: DosageFeature,
    _ hits: ArraySlice<UInt32>
  ) {
    let direction: Direction = call.type == .loss ? .loss : .gain
    func contained(_ direction: Direction) -> UInt32? {
      hits.first { hit in
        nested.region(of: hit, direction) == feature.id
          && call.interval.contains(
            dosage.store.features[Int(hit)].interval, slack: options.slack)
      }
    }
    guard nested.isListed(feature.id, direction) else {
      let other: Direction = direction == .loss ? .gain : .loss
      facts.isNestedForOtherDirection =
        nested.isListed(feature.id, other) && contained(other) != nil
      return
    }
    guard nested.hasRecurrentIntervals else {
      facts.isNestedUnknown = true
      return
    }
    facts.nested = contained(direction)
  }

  private func geneFacts(_ call: Call, _ hit: GeneHit, _ place: Int)
    throws(KnowledgeBaseError) -> GeneFacts
  {
    let context = hit.context
    var facts = GeneFacts(place: UInt32(place), cover: context.cover)
    facts.content = context.contentFact
    if let gene = hit.gene, let store = dosage.genes.genes {
      facts.isProteinCoding = store.genes[Int(gene)].isProteinCoding
      if Int(gene) < predictions.isConstrained.count {
        facts.isConstrained = predictions.isConstrained[Int(gene)]
      }
      if Int(gene) < predictions.hasHaploinsufficiencyIndex.count {
        facts.hasHaploinsufficiencyIndex = predictions.hasHaploinsufficiencyIndex[Int(gene)]
      }
    } else {
      facts.isProteinCoding = false
    }
    guard let number = hit.feature else { return facts }
    let feature = dosage.store.features[Int(number)]
    facts.hi = feature.hi.category
    facts.ts = feature.ts.category
    guard feature.isDecided else { return facts }
    if call.interval.contains(feature.interval, slack: options.slack) { facts.cover = .whole }
    guard let transcript = context.transcript, let store = dosage.genes.genes else { return facts }
    let model = store.transcripts[Int(transcript)]
    if call.interval.contains(model.interval, slack: options.slack) { facts.cover = .whole }
    facts.lastExonOnly = context.marks.contains(.lastExonOnly)
    facts.startLost = context.marks.contains(.startCodon)
    facts.breaksExon = context.marks.contains(.breakInExon)
    facts.escapesDecay = context.marks.contains(.escapesDecay)
    facts.isMoreThanTenth = Int(context.codingBases) * 10 > Int(context.codingLength)
    facts.frame = frame(call, context, model, store)
    if feature.hi == .sufficient3, facts.content == .coding, facts.cover != .whole {
      try addVariants(&facts, call, model, store.genes[Int(hit.gene ?? 0)].strand, store)
    }
    return facts
  }

  /// A break inside an exon whose splice site goes with it loses the frame of a loss; of a gain it is not
  /// known.
  ///
  /// With both breaks in one exon the bases decide.
  private func frame(
    _ call: Call, _ context: GeneContext, _ model: Transcript, _ store: GeneStore
  ) -> GeneFacts.Frame {
    guard context.frame != .notApplicable else { return .notApplicable }
    if context.marks.contains(.breakInExon) {
      let isInOneExon = model.exons.contains { place in
        let exon = store.exons[Int(place)]
        return exon.start < call.interval.start && call.interval.end < exon.end
      }
      if !isInOneExon { return call.type == .loss ? .lost : .notApplicable }
    }
    return context.frame == .inFrame ? .kept : .lost
  }
}

extension GeneContext {
  fileprivate var cover: GeneFacts.Cover {
    switch relation {
    case .complete: .whole
    case .partial5Prime: .fivePrime
    case .partial3Prime: .threePrime
    case .intragenic: .intragenic
    case .outside: .outside
    case .notAssessed: .notAssessed
    }
  }

  fileprivate var contentFact: GeneFacts.Content {
    switch content {
    case .none: .none
    case .intronic: .intronic
    case .nonCoding: .nonCoding
    case .untranslated: .untranslated
    case .coding: .coding
    }
  }
}

extension DosageScore {
  var category: DosageCategory {
    switch self {
    case .sufficient3: .sufficient
    case .recessive30: .recessive
    case .unlikely40: .unlikely
    default: .notEstablished
    }
  }
}

extension DosageFeature {
  /// A score of 3 or 40 in some direction: the rules ask about its interval.
  var isDecided: Bool {
    hi == .sufficient3 || hi == .unlikely40 || ts == .sufficient3 || ts == .unlikely40
  }

  /// A curation says something about it, and it is no pseudogene.
  var isKnownGene: Bool {
    func says(_ score: DosageScore) -> Bool { score.isCurated && score != .pseudogene }
    return says(hi) || says(ts)
  }
}

extension Interval {
  /// Whether it contains `other` when `slack` bases may be missing at each end.
  func contains(_ other: Interval, slack: Int32) -> Bool {
    Int(start) - Int(slack) <= Int(other.start) && Int(other.end) <= Int(end) + Int(slack)
  }
}
