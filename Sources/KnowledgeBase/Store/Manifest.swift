// SPDX-License-Identifier: MIT

internal import Crypto
internal import FoundationEssentials
package import Genome

/// What a knowledge base is made of: `manifest.json`, written last and so the proof of a whole build.
///
/// It holds no clock and no host, so the same sources give the same bytes. It proves the stores, and itself
/// by `manifestSHA256`: a release date with another digit would change which knowledge base is too old.
package struct Manifest: Sendable, Codable, Equatable {
  package static let format = "clincall-knowledge-base"
  /// 2: the manifest proves itself; those of version 1 have no digest of their own and are read.
  package static let supportedVersion = 2
  /// What stands for the digest while it is taken.
  private static let unsealed = String(repeating: "0", count: 64)

  package var format = Manifest.format
  package var formatVersion = Manifest.supportedVersion
  /// SHA-256 of the file with 64 zeros in the place of this digest, where it stands in a file.
  private var manifestSHA256: String? = Manifest.unsealed
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
  /// Symbols of the genes with validity or actionability curations that neither a gene model nor a dosage list places
  /// here, so that no call reaches them by its place; nil where there is none.
  package var curatedWithoutPlace: [String]?
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
  package init(
    release: String, builds: [BuildSummary], files: [CompiledFile], sources: [SourceRecord],
    dosageJoins: [JoinCount]?, geneCurations: GeneCurationSummary?
  ) {
    self.release = release
    self.builds = builds
    self.files = files
    self.sources = sources
    self.dosageJoins = dosageJoins
    self.geneCurations = geneCurations
  }

  /// JSON with sorted keys, its digest and a final newline.
  func encoded() -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    // Encoding strings, integers and arrays of them cannot fail.
    var bytes = Array((try? encoder.encode(self)) ?? Data()) + [0x0A]
    if let place = Self.place(of: Self.unsealed, in: bytes) {
      bytes.replaceSubrange(place, with: hexadecimal(SHA256.hash(data: bytes)).utf8)
    }
    return bytes
  }

  /// - Throws: ``KnowledgeBaseError/badManifest(file:)``,
  ///   ``KnowledgeBaseError/unsupportedFormat(file:found:supported:)``,
  ///   ``KnowledgeBaseError/damagedManifest(file:)``.
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
    guard (1...Self.supportedVersion).contains(head.formatVersion) else {
      throw .unsupportedFormat(
        file: file, found: head.formatVersion, supported: Self.supportedVersion)
    }
    guard var manifest = try? decoder.decode(Manifest.self, from: data) else {
      throw .badManifest(file: file)
    }
    if manifest.manifestSHA256 != nil || manifest.formatVersion > 1 {
      guard Self.isSealed(bytes, by: manifest.manifestSHA256 ?? "") else {
        throw .damagedManifest(file: file)
      }
    }
    manifest.manifestSHA256 = Self.unsealed
    self = manifest
  }

  private static func isSealed(_ bytes: [UInt8], by digest: String) -> Bool {
    guard let place = place(of: digest, in: bytes) else { return false }
    var unsealed = bytes
    unsealed.replaceSubrange(place, with: Self.unsealed.utf8)
    return hexadecimal(SHA256.hash(data: unsealed)) == digest
  }

  /// Where the manifest's own digest stands in its bytes; nil for a digest of another length.
  private static func place(of digest: String, in bytes: [UInt8]) -> Range<Int>? {
    let key = Array("\"manifestSHA256\" : \"".utf8)
    guard digest.utf8.count == unsealed.utf8.count, let found = bytes.firstRange(of: key) else {
      return nil
    }
    let place = found.upperBound..<found.upperBound + unsealed.utf8.count
    guard place.upperBound < bytes.count, bytes[place].elementsEqual(digest.utf8) else {
      return nil
    }
    return place
  }
}
