// SPDX-License-Identifier: MIT

internal import Genome
package import KnowledgeBase
internal import Files

extension KnowledgeBaseError: Explained {
  package var sentence: String {
    switch self {
    case .noSources:
      "no sources; give at least one of "
        + SourceRole.allCases.map { "--\($0.rawValue)" }.joined(separator: ", ")
    case .badSourceArgument(let text):
      "not a source (\(quoted(text))); write PATH[=GRCh37|=GRCh38][@YYYY-MM-DD]"
    case .file(let error), .unreadable(let error): error.sentence
    case .cannotCreateFolder(let path):
      "\(path): the folder cannot be created; choose one that you may write"
    case .keptByUpdate(let folder):
      "\(folder): clincall kb update keeps this folder; write to another one"
    case .noSnapshot:
      "this program was built without its embedded knowledge base: run make, or name a "
        + "knowledge base with -k"
    default: ageSentence ?? sourceSentence ?? storeSentence
    }
  }

  package var exitStatus: ExitStatus {
    switch self {
    case .noSources, .badSourceArgument: .usage
    case .cannotCreateFolder, .keptByUpdate: .cannotCreate
    case .file(let error): error.exitStatus
    default: .knowledgeBase
    }
  }

  /// What is wrong with a source; nil for other errors.
  private var sourceSentence: String? {
    switch self {
    case .emptySource(let file):
      "\(file): the file is empty; fetch it again"
    case .compressedSource(let file):
      "\(file): the file is gzip-compressed; unpack it first (gunzip)"
    case .damagedSource(let file, let error):
      "\(file): \(error.explanation)"
    case .webPage(let file):
      "\(file):1:1: this is a web page, not a list of curations; the download failed, fetch it again"
    case .unrecognisedSource(let file, let role, let start):
      "\(file):1:1: not a file that --\(role.rawValue) knows (\(quoted(start))); "
        + "expected \(expected(role))"
    case .wrongOption(let file, let kind, let role):
      "\(file): this is \(title(kind)), not a source of --\(role.rawValue); "
        + "give it with --\(kind.role.rawValue)"
    case .missingColumn(let file, let line, let column, let found):
      "\(file):\(line): no column \(quoted(column)); the header has "
        + "\(found.map { quoted($0) }.joined(separator: ", ")); is this the right file?"
    case .tooFewCells(let file, let line, let expected, let found, let isLast):
      "\(file):\(line): \(found) of \(expected) columns; "
        + (isLast
          ? "the file is cut off, fetch it again" : "the row is damaged, fetch the file again")
    case .noRows(let file):
      "\(file): a header without rows; fetch the file again"
    case .unterminated(let file, let line):
      "\(file):\(line): the last line has no line end, so the file may be cut off; fetch it again, "
        + "or end the line if it is whole"
    case .notJSON(let file):
      "\(file): not JSON, or cut off; fetch it again"
    case .missingKey(let file, let record, let key):
      "\(file): element \(record) has no \(quoted(key)); is this the right file?"
    case .badCell(let file, let line, let cell, let column, let text):
      "\(file):\(line):\(cell): not a value for column \(column) (\(quoted(text))); "
        + "correct the row or fetch the file again"
    case .conflictingRows(let file, let line, let firstLine, let key):
      "\(file):\(line): \(quoted(key)) contradicts line \(firstLine) of the same file; "
        + "keep one of the rows"
    case .doubledSource(let file, let line, let firstLine):
      "\(file):\(line): what stands in line \(firstLine) begins again; the file holds its content "
        + "twice, fetch it again"
    case .beyondContig(let file, let line, let contig, let end, let length, let build):
      "\(file):\(line): a record ends at \(grouped(end)) of \(quoted(contig)), which has "
        + "\(grouped(length)) bases in \(build.name); is the file of another genome build?"
    case .buildUnknown(let file):
      "\(file): the file does not say its genome build; give \(file)=GRCh37 or \(file)=GRCh38"
    case .buildContradicted(let file, let stated, let argument):
      "\(file): the file says \(stated.name), the argument =\(argument.name); "
        + "leave the build out or give the right file"
    case .severalFilesInOne(let file):
      "\(file): the rows stand in it twice, as in a download that was appended to an older one; "
        + "fetch it again"
    case .rowsOfOtherBuild(let file, let stated, let found):
      "\(file): said to be \(stated.name), and its HGVS names are of \(found.name); "
        + "give the right file or build"
    case .placesOfOtherBuild(let file, let stated, let found, let places, let compared):
      "\(file): said to be \(stated.name), and \(grouped(places)) of \(grouped(compared)) genes or regions "
        + "whose place can tell lie where they do in \(found.name); give the right file or build"
    case .undatedSource(let file, let role):
      "\(file): no release date, and of several files of --\(role.rawValue) the newest speaks; "
        + "give it as \(file)@YYYY-MM-DD"
    case .previousIsNewer(let role, let previous, let newest):
      "--previous: its --\(role.rawValue) is of \(previous), and the newest source given is of "
        + "\(newest), which can withdraw nothing of that; give a newer one"
    case .zeroByte(let file, let line):
      "\(file):\(line): a byte 0, which no text has; the download failed, fetch it again"
    case .sourceTooLarge(let file):
      "\(file): more text than a knowledge base can hold; is this the right file?"
    case .reference(let fault): fault.sentence
    case .unknownTable(let file, let name, let version):
      "\(file):1: no table of this program (\(quoted("\(name) \(version)"))); "
        + "export it again with this version"
    default: nil
    }
  }

