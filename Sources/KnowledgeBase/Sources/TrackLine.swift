// SPDX-License-Identifier: MIT

internal import Genome

/// A BED file's `track` line: `key=value` pairs, values bare or in single or double quotes.
struct TrackLine {
  private var values: [String: String] = [:]

  /// nil for a line that is no track line.
  init?(_ line: SourceLine) {
    // The GRCh37 recurrent file puts its column names on this line, after a TAB.
    var rest = line.text.prefix { $0 != "\t" }[...]
    guard rest.hasPrefix("track") else { return nil }
    rest = rest.dropFirst("track".count)
    while let sign = rest.firstIndex(of: "=") {
      let key = trimmed(String(rest[..<sign])).lowercased()
      rest = rest[rest.index(after: sign)...]
      let quote = rest.first.flatMap { $0 == "\"" || $0 == "'" ? $0 : nil }
      if quote != nil { rest = rest.dropFirst() }
      let end = rest.firstIndex { $0 == (quote ?? " ") } ?? rest.endIndex
      values[key] = String(rest[..<end])
      rest = rest[end...].dropFirst()
    }
  }

  var name: String { values["name"] ?? "" }

  /// From `db=`, else from a build that stands in the name (`...-hg38`).
  var build: GenomeBuild? {
    if let build = values["db"].flatMap({ GenomeBuild(name: $0) }) { return build }
    let lowered = name.lowercased()
    let words = ["hg19": GenomeBuild.grch37, "hg37": .grch37, "hg38": .grch38]
    let found = words.filter { word, build in
      lowered.contains(word) || lowered.contains(build.name.lowercased())
    }
    return Set(found.values).count == 1 ? found.first?.value : nil
  }
}
