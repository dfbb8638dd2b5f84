// SPDX-License-Identifier: MIT

/// Something in a source that was kept, mended or set aside instead of stopping the build.
///
/// The raw value is the stable word of manifests.
package enum OddityKind: String, Sendable, CaseIterable, Codable, Comparable {
  /// A location of `tbd` or none: kept, without coordinates.
  case unplaced
  /// A location that is no `contig:start-end`: kept, without coordinates.
  case unreadableLocation = "unreadable_location"
  /// A location on no chromosome of the assembly: kept, without coordinates.
  case unknownContig = "unknown_contig"
  /// A location beyond the contig's end in the stated build: kept, without coordinates.
  case beyondContig = "beyond_contig"
  /// Blanks inside a location.
  case blanksInLocation = "blanks_in_location"
  /// A contig in another spelling than ClinGen's `chr1`...`chrY`.
  case contigSpelling = "contig_spelling"
  case unknownScore = "unknown_score"
  /// An empty score cell.
  case missingScore = "missing_score"
  /// A score of -1.
  case pseudogeneScore = "pseudogene_score"
  /// Several PubMed ids in one cell: split.
  case severalPMIDs = "several_pmids"
  /// Text in a PubMed cell that is no number: left out.
  case oddPMID = "odd_pmid"
  /// One PubMed id twice for one score: kept once.
  case repeatedPMID = "repeated_pmid"
  /// A disease that is neither a MONDO nor an OMIM identifier: kept as it is.
  case oddDisease = "odd_disease"
  /// An OMIM number without prefix, as lists had it until 2021.
  case bareOMIM = "bare_omim"
  /// A date of evaluation that is no date: left out.
  case oddDate = "odd_date"
  /// An NCBI Gene ID that is no number: left out.
  case oddGeneID = "odd_gene_id"
  /// Blanks around a name: trimmed.
  case trimmedText = "trimmed_text"
  /// Bytes that are not UTF-8: replaced.
  case notUTF8 = "not_utf8"
  /// More cells than the header names: the further ones are not read.
  case extraCells = "extra_cells"
  case blankLine = "blank_line"
  /// The same row twice: kept once.
  case duplicateRow = "duplicate_row"
  /// One key at several places: every place is kept (X and Y are usual for pseudoautosomal genes).
  case severalLoci = "several_loci"
  /// A feature that says nothing of a gene's structure: an untranslated region, a regulatory element.
  case otherFeature = "other_feature"
  /// A row of an older release where a newer one speaks, or one that says what was said already: not used.
  case superseded
  /// A segmental-duplication bar of the recurrent file: not a curated interval.
  case breakpointBar = "breakpoint_bar"
  /// A colour in the recurrent file that means nothing known: the row is not used.
  case unknownColour = "unknown_colour"
  /// A version inside the file that is not that of its name.
  case versionDisagreement = "version_disagreement"
  /// A BED gene that no gene list has: kept, without NCBI Gene ID.
  case geneNotInList = "gene_not_in_list"
  /// A symbol that means another gene in a newer list.
  case symbolReused = "symbol_reused"
  /// Coordinates that another source of the same build gives differently; the newer ones won.
  case coordinateDisagreement = "coordinate_disagreement"
  /// Two sources of the same date with different scores; the curation list won.
  case scoreDisagreement = "score_disagreement"
  /// A newer list changed the score, so PubMed ids, disease and date of the older evaluation were left out.
  case detailsOutdated = "details_outdated"
  /// A public score that a newer complete list no longer has.
  case withdrawn

  /// A gene line without any transcript: kept.
  case geneWithoutTranscript = "gene_without_transcript"
  /// A gene whose strand no line gives: kept as forward, which matters to nothing without a transcript.
  case strandUnknown = "strand_unknown"
  /// Exons or coding parts whose transcript is not in the file, or is no gene's: left out.
  case partWithoutTranscript = "part_without_transcript"
  /// A transcript whose gene is not in the file: left out.
  case transcriptWithoutGene = "transcript_without_gene"
  /// A transcript without exon lines: its line, or coding part, taken as one exon.
  case noExons = "no_exons"
  /// Exons of one transcript that share bases: united.
  case overlappingExons = "overlapping_exons"
  /// A coding part that reaches beyond the exons: cut.
  case codingOutsideExons = "coding_outside_exons"
  /// Coding bases that are no multiple of 3: kept.
  case codingNotInTriplets = "coding_not_in_triplets"
  /// One accession twice for one gene: the first is kept.
  case repeatedTranscript = "repeated_transcript"
  /// A cytoband without a name, as those of alternate contigs are: left out.
  case unnamedBand = "unnamed_band"
  /// A gene without HGNC id, NCBI Gene ID and symbol in one source: kept under its own id.
  case geneWithoutSymbol = "gene_without_symbol"
  /// An HGNC row that is not approved: not used.
  case notApproved = "not_approved"
  /// A symbol that several genes hold, so that it names none.
  case ambiguousSymbol = "ambiguous_symbol"

  /// A classification, mode of inheritance, assertion or status that no rule knows: kept as it is.
  case unknownTerm = "unknown_term"
  /// A gene id that is no HGNC id: the symbol has to tell the gene.
  case oddHGNCID = "odd_hgnc_id"
  /// The same gene, disease and mode of inheritance twice in one file, as two panels may curate it: both kept.
  case repeatedKey = "repeated_key"
  /// A curation that a newer list has under another disease or mode of inheritance: the newer one stands.
  case rekeyed
  /// A row of the activity summary without actionability: its other activities have sources of their own.
  case withoutActionability = "without_actionability"
  /// A retracted topic of actionability or entry of the Evidence Repository: left out.
  case retracted
  /// A topic that is not released yet: not used.
  case notReleased = "not_released"
  /// Lists of one cell that ought to be parallel and are not: paired as far as they go.
  case unevenLists = "uneven_lists"
  /// A topic that names no gene: not used, as there is nothing to join it with.
  case noGene = "no_gene"
  /// No disease with an identifier: kept under its label.
  case noDisease = "no_disease"
  /// A cell that says that there is no value (`NA`, empty): left out.
  case missingValue = "missing_value"
  /// A row of a transcript that is not the gene's MANE Select: not used.
  case notManeSelect = "not_mane_select"
  /// Two rows of one gene, as of two symbols that are one gene now: the first by route is kept.
  case repeatedGene = "repeated_gene"
  /// A symbol that several genes had, or that nothing knows: see the joins.
  case geneNotFound = "gene_not_found"
  /// A population record that its makers do not stand behind (FILTER): left out.
  case failedFilter = "failed_filter"
  /// A structural variant that changes no copy number, or not that of its interval: left out.
  case notCopyNumber = "not_copy_number"
  /// A type of variant that is not known: left out.
  case unknownType = "unknown_type"
  /// A record without carriers or without counts: left out.
  case noFrequency = "no_frequency"
  /// A frequency above 1: the record is left out.
  case frequencyAboveOne = "frequency_above_one"
  /// A frequency that is not that of the record's own counts: kept as stated.
  case frequencyDisagreement = "frequency_disagreement"
  /// Copy numbers on X or Y that are not told by sex, so that none is known to be odd: left out.
  case noSexCounts = "no_sex_counts"
  /// A record with fewer lines than its format has for one: kept.
  case incompleteRecord = "incomplete_record"
  /// A small variant, which is no interval record: left out.
  case smallVariant = "small_variant"
  /// A row of an assembly that is not annotated on: left out.
  case otherAssembly = "other_assembly"
  /// A copy-number variant that tells no direction: kept, never matched.
  case noDirection = "no_direction"
  /// A copy number that the type of its variant contradicts: both kept.
  case copyNumberDisagreement = "copy_number_disagreement"
  /// A ClinVar record whose ALT is `.`: no allele to match.
  case noAlternateAllele = "no_alternate_allele"
  /// A ClinVar allele that is no sequence: left out.
  case noSequence = "no_sequence"
  /// An assertion that is none of the five: kept as it is.
  case unknownAssertion = "unknown_assertion"
  /// An evidence code that the guideline does not have: kept as it is.
  case unknownEvidenceCode = "unknown_evidence_code"
  /// A VariationID or ClinGen allele id that is no number: not joined by.
  case oddIdentifier = "odd_identifier"
  /// A review status whose stars are not known: taken as none.
  case unknownReviewStatus = "unknown_review_status"

  package static func < (a: OddityKind, b: OddityKind) -> Bool { a.rawValue < b.rawValue }
}

