// SPDX-License-Identifier: MIT

extension UpdateSource {
  /// The table that the program ships; `kb update --print-sources` shows it, and a lab's own goes in with
  /// `--sources`.
  ///
  /// Minimum rows are about four fifths of what the release of early 2026 had, in rows as the reader of
  /// that source counts them. MANE and the constraint metrics are named with their release, because their
  /// servers keep releases for good and drop what a name without one stood for. DGV's gold standard is not
  /// here because its publisher has it without encryption only; the table says so where users read it.
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
    # Made when asked for: their servers have no notion of a version.
    gene-validity . no 2900 ClinGen_gene_validity.csv https://search.clinicalgenome.org/kb/gene-validity/download
    activity-summary . no 3400 ClinGen_activity_summary.csv https://search.clinicalgenome.org/kb/downloads/curation-activity-summary-report
    actionability . no 150 ClinGen_actionability.json https://search.clinicalgenome.org/api/actionability
    evidence-repository . no 10000 erepo-tabbed.tsv https://erepo.clinicalgenome.org/evrepo/api/summary/classifications/download
    clinvar GRCh37 yes 2500000 clinvar.GRCh37.vcf.gz https://ftp.ncbi.nlm.nih.gov/pub/clinvar/vcf_GRCh37/clinvar.vcf.gz
    clinvar GRCh38 yes 2500000 clinvar.GRCh38.vcf.gz https://ftp.ncbi.nlm.nih.gov/pub/clinvar/vcf_GRCh38/clinvar.vcf.gz
    variant-summary . yes 30000 variant_summary.txt.gz https://ftp.ncbi.nlm.nih.gov/pub/clinvar/tab_delimited/variant_summary.txt.gz
    constraint . yes 15000 gnomad.v2.1.1.lof_metrics.by_gene.txt.bgz https://storage.googleapis.com/gcp-public-data--gnomad/release/2.1.1/constraint/gnomad.v2.1.1.lof_metrics.by_gene.txt.bgz
    constraint . yes 15000 gnomad.v4.1.constraint_metrics.tsv https://storage.googleapis.com/gcp-public-data--gnomad/release/4.1/constraint/gnomad.v4.1.constraint_metrics.tsv
    dosage-scores . yes 15000 Collins_rCNV_2022.dosage_sensitivity_scores.tsv.gz https://zenodo.org/record/6347673/files/Collins_rCNV_2022.dosage_sensitivity_scores.tsv.gz
    # DECIPHER's own terms of use hold for its files.
    hi-predictions . yes 15000 HI_Predictions_Version3.bed.gz https://www.deciphergenomics.org/files/downloads/HI_Predictions_Version3.bed.gz
    population GRCh37 yes 40000 population_cnv_grch37.txt.gz https://www.deciphergenomics.org/files/downloads/population_cnv_grch37.txt.gz
    population GRCh38 yes 40000 population_cnv_grch38.txt.gz https://www.deciphergenomics.org/files/downloads/population_cnv_grch38.txt.gz
    population GRCh37 yes 100000 gnomad_v2.1_sv.sites.vcf.gz https://storage.googleapis.com/gcp-public-data--gnomad/papers/2019-sv/gnomad_v2.1_sv.sites.vcf.gz
    population GRCh38 yes 100000 gnomad.v4.1.sv.sites.vcf.gz https://storage.googleapis.com/gcp-public-data--gnomad/release/4.1/genome_sv/gnomad.v4.1.sv.sites.vcf.gz
    population GRCh38 yes 40000 gnomad.v4.1.cnv.all.vcf.gz https://storage.googleapis.com/gcp-public-data--gnomad/release/4.1/exome_cnv/gnomad.v4.1.cnv.all.vcf.gz
    # DGV's gold standard comes over unencrypted connections only and is not fetched. Fetch it by hand
    # (http://dgv.tcag.ca, DGV.GS.*.gff3), compare it with another copy, and either give it to
    # kb build --population, or put it into a folder with the other files and name both here and with --mirror.
    """

  /// The rows of ``shippedTable``.
  ///
  /// - Throws: nothing for the table as it stands, which a test reads.
  package static func shipped() throws(UpdateError) -> [UpdateSource] {
    try table(shippedTable, file: "the program's own table")
  }
}
