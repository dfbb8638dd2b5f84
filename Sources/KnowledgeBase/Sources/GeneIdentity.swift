// SPDX-License-Identifier: MIT

/// How RefSeq, GENCODE and Ensembl name a gene or transcript in the attributes of their lines.
enum GeneIdentity {
  static func line(_ attributes: AttributeCell) -> GeneModelCollector.GeneLine {
    var about = GeneModelCollector.GeneLine()
    about.symbol =
      attributes.value("gene_name") ?? attributes.value("Name") ?? attributes.value("gene") ?? ""
    let references = attributes.values("Dbxref") + attributes.values("db_xref")
    for reference in references {
      if reference.hasPrefix("GeneID:") {
        about.ncbiGeneID = UInt32(reference.dropFirst(7)) ?? 0
      } else if reference.hasPrefix("HGNC:") {
        about.hgncID = hgnc(reference)
      }
    }
    if let stated = attributes.value("hgnc_id") { about.hgncID = hgnc(stated) }
    // Ensembl: description=... [Source:HGNC Symbol;Acc:HGNC:3236]
    if about.hgncID == 0, let description = attributes.value("description"),
      let source = description.firstRange(of: "[Source:HGNC Symbol;Acc:")
    {
      about.hgncID = hgnc(String(description[source.upperBound...].prefix { $0 != "]" }))
    }
    let biotype =
      attributes.value("gene_biotype") ?? attributes.value("gene_type")
      ?? attributes.value("biotype")
    about.isProteinCoding = biotype.map { $0 == "protein_coding" }
    return about
  }

  /// A gene without symbol keeps its id, without Ensembl's and RefSeq's prefixes.
  static func named(
    _ about: GeneModelCollector.GeneLine, else id: String
  ) -> GeneModelCollector.GeneLine {
    var about = about
    if about.symbol.isEmpty { about.symbol = bare(id) }
    return about
  }

  /// The number in `HGNC:3236`, `HGNC:HGNC:3236` and `3236`; 0 for anything else.
  static func hgnc(_ text: String) -> UInt32 {
    var rest = text[...]
    while rest.hasPrefix("HGNC:") { rest = rest.dropFirst(5) }
    return UInt32(rest) ?? 0
  }

  /// `NM_000546.6`, `ENST00000269305.9`: with its version, without marks of a second copy.
  static func accession(_ attributes: AttributeCell, id: String) -> String {
    let stated = attributes.value("transcript_id") ?? attributes.value("Name") ?? bare(id)
    var accession = single(stated)
    if !accession.contains("."),
      let version = attributes.value("transcript_version") ?? attributes.value("version")
    {
      accession += ".\(version)"
    }
    return accession
  }

  static func tag(_ attributes: AttributeCell) -> Transcript.Tag {
    var tag = Transcript.Tag.none
    for word in attributes.values("tag") {
      switch word {
      case "MANE Select", "MANE_Select": return .maneSelect
      case "MANE Plus Clinical", "MANE_Plus_Clinical": tag = .manePlusClinical
      default: break
      }
    }
    return tag
  }

  private static func bare(_ id: String) -> String {
    for prefix in ["gene:", "transcript:", "gene-", "rna-"] where id.hasPrefix(prefix) {
      return String(id.dropFirst(prefix.count))
    }
    return id
  }

  /// GENCODE marks the pseudoautosomal copy `_PAR_Y`, RefSeq's GTF further copies `_1`, `_2`.
  private static func single(_ accession: String) -> String {
    if accession.hasSuffix("_PAR_Y") { return String(accession.dropLast(6)) }
    guard let dot = accession.lastIndex(of: "."),
      let mark = accession[dot...].lastIndex(of: "_"),
      accession[accession.index(after: mark)...].allSatisfy(\.isNumber)
    else { return accession }
    return String(accession[..<mark])
  }
}
