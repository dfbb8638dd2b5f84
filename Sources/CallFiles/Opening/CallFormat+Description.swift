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
    /// What the reader was checked on: real files, excerpts of them, a writer's code, a description.
    package let checked: String
    /// A line of it, with TABs.
    package let example: String
  }

  package var description: Description {
    if let dialect = TableDialect.of(self) { return dialect.description }
    switch self {
    case .bed:
      return Description(
        title: "BED with 3 to 12 and more columns and a type column",
        coordinates: "0-based, half-open",
        cues:
          "whole numbers in columns 2 and 3; the type stands in a column called type, else in column "
          + "4 or 5; without one, copies in a column called cn or in the fifth of five",
        build: "accessions; else -g",
        checked: "real files of AnnotSV's tests; CNVkit's export by its writer's code",
        example: "chr22\t18924718\t21111383\tDEL")
    case .penncnv:
      return Description(
        title: "PennCNV .rawcnv and .goodcnv, and its two TAB forms of 8 and 9 columns",
        coordinates: "1-based, inclusive, first and last marker",
        cues:
          "numsnp= and state,cn= in a line; or a copy number in column 4 and markers in 6 and 7",
        build: "the PFB file's, which the output does not name: -g",
        checked:
          "a real .goodcnv and lines of its documentation; the TAB forms by the writer's code",
        example:
          "chr3:37957465-37961253  numsnp=3  length=3,789  state2,cn=1 father.txt startsnp=rs1 "
          + "endsnp=rs2 conf=15.1")
    case .iscn:
      return Description(
        title:
          "ISCN strings of arrays and sequencing, one a line, behind a sample and a TAB or alone",
        coordinates: "1-based, inclusive",
        cues: "arr, seq or sseq in more than half of the first 20 lines",
        build: "the brackets, arr[GRCh37]; else -g",
        checked: "strings of real reports and of a public parser's tests",
        example: "S1\tarr[GRCh37] 22q11.21(18844632_21462353)x1 dn")
    case .clinvarName:
      return Description(
        title: "names of ClinVar's copy-number variants, one a line",
        coordinates: "1-based, inclusive", cues: "GRCh37/hg19 or GRCh38/hg38 begins the line",
        build: "the name's beginning", checked: "names of real records",
        example: "GRCh37/hg19 22q11.21(chr22:18844632-21462353)x1")
    case .hgvs:
      return Description(
        title: "HGVS genomic deletions and duplications, one a line",
        coordinates: "1-based, inclusive; (a_b)_(c_d) is called from b to c",
        cues: ":g. in the line",
        build: "the accession's version", checked: "the examples of the nomenclature",
        example: "NC_000022.11:g.(?_18924718)_(21111383_?)del")
    case .region:
      return Description(
        title: "a region and a type, one a line", coordinates: "1-based, inclusive",
        cues: "contig, two positions and a known type, joined by : - or blanks", build: "-g",
        checked: "a description only",
        example: "chr22:18924718-21111383 DEL")
    default:
      return Description(
        title: "VCF 4.0 to 4.5, sequence and symbolic alleles, with or without samples",
        coordinates: "1-based; POS of a symbolic allele is the base before the event",
        cues: "##fileformat=VCF on line 1, or a #CHROM line",
        build: "contig lengths, accessions, ##reference, assembly=; else -g",
        checked:
          "the specification's corpus of 685 files, and real files of DRAGEN, GATK gCNV, Manta, Delly, "
          + "LUMPY, GRIDSS, Pindel, BreakDancer, StemCNV-check and 1000 Genomes; CNVkit and Canvas by "
          + "excerpts and the writer's code",
        example: "chr22\t18924718\tsv1\tN\t<DEL>\t.\tPASS\tSVTYPE=DEL;END=21111383\tGT:CN\t0/1:1")
    }
  }
}

extension TableDialect {
  fileprivate var description: CallFormat.Description {
    var cue = cues.map { "columns \($0.joined(separator: ", "))" }.joined(separator: "; or ")
    if let headerless {
      cue += cue.isEmpty ? "a line \(headerless.cue)" : "; or a line \(headerless.cue)"
    }
    if format == .table { cue = "only by --map, never by content" }
    return CallFormat.Description(
      title: title,
      coordinates: format == .table
        ? "--base 0 or 1" : base == 1 ? "1-based, inclusive" : "0-based, half-open",
      cues: cue,
      build: columns[.iscn] != nil
        ? "arr[hg19] in the rows; else -g" : "what stands before the names of columns; else -g",
      checked: checked, example: example)
  }
}
