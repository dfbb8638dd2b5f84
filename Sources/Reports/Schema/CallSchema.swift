// SPDX-License-Identifier: MIT

import Annotation
import Calls
import Genome
import KnowledgeBase

/// The object of a call in NDJSON.
///
/// Lists of the objects inside stand in extensions by who fills them.
package enum CallSchema {
  package static let keys: [JSONKey] =
    [JSONKey("type", .words(["call"]), "")] + place + stated + genes + dosage + variants + intervals
    + classification + lab

  /// The object of a call as `convert` writes it: what the input states and nothing looked up.
  package static let convertedKeys: [JSONKey] =
    [JSONKey("type", .words(["call"]), "")] + place.filter { !named.contains($0.name) } + stated

  /// What of a call's place is looked up or made for people.
  private static let named = [
    "locus", "cytoband", "iscn", "hgvs_g", "hgvs_g_missing", "length",
  ]

  private static let place: [JSONKey] = [
    JSONKey("call_id", .string, "The call's name, the same in every run, shard and file"),
    .optional("input_id", .string, "The input's own name"),
    JSONKey(
      "source",
      .object([
        JSONKey("file", .string, "File name without folder and compression suffix"),
        .optional("line", .integer, "1-based line"),
        .optional(
          "virtual_offset", .string,
          "Instead of line where an index led to the record: @ and the BGZF block's offset, + and the byte in it"
        ),
      ]), "Where the call stands in the input"),
    JSONKey("build", .words(["GRCh37", "GRCh38"]), "Genome build"),
    JSONKey("contig", .string, "Contig as the input spells it"),
    JSONKey("start", .integer, "0-based, the first base"),
    JSONKey("end", .integer, "0-based, behind the last base"),
    JSONKey("locus", .string, "1-based inclusive, for people"),
    JSONKey("cytoband", .orNull(.string), "Cytobands, from and to"),
    JSONKey("iscn", .orNull(.string), "ISCN name"),
    JSONKey("hgvs_g", .orNull(.string), "HGVS g. name"),
    .optional("hgvs_g_missing", .string, "Why there is no HGVS name"),
    .optional("length", .integer, "Bases spanned; for an insertion the bases added"),
  ]

  /// What the input states.
  private static let stated: [JSONKey] = [
    JSONKey("call_type", .words(CallType.allCases.map(\.word)), "Kind of change"),
    JSONKey("copy_number", .orNull(.number), "Copies stated"),
    JSONKey("expected_copy_number", .orNull(.number), "Copies expected in the sample"),
    .optional("ref", .string, "REF"), .optional("alt", .string, "ALT"),
    .optional("filter", .string, "FILTER"),
    JSONKey("samples", .array(.string), "Samples that carry the call"),
    .optional(
      "sexes", .array(.orNull(.words(["male", "female"]))), "Sex of the samples as it was said"),
    .optional("genotypes", .array(.string), "GT of the samples as the file writes it"),
    .optional(
      "inheritance",
      .array(
        .object([
          JSONKey("sample", .string, "A carrier whose parents the pedigree names"),
          JSONKey(
            "inheritance", .words(Inheritance.allCases.map(\.word)), "How it came by the call"),
          JSONKey("mother", .words(Presence.allCases.map(\.word)), "The call in the mother"),
          JSONKey("father", .words(Presence.allCases.map(\.word)), "The call in the father"),
        ])), "Inheritance by the calls of the parents, with --ped"),
    .optional("probes", .integer, "Markers, bins or exons that support the call"),
    .optional("log2", .string, "log2 ratio, as the input writes it"),
    .optional("mosaic_fraction", .string, "Share of cells, as the input writes it"),
    .optional("confidence", .string, "The caller's own score, as the input writes it"),
    .optional("outer", interval, "Largest interval that the stated uncertainty allows"),
    .optional("inner", interval, "Smallest interval; may be empty"),
    .optional("caller", .string, "The program that made the calls"),
    JSONKey("flags", .array(.string), "What a reader must know beside the numbers"),
  ]

  private static let interval = JSONShape.object([
    JSONKey("start", .integer, "0-based"),
    JSONKey("end", .integer, "0-based, behind the last base"),
  ])
}
