// SPDX-License-Identifier: MIT

extension CallFormat {
  /// What `clincall formats` says of a format.
  package struct Description: Sendable {
    package let title: String
    /// How coordinates are counted in the file.
    package let coordinates: String
    /// What the format is recognised by.
    package let cues: String
    /// Where the genome build comes from.
    package let build: String
    /// A line of it, with TABs.
    package let example: String
  }

  package var description: Description {
    switch self {
    case .vcf:
      Description(
        title: "VCF 4.0 to 4.5, sequence and symbolic alleles, with or without samples",
        coordinates: "1-based; POS of a symbolic allele is the base before the event",
        cues: "##fileformat=VCF on line 1, or a #CHROM line",
        build: "contig lengths, accessions, ##reference, assembly=; else -g",
        example: "chr22\t18924718\tsv1\tN\t<DEL>\t.\tPASS\tSVTYPE=DEL;END=21111383\tGT:CN\t0/1:1")
    case .bed:
      Description(
        title: "BED with 3 to 12 and more columns and a type column",
        coordinates: "0-based, half-open",
        cues:
          "whole numbers in columns 2 and 3; the type stands in a column called type, else in column "
          + "4 or 5",
        build: "accessions; else -g",
        example: "chr22\t18924718\t21111383\tDEL")
    case .penncnv:
      Description(
        title: "PennCNV .rawcnv and .goodcnv, and its two TAB forms of 8 and 9 columns",
        coordinates: "1-based, inclusive, first and last marker",
        cues:
          "numsnp= and state,cn= in a line; or a copy number in column 4 and markers in 6 and 7",
        build: "the PFB file's, which the output does not name: -g",
        example:
          "chr3:37957465-37961253  numsnp=3  length=3,789  state2,cn=1 father.txt startsnp=rs1 "
          + "endsnp=rs2 conf=15.1")
    }
  }
}
