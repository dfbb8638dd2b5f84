// SPDX-License-Identifier: MIT

/// The columns of a store, in file order.
///
/// Feature columns have one element per feature, the placed ones first; string columns hold ids of the
/// string heap. Meaning of each: ``DosageFeature``. The raw value is the place in an opened directory,
/// so that looking a column up costs nothing per row; files know it by ``title`` only.
enum StoreSection: Int, CaseIterable {
  case contig, start, end, kind
  case hi, ts, hiLast, tsLast
  case ncbiGeneID
  case id, name, cytoband
  case hiLastDate, tsLastDate
  case hiText, tsText
  case hiDisease, tsDisease
  case hiPMIDs, tsPMIDs
  case evaluated
  case hiFrom, tsFrom, scoresFrom
  /// Absent in stores of programs that did not know it: 0 for every feature.
  case hgncID
  /// One element per gene, in the order of ``GeneStore/genes``; `geneTranscripts` is how many it has.
  case geneContig, geneStart, geneEnd, geneStrand, geneCoding, geneSymbol, geneHGNC, geneNCBI
  case geneTranscripts
  /// One element per transcript, gene after gene; `transcriptExons` is how many it has.
  case transcriptAccession, transcriptTag, codingStart, codingEnd, transcriptExons
  /// One element per exon, transcript after transcript.
  case exonStart, exonEnd
  /// One element per cytoband.
  case bandContig, bandStart, bandEnd, bandName, bandStain
  /// One element per gene with curations, predictions or groups, by HGNC id, then symbol; the counts
  /// say how many elements of the next groups are its own. A missing prediction is -1.
  case curatedHGNC, curatedSymbol, curatedGroups, curatedValidity, curatedActionability
  case pli, loeuf, pliV4, loeufV4, pHaplo, pTriplo, hiPercent
  /// Absent in stores of programs that did not know it: 0 for every gene.
  case curatedNCBI
  /// One element per gene group of a gene: HGNC's number of the group.
  case geneGroup
  /// One element per gene-disease validity curation. Meaning of each: ``GeneValidity``.
  case validityDisease, validityLabel, validityMode, validityClass, validityWord
  case validityProcedure, validityPanel, validityDate, validityReport, validityWithdrawn
  case validityFrom
  /// One element per actionability curation. Meaning of each: ``GeneActionability``.
  case actionDisease, actionLabel, actionContext, actionAssertion, actionScores, actionMode
  case actionDate, actionReport, actionFrom
  /// One element per population record; its places are an implicit tree, see ``IntervalColumns``.
  case populationContig, populationDirection, populationBasis, populationStart, populationEnd
  case populationLargestEnd, populationCount, populationNumber, populationFrequency
  case populationSource, populationID, populationStudy
  /// One element per population record on X, Y and MT, which are the last ones.
  case maleCount, maleNumber, maleFrequency, femaleCount, femaleNumber, femaleFrequency
  /// One element per CNV of ClinVar.
  case cnvContig, cnvDirection, cnvStart, cnvEnd, cnvLargestEnd, cnvVariationID
  case cnvClassification, cnvStars, cnvReviewStatus, cnvCopyNumber
  case cnvInnerStart, cnvInnerEnd, cnvOuterStart, cnvOuterEnd
  case cnvConditions, cnvConditionIDs, cnvEvaluated, cnvName
  /// `strings[string_offsets[i]..<string_offsets[i + 1]]` is text i, UTF-8; text 0 is empty.
  case stringOffsets
  case strings

  /// The name in the directory of the file.
  var title: String { Self.titles[rawValue] }

  /// In the order of the cases; each group has its own lines.
  private static let titles =
    [
      "contig", "start", "end", "kind", "hi", "ts", "hi_last", "ts_last", "ncbi_gene_id", "id",
      "name", "cytoband", "hi_last_date", "ts_last_date", "hi_text", "ts_text", "hi_disease",
      "ts_disease", "hi_pmids", "ts_pmids", "evaluated", "hi_from", "ts_from", "scores_from",
      "hgnc_id",
    ] + [
      "gene_contig", "gene_start", "gene_end", "gene_strand", "gene_coding", "gene_symbol",
      "gene_hgnc_id", "gene_ncbi_gene_id", "gene_transcripts",
    ] + [
      "transcript_accession", "transcript_tag", "transcript_cds_start", "transcript_cds_end",
      "transcript_exons", "exon_start", "exon_end",
    ] + ["band_contig", "band_start", "band_end", "band_name", "band_stain"]
    + [
      "curated_hgnc_id", "curated_symbol", "curated_groups", "curated_validity",
      "curated_actionability", "pli", "loeuf", "pli_v4", "loeuf_v4", "phaplo", "ptriplo",
      "hi_percent", "curated_ncbi_gene_id", "gene_group",
    ] + [
      "validity_disease", "validity_label", "validity_moi", "validity_class", "validity_word",
      "validity_sop", "validity_panel", "validity_date", "validity_report",
      "validity_withdrawn", "validity_from",
    ] + [
      "action_disease", "action_label", "action_context", "action_assertion", "action_scores",
      "action_moi", "action_date", "action_report", "action_from",
    ] + [
      "population_contig", "population_direction", "population_basis", "population_start",
      "population_end", "population_largest_end", "population_count", "population_number",
      "population_frequency", "population_source", "population_id", "population_study",
    ] + [
      "male_count", "male_number", "male_frequency", "female_count", "female_number",
      "female_frequency",
    ] + [
      "cnv_contig", "cnv_direction", "cnv_start", "cnv_end", "cnv_largest_end",
      "cnv_variation_id", "cnv_classification", "cnv_stars", "cnv_review_status",
      "cnv_copy_number", "cnv_inner_start", "cnv_inner_end", "cnv_outer_start",
      "cnv_outer_end", "cnv_conditions", "cnv_condition_ids", "cnv_evaluated", "cnv_name",
    ] + ["string_offsets", "strings"]

