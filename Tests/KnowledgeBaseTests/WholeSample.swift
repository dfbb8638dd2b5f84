// SPDX-License-Identifier: MIT

import Genome

@testable import KnowledgeBase

/// A knowledge base of invented sources of every kind: its stores have bytes in every section.
enum WholeSample {
  static let compiled = Result { try compilation() }

  private static let hgnc =
    "hgnc_id\tsymbol\tstatus\talias_symbol\tprev_symbol\tentrez_id\tgene_group_id\n"
    + "HGNC:1\tAAA1\tApproved\t\t\t1\t\"7|8\"\n"

  /// Alleles whose ClinGen ids ClinVar tells, and one that only the Evidence Repository has.
  static let alleles =
    VariantStoreTests.rows + [
      VariantSample.row("2 900 31 G T Pathogenic", "CLNVI=ClinGen:CA123"),
      VariantSample.row("2 950 32 GCC TA Benign", "GENEINFO=AAA1:1"),
    ]

  private static func compilation() throws -> Compilation {
    let folder = try TemporaryFolder()
    var arguments: [SourceRole: [SourceArgument]] = [
      .recurrent: [try FolderTests.testdata("recurrent_V2.1-hg38.bed")],
      .genes: try ["refseq.GRCh38.gff3", "gencode.GRCh37.gtf"].map(GeneSample.testdata),
      .cytobands: try ["cytoBand.hg38.txt", "cytoBand.hg19.txt"].map(GeneSample.testdata),
      .hgnc: [SourceArgument(path: try folder.write(hgnc, to: "hgnc.txt"))],
      .clinvar: [
        SourceArgument(path: try folder.write(VariantSample.clinvar(alleles), to: "c.vcf"))
      ],
    ]
    for source in HostileRoleTests.sources where source.role != .clinvar {
      arguments[source.role, default: []].append(
        SourceArgument(path: try folder.write(source.text, to: source.name)))
    }
    return try Compilation(arguments)
  }
}
