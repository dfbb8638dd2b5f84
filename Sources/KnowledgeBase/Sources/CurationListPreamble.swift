// SPDX-License-Identifier: MIT

internal import Genome

/// The `#` lines above the header of a gene or region list: release date and build.
///
/// ```
/// #15 Feb,2026
/// #Genomic Locations are reported on GRCh38 (hg38): GCF_000001405.36
/// ```
/// Found by content rather than by line number, since an editor may have put a line before them.
struct CurationListPreamble {
  private(set) var date: ReleaseDate?
  private(set) var build: GenomeBuild?

  init(_ lines: some Sequence<SourceLine>) {
    for line in lines where line.starts(with: "#") {
      let text = String(line.text.dropFirst())
      if date == nil { date = ReleaseDate(listed: trimmed(text)) }
      if build == nil, let on = text.firstRange(of: "reported on ") {
        let word = text[on.upperBound...].prefix { $0 != " " && $0 != ":" && $0 != "\t" }
        build = GenomeBuild(name: word)
      }
    }
  }
}
