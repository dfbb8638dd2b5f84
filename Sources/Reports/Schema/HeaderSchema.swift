// SPDX-License-Identifier: MIT

/// The first line of NDJSON: where the report comes from.
package enum HeaderSchema {
  package static let keys: [JSONKey] =
    [
      JSONKey("type", .words(["header"]), ""),
      JSONKey("schema_version", .string, "Version of the objects' shape, semver"),
      .optional("version", .string, "Version of ClinCall; absent with --no-version"),
      .optional("command", .string, "The command line; absent with --no-version"),
      .optional("build", .string, "Genome build"),
      JSONKey("inputs", .array(.string), "Inputs with format and build and how both were decided"),
    ] + lines.map { JSONKey.optional($0.name, .string, $0.meaning) }

  /// The provenance lines of a run that are plain text.
  private static let lines: [(name: String, meaning: String)] = [
    ("kb_release", "Release of the knowledge base"), ("kb_sha256", "SHA-256 of its files"),
    ("emit", "Which calls have an object"),
    ("selection", "What a pipeline left out before this report"),
    ("coordinates", "Coordinate bases"), ("overlap", "Overlap policy"),
    ("gene_context", "Which transcript decides"), ("iscn", "Edition and use of ISCN names"),
    ("min_size", "Smallest sequence-resolved copy-number call"),
    ("gates", "Quality gates"), ("lab_calls", "The laboratory's own list"),
    ("classification", "How calls are classified"), ("sources", "Sources with release dates"),
    ("notice", "Licences and limits of use"), ("rubric", "Rubric of the classification"),
    ("class_thresholds", "Points of the classes"),
    ("region_slack", "Slack of containment, in bases"),
    ("reference", "Reference that alleles were aligned to"),
    ("kb_age", "Age of the knowledge base"), ("alleles", "How alleles are matched"),
    ("evidence", "The user's evidence"), ("breakends", "Whether breakend pairs are scored"),
    ("regions", "Regions asked for"), ("targets", "Targets asked for"),
    ("shard", "Which shard of the input"), ("population", "How population records are chosen"),
    ("clinvar_cnv", "How ClinVar CNVs are chosen"),
    ("family", "How calls of relatives are compared"),
  ]
}

/// The last line of NDJSON: what became of the input.
package enum TrailerSchema {
  package static let keys: [JSONKey] = [
    JSONKey("type", .words(["trailer"]), ""),
    JSONKey(
      "counts",
      .object([
        JSONKey("records", .integer, "Input records"),
        JSONKey("with_calls", .integer, "Records with at least one call"),
        JSONKey("not_carried", .integer, "Records that no chosen sample carries"),
        JSONKey("neutral", .integer, "Records that state the expected copy number"),
        JSONKey("rejected", .integer, "Malformed records left out by --on-error skip"),
        JSONKey("filtered", .integer, "Records left out by --apply-filters"),
        JSONKey("calls", .integer, "Calls"), JSONKey("emitted", .integer, "Calls with an object"),
        JSONKey("not_emitted", .integer, "Calls without, by the emit rule"),
        JSONKey("blank_lines", .integer, "Blank lines, which are no records"),
      ]), "records = with_calls + not_carried + neutral + rejected + filtered"),
  ]
}
