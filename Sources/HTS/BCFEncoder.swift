// SPDX-License-Identifier: MIT

internal import CHTS
internal import Glibc

/// Turns VCF lines into BCF records with htslib's own parser.
///
/// Records come out as bytes, so that workers encode what they wrote and compress it like any output.
/// htslib changes its header when a line uses what the header does not declare; such a line is an error
/// here, for the header is written already.
///
/// `@unchecked Sendable` is sound for one owner at a time: htslib keeps scratch in the header, and each
/// worker takes an encoder for itself.
@safe package final class BCFEncoder: @unchecked Sendable {
  private let header: UnsafeMutablePointer<bcf_hdr_t>
  private let record: UnsafeMutablePointer<bcf1_t>
  private var line = unsafe kstring_t()

  /// Why a line has no BCF record.
  package enum Fault: Error, Sendable, Equatable {
    /// The header's text is none that htslib takes.
    case header
    /// A contig, filter or key without its header line.
    case undeclared
    /// What htslib refuses for another reason.
    case refused
    case outOfMemory
  }

  /// - Parameter text: the VCF header up to and with the `#CHROM` line.
  package init(header text: [UInt8]) throws(Fault) {
    // What htslib would print about lines is told by our own errors.
    hts_set_log_level(HTS_LOG_OFF)
    guard let header = unsafe bcf_hdr_init("r"), let record = unsafe bcf_init() else {
      throw .outOfMemory
    }
    unsafe self.header = header
    unsafe self.record = record
    var copy = text.map { CChar(bitPattern: $0) } + [0]
    // Sound: the copy ends in NUL and outlives the call, which may write to it.
    let result = unsafe copy.withUnsafeMutableBufferPointer {
      unsafe bcf_hdr_parse(header, $0.baseAddress)
    }
    guard result == 0, unsafe bcf_hdr_sync(header) == 0 else { throw .header }
  }

  deinit {
    // Sound: each was allocated by htslib for this object alone.
    unsafe bcf_destroy(record)
    unsafe bcf_hdr_destroy(header)
    unsafe free(line.s)
  }

  /// The start of a BCF 2.2 file: magic, and the header's text with its numbers.
  package func head() throws(Fault) -> [UInt8] {
    var text = unsafe kstring_t()
    // Sound: bcf_hdr_format allocates the text and ends it in NUL; it is freed once, here.
    defer { unsafe free(text.s) }
    guard unsafe bcf_hdr_format(header, 1, &text) == 0, let start = unsafe text.s else {
      throw .outOfMemory
    }
    let count = unsafe text.l + 1
    var bytes: [UInt8] = Array("BCF".utf8) + [2, 2]
    bytes.append(littleEndian: UInt32(count))
    unsafe bytes.append(contentsOf: UnsafeRawBufferPointer(start: start, count: count))
    return bytes
  }

  /// Appends the record of a line without its line end.
  package func append(_ text: ArraySlice<UInt8>, to output: inout [UInt8]) throws(Fault) {
    // Sound: kputsn copies the bytes of a live buffer and ends them in NUL; vcf_parse writes to that copy.
    unsafe line.l = 0
    let copied = unsafe text.withUnsafeBytes { bytes in
      unsafe kputsn(bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count, &line)
    }
    guard copied >= 0 else { throw .outOfMemory }
    let result = unsafe vcf_parse(&line, header, record)
    let code = unsafe clincall_bcf_errcode(record)
    if code & (BCF_ERR_CTG_UNDEF | BCF_ERR_TAG_UNDEF) != 0 { throw .undeclared }
    guard result == 0, code == 0 else { throw .refused }
    let shared = unsafe record.pointee.shared
    let individual = unsafe record.pointee.indiv
    unsafe output.append(littleEndian: UInt32(shared.l + 24))
    unsafe output.append(littleEndian: UInt32(individual.l))
    unsafe output.append(littleEndian: UInt32(bitPattern: record.pointee.rid))
    unsafe output.append(littleEndian: UInt32(truncatingIfNeeded: record.pointee.pos))
    unsafe output.append(littleEndian: UInt32(truncatingIfNeeded: record.pointee.rlen))
    unsafe output.append(littleEndian: record.pointee.qual.bitPattern)
    unsafe output.append(littleEndian: clincall_bcf_allele_info(record))
    unsafe output.append(littleEndian: clincall_bcf_fmt_sample(record))
    // Sound: each kstring holds `l` bytes; they are copied before the next parse reuses it.
    unsafe output.append(contentsOf: UnsafeRawBufferPointer(start: shared.s, count: shared.l))
    unsafe output.append(
      contentsOf: UnsafeRawBufferPointer(start: individual.s, count: individual.l))
  }
}

extension [UInt8] {
  fileprivate mutating func append(littleEndian value: UInt32) {
    for shift in [0, 8, 16, 24] as [UInt32] { append(UInt8(truncatingIfNeeded: value >> shift)) }
  }
}