  init?(title: String) {
    guard let index = Self.titles.firstIndex(of: title) else { return nil }
    self.init(rawValue: index)
  }

  var element: StoreElement {
    switch self {
    case .contig, .kind, .hi, .ts, .hiLast, .tsLast, .strings, .geneContig, .geneStrand,
      .geneCoding,
      .transcriptTag, .bandContig, .validityClass, .validityWithdrawn, .actionContext,
      .populationContig, .populationDirection, .populationBasis, .cnvContig, .cnvDirection,
      .cnvStars, .cnvCopyNumber:
      .u8
    case .start, .end, .geneStart, .geneEnd, .codingStart, .codingEnd, .exonStart, .exonEnd,
      .bandStart, .bandEnd, .pli, .loeuf, .pliV4, .loeufV4, .pHaplo, .pTriplo, .hiPercent,
      .populationStart, .populationEnd, .populationLargestEnd, .cnvStart, .cnvEnd, .cnvLargestEnd,
      .cnvInnerStart, .cnvInnerEnd, .cnvOuterStart, .cnvOuterEnd:
      .i32
    default: .u32
    }
  }

  /// The columns that have one element for the same thing, and so are equally long.
  var group: StoreGroup {
    switch self {
    case .stringOffsets, .strings: .texts
    case .geneContig, .geneStart, .geneEnd, .geneStrand, .geneCoding, .geneSymbol, .geneHGNC,
      .geneNCBI, .geneTranscripts:
      .genes
    case .transcriptAccession, .transcriptTag, .codingStart, .codingEnd, .transcriptExons:
      .transcripts
    case .exonStart, .exonEnd: .exons
    case .bandContig, .bandStart, .bandEnd, .bandName, .bandStain: .bands
    case .curatedHGNC, .curatedSymbol, .curatedGroups, .curatedValidity, .curatedActionability,
      .pli, .loeuf, .pliV4, .loeufV4, .pHaplo, .pTriplo, .hiPercent, .curatedNCBI:
      .curatedGenes
    case .geneGroup: .geneGroups
    case .validityDisease, .validityLabel, .validityMode, .validityClass, .validityWord,
      .validityProcedure, .validityPanel, .validityDate, .validityReport, .validityWithdrawn,
      .validityFrom:
      .validity
    case .actionDisease, .actionLabel, .actionContext, .actionAssertion, .actionScores, .actionMode,
      .actionDate, .actionReport, .actionFrom:
      .actionability
    case .populationContig, .populationDirection, .populationBasis, .populationStart,
      .populationEnd, .populationLargestEnd, .populationCount, .populationNumber,
      .populationFrequency, .populationSource, .populationID, .populationStudy:
      .population
    case .maleCount, .maleNumber, .maleFrequency, .femaleCount, .femaleNumber, .femaleFrequency:
      .populationSexes
    case .cnvContig, .cnvDirection, .cnvStart, .cnvEnd, .cnvLargestEnd, .cnvVariationID,
      .cnvClassification, .cnvStars, .cnvReviewStatus, .cnvCopyNumber, .cnvInnerStart,
      .cnvInnerEnd, .cnvOuterStart, .cnvOuterEnd, .cnvConditions, .cnvConditionIDs,
      .cnvEvaluated, .cnvName:
      .clinvarCNVs
    default: .features
    }
  }

  /// Whether a store without it can be opened: gene models and cytobands came later, all at once.
  var isOptional: Bool { isLater || group.isOptional }

  /// Whether a store may lack it although it has the others of its group.
  var isLater: Bool { self == .hgncID || self == .curatedNCBI }
}

/// The element types of columns; the raw value is the type in the directory.
enum StoreElement: UInt32 {
  case u8 = 1
  case i32 = 2
  case u32 = 3

  var width: Int { self == .u8 ? 1 : 4 }
}

/// What the elements of a column stand for.
enum StoreGroup: Equatable {
  case features, genes, transcripts, exons, bands
  case curatedGenes, geneGroups, validity, actionability
  case population, populationSexes, clinvarCNVs
  case texts

  /// Whether it may be absent as a whole.
  var isOptional: Bool { self != .features && self != .texts }

  /// The column that says how many there are; nil for texts, whose two columns differ.
  var first: StoreSection? {
    switch self {
    case .features: .contig
    case .genes: .geneContig
    case .transcripts: .transcriptAccession
    case .exons: .exonStart
    case .bands: .bandContig
    case .curatedGenes: .curatedHGNC
    case .geneGroups: .geneGroup
    case .validity: .validityDisease
    case .actionability: .actionDisease
    case .population: .populationContig
    case .populationSexes: .maleCount
    case .clinvarCNVs: .cnvContig
    case .texts: nil
    }
  }

  /// The column whose presence means that the group has to be there; nil for groups that always have.
  var anchor: StoreSection? {
    switch self {
    case .features, .texts: nil
    // Gene models come with all their parts.
    case .transcripts, .exons: .geneContig
    case .geneGroups, .validity, .actionability: .curatedHGNC
    case .populationSexes: .populationContig
    default: first
    }
  }
}
