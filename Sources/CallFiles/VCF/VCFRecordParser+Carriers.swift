// SPDX-License-Identifier: MIT

import Calls
import Genome
import HTS
import Records

extension VCFRecordParser {
  /// Appends the record's calls: one for each ALT and state that a sample carries it in.
  ///
  /// - Returns: whether the record states the expected copy number or the reference; only of interest
  ///   when it has no call.
  mutating func appendCalls(_ bytes: Span<UInt8>, _ cells: Cells, line: Int) throws(MalformedRecord)
    -> Bool
  {
    groups.removeAll(keepingCapacity: true)
    assigned.removeAll(keepingCapacity: true)
    var isNeutral = false
    if sampleCount == 0 {
      isNeutral = groupByAlleles(bytes, cells)
    } else {
      isNeutral = try groupSamples(bytes, cells, line: line)
    }
    // ALTs in the record's order, states in the order in which samples show them.
    if groups.count == 1 {
      append(groups[0], number: 0, bytes, cells, line: line)
    } else {
      for allele in alleles.indices {
        for (number, group) in groups.enumerated() where group.allele == allele {
          append(group, number: number, bytes, cells, line: line)
        }
      }
    }
    return isNeutral || alleles.allSatisfy { $0.kind == .reference || $0.kind == .placeholder }
  }

  private mutating func append(
    _ group: CarrierGroup, number: Int, _ bytes: Span<UInt8>, _ cells: Cells, line: Int
  ) {
    var call = call(alleles[group.allele], bytes, cells, line: line)
    call.type = group.type
    call.flags.formUnion(group.flags)
    call.allele = UInt16(truncatingIfNeeded: group.allele + 1)
    call.copyNumber = group.copyNumber
    call.expectedCopyNumber = group.expected
    let first = UInt32(carriers.count)
    for member in assigned where member.group == number { carriers.append(member.sample) }
    let all = first..<UInt32(carriers.count)
    if splitsSamples, all.count > 1 {
      for place in all {
        call.carriers = place..<place + 1
        state(&call, bytes, cells, of: alleles[group.allele])
        calls.append(call)
      }
    } else {
      call.carriers = all
      state(&call, bytes, cells, of: alleles[group.allele])
      calls.append(call)
    }
  }

  /// Appends what the record states beside the call's place; FORMAT values of its only carrier.
  private mutating func state(
    _ call: inout Call, _ bytes: Span<UInt8>, _ cells: Cells, of allele: VCFAllele
  ) {
    let sample = call.carriers.count == 1 ? carriers[Int(call.carriers.lowerBound)] : nil
    if allele.isStructural, isSubclonal(bytes, cells) { call.flags.insert(.mosaic) }
    let stated = self.details(bytes, cells, of: allele, sample: sample)
    guard !stated.isEmpty else { return }
    details.append(stated)
    call.details = UInt32(details.count)
  }

  /// A call of an allele with the record's own cells.
  func call(_ allele: VCFAllele, _ bytes: Span<UInt8>, _ cells: Cells, line: Int) -> Call {
    var call = Call(
      contig: contigs.contig, contigName: ByteRange(cells.contig), interval: allele.interval,
      type: allele.type, line: UInt32(line), lineText: ByteRange(cells.line))
    call.flags = allele.flags
    call.ref = ByteRange(cells.ref)
    call.alt = ByteRange(allele.text)
    if !(cells.id.count == 1 && bytes[cells.id.lowerBound] == 0x2E) {
      call.inputID = ByteRange(cells.id)
    }
    let filter = cells.filter
    if !filter.isEmpty, !(filter.count == 1 && bytes[filter.lowerBound] == 0x2E) {
      call.filter = ByteRange(filter)
      if !bytes.matches(pass, in: filter) { call.flags.insert(.filterFail) }
    }
    call.info = ByteRange(cells.info)
    return call
  }

