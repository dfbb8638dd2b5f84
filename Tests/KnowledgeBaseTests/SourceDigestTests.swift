// SPDX-License-Identifier: MIT

import Foundation
import HTS
import TestSupport
import Testing

@testable import KnowledgeBase

/// The digest of a source beside that of the whole file at once, and sources that come through a pipe.
@Suite("The digest of a source is of the bytes that were read")
struct SourceDigestTests {
  /// Of all bytes at once.
  static func sha256(_ bytes: [UInt8]) -> String {
    let digest = RunningDigest()
    digest.update(bytes.span)
    return digest.sha256
  }

  enum Form: String, CaseIterable {
    case plain, bgzf, blocksBehindEachOther
  }

  /// Some 6 MB of cytobands: several chunks of each form.
  private static let text: [UInt8] = {
    var text: [UInt8] = []
    for number in 0..<250_000 { text += Array("chr1\t\(number)\t\(number + 1)\tp1\tgneg\n".utf8) }
    return text
  }()

  private static func bytes(_ form: Form) throws -> [UInt8] {
    switch form {
    case .plain: text
    case .bgzf: try GzipSample.bgzf(text)
    // Files put behind each other are one file of more blocks, an empty one among them.
    case .blocksBehindEachOther: try GzipSample.bgzf(text) + GzipSample.bgzf(text)
    }
  }

  @Test("The digest of no bytes and of three is the published one")
  func published() {
    // FIPS 180-4, examples of NIST.
    #expect(
      Self.sha256([]) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    #expect(
      Self.sha256(Array("abc".utf8))
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }

  @Test("A file read in blocks has the digest of what is stored", arguments: Form.allCases)
  func file(form: Form) throws {
    let folder = try TestSupport.TemporaryFolder()
    let bytes = try Self.bytes(form)
    let path = try folder.write(bytes, to: "source")
    var stream = try SourceStream(SourceArgument(path))
    var text: [UInt8] = []
    var blocks = 0
    while let block = try stream.next() {
      text += block.text.bytes
      blocks += 1
    }
    #expect(blocks > 1)
    let isSame = text == (form == .blocksBehindEachOther ? Self.text + Self.text : Self.text)
    #expect(isSame)
    #expect(stream.sha256 == Self.sha256(bytes))
    #expect(try SourceFile(SourceArgument(path)).sha256 == Self.sha256(bytes))
  }

  @Test(
    "A pipe is read block by block while its writer writes, and has the digest of what came",
    .timeLimit(.minutes(1)), arguments: [Form.plain, .bgzf])
  func pipe(form: Form) throws {
    let folder = try TestSupport.TemporaryFolder()
    let bytes = try Self.bytes(form)
    let path = folder.file("pipe")
    #expect(unsafe mkfifo(path, 0o600) == 0)
    let firstWasRead = DispatchSemaphore(value: 0)
    let kept = bytes.count / 8
    Thread {
      guard let handle = FileHandle(forWritingAtPath: path) else { return }
      try? handle.write(contentsOf: Data(bytes.dropLast(kept)))
      // What was held whole would wait for this for ever.
      firstWasRead.wait()
      try? handle.write(contentsOf: Data(bytes.suffix(kept)))
      try? handle.close()
    }.start()
    var stream = try SourceStream(SourceArgument(path))
    var text: [UInt8] = []
    while let block = try stream.next() {
      if text.isEmpty { firstWasRead.signal() }
      text += block.text.bytes
    }
    let isSame = text == Self.text
    #expect(isSame)
    #expect(stream.sha256 == Self.sha256(bytes))
  }

  @Test("What turns out to be another kind of source is whole again, from a file and from a pipe")
  func whole() throws {
    let folder = try TestSupport.TemporaryFolder()
    let path = try folder.write(Self.text, to: "bands.txt")
    let fifo = folder.file("pipe")
    #expect(unsafe mkfifo(fifo, 0o600) == 0)
    Thread {
      guard let handle = FileHandle(forWritingAtPath: fifo) else { return }
      try? handle.write(contentsOf: Data(Self.text))
      try? handle.close()
    }.start()
    for place in [path, fifo] {
      var stream = try SourceStream(SourceArgument(place))
      let first = try #require(try stream.next())
      let file = try stream.whole(from: first)
      let isSame = file.bytes == Self.text
      #expect(isSame)
      #expect(file.sha256 == Self.sha256(Self.text))
    }
  }

  @Test("ClinVar's rows are of the file whose head was read, also when another one takes its name")
  func replaced() throws {
    let folder = try TestSupport.TemporaryFolder()
    func text(_ id: Int) -> String {
      VariantSample.clinvar([VariantSample.row("1 100 \(id) A G Benign")])
    }
    let path = try folder.write(text(11), to: "clinvar.vcf")
    let file = try ClinVarFile(SourceArgument("\(path)=GRCh38"))
    let other = try folder.write(text(12), to: "other.vcf")
    #expect(unsafe rename(other, path) == 0)
    let read = try file.read(into: file.makeRows(draft: nil))
    #expect(read.source.sha256 == Self.sha256(Array(text(11).utf8)))
    var ids: [UInt32] = []
    read.rows.forEachID { variation, _ in ids.append(variation) }
    #expect(ids == [11])
  }
}
