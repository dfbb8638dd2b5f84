// SPDX-License-Identifier: MIT

package import Genome

/// One curated gene, region or recurrent interval at one place of one build: plain values only.
///
/// A gene of the pseudoautosomal regions that ClinGen lists on X and Y is two features with one id.
package struct DosageFeature: Sendable, Hashable {
  package let kind: FeatureKind
  /// ``Contig/other`` for a feature without coordinates in this build.
  package let contig: Contig
  /// 0-based half-open; empty at 0 for a feature without coordinates in this build.
  package let interval: Interval
  /// Gene symbol, ISCA id, or for a recurrent interval `chr1:145686999-146048495`, 1-based inclusive.
  package let id: StringID
  /// Gene symbol, or ClinGen's name of the region or interval, trimmed.
  package let name: StringID
  package let cytoband: StringID
  /// NCBI Gene ID; 0 where no list gives one.
  package let ncbiGeneID: UInt32
  package let hi: DosageScore
  package let ts: DosageScore
  /// The last public score of what is withdrawn; otherwise ``DosageScore/missing``.
  package let hiLast: DosageScore
  package let tsLast: DosageScore
  /// Release date of the list that had the last score; empty unless withdrawn.
  package let hiLastDate: StringID
  package let tsLastDate: StringID
  /// The cell's own text where the score is ``DosageScore/unknown``; otherwise empty.
  package let hiText: StringID
  package let tsText: StringID
  /// `MONDO:` and `OMIM:` identifiers joined by `,`; empty where the list has none.
  package let hiDisease: StringID
  package let tsDisease: StringID
  /// PubMed ids joined by `,`, in the list's order.
  package let hiPMIDs: StringID
  package let tsPMIDs: StringID
  /// ISO date of ClinGen's last evaluation.
  ///
  /// Empty where unknown, for one when the score comes from a list
  /// newer than the one that dates the evaluation.
  package let evaluated: StringID
  /// Release date of the list that decides the score: for a withdrawn one, the list that lacks it.
  package let hiFrom: StringID
  package let tsFrom: StringID
  /// The newer of ``hiFrom`` and ``tsFrom``; for a recurrent interval, the release of its file.
  package let scoresFrom: StringID
  /// The number of `HGNC:n`, found by NCBI Gene ID or symbol; 0 where no gene model or HGNC set knows it.
  package let hgncID: UInt32
}
