// SPDX-License-Identifier: MIT

internal import Genome

/// Joins the Evidence Repository's entries to alleles: by VariationID, then by ClinGen allele id, then by
/// genomic HGVS.
///
/// An entry whose HGVS expression of this build is a substitution that the allele found by id is not is
/// joined to nothing: one of the two is wrong, and a wrong expert assertion is worse than none.
struct EvidenceJoin {
  let build: GenomeBuild
  private let entries: [EvidenceRow]
  private let reference: ReferenceGenome?
  /// By entry: its allele in this build by HGVS; nil where none can be told.
  private let alleles: [(contig: Contig, allele: Allele)?]
  private let byVariation: [UInt32: [Int]]
  private let byCAid: [UInt32: [Int]]

  /// - Throws: ``KnowledgeBaseError/reference(_:)``.
  init(
    _ entries: [EvidenceRow], build: GenomeBuild, reference: ReferenceGenome?
  ) throws(KnowledgeBaseError) {
    self.build = build
    self.entries = entries
    self.reference = reference
    var alleles: [(contig: Contig, allele: Allele)?] = []
    var byVariation: [UInt32: [Int]] = [:]
    var byCAid: [UInt32: [Int]] = [:]
    for (number, entry) in entries.enumerated() {
      if entry.variation > 0 { byVariation[entry.variation, default: []].append(number) }
      if entry.caid > 0 { byCAid[entry.caid, default: []].append(number) }
      alleles.append(try Self.allele(of: entry, build: build, reference: reference))
    }
    self.alleles = alleles
    self.byVariation = byVariation
    self.byCAid = byCAid
  }

  private static func allele(
    of entry: EvidenceRow, build: GenomeBuild, reference: ReferenceGenome?
  ) throws(KnowledgeBaseError) -> (contig: Contig, allele: Allele)? {
    for change in entry.changes where change.build == build || change.build == nil {
      // Beyond the end of its chromosome it is a mistake, and nobody knows of what.
      guard let length = Assembly.of(build).length(of: change.contig),
        change.interval.end <= length
      else { continue }
      if case .substitution(let ref, let alt) = change.kind {
        return (
          change.contig, Allele(start: change.interval.start, ref: [ref], alt: [alt])
        )
      }
      guard var sequence = reference?.sequence(of: change.contig) else { continue }
      do throws(ReferenceGenome.Fault) {
        guard let ref = try sequence.bases(change.interval) else { continue }
        let alt: [UInt8] =
          switch change.kind {
          case .substitution(_, let base): [base]
          case .deletion: []
          case .duplication: ref + ref
          case .insertion(let bases), .replacement(let bases): bases
          }
        var allele = Allele(start: change.interval.start, ref: ref, alt: alt)
        try sequence.alignLeft(&allele)
        if !allele.isReference { return (change.contig, allele) }
      } catch {
        throw .reference(error)
      }
    }
    return nil
  }

  /// Rows for the entries whose allele no row of `rows` is by id.
  ///
  /// Where ClinVar has the same allele without the id, the two rows stand beside each other and the join
  /// takes ClinVar's.
  func missingAlleles(in rows: borrowing AlleleRows) -> AllelePage {
    var found = [Bool](repeating: false, count: entries.count)
    let filter = IDFilter(byVariation.keys, byCAid.keys)
    rows.forEachID { variation, caid in
      guard filter.mayHold(variation: variation, caid: caid) else { return }
      for number in byVariation[variation] ?? [] { found[number] = true }
      if caid > 0 { for number in byCAid[caid] ?? [] { found[number] = true } }
    }
    var page = AllelePage()
    for (number, place) in alleles.enumerated() where !found[number] {
      guard let (contig, allele) = place else { continue }
      var row = AlleleRow(
        contig: contig.rawValue, start: allele.start, caid: entries[number].caid)
      if allele.ref.count == 1, allele.alt.count == 1,
        let code = AlleleCode.substitution(allele.ref[0], allele.alt[0])
      {
        row.place = AlleleRow.place(start: allele.start, code: code)
      } else {
        var text: [UInt8] = []
        AlleleCode.appendText(ref: allele.ref, alt: allele.alt, to: &text)
        row.hash = AlleleCode.long(text[...])
        row.sequence = page.number(of: text)
      }
      page.rows.append(row)
    }
    return page
  }

