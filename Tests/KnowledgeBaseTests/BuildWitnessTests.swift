// SPDX-License-Identifier: MIT

import Genome
import TestSupport
import Testing

@testable import KnowledgeBase

/// Sources said to be of the wrong build, judged by where the embedded snapshot has their genes.
@Suite("Places that contradict the stated build")
struct BuildWitnessTests {
  /// The real places of the curated genes of one build, as a BED that does not name its build.
  private func bed(_ build: GenomeBuild, _ count: Int) throws -> String {
    let store = try KnowledgeBase.embedded().dosage(for: build)
    // Not those at the end of a chromosome that is shorter in one build: they are refused already.
    let genes = store.features.filter {
      $0.kind == .gene && $0.contig.isAssembled && $0.interval.end < 50_000_000
    }
    let rows = genes.prefix(count).map {
      "\($0.contig.ucscName)\t\($0.interval.start)\t\($0.interval.end)\t\(store.string($0.id))\t3\n"
    }
    return "track name='ClinGen Gene Curation Haploinsufficiency Scores'\n" + rows.joined()
  }

  private func compile(_ text: String, _ build: GenomeBuild) throws -> Compilation {
    let folder = try TemporaryFolder()
    return try Compilation([
      .dosageGenes: [SourceArgument(path: try folder.write(text, to: "hi.bed"), build: build)]
    ])
  }

  @Test(
    "A BED that does not name its build is refused under the other one",
    arguments: GenomeBuild.allCases)
  func refused(build: GenomeBuild) throws {
    let other: GenomeBuild = build == .grch37 ? .grch38 : .grch37
    let text = try bed(build, 400)
    #expect(try compile(text, build).manifest.sources.first?.rowsUsed == 400)
    let error = #expect(throws: KnowledgeBaseError.self) { try compile(text, other) }
    guard case .placesOfOtherBuild(_, other, build, let places, let compared) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(places > 100 && places <= compared && compared <= 400)
  }

  @Test("Gene models of the other build are refused", arguments: GenomeBuild.allCases)
  func models(build: GenomeBuild) throws {
    let rows = try bed(build, 400).split(separator: "\n").dropFirst().map { line in
      let cells = line.split(separator: "\t")
      let start = (Int(cells[1]) ?? 0) + 1
      return "\(cells[0])\tRefSeq\tgene\t\(start)\t\(cells[2])\t.\t+\t.\t"
        + "ID=\(cells[3]);gene=\(cells[3])\n"
    }
    let folder = try TemporaryFolder()
    let path = try folder.write("##gff-version 3\n" + rows.joined(), to: "models.gff3")
    func compile(_ build: GenomeBuild) throws {
      _ = try Compilation([.genes: [SourceArgument(path: path, build: build)]])
    }
    try compile(build)
    let error = #expect(throws: KnowledgeBaseError.self) {
      try compile(build == .grch37 ? .grch38 : .grch37)
    }
    guard case .placesOfOtherBuild = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test func `Too few genes to tell, or genes that nobody knows, contradict nothing`() throws {
    #expect(try compile(try bed(.grch37, 5), .grch38).manifest.sources.first?.rowsUsed == 5)
    let unknown = (1...50).map { "chr1\t\($0)000\t\($0)900\tAAA\($0)\t3\n" }.joined()
    let text = "track name='ClinGen Gene Curation Haploinsufficiency Scores'\n" + unknown
    #expect(try compile(text, .grch38).manifest.sources.first?.rowsUsed == 50)
  }
}
