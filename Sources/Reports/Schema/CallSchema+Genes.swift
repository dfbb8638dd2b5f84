// SPDX-License-Identifier: MIT

import Annotation

extension CallSchema {
  /// Gene models and the call's place in them.
  static let genes: [JSONKey] = [
    JSONKey(
      "protein_coding_genes", .orNull(.integer),
      "Distinct protein-coding genes touched; null where no gene models exist"),
    JSONKey("genes", .array(.object(gene + geneCurations)), "Touched genes by coordinate"),
    .optional(
      "named_genes", .array(.object(named + geneCurations)),
      "Curated genes that sources name for the very allele, and that the call touches no model of"),
  ]

  private static let named: [JSONKey] = [
    JSONKey("symbol", .string, "Approved symbol"),
    .optional("hgnc_id", .string, "HGNC id"), .optional("ncbi_gene_id", .integer, "NCBI Gene id"),
    JSONKey("named_by", .words(["clinvar", "evidence_repository"]), "Which source names it"),
  ]

  private static let gene: [JSONKey] = [
    JSONKey("symbol", .string, "Approved symbol"),
    .optional("hgnc_id", .string, "HGNC id"), .optional("ncbi_gene_id", .integer, "NCBI Gene id"),
    .optional("start", .integer, "0-based"),
    .optional("end", .integer, "0-based, behind the last base"),
    .optional("strand", .words(["+", "-"]), "Strand"),
    .optional("protein_coding", .boolean, "Whether the gene codes for a protein"),
    .optional("transcript", .string, "The transcript that decides"),
    .optional("tag", .words(["MANE Select", "MANE Plus Clinical"]), "Its rank"),
    JSONKey("relation", .string, "How the call lies to the transcript, by strand"),
    .optional("touches", .string, "The weightiest thing touched"),
    .optional(
      "exons",
      .object([
        .optional("first", .integer, "First touched exon, from 1 at the 5' end"),
        .optional("last", .integer, "Last touched exon"),
        JSONKey("touched", .integer, "Exons touched"),
        JSONKey("count", .integer, "Exons of the transcript"),
      ]), "Exons"),
    .optional(
      "cds",
      .object([
        JSONKey("bases", .integer, "Coding bases in the call"),
        JSONKey("length", .integer, "Coding bases of the transcript"),
        JSONKey("fraction", .number, "Share in the call"),
      ]), "Coding sequence"),
    .optional("frame", .words(["not_applicable", "in_frame", "out_of_frame"]), "Reading frame"),
    .optional(
      "flags", .array(.words(GeneMarks.words.map(\.word))), "Facts about call and transcript"),
  ]
}