  /// Joins every entry and puts its text into the heap.
  ///
  /// - Returns: with the matches and their counts the numbers of the entries that have no allele in this build.
  func joined(
    to columns: inout AlleleColumns
  ) -> (matches: [EvidenceMatch], counts: [JoinCount], unjoined: Set<Int>) {
    if entries.isEmpty { return ([], [], []) }
    var unjoined: Set<Int> = []
    var byID: [[(route: MatchRoute, row: Int)]] = entries.map { _ in [] }
    let filter = IDFilter(byVariation.keys, byCAid.keys)
    for row in 0..<columns.count
    where filter.mayHold(variation: columns.variations[row], caid: columns.caids[row]) {
      for number in byVariation[columns.variations[row]] ?? [] {
        byID[number].append((.variationID, row))
      }
      if columns.variations[row] > 0, columns.caids[row] > 0 {
        for number in byCAid[columns.caids[row]] ?? [] { byID[number].append((.caid, row)) }
      }
    }
    var matches: [EvidenceMatch] = []
    var counts = JoinCounts(examplesKept: 200)
    for (number, entry) in entries.enumerated() {
      var route = MatchRoute.variationID
      var rows = byID[number].filter { $0.route == .variationID }.map(\.row)
      if rows.isEmpty {
        route = .caid
        rows = byID[number].filter { $0.route == .caid }.map(\.row)
      }
      if !rows.isEmpty, let (contig, allele) = alleles[number], allele.ref.count == 1,
        allele.alt.count == 1,
        !rows.contains(where: { columns.isAllele(allele, on: contig, row: $0) })
      {
        counts.note(.ambiguous, entry.title)
        unjoined.insert(number)
        continue
      }
      if rows.isEmpty, let (contig, allele) = alleles[number] {
        route = .hgvs
        let found = columns.rows(of: allele, on: contig)
        // ClinVar's rows, else our own.
        let known = found.filter { columns.variations[$0] > 0 }
        rows = known.isEmpty ? Array(found.prefix(1)) : known
      }
      if rows.isEmpty {
        counts.note(.unmatched, entry.title)
        unjoined.insert(number)
        continue
      }
      counts.note(route.join, entry.title)
      var text: [UInt8] = []
      for (index, field) in entry.fields.enumerated() {
        if index > 0 { text.append(AlleleSection.separator) }
        text += field.utf8
      }
      let offset = columns.texts.add(text)
      matches += rows.map { EvidenceMatch(row: UInt32($0), route: route, text: offset) }
    }
    // By row; entries of one row in the order of the file.
    let ordered = matches.enumerated().sorted {
      ($0.element.row, $0.offset) < ($1.element.row, $1.offset)
    }
    return (ordered.map(\.element), counts.counts, unjoined)
  }
}

extension MatchRoute {
  var join: JoinRoute {
    switch self {
    case .variationID: .variationID
    case .caid: .caid
    case .hgvs: .genomicHGVS
    }
  }
}

/// Says of nearly all rows at once that no entry names their ids.
private struct IDFilter {
  private var bits = [UInt64](repeating: 0, count: 1 << 14)

  init(_ variations: some Sequence<UInt32>, _ caids: some Sequence<UInt32>) {
    for id in variations { set(id) }
    for id in caids { set(~id) }
  }

  private func place(_ id: UInt32) -> Int { Int((id &* 0x9E37_79B1) >> 12) }

  private mutating func set(_ id: UInt32) { bits[place(id) >> 6] |= 1 << UInt64(place(id) & 63) }

  private func has(_ id: UInt32) -> Bool { bits[place(id) >> 6] & 1 << UInt64(place(id) & 63) != 0 }

  func mayHold(variation: UInt32, caid: UInt32) -> Bool { has(variation) || has(~caid) }
}
