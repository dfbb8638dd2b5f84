// SPDX-License-Identifier: MIT

import Annotation
import Calls
import Genome
import KnowledgeBase

extension GeneText {
  /// What a reader must know about the genes with an HI score of 3, gene by gene.
  ///
  /// * `disrupts:GENE(intron 3)`: a breakpoint of an inversion, breakend or insertion lies inside the
  ///   transcript (design.md section 4, item 11).
  /// * `no_transcript_model:GENE`: covered in part, and what that does is not assessed (item 3).
  /// * `outside_mane:GENE`: in ClinGen's interval, outside the transcript (item 4).
  func flagWords(_ call: Call, _ hits: ArraySlice<GeneHit>, arena: [UInt8]) -> [String] {
    guard !call.type.isSmall else { return [] }
    var words: [String] = []
    for hit in hits {
      guard let number = hit.feature else { continue }
      let feature = context.store.features[Int(number)]
      guard feature.hi == .sufficient3, !call.interval.contains(feature.interval) else { continue }
      let symbol = context.store.string(feature.id)
      switch hit.context.relation {
      case _ where !hit.context.hasModel: words.append("no_transcript_model:\(symbol)")
      case .outside: words.append("outside_mane:\(symbol)")
      default:
        for place in places(of: call, in: hit, arena: arena) {
          words.append("disrupts:\(symbol)(\(place))")
        }
      }
    }
    return words
  }

  /// Where the call's breakpoints lie in the gene's transcript, each place once.
  private func places(of call: Call, in hit: GeneHit, arena: [UInt8]) -> [String] {
    guard let genes = context.genes, let gene = hit.gene, let transcript = hit.context.transcript
    else { return [] }
    var places: [String] = []
    for point in call.breakpoints(in: arena) {
      let place = TranscriptPoint(
        point, strand: genes.genes[Int(gene)].strand,
        transcript: genes.transcripts[Int(transcript)], exons: genes.exons)
      if let word = place.word, !places.contains(word) { places.append(word) }
    }
    return places
  }
}

extension Call {
  /// The points between two bases where the molecule is joined anew, for types without a loss or gain of
  /// copies: 0-based, the break lies before the base of that number.
  ///
  /// Both ends of an inversion; the point of an insertion; for a breakend the side of the anchor base
  /// that the brackets of ALT name (`N[` behind it, `]N` before it). A table row that is longer than its
  /// breakpoint gives both ends.
  func breakpoints(in arena: [UInt8]) -> [Int32] {
    switch type {
    case .inversion:
      return flags.contains(.noEnd) ? [interval.start] : [interval.start, interval.end]
    case .insertion: return interval.isEmpty ? [interval.start] : [interval.start, interval.end]
    case .breakend:
      if alt.isEmpty {
        return interval.length <= 1 ? [interval.end] : [interval.start, interval.end]
      }
      let first = arena[Int(alt.start)]
      return first == 0x5B || first == 0x5D || (first == 0x2E && alt.count > 1)
        ? [interval.start] : [interval.end]
    default: return []
    }
  }
}
