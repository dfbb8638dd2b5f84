// SPDX-License-Identifier: MIT

package import Calls
import Genome
package import KnowledgeBase

/// The rows of the variant store that calls are, call after call.
package struct VariantColumn: Sendable {
  package var rows: [UInt32] = []
  /// Where each call's rows end in ``rows``; empty where no allele was looked up.
  package var ends: [UInt32] = []

  package init() {}
}

/// Why a batch cannot be annotated.
package enum AnnotationFailure: Error, Sendable, Equatable {
  /// A damaged place of the store.
  case knowledgeBase(KnowledgeBaseError)
  case reference(ReferenceGenome.Fault)
  /// A REF that the reference does not have there.
  case referenceMismatch(ReferenceMismatch)
}

/// A record whose REF is not what the reference has at its place: of another build, or shifted.
package struct ReferenceMismatch: Sendable, Equatable {
  /// The number of the input in the run.
  package let input: Int
  package let place: RecordPlace
  package let contig: [UInt8]
  /// 1-based.
  package let position: Int
  /// The first base that differs, and what the reference has; nil beyond the contig's end.
  package let base: UInt8
  package let expected: UInt8?
}

/// Finds the alleles of ClinVar and the Evidence Repository that calls are, exactly.
///
/// Every sequence-resolved allele is looked up, whatever its size: trimmed at both ends and, with a
/// reference, moved to its leftmost place. Without one a deletion or insertion in a repeat may stand
/// elsewhere than in ClinVar, so it is flagged `unaligned`. Symbols, `*` and breakends are no alleles
/// (design.md section 4, item 12).
package struct VariantAnnotator: Sendable {
  package let store: VariantStore
  private let reference: ReferenceGenome?

  package init(store: VariantStore, reference: ReferenceGenome?) {
    self.store = store
    self.reference = reference
  }

  /// Looks up the alleles of a batch; flags calls that could not be aligned.
  ///
  /// - Throws: ``AnnotationFailure``.
  package func match(_ batch: inout CallBatch) throws(AnnotationFailure) -> VariantColumn {
    var column = VariantColumn()
    guard store.count > 0 || reference != nil else { return column }
    var queries = AlleleQueries()
    queries.reserveCapacity(batch.calls.count)
    var unaligned: [Int] = []
    if reference == nil {
      collect(batch, into: &queries, &unaligned)
    } else {
      try collectAligned(batch, into: &queries)
    }
    for index in unaligned { batch.calls[index].flags.insert(.unaligned) }
    guard store.count > 0 else { return column }
    var matches: [AlleleMatch] = []
    do throws(KnowledgeBaseError) {
      try store.match(queries, appendingTo: &matches)
    } catch {
      throw .knowledgeBase(error)
    }
    // Queries are in the order of calls, so matches are too.
    column.ends = [UInt32](repeating: 0, count: batch.calls.count)
    var call = 0
    for match in matches {
      while call < Int(match.call) {
        column.ends[call] = UInt32(column.rows.count)
        call += 1
      }
      column.rows.append(match.row)
    }
    while call < batch.calls.count {
      column.ends[call] = UInt32(column.rows.count)
      call += 1
    }
    return column
  }

  private func collect(
    _ batch: borrowing CallBatch, into queries: inout AlleleQueries, _ unaligned: inout [Int]
  ) {
    let arena = batch.arena.span
    let calls = batch.calls.span
    for index in calls.indices where calls[index].isSequence(in: arena) {
      let ref = calls[index].ref
      let alt = calls[index].alt
      if ref.count == 1, alt.count == 1,
        queries.append(
          ref: arena[Int(ref.start)], alt: arena[Int(alt.start)],
          start: calls[index].interval.start, on: calls[index].contig, call: index)
      {
        continue
      }
      let allele = calls[index].allele(in: arena)
      if allele.isReference { continue }
      queries.append(allele, on: calls[index].contig, call: index)
      if allele.isShiftable { unaligned.append(index) }
    }
  }

  private func collectAligned(
    _ batch: borrowing CallBatch, into queries: inout AlleleQueries
  ) throws(AnnotationFailure) {
    guard let reference else { return }
    let arena = batch.arena.span
    var contig: Contig?
    var name = ByteRange.none
    var sequence: ReferenceSequence?
    for index in batch.calls.indices {
      let call = batch.calls[index]
      guard call.isSequence(in: arena) else { continue }
      if call.contig != contig || !call.contig.isAssembled && !isSame(name, call.contigName, arena)
      {
        contig = call.contig
        name = call.contigName
        sequence = reference.sequence(of: call.contig, name: batch.arena[name.range])
      }
      var allele = call.allele(in: arena)
      if sequence != nil {
        let found: ReferenceMismatch?
        do throws(ReferenceGenome.Fault) {
          found = try mismatch(call, batch, &sequence)
          if found == nil { try sequence?.alignLeft(&allele) }
        } catch {
          throw .reference(error)
        }
        if let found { throw .referenceMismatch(found) }
      }
      if allele.isReference || !call.contig.isAssembled { continue }
      queries.append(allele, on: call.contig, call: index)
    }
  }

  /// Compares REF with the reference, base by base; letters other than A, C, G, T are equal to any.
  private func mismatch(
    _ call: Call, _ batch: borrowing CallBatch, _ sequence: inout ReferenceSequence?
  ) throws(ReferenceGenome.Fault) -> ReferenceMismatch? {
    let ref = batch.arena[call.ref.range]
    let position = call.position(in: batch.arena.span)
    for (offset, byte) in ref.enumerated() {
      let base = byte.upperCased
      guard base.isKnownBase else { continue }
      let expected = try sequence?.baseOrFault(at: position + Int32(offset)) ?? nil
      if let expected, !expected.isKnownBase || expected == base { continue }
      return ReferenceMismatch(
        input: batch.input, place: batch.place(ofLine: call.line),
        contig: Array(batch.arena[call.contigName.range]),
        position: Int(position) + offset + 1, base: base, expected: expected)
    }
    return nil
  }

  private func isSame(_ a: ByteRange, _ b: ByteRange, _ arena: Span<UInt8>) -> Bool {
    guard a.count == b.count else { return false }
    for offset in 0..<Int(a.count)
    where arena[Int(a.start) + offset] != arena[Int(b.start) + offset] { return false }
    return true
  }
}

