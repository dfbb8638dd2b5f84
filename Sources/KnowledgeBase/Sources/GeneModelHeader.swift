// SPDX-License-Identifier: MIT

internal import Genome

/// What the comment lines of a gene file say about the file: build, date, what it holds, whose it is.
///
/// ```
/// #!genome-build GRCh38.p14            RefSeq, Ensembl
/// ##sequence-region NC_000001.11 1 248956422
/// ##description: evidence-based annotation of the human genome (GRCh38), version 44 ...  GENCODE
/// ```
struct GeneModelHeader {
  private(set) var build: GenomeBuild?
  private(set) var date: ReleaseDate?
  /// The file's own words on its release, `;` between them; empty where it has none.
  private(set) var states = ""

  mutating func read(_ line: String) {
    let body = line.drop { $0 == "#" || $0 == "!" || $0 == " " }
    let words = body.split(whereSeparator: { $0 == " " || $0 == "\t" || $0 == ":" })
    guard let key = words.first else { return }
    let rest = trimmed(String(body.dropFirst(key.count).drop { $0 == ":" }))
    switch key {
    case "genome-build", "genome-version":
      build = build ?? words.dropFirst().lazy.compactMap { GenomeBuild(name: $0) }.first
    case "sequence-region":
      if build == nil, words.count >= 4 { build = Self.build(words[1], length: words[3]) }
    case "annotation-date", "date", "genebuild-last-updated":
      date = date ?? words.dropFirst().lazy.compactMap { ReleaseDate(iso: $0) }.first
    case "source", "annotation-source", "description", "provider":
      states += (states.isEmpty ? "" : "; ") + rest.replacing("\t", with: " ")
      if build == nil { build = GenomeBuild(statedIn: rest) }
    default: break
    }
  }

  /// By the accession's version, else by a length that one build alone has.
  private static func build(_ contig: Substring, length: Substring) -> GenomeBuild? {
    let name = ContigName(String(contig))
    if let build = name.build { return build }
    guard let length = Int32(length) else { return nil }
    let fitting = GenomeBuild.allCases.filter {
      Assembly.of($0).length(of: name.contig) == length
    }
    return fitting.count == 1 ? fitting[0] : nil
  }
}

extension GenomeBuild {
  /// The one build that a text or a file name mentions, as `(GRCh38)` or `refGene.hg19.txt`.
  init?(statedIn text: String) {
    let lowered = text.lowercased()
    let words: [(String, GenomeBuild)] = [
      ("grch37", .grch37), ("hg19", .grch37), ("grch38", .grch38), ("hg38", .grch38),
    ]
    // "GRCh38 lifted to GRCh37" mentions two and so states none.
    let found = Set(words.filter { lowered.contains($0.0) }.map(\.1))
    guard found.count == 1, let build = found.first else { return nil }
    self = build
  }
}
