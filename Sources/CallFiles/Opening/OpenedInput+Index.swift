// SPDX-License-Identifier: MIT

import Calls
import Genome
import HTS
import Records

extension OpenedInput {
  /// How far calls reach beyond what an index knows of their records.
  private enum Reach {
    /// Not at all.
    case indexed
    /// Any number of bases to the right.
    case rightward
  }

  /// Has only those blocks read that the index beside the input names for the regions asked for; does
  /// nothing where no regions are.
  ///
  /// An index is a claim about a file, and a wrong one hides calls without a word. So before anything is
  /// left out the claim is compared with the file: the stretches of the contigs must join without a gap
  /// from the header to the end of the file, and a record of the contig must begin each. The order of
  /// records and the first record of every stretch are looked at as they are read.
  ///
  /// An index knows POS, REF and END. Calls whose length comes from SVLEN or DUPSVLEN, or that a breakend
  /// makes, reach farther to the right; where the header lets one expect such, every contig is read from
  /// its start to the end of its last region.
  ///
  /// - Parameter path: the input's; `-` has no index.
  package mutating func readByIndex(path: String) throws(OpeningFault) {
    guard let regions = selection?.regions else { return }
    guard path != "-", chunks.isRegularFile else {
      regionReading = .whole(.pipe)
      return
    }
    guard detection.format == .vcf || detection.format == .bed else {
      regionReading = .whole(.format(detection.format))
      return
    }
    guard chunks.container == .bgzf else {
      regionReading = .whole(.notBGZF)
      return
    }
    let candidates = (dictionary == nil ? ["csi", "tbi"] : ["csi"]).map { "\(path).\($0)" }
    guard let file = try Self.indexFile(candidates) else {
      regionReading = .whole(.noIndex(candidates))
      return
    }
    let index = file.index
    guard let reach = reach(of: index) else {
      regionReading = .whole(.otherColumns(path: file.path))
      return
    }
    let names = dictionary?.contigs.map { $0 ?? [] } ?? index.names
    guard index.count <= names.count else {
      throw .index(.moreContigs(known: index.count, declared: names.count))
    }
    var check = IndexCheck(
      chunks, isBinary: dictionary != nil, bodyOffset: bodyOffset, reader: reader)
    let end = try check.compare(index, names)
    let stretches = Self.stretches(index, names, regions, reach: reach, end: end)
    chunks.restrict(to: stretches)
    selection?.regionsAreIndexed = true
    regionReading = .byIndex(path: file.path, isOlder: file.isOlder(than: chunks))
  }

  private static func indexFile(_ candidates: [String]) throws(OpeningFault) -> IndexFile? {
    for path in candidates {
      do throws(IndexFile.Fault) {
        if let file = try IndexFile(path: path) { return file }
      } catch {
        switch error {
        case .container(let error): throw .index(.container(path: path, error))
        case .damaged: throw .index(.damaged(path: path))
        }
      }
    }
    return nil
  }

  /// nil for an index of other columns.
  private func reach(of index: RegionIndex) -> Reach? {
    if let columns = index.columns {
      guard dictionary == nil, columns.contig == 1, columns.start == 2 else { return nil }
      if detection.format == .bed { return columns.end == 3 ? .indexed : .rightward }
      if columns.preset != RegionIndex.Columns.vcf { return .rightward }
    } else if dictionary == nil {
      return nil
    }
    guard let header, let reader = reader as? VCFReader else { return .indexed }
    // A header that declares nothing, or structural variants without their ends, does not say what records
    // hold.
    let mayLackEnds = header.infoIDs.contains("SVTYPE") && !header.infoIDs.contains("END")
    let isIndexed =
      !header.version.prefersLength && !header.infoIDs.isEmpty && !mayLackEnds
      && header.infoIDs.isDisjoint(with: ["SVLEN", "DUPSVLEN"]) && !reader.trustsBreakends
      && (dictionary == nil || header.declaresIntegerEnd)
    return isIndexed ? .indexed : .rightward
  }

  private static func stretches(
    _ index: RegionIndex, _ names: [[UInt8]], _ regions: RegionSet, reach: Reach,
    end: VirtualOffset?
  ) -> [IndexedStretch] {
    var found: [RegionIndex.Stretch] = []
    var contigs: [VirtualOffset: [UInt8]] = [:]
    for (contig, intervals) in regions.intervals(on: names.prefix(index.count)).enumerated() {
      guard let extent = index.extent(of: contig), let last = intervals.last else { continue }
      var own: [RegionIndex.Stretch] = []
      switch reach {
      case .indexed:
        // An insertion point touches the bases on both sides of it.
        for interval in intervals {
          own += index.stretches(
            of: contig, in: max(0, Int(interval.start) - 1)..<Int(interval.end) + 1)
        }
      case .rightward:
        let all = index.stretches(of: contig, in: 0..<Int(last.end) + 1)
        if let end = all.map(\.end).max() { own = [.init(start: extent.start, end: end)] }
      }
      for stretch in own { contigs[stretch.start] = names[contig] }
      found += own
    }
    return found.joined.map { stretch in
      IndexedStretch(
        range: stretch, contig: contigs[stretch.start] ?? [], isLast: stretch.end == end)
    }
  }
}

extension VCFHeader {
  /// Whether END, if it is declared, is one whole number, so that BCF writers count it in the length of a
  /// record.
  fileprivate var declaresIntegerEnd: Bool {
    guard infoIDs.contains("END") else { return true }
    return text.split(separator: 0x0A).contains { line in
      guard line.starts(with: "##INFO=<".utf8) else { return false }
      let meta = VCFMetaLine(String(decoding: line.dropFirst(2), as: UTF8.self))
      return meta["ID"]?.value == "END" && meta["Type"]?.value == "Integer"
        && meta["Number"]?.value == "1"
    }
  }
}