/// One example of an oddity.
package struct OddityExample: Sendable, Codable, Equatable {
  /// 1-based line of the source.
  package let line: Int
  package let text: String
}

/// How often one kind of oddity occurred in one source, with the first few examples.
package struct OddityCount: Sendable, Codable, Equatable {
  package let kind: OddityKind
  package var count: Int
  package var examples: [OddityExample]
}

/// Counts the oddities of one source.
package struct Oddities: Sendable {
  private static let examplesKept = 3
  private var byKind: [OddityKind: OddityCount] = [:]

  package init() {}

  package mutating func note(_ kind: OddityKind, line: Int, _ text: String) {
    var entry = byKind[kind] ?? OddityCount(kind: kind, count: 0, examples: [])
    entry.count += 1
    if entry.examples.count < Self.examplesKept {
      entry.examples.append(OddityExample(line: line, text: text))
    }
    byKind[kind] = entry
  }

  /// Counts what is so frequent that its text is made only where it is kept as an example.
  mutating func count(_ kind: OddityKind, line: Int, _ text: () -> String) {
    if byKind[kind]?.examples.count ?? 0 < Self.examplesKept {
      note(kind, line: line, text())
    } else {
      byKind[kind]?.count += 1
    }
  }

  /// Adds what was counted elsewhere.
  ///
  /// - Parameter examples: the first ones by line.
  package mutating func note(_ kind: OddityKind, count: Int, examples: [OddityExample]) {
    if count == 0 { return }
    var entry = byKind[kind] ?? OddityCount(kind: kind, count: 0, examples: [])
    entry.count += count
    entry.examples = Array((entry.examples + examples).prefix(Self.examplesKept))
    byKind[kind] = entry
  }

  /// Sorted by kind.
  package var counts: [OddityCount] { byKind.values.sorted { $0.kind < $1.kind } }

  package func count(of kind: OddityKind) -> Int { byKind[kind]?.count ?? 0 }
}
