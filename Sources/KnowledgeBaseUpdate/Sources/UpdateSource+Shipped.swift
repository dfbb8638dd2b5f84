// SPDX-License-Identifier: MIT

extension UpdateSource {
  /// The table that the program ships; `kb update --print-sources` shows it, and a lab's own goes in with
  /// `--sources`.
  ///
  /// Minimum rows are about four fifths of what the release of early 2026 had, in rows as the reader of
  /// that source counts them. MANE and the constraint metrics are named with their release, because their
  /// servers keep releases for good and drop what a name without one stood for.
  ///
  /// - Source: the URL map of the clinical-data study, section 0: ClinGen's hub
  ///   https://search.clinicalgenome.org/kb/downloads and the download pages of the companions.
  package static let shippedTable = """
    # role  build  conditional  minimum_rows  name  url
    dosage-genes GRCh37 yes 1200 ClinGen_gene_curation_list_GRCh37.tsv https://ftp.clinicalgenome.org/ClinGen_gene_curation_list_GRCh37.tsv
    dosage-genes GRCh38 yes 1300 ClinGen_gene_curation_list_GRCh38.tsv https://ftp.clinicalgenome.org/ClinGen_gene_curation_list_GRCh38.tsv
    dosage-genes GRCh37 yes 1300 ClinGen_haploinsufficiency_gene_GRCh37.bed https://ftp.clinicalgenome.org/ClinGen_haploinsufficiency_gene_GRCh37.bed
    dosage-genes GRCh38 yes 1300 ClinGen_haploinsufficiency_gene_GRCh38.bed https://ftp.clinicalgenome.org/ClinGen_haploinsufficiency_gene_GRCh38.bed
    dosage-genes GRCh37 yes 1100 ClinGen_triplosensitivity_gene_GRCh37.bed https://ftp.clinicalgenome.org/ClinGen_triplosensitivity_gene_GRCh37.bed
    dosage-genes GRCh38 yes 1100 ClinGen_triplosensitivity_gene_GRCh38.bed https://ftp.clinicalgenome.org/ClinGen_triplosensitivity_gene_GRCh38.bed
    dosage-regions GRCh37 yes 400 ClinGen_region_curation_list_GRCh37.tsv https://ftp.clinicalgenome.org/ClinGen_region_curation_list_GRCh37.tsv
    dosage-regions GRCh38 yes 400 ClinGen_region_curation_list_GRCh38.tsv https://ftp.clinicalgenome.org/ClinGen_region_curation_list_GRCh38.tsv
    # The one family of files that says hg37.
    recurrent GRCh37 yes 140 ClinGen_recurrent_CNV_V2.1-hg37.bed https://ftp.clinicalgenome.org/ClinGen_recurrent_CNV_V2.1-hg37.bed
    recurrent GRCh38 yes 140 ClinGen_recurrent_CNV_V2.1-hg38.bed https://ftp.clinicalgenome.org/ClinGen_recurrent_CNV_V2.1-hg38.bed
    genes GRCh38 yes 15000 MANE.GRCh38.v1.5.refseq_genomic.gff.gz https://ftp.ncbi.nlm.nih.gov/refseq/MANE/MANE_human/release_1.5/MANE.GRCh38.v1.5.refseq_genomic.gff.gz
    genes GRCh37 yes 15000 GCF_000001405.25_GRCh37.p13_genomic.gff.gz https://ftp.ncbi.nlm.nih.gov/genomes/refseq/vertebrate_mammalian/Homo_sapiens/all_assembly_versions/GCF_000001405.25_GRCh37.p13/GCF_000001405.25_GRCh37.p13_genomic.gff.gz
    hgnc . yes 35000 hgnc_complete_set.txt https://storage.googleapis.com/public-download-files/hgnc/tsv/tsv/hgnc_complete_set.txt
    cytobands GRCh37 yes 800 cytoBand.hg19.txt.gz https://hgdownload.soe.ucsc.edu/goldenPath/hg19/database/cytoBand.txt.gz
    cytobands GRCh38 yes 800 cytoBand.hg38.txt.gz https://hgdownload.soe.ucsc.edu/goldenPath/hg38/database/cytoBand.txt.gz
    """

  /// The rows of ``shippedTable``.
  ///
  /// - Throws: nothing for the table as it stands, which a test reads.
  package static func shipped() throws(UpdateError) -> [UpdateSource] {
    try table(shippedTable, file: "the program's own table")
  }
}