  /// One call per ALT, for files without samples and records without genotypes.
  ///
  /// - Returns: whether an ALT states the expected copy number.
  private mutating func groupByAlleles(
    _ bytes: Span<UInt8>, _ cells: Cells, flags: CallFlags = CallFlags()
  ) -> Bool {
    if let stated {
      if stated == .neutral { return true }
      groups.append(CarrierGroup(allele: 0, type: stated, flags: flags))
      return false
    }
    var isNeutral = false
    for (number, allele) in alleles.enumerated() where allele.isCallable {
      var group = CarrierGroup(allele: number, type: allele.type, flags: flags)
      group.expected = allele.type.statesCopies ? expectedCopies(in: nil) : .unknown
      switch allele.kind {
      case .haplotypeCopies where allele.copies == 1:
        isNeutral = true
        continue
      case .copyNumberVariable:
        guard let text = InfoCell(bytes, in: cells.info).copyNumber else { break }
        let own = bytes.element(number, ofListIn: text) ?? text
        group.copyNumber = CopyNumber(bytes.extracting(own))
        // From 4.4 on INFO/CN is the allele's own copies, before the segment's total.
        group.expected = header.version.prefersLength ? CopyNumber(1) : expectedCopies(in: nil)
        group.type = group.copyNumber.direction(from: group.expected) ?? .cnv
      default: break
      }
      if statesCopiesOfUnnamed, !group.copyNumber.isKnown, group.type.statesCopies,
        let text = bytes.infoValue(copiesKey, in: cells.info)
      {
        group.copyNumber = CopyNumber(bytes.extracting(text))
      }
      if group.type == .neutral { isNeutral = true } else { groups.append(group) }
    }
    return isNeutral
  }

  /// What is expected at the record's place, in a sample or where there are none.
  private func expectedCopies(in sample: UInt32?) -> CopyNumber {
    guard !contigs.contig.isAutosome else { return CopyNumber(2) }
    guard let first = alleles.first else { return .unknown }
    let name = sample.map { header.samples[Int($0)] }
    return expected.copies(of: first.interval, on: contigs.contig, in: name)
  }

  private mutating func groupSamples(_ bytes: Span<UInt8>, _ cells: Cells, line: Int)
    throws(MalformedRecord) -> Bool
  {
    let format = cells.format
    let startsWithGenotype =
      format.count >= 2 && bytes[format.lowerBound] == 0x47 && bytes[format.lowerBound + 1] == 0x54
      && (format.count == 2 || bytes[format.lowerBound + 2] == 0x3A)
    let genotypeField = startsWithGenotype ? 0 : bytes.index(ofKey: genotypeKey, in: format)
    let isStructural = alleles.contains { $0.isStructural }
    let copyNumberField = isStructural ? bytes.index(ofKey: copyNumberKey, in: format) : nil
    if genotypeField == nil, copyNumberField == nil {
      let isNeutral = groupByAlleles(bytes, cells, flags: .noGenotype)
      for number in groups.indices {
        for sample in 0..<sampleCount where chosen?[sample] ?? true {
          assigned.append((number, UInt32(sample)))
        }
      }
      return isNeutral
    }
    var isNeutral = false
    var start = cells.samples.lowerBound
    for sample in 0..<sampleCount {
      var stop = cells.samples.upperBound
      if sample + 1 < sampleCount {
        stop = bytes.firstIndex(of: 0x09, in: start..<stop) ?? stop
      }
      defer { start = stop + 1 }
      guard chosen?[sample] ?? true else { continue }
      genotype.clear(alleles: alleles.count + 1)
      if let genotypeField {
        // Trailing fields may be dropped, the first one may not.
        let cell = genotypeField == 0 ? start..<stop : bytes.field(genotypeField, in: start..<stop)
        // DRAGEN writes 1/2 beside the one ALT <LOH>; what is carried there stands in the ID.
        if let cell, !genotype.read(bytes, from: cell.lowerBound, to: stop),
          stated == nil || stated == .gain || stated == .loss
        {
          throw MalformedRecord(
            line: line, column: cells.column(of: cell.lowerBound),
            fault: .badGenotype(alleles: alleles.count),
            text: bytes.bytes(in: cell.lowerBound..<min(stop, cell.lowerBound + 40)))
        }
      }
      var copyNumber = CopyNumber.unknown
      if let copyNumberField, let cell = bytes.field(copyNumberField, in: start..<stop) {
        copyNumber = CopyNumber(bytes.extracting(cell))
      }
      if group(sample: UInt32(sample), copyNumber: copyNumber) { isNeutral = true }
    }
    return isNeutral
  }

