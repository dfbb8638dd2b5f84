// SPDX-License-Identifier: MIT

import Genome

/// What a user should know of the contig names in the head of a table: names that the build lacks, and two
/// spellings in one file.
///
/// Such calls are read and kept; each that lies on no contig of the build is flagged in its own row.
enum ContigSpelling {
  /// - Parameter names: of the records of the head, each once.
  static func remarks(on names: [String], build: GenomeBuild, codes: ChromosomeCodes) -> [String] {
    var remarks: [String] = []
    let known = names.filter { isKnown($0, codes) }
    let accession = known.first { ContigName($0).build != nil }
    let prefixed = known.first { $0.lowercased().hasPrefix("chr") }
    let plain = known.first { !$0.lowercased().hasPrefix("chr") && ContigName($0).build == nil }
    if accession == nil, let prefixed, let plain {
      remarks.append(
        "some contigs are written with chr (\(shown(prefixed))) and some without (\(shown(plain))); "
          + "both are read")
    }
    let unknown = names.filter { !isKnown($0, codes) && !$0.isEmpty }
    if !unknown.isEmpty {
      let first = unknown.prefix(3).map(shown).joined(separator: ", ")
      let rest = unknown.count > 3 ? " and \(unknown.count - 3) more" : ""
      remarks.append(
        "\(build.name) has no contig \(first)\(rest); calls there are kept and not annotated")
    }
    return remarks
  }

  /// A name without what could write to a terminal.
  private static func shown(_ name: String) -> String {
    var text = ""
    for scalar in name.unicodeScalars {
      let isControl =
        scalar.properties.generalCategory == .control || scalar.properties.isBidiControl
      text.unicodeScalars.append(isControl ? "?" : scalar)
    }
    return text
  }

  private static func isKnown(_ name: String, _ codes: ChromosomeCodes) -> Bool {
    if ContigName(name).contig.isAssembled { return true }
    var plain = name.lowercased()
    for prefix in ["chromosome ", "chromosome", "chrom", "chr"] where plain.hasPrefix(prefix) {
      plain.removeFirst(prefix.count)
      break
    }
    if plain.hasSuffix(".0") { plain.removeLast(2) }
    if let number = Int(plain), let coded = codes.name(of: number) { plain = coded }
    // What nobody said the meaning of is refused in its own line.
    if let number = Int(plain), (23...26).contains(number) { return true }
    return ContigName(plain).contig.isAssembled
  }
}
