// SPDX-License-Identifier: MIT

import CallFiles
import Files
import Genome
import HTS
import Records

extension InputFailure: Explained {
  package var sentence: String {
    let name = path == "-" ? "standard input" : path
    switch fault {
    case .opening(.container(.file(let error))),
      .opening(.index(.container(_, .file(let error)))):
      return error.sentence
    case .opening(.index(let fault)): return fault.sentence(of: name)
    case .opening(.container(let error)): return "\(name): \(error.explanation)"
    case .opening(.unsupported(let kind)): return "\(name): \(kind.explanation)"
    case .opening(.notCalls(let kind)): return "\(name): \(kind.explanation)"
    case .opening(.table(let fault)): return "\(name): \(fault.explanation)"
    case .opening(.ambiguous(let formats)):
      let shown = formats.map { "\($0.format.rawValue) (\($0.reason))" }.joined(separator: " or ")
      let advice = formats.map { $0.format.advice }.joined(separator: ", or ")
      return "\(name): this may be \(shown); say which: \(advice)"
    case .opening(.unknownFormat(let lines)):
      let shown = lines.map { EscapedText($0).description }.joined(separator: ", ")
      return "\(name): no format fits; the file begins with \(shown); "
        + "if it is BED or VCF without its usual first lines, say so with -f; a table of another program "
        + "is described with --map and --base"
    case .opening(.malformed(let record)): return record.sentence(in: name)
    case .opening(.unknownSamples(let names)):
      let shown = names.map { EscapedText($0).description }.joined(separator: ", ")
      return "\(name): no sample is called \(shown); check -s and -S against the header"
    case .opening(.build(let fault)): return "\(name): \(fault.explanation)"
    case .malformed: return messages.map(\.text).joined(separator: "\nclincall: error: ")
    }
  }

  package var messages: [Message] {
    let name = path == "-" ? "standard input" : path
    switch fault {
    case .malformed(let malformed):
      var messages = malformed.records.map { $0.message(in: name) }
      if malformed.total > messages.count {
        let more = malformed.total - messages.count
        messages.append(Message(.error, "\(name): and \(more) more malformed lines", file: name))
      }
      return messages
    case .opening(.malformed(let record)): return [record.message(in: name)]
    default: return [Message(.error, sentence, file: name)]
    }
  }

  package var exitStatus: ExitStatus {
    switch fault {
    case .opening(.container(.file(let error))),
      .opening(.index(.container(_, .file(let error)))):
      return error.exitStatus
    default: return .malformedInput
    }
  }
}

extension HTSError {
  /// What is wrong with the container, and what to do.
  var explanation: String {
    switch self {
    case .file(let error): error.sentence
    case .empty:
      "the file is empty (0 bytes); an upstream step probably failed"
    case .unsupported(let kind): kind.explanation
    case .noEndMarker:
      "no BGZF end marker: the file is probably cut; transfer or compress it again"
    case .truncatedBlock(let offset):
      "the file ends inside the BGZF block at byte \(offset): it is cut; transfer or compress it again"
    case .badBlockHeader(let offset):
      "no BGZF block at byte \(offset); transfer or compress the file again"
    case .corruptBlock(let offset):
      "the BGZF block at byte \(offset) does not inflate: the file is damaged; transfer it again"
    case .wrongBlockSize(let offset):
      "the BGZF block at byte \(offset) has another size than it states: the file is damaged; "
        + "transfer it again"
    case .wrongChecksum(let offset):
      "the checksum of the BGZF block at byte \(offset) is wrong: the file is damaged; transfer it again"
    case .trailingBytes(let offset):
      "bytes that are no compressed data follow at byte \(offset); compress the file again"
    case .gzipTruncated(let offset):
      "the gzip data ends at byte \(offset) before its trailer: the file is cut; transfer or compress it "
        + "again"
    case .gzipCorrupt(let offset):
      "the gzip data is damaged before byte \(offset); transfer or compress the file again"
    case .textCut:
      "the UTF-16 text ends inside a character: the file is cut; export or transfer it again"
    case .noBlockOfIndex(let place):
      "its index points to \(place.text), where the file has no such block; \(InputIndexFault.advice)"
    case .compressionFailed: "the output could not be compressed"
    case .outOfMemory: "not enough memory to inflate a block"
    }
  }
}

extension FileKind {
  /// What the file is instead of calls, and what to do.
  var explanation: String {
    switch self {
    case .xz: "this is xz; decompress it first (xz -dc FILE | clincall ...)"
    case .bzip2: "this is bzip2; decompress it first (bzip2 -dc FILE | clincall ...)"
    case .zstandard: "this is Zstandard; decompress it first (zstd -dc FILE | clincall ...)"
    case .zip: "this is a zip archive or a spreadsheet (.xlsx); export the calls as text"
    case .ole2: "this is an Excel file (.xls); export the calls as text"
    case .pdf: "this is a PDF; export the calls as text"
    case .html: "this is a web page, not a call file; a download probably failed"
    case .bcf:
      "this is BCF, a form of VCF: leave -f out or say -f vcf; BCF 1, of before 2013, is not read"
    case .bam: "this is BAM: alignments, not calls"
    case .cram: "this is CRAM: alignments, not calls"
    case .tabixIndex: "this is a tabix index; give the file it belongs to"
    case .csiIndex: "this is a CSI index; give the file it belongs to"
    case .utf16: "this is UTF-16 text; save it as UTF-8"
    case .utf32: "this is UTF-32 text; save it as UTF-8"
    case .compressedTwice:
      "the file is compressed twice; decompress it once (gzip -dc FILE | clincall ...)"
    }
  }
}

extension BuildFault {
  var explanation: String {
    switch self {
    case .undecided(let hint):
      "nothing in the input tells its genome build; "
        + (hint.map { "its name suggests \($0), so if that is right say -g \($0)" }
          ?? "say -g GRCh37 or -g GRCh38")
    case .contradiction(let a, let reasonA, let b, let reasonB):
      "the input contradicts itself about its genome build: \(a) (\(reasonA)) and \(b) (\(reasonB)); "
        + "correct the header"
    case .requestContradicted(let requested, let found, let reason):
      "-g \(requested) contradicts the input, which is on \(found) (\(reason)); drop -g or check the file"
    case .unsupported(let assembly, let reason):
      "the input is on \(assembly) (\(reason)); lift the calls over to GRCh37 or GRCh38 first"
    }
  }
}