  private mutating func assign(_ sample: UInt32, _ group: CarrierGroup) {
    // Records have a handful of states; a search of the list beats a dictionary.
    let number = groups.firstIndex(of: group) ?? groups.count
    if number == groups.count { groups.append(group) }
    assigned.append((number, sample))
  }

  /// Assigns one sample by its genotype, else by its copy number.
  ///
  /// - Returns: whether the sample states the expected copy number.
  private mutating func group(sample: UInt32, copyNumber: CopyNumber) -> Bool {
    // A haploid genotype on X or Y is the caller's own statement of one expected copy; gCNV's is the
    // number of an ALT and says nothing about ploidy.
    let isHaploid =
      contigs.contig.isSexChromosome && genotype.ploidy == 1 && !putsPositionOnFirstBase
    let expected = isHaploid ? CopyNumber(1) : expectedCopies(in: sample)
    if let stated {
      return groupAsStated(sample: sample, stated, copyNumber, expected)
    }
    if !genotype.isInformative || (genotype.isReference && alleles.allSatisfy(\.statesRegion)) {
      return groupByCopyNumber(sample: sample, copyNumber, expected)
    }
    if genotype.isReference { return copyNumber.isKnown && isListOfDirections }
    if alleles.indices.contains(where: { carries($0) && alleles[$0].kind == .haplotypeCopies }) {
      return groupByHaplotypes(sample: sample, copyNumber)
    }
    var isNeutral = false
    for number in alleles.indices where carries(number) && alleles[number].isCallable {
      let allele = alleles[number]
      var group = CarrierGroup(allele: number, type: allele.type)
      if allele.type.statesCopies { group.expected = expected }
      if allele.isStructural {
        group.copyNumber = copyNumber
        let stated = copyNumber.direction(from: expected)
        if genotypeStatesAbsence, !copyNumber.isKnown, allele.type == .loss,
          genotype.haplotypes[number + 1] == genotype.ploidy
        {
          group.copyNumber = CopyNumber(0)
        }
        if allele.kind == .copyNumberVariable {
          group.type = stated ?? .cnv
        } else if let stated, allele.type == .loss || allele.type == .gain, stated != allele.type {
          group.flags.insert(.copyNumberDisagrees)
        }
      }
      if group.type == .neutral { isNeutral = true } else { assign(sample, group) }
    }
    return isNeutral
  }

  /// Assigns a sample the type that the caller states beside ALT; one call for all ALTs of the record.
  private mutating func groupAsStated(
    sample: UInt32, _ stated: CallType, _ copyNumber: CopyNumber, _ expected: CopyNumber
  ) -> Bool {
    if stated == .neutral { return true }
    guard !genotype.isReference else { return false }
    let number = alleles.indices.first { carries($0) } ?? 0
    // Canvas says LOH whatever the copy number.
    let direction = copyNumber.direction(from: expected)
    var group = CarrierGroup(
      allele: number, type: stated == .loh && direction == .gain ? .gainLOH : stated,
      copyNumber: copyNumber, expected: expected)
    if let direction, stated == .gain || stated == .loss, direction != stated {
      group.flags.insert(.copyNumberDisagrees)
    }
    assign(sample, group)
    return false
  }

  private func carries(_ number: Int) -> Bool { genotype.haplotypes[number + 1] > 0 }

  /// gCNV lists `<DEL>,<DUP>` in every row, carried or not: there a reference genotype with a copy
  /// number states a neutral segment.
  private var isListOfDirections: Bool {
    alleles.contains { $0.type == .loss } && alleles.contains { $0.type == .gain }
  }

