// SPDX-License-Identifier: MIT

import HTS
import Testing

@Suite("Kinds of files")
struct FileKindTests {
  struct Head: Sendable, CustomTestStringConvertible {
    let kind: FileKind
    let bytes: [UInt8]
    var testDescription: String { "\(kind)" }

    init(_ kind: FileKind, _ text: String) {
      self.init(kind, Array(text.utf8))
    }

    init(_ kind: FileKind, _ bytes: [UInt8]) {
      self.kind = kind
      self.bytes = bytes
    }
  }

  static let refused: [Head] = [
    Head(.xz, [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0, 0, 4]),
    Head(.bzip2, "BZh91AY&SY123"),
    Head(.bzip2, Array("BZh9".utf8) + [0x17, 0x72, 0x45, 0x38, 0x50, 0x90]),
    Head(.zstandard, [0x28, 0xB5, 0x2F, 0xFD, 0]),
    Head(.zip, "PK\u{3}\u{4}xl/workbook.xml"),
    Head(.zip, "PK\u{5}\u{6}"),
    Head(.ole2, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]),
    Head(.pdf, "%PDF-1.7\n"),
    Head(.html, "<!DOCTYPE html><html>"),
    Head(.html, "\u{FEFF}\r\n  <HTML lang=en>"),
    Head(.bam, "BAM\u{1}"),
    Head(.cram, "CRAM\u{3}\u{0}"),
    Head(.tabixIndex, "TBI\u{1}"),
    Head(.csiIndex, "CSI\u{1}"),
    Head(.utf32, [0xFF, 0xFE, 0, 0]), Head(.utf32, [0, 0, 0xFE, 0xFF]),
  ]

  @Test(arguments: refused)
  func `other files are refused by name`(head: Head) throws {
    #expect(throws: HTSError.unsupported(head.kind)) { try Sample.decoded(head.bytes) }
  }

  /// Kinds that a reader further up decides on.
  private static let readFurther: [Head] = [
    Head(.bcf, "BCF\u{2}\u{2}"), Head(.utf16, [0xFF, 0xFE, 0x23, 0]),
    Head(.utf16, [0xFE, 0xFF, 0, 0x23]),
  ]

  @Test(arguments: refused + readFurther)
  func `other files are recognised inside of a container`(head: Head) throws {
    let decoded = try Sample.decoded(try Sample.bgzf(head.bytes))
    #expect(FileKind.kind(ofDecodedHead: decoded.span) == head.kind)
  }

  @Test(arguments: [
    "", "B", "BZh9 is a gene", "PK\tgene", "<DEL>", "< html", "CRAM1\t5", "BAM\n", "BCF2\t1",
    "##fileformat=VCFv4.2\n", "\u{FEFF}chrom\tstart", "%PD", "\u{1}",
  ])
  func `text is no other file`(text: String) {
    let bytes = Array(text.utf8)
    #expect(FileKind.kind(ofDecodedHead: bytes.span) == nil)
  }

  @Test func `a head cut anywhere is read without a trap`() {
    for head in FileKindTests.refused {
      for length in 0..<head.bytes.count {
        _ = FileKind.kind(ofDecodedHead: head.bytes.span.extracting(..<length))
      }
    }
  }

  @Test func `uncompressed BCF is let through for the caller to decide`() throws {
    let bytes = Array("BCF\u{2}\u{2}".utf8) + [0, 0]
    #expect(try Sample.decoded(bytes) == bytes)
  }
}