extension Call {
  /// Whether REF and ALT are both sequences of a VCF record, so that the call is one exact allele.
  fileprivate func isSequence(in arena: Span<UInt8>) -> Bool {
    guard allele > 0, !ref.isEmpty, !alt.isEmpty, !flags.contains(.leftOut) else { return false }
    switch type {
    case .snv, .indel, .mnv, .loss, .insertion: break
    default: return false
    }
    // Symbols begin with `<`; what begins with a letter and is no breakend is a sequence.
    return arena[Int(alt.start)] >= 0x41 && arena[Int(ref.start)] >= 0x41
  }

  /// The trimmed allele.
  fileprivate func allele(in arena: Span<UInt8>) -> Allele {
    var sequences: (ref: [UInt8], alt: [UInt8]) = ([], [])
    for place in ref.range { sequences.ref.append(arena[place]) }
    for place in alt.range { sequences.alt.append(arena[place]) }
    return Allele(start: position(in: arena), ref: sequences.ref, alt: sequences.alt)
  }

  /// The 0-based place of REF's first base.
  ///
  /// The reader trims shared bases at the end, down to one, and then at the start; so the interval begins
  /// as many bases behind POS as were trimmed there.
  fileprivate func position(in arena: Span<UInt8>) -> Int32 {
    var shared = 0
    while Int(ref.count) - shared > 1, Int(alt.count) - shared > 1,
      arena[ref.range.upperBound - 1 - shared].upperCased
        == arena[alt.range.upperBound - 1 - shared].upperCased
    {
      shared += 1
    }
    return interval.start - (Int32(ref.count) - Int32(shared) - interval.length)
  }
}

extension UInt8 {
  /// A, C, G or T in upper case.
  fileprivate var isKnownBase: Bool {
    self == 0x41 || self == 0x43 || self == 0x47 || self == 0x54
  }
}