  /// Without a genotype the copy number alone says what the sample has.
  private mutating func groupByCopyNumber(
    sample: UInt32, _ copyNumber: CopyNumber, _ expected: CopyNumber
  ) -> Bool {
    guard copyNumber.isKnown, alleles.contains(where: \.isStructural) else { return false }
    let stated = copyNumber.direction(from: expected)
    let candidates = alleles.indices.filter {
      alleles[$0].isStructural && alleles[$0].type.statesCopies
    }
    guard let first = candidates.first else { return stated == .neutral }
    let only = candidates.count == 1 ? alleles[first].type : .cnv
    let isLOH = only == .loh || only == .gainLOH
    if stated == .neutral, !isLOH { return true }
    // A reference genotype beats a copy number whose expected value is unknown.
    if stated == nil, only == .neutral, genotype.isReference { return true }
    let number = candidates.first { alleles[$0].type == stated } ?? first
    var group = CarrierGroup(
      allele: number, type: stated ?? only, copyNumber: copyNumber, expected: expected)
    // An unknown expected number (X and Y without sex) leaves a direction only to an ALT that is alone.
    if group.type == .neutral { group.type = .cnv }
    if isLOH { group.type = only }
    let word = alleles[number].type
    if let stated, word == .loss || word == .gain, word != stated {
      group.flags.insert(.copyNumberDisagrees)
    }
    assign(sample, group)
    return false
  }

  /// `<CNn>` is n copies on the haplotype that carries it; the sample has the sum of its haplotypes.
  ///
  /// A loss on one haplotype and a gain on the other that add up to the expected number are neutral:
  /// the sample's dosage is. The ALT that points the sum's way names the call.
  private mutating func groupByHaplotypes(sample: UInt32, _ stated: CopyNumber) -> Bool {
    let complete = genotype.missing == 0
    var total = genotype.haplotypes[0]
    for number in alleles.indices {
      let copies: Int32 =
        switch (alleles[number].kind, alleles[number].type) {
        case (.haplotypeCopies, _): alleles[number].copies
        case (_, .loss): 0
        case (_, .gain): 2
        default: 1
        }
      total += genotype.haplotypes[number + 1] * copies
    }
    let expected = CopyNumber(genotype.ploidy)
    let copyNumber = stated.isKnown ? stated : complete ? CopyNumber(total) : .unknown
    let direction = copyNumber.direction(from: expected)
    var carried = alleles.indices.filter { carries($0) && alleles[$0].type != .neutral }
    // The sample's total counts, whatever its haplotypes are said to be.
    if carried.isEmpty, stated.isKnown, direction != .neutral {
      carried = alleles.indices.filter(carries)
    }
    guard let first = carried.first else { return true }
    let type = direction ?? alleles[first].type
    if type == .neutral { return true }
    let number = carried.first { alleles[$0].type == type } ?? first
    assign(
      sample, CarrierGroup(allele: number, type: type, copyNumber: copyNumber, expected: expected))
    return false
  }
}

private let pass = Array("PASS".utf8)
private let genotypeKey = Array("GT".utf8)
private let copyNumberKey = Array("CN".utf8)
private let copiesKey = Array("COPIES".utf8)

extension Span<UInt8> {
  /// Which of the `:`-joined keys in `cell` is `key`, from 0.
  func index(ofKey key: [UInt8], in cell: Range<Int>) -> Int? {
    var number = 0
    while let range = field(number, in: cell) {
      if matches(key, in: range) { return number }
      number += 1
    }
    return nil
  }

  /// The n-th (from 0) of the `:`-joined values in `cell`; nil when trailing values were dropped.
  func field(_ n: Int, in cell: Range<Int>) -> Range<Int>? {
    var start = cell.lowerBound
    var number = 0
    while true {
      var stop = start
      while stop < cell.upperBound, self[stop] != 0x3A { stop += 1 }
      if number == n { return start..<stop }
      guard stop < cell.upperBound else { return nil }
      start = stop + 1
      number += 1
    }
  }
}
