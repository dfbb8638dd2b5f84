// SPDX-License-Identifier: MIT

import CallFiles
package import Calls
import Files
import Genome
import HTS

extension RegionSet {
  /// From `chr1,chr2:100-200`, 1-based inclusive.
  ///
  /// - Parameter option: what the list was given with, for the message.
  package init(list: String, option: String) throws(RegionFault) {
    var regions: [Region] = []
    for text in list.split(separator: ",", omittingEmptySubsequences: false) {
      guard let region = Region(String(text)) else {
        throw .badRegion(option: option, text: String(text))
      }
      regions.append(region)
    }
    self.init(regions)
  }

  /// From a file of regions, plain or compressed.
  ///
  /// By its suffix it is BED (`.bed`, `.bed.gz`: 0-based half-open), VCF (a record's POS), or else a table
  /// without header: CONTIG, POS or CONTIG, FIRST, LAST, 1-based inclusive. Lines that begin with `#` are
  /// comments.
  ///
  /// - Throws: `FileError`, ``RegionFault``.
  package init(file path: String) throws {
    let text = String(decoding: try Self.bytes(of: path), as: UTF8.self)
    let name = path.lowercased()
    func isSuffix(_ suffix: String) -> Bool {
      [suffix, suffix + ".gz", suffix + ".bgz"].contains { name.hasSuffix($0) }
    }
    let isBED = isSuffix(".bed")
    let isVCF = isSuffix(".vcf")
    var regions: [Region] = []
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated()
    {
      let isTrack = isBED && ["track ", "browser "].contains { line.hasPrefix($0) }
      if line.allSatisfy(\.isWhitespace) || line.hasPrefix("#") || isTrack { continue }
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard let region = Self.region(cells, isBED: isBED, isVCF: isVCF) else {
        throw RegionFault.badLine(
          path: path, line: index + 1, text: Array(line.utf8.prefix(80)), isBED: isBED)
      }
      regions.append(region)
    }
    guard !regions.isEmpty else { throw RegionFault.empty(path: path) }
    self.init(regions)
  }

  private static func region(_ cells: [Substring], isBED: Bool, isVCF: Bool) -> Region? {
    func number(_ cell: Int) -> Int32? {
      guard cells.indices.contains(cell), !cells[cell].isEmpty,
        cells[cell].utf8.allSatisfy({ $0 &- 0x30 <= 9 })
      else { return nil }
      return Int32(cells[cell])
    }
    guard let name = cells.first, !name.isEmpty, let first = number(1) else { return nil }
    let interval: Interval
    if isBED {
      guard let end = number(2), first < end else { return nil }
      interval = Interval(start: first, end: end)
    } else {
      // The third cell of a table of positions may be anything.
      let last = isVCF ? first : number(2) ?? first
      guard first >= 1, last >= first else { return nil }
      interval = Interval(start: first - 1, end: last)
    }
    return Region(contigName: String(name), interval: interval)
  }

  private static func bytes(of path: String) throws -> [UInt8] {
    let file = try InputFile(path: path)
    var bytes: [UInt8] = []
    do throws(HTSError) {
      var chunks = try ChunkReader(file)
      while let chunk = try chunks.next() {
        try chunk.decode(appendingTo: &bytes)
        guard bytes.count <= largestFile else { throw HTSError.outOfMemory }
      }
    } catch .empty {
      throw RegionFault.empty(path: path)
    } catch {
      throw InputFailure(path: path, fault: .opening(.container(error)))
    }
    return bytes
  }

  /// Target lists of exomes have some 10 MB.
  private static var largestFile: Int { 1 << 30 }
}

/// Regions that cannot be read.
package enum RegionFault: Error, Sendable, Equatable {
  case badRegion(option: String, text: String)
  case badLine(path: String, line: Int, text: [UInt8], isBED: Bool)
  case empty(path: String)
}
