// SPDX-License-Identifier: MIT

import CallFiles
import Calls
import Genome
import Records

extension ReadingOptions {
  /// The header lines that say which records were asked for by place.
  var placeLines: [(key: String, value: String)] {
    var lines: [(key: String, value: String)] = []
    if let regions = selection?.regions {
      lines.append(("regions", "\(regions.summary); calls that overlap one, others are filtered"))
    }
    if let targets = selection?.targets {
      let rule =
        selection?.excludesTargets == true
        ? "calls that overlap one are filtered" : "calls that overlap one, others are filtered"
      lines.append(("targets", "\(targets.summary); \(rule)"))
    }
    if let shard {
      lines.append(
        (
          "shard",
          "\(shard.text); records whose start lies in that part of the chromosomes, contigs of no chromosome "
            + "in the last, others are filtered"
        ))
    }
    return lines
  }
}

extension RegionSet {
  /// The regions as they are written on the command line; of long lists the first.
  var summary: String {
    let shown = regions.prefix(20).map(\.text).joined(separator: ",")
    return regions.count > 20 ? "\(shown) and \(grouped(regions.count - 20)) more" : shown
  }
}

extension Region {
  /// 1-based inclusive.
  var text: String {
    let name = contigName.contains(":") ? "{\(contigName)}" : contigName
    if interval.end == .max { return interval.start == 0 ? name : "\(name):\(interval.start + 1)-" }
    return "\(name):\(interval.start + 1)-\(interval.end)"
  }
}

extension OpenedInput {
  /// Contigs of the regions that the header does not declare; none where it declares no contigs at all.
  var unknownContigs: [String] {
    guard let contigs = header?.contigs, !contigs.isEmpty, let selection else { return [] }
    let names = Set(contigs.map(\.name))
    let chromosomes = Set(contigs.map { ContigName($0.name).contig }.filter(\.isAssembled))
    var unknown: [String] = []
    for region in (selection.regions?.regions ?? []) + (selection.targets?.regions ?? []) {
      let name = region.contigName
      if !names.contains(name), !chromosomes.contains(ContigName(name).contig),
        !unknown.contains(name)
      {
        unknown.append(name)
      }
    }
    return unknown
  }
}