  private func expected(_ role: SourceRole) -> String {
    switch role {
    case .dosageGenes:
      "ClinGen's gene curation list, a haploinsufficiency or triplosensitivity gene BED, or a "
        + "dosage_genes table"
    case .dosageRegions: "ClinGen's region curation list or a dosage_regions table"
    case .recurrent: "ClinGen's recurrent CNV BED or a recurrent_intervals table"
    case .genes: "gene models in GFF3, GTF or UCSC's genePred, or a genes_grch37/38 table"
    case .hgnc: "HGNC's complete set (TSV with the column hgnc_id first)"
    case .cytobands: "UCSC's cytoBand table or a cytobands table"
    case .geneValidity: "ClinGen's gene-disease validity CSV or a gene_validity table"
    case .activitySummary: "ClinGen's curation activity summary CSV"
    case .actionability:
      "ClinGen's actionability scores or assertions (TSV or JSON) or an actionability table"
    case .evidenceRepository: "the Evidence Repository's classifications (TSV)"
    case .clinvar: "ClinVar's VCF"
    case .variantSummary: "ClinVar's variant_summary table"
    case .constraint: "gnomAD's constraint table (v2.1.1 by gene, or v4.1) or a gene_scores table"
    case .dosageScores: "the pHaplo/pTriplo table (#gene, pHaplo, pTriplo) or a gene_scores table"
    case .hiPredictions: "DECIPHER's haploinsufficiency predictions BED"
    case .population: "gnomAD-SV (VCF, BED), DGV (GFF3) or DECIPHER population CNVs"
    }
  }

  private func title(_ kind: SourceKind) -> String {
    switch kind {
    case .geneList: "a gene curation list"
    case .haploinsufficiencyBED: "a haploinsufficiency gene BED"
    case .triplosensitivityBED: "a triplosensitivity gene BED"
    case .regionList: "a region curation list"
    case .recurrentBED: "a recurrent CNV BED"
    case .geneGFF3: "a GFF3 of gene models"
    case .geneGTF: "a GTF of gene models"
    case .genePred: "a genePred table of gene models"
    case .hgncSet: "HGNC's complete set"
    case .cytobands: "a cytoBand table"
    case .geneValidity: "a gene-disease validity CSV"
    case .activitySummary: "a curation activity summary"
    case .actionability: "a list of actionability curations"
    case .constraintV2, .constraintV4: "a constraint table of gnomAD"
    case .dosageScores: "a pHaplo/pTriplo table"
    case .hiPredictions: "DECIPHER's haploinsufficiency predictions"
    case .clinvarVCF: "ClinVar's VCF"
    case .evidenceRepository: "the Evidence Repository's classifications"
    case .gnomadSVVCF: "a VCF of gnomAD's structural variants"
    case .gnomadSVBED: "a BED of gnomAD's structural variants"
    case .gnomadCNVVCF: "a VCF of gnomAD's exome CNVs"
    case .dgvGold: "DGV's gold standard"
    case .decipherPopulation: "DECIPHER's population CNVs"
    case .variantSummary: "ClinVar's variant summary"
    default: kind.isTable ? "a table of this program (\(kind.rawValue))" : "a \(kind.rawValue)"
    }
  }
}

/// A text of a file as messages show it; see ``EscapedText``.
func quoted(_ text: String) -> String { EscapedText(text.utf8).description }
