// SPDX-License-Identifier: MIT

internal import FoundationEssentials
package import Genome

/// What a knowledge base is made of: `manifest.json`, written last and so the proof of a whole build.
///
/// It holds no clock and no host, so the same sources give the same bytes.
package struct Manifest: Sendable, Codable, Equatable {
  package static let format = "clincall-knowledge-base"
  package static let supportedVersion = 1

  package var format = Manifest.format
  package var formatVersion = Manifest.supportedVersion
  /// The name given with `--release`, else the newest source date, or `oldest..newest`.
  package let release: String
  package let builds: [BuildSummary]
  package let files: [CompiledFile]
  package let sources: [SourceRecord]
  /// How curated genes came to their HGNC ids; nil where there was nothing to join with.
  package let dosageJoins: [JoinCount]?
  /// What the sources keyed by gene come to; nil where there are none.
  package let geneCurations: GeneCurationSummary?
}

/// What the sources keyed by gene come to, the same in both builds.
package struct GeneCurationSummary: Sendable, Codable, Equatable {
  /// Genes with a validity curation that is not withdrawn.
  package let validityGenes: Int
  package let validity: Int
  package let validityWithdrawn: Int
  package let actionabilityGenes: Int
  package let actionability: Int
  /// Genes with pLI or LOEUF, of either version.
  package let constraint: Int
  package let dosageScores: Int
  package let hiPredictions: Int
  package let geneGroups: Int
}

/// One compiled file of the folder.
package struct CompiledFile: Sendable, Codable, Equatable {
  package let name: String
  package let build: GenomeBuild
  package let bytes: Int
  package let sha256: String
  /// SHA-256 of header and directory, which hold the checksums of all sections; nil in a knowledge base of
  /// a program that knew none.
  package let headSHA256: String?
}

/// What one build holds; a pseudoautosomal gene with two places counts once.
package struct BuildSummary: Sendable, Codable, Equatable {
  package let build: GenomeBuild
  package let genes: Int
  package let genesUnplaced: Int
  /// Genes whose HI or TS score is withdrawn.
  package let genesWithdrawn: Int
  package let regions: Int
  package let regionsUnplaced: Int
  package let regionsWithdrawn: Int
  package let recurrent: Int
  /// nil in a knowledge base of a program that knew none.
  package let geneModels: GeneModelSummary?
  /// nil where there are no population records and no ClinVar CNVs.
  package let intervalRecords: IntervalRecordSummary?
  /// nil in a knowledge base without ClinVar and Evidence Repository.
  package var variants: VariantSummary?
}

/// The alleles of one build and what was joined to them.
package struct VariantSummary: Sendable, Codable, Equatable {
  /// Rows: one an allele and VariationID.
  package let alleles: Int
  /// Those of ClinVar.
  package let clinvarAlleles: Int
  /// Those of ClinVar without germline classification.
  package let clinvarWithoutClassification: Int
  /// Distinct texts of conditions, genes and the like, in bytes.
  package let textBytes: Int
  /// Alleles that hold an Evidence Repository entry.
  package let allelesWithAssertion: Int
  /// How the entries came to their alleles; ambiguous and unmatched ones are named.
  package let evidenceJoins: [JoinCount]
}

/// The gene models and cytobands of one build; a gene with places on X and Y counts twice.
package struct GeneModelSummary: Sendable, Codable, Equatable {
  package let genes: Int
  package let genesWithoutTranscript: Int
  package let proteinCodingGenes: Int
  /// Genes whose HGNC id is known.
  package let genesWithHGNC: Int
  package let transcripts: Int
  package let maneSelect: Int
  package let manePlusClinical: Int
  package let exons: Int
  package let cytobands: Int
}

/// One source as it was read.
package struct SourceRecord: Sendable, Codable, Equatable {
  package let kind: SourceKind
  /// The file's name without folder.
  package let file: String
  /// nil for our own tables, which hold both.
  package let build: GenomeBuild?
  /// ISO date, or nil where unknown.
  package let releaseDate: String?
  package let dateFrom: DateOrigin
  /// Where ClinGen publishes this file; nil for our own tables.
  package let url: String?
  package let licence: String
  package let sha256: String
  package let rowsRead: Int
  package let rowsUsed: Int
  package let rowsUnmatched: Int
  package let oddities: [OddityCount]
  /// The releases behind one of our own tables; empty for others.
  package let origins: [SourceOrigin]
  /// The file's own words on its release; nil where it has none.
  package let states: String?
  /// How the genes of a gene model came to their HGNC ids; nil for other sources.
  package let joins: [JoinCount]?
  /// true for what comes out of a previous knowledge base; nil for other sources.
  package let previous: Bool?
}

/// A release whose facts stand in one of our own tables; a row of `sources.tsv`.
package struct SourceOrigin: Sendable, Codable, Equatable, Hashable {
  /// The table's name, `dosage_genes`.
  package let table: String
  /// Which of the table's columns its facts stand in.
  package let columns: String
  package let kind: SourceKind
  package let file: String
  package let build: GenomeBuild?
  package let releaseDate: String?
  package let dateFrom: DateOrigin
  package let rowsRead: Int
  package let rowsUsed: Int
  package let sha256: String
  package let licence: String
  package let url: String?
  /// The file's own words on its release; nil where it has none.
  package let states: String?
}

extension Manifest {
  /// JSON with sorted keys and a final newline.
  func encoded() -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    // Encoding strings, integers and arrays of them cannot fail.
    let data = try? encoder.encode(self)
    return Array(data ?? Data()) + [0x0A]
  }

  /// - Throws: ``KnowledgeBaseError/badManifest(file:)``,
  ///   ``KnowledgeBaseError/unsupportedFormat(file:found:supported:)``.
  init(decoding bytes: [UInt8], file: String) throws(KnowledgeBaseError) {
    struct Head: Decodable {
      let format: String
      let formatVersion: Int
    }
    let decoder = JSONDecoder()
    let data = Data(bytes)
    guard let head = try? decoder.decode(Head.self, from: data), head.format == Self.format else {
      throw .badManifest(file: file)
    }
    guard head.formatVersion == Self.supportedVersion else {
      throw .unsupportedFormat(
        file: file, found: head.formatVersion, supported: Self.supportedVersion)
    }
    guard let manifest = try? decoder.decode(Manifest.self, from: data) else {
      throw .badManifest(file: file)
    }
    self = manifest
  }
}
