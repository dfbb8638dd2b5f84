// SPDX-License-Identifier: MIT

import ClinCall
import Foundation
import Genome
import KnowledgeBase
import KnowledgeBaseUpdate
import TestSupport

/// Small sources of invented genes, and updates of a folder from a server that has them.
struct Shelf {
  static let list = "genes.GRCh38.tsv"
  static let bands = "bands.hg38.txt"

  static let table = """
    # what the tests fetch
    dosage-genes GRCh38 yes 2 \(list) https://files.example.org/lists/\(list)
    cytobands    GRCh38 yes 2 \(bands) https://files.example.org/tracks/\(bands)
    """

  /// A gene curation list with as many invented genes.
  static func genes(_ count: Int, score: Int = 3, date: String = "15 Feb,2026") -> [UInt8] {
    let columns =
      "#Gene Symbol\tGene ID\tcytoBand\tGenomic Location\tHaploinsufficiency Score\t"
      + "Haploinsufficiency Description\tHaploinsufficiency PMID1\tTriplosensitivity Score\t"
      + "Triplosensitivity Description\tTriplosensitivity PMID1\tDate Last Evaluated\t"
      + "Haploinsufficiency Disease ID\tTriplosensitivity Disease ID"
    var lines = [
      "#ClinGen Gene Curation Results", "#\(date)",
      "#Genomic Locations are reported on GRCh38 (hg38): GCF_000001405.36", "#https://example.org",
      columns,
    ]
    for number in 1...count {
      lines.append(
        "GENE\(number)\t\(number)\t1p36\tchr1:\(number * 1000 + 1)-\(number * 1000 + 500)\t\(score)\ttext\t\t0"
          + "\ttext\t\t2020-01-02\t\t")
    }
    return Array(lines.map { $0 + "\n" }.joined().utf8)
  }

  static let bandRows = Array(
    "chr1\t0\t2300000\tp36.33\tgneg\nchr1\t2300000\t5300000\tp36.32\tgpos25\n".utf8)

  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  var path: String { folder.file("kb") }

  /// A server that has both files; `list` says what it answers for the list instead.
  static func server(
    genes: [UInt8] = genes(20), etag: String = "\"v1\"",
    list special: (@Sendable (ScriptedServer.Request, Int) -> [ScriptedServer.Step]?)? = nil
  ) throws -> ScriptedServer {
    try ScriptedServer { request, before in
      switch request.path {
      case "/\(list)":
        special?(request, before) ?? .file(genes, etag: etag, for: request)
      case "/\(bands)": .file(bandRows, etag: "\"bands\"", for: request)
      default: .answer("404 Not Found", [], Array("no".utf8))
      }
    }
  }

  func run(
    _ mirror: String, accepted: Set<String> = [], isDry: Bool = false, table: String = table
  ) async throws -> UpdateRun.Report {
    var run = try UpdateRun(
      folder: path, sources: UpdateSource.table(table, file: "table"), mirror: Mirror(mirror),
      accepted: accepted, isDry: isDry)
    run.patience.connectSeconds = 5
    run.patience.stallSeconds = 1
    return try await run.run()
  }

  /// The sentence of the error that an update ends with.
  func failure(
    _ mirror: String, accepted: Set<String> = [], table: String = table
  ) async throws -> (sentence: String, status: ClinCall.ExitStatus)? {
    do {
      _ = try await run(mirror, accepted: accepted, table: table)
      return nil
    } catch let error as UpdateError {
      return (error.sentence, error.exitStatus)
    }
  }

  /// The number of genes of the knowledge base in use; nil without one.
  var genesInUse: Int? {
    guard let opened = try? KnowledgeBase.open(folder: path), (try? opened.verify()) != nil else {
      return nil
    }
    // Those that an earlier release had are withdrawn, not in use.
    return opened.manifest.builds.first { $0.build == .grch38 }.map { $0.genes - $0.genesWithdrawn }
  }

  var releases: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: "\(path)/releases")) ?? []).sorted()
  }

  var downloads: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: "\(path)/downloads")) ?? []).sorted()
  }
}
