// SPDX-License-Identifier: MIT

import ClinCall
import Foundation
import KnowledgeBase
import TestSupport
import Testing

@testable import KnowledgeBaseUpdate

private let unchanged = "; the knowledge base in use is unchanged"

/// A way to misbehave.
struct Fault: Sendable, CustomTestStringConvertible {
  let name: String
  /// What follows the address, or the path of the download, in the sentence.
  let sentence: String
  /// Whether the sentence is about the received file.
  let isContent: Bool
  let answer: @Sendable (ScriptedServer.Request, Int) -> [ScriptedServer.Step]

  init(
    _ name: String, _ sentence: String, isContent: Bool = false,
    _ answer: @escaping @Sendable (ScriptedServer.Request, Int) -> [ScriptedServer.Step]
  ) {
    self.name = name
    self.sentence = sentence
    self.isContent = isContent
    self.answer = answer
  }

  var testDescription: String { name }
}

@Suite("Update from a server that misbehaves", .needs("curl"))
struct MisbehaviourTests {
  static func listed(_ text: String) -> [ScriptedServer.Step] {
    .answer("200 OK", [], [UInt8](text.utf8))
  }

  static let cases: [Fault] = [
    Fault(
      "404",
      ": the server answered 404 (no such file); the publisher may have moved it, give its address with --sources"
    ) { _, _ in .answer("404 Not Found", [], Array("<html>".utf8)) },
    Fault("500", ": the server answered 500 (a fault of the server); try again later") { _, _ in
      .answer("500 Internal Server Error")
    },
    Fault("204", ": the server answered 204; check the address") { _, _ in
      [.send(Array("HTTP/1.1 204 No Content\r\n\r\n".utf8))]
    },
    Fault("304 that nobody asked for", ": the server answered 304; check the address") { _, _ in
      [.send(Array("HTTP/1.1 304 Not Modified\r\n\r\n".utf8))]
    },
    Fault(
      "a web page",
      ":1:1: this is a web page, not a list of curations; the download failed, fetch it again",
      isContent: true
    ) { _, _ in listed("<!DOCTYPE html><html><body>Log in</body></html>\n") },
    Fault("nothing", ": the file is empty; fetch it again", isContent: true) { _, _ in
      .answer("200 OK")
    },
    Fault(
      "a renamed column",
      """
      :5: no column "Haploinsufficiency Score"; the header has "Gene Symbol", "Gene ID", "cytoBand", \
      "Genomic Location", "HI Score", "Haploinsufficiency Description", "Haploinsufficiency PMID1", \
      "Triplosensitivity Score", "Triplosensitivity Description", "Triplosensitivity PMID1", \
      "Date Last Evaluated", "Haploinsufficiency Disease ID", "Triplosensitivity Disease ID"; \
      is this the right file?
      """, isContent: true
    ) { _, _ in
      listed(
        String(decoding: Shelf.genes(20), as: UTF8.self)
          .replacingOccurrences(of: "Haploinsufficiency Score", with: "HI Score"))
    },
    Fault(
      "the other build",
      ": the file says GRCh37, the argument =GRCh38; leave the build out or give the right file",
      isContent: true
    ) { _, _ in
      listed(
        String(decoding: Shelf.genes(20), as: UTF8.self)
          .replacingOccurrences(of: "GRCh38 (hg38)", with: "GRCh37 (hg19)"))
    },
    Fault(
      "a length that is too small", ":8: 9 of 13 columns; the file is cut off, fetch it again",
      isContent: true
    ) { _, _ in
      let body = Shelf.genes(20)
      // Ends in the third row.
      let length = Shelf.genes(2).count + 40
      return [
        .send(Array("HTTP/1.1 200 OK\r\nContent-Length: \(length)\r\n\r\n".utf8) + body)
      ]
    },
    Fault(
      "a file that is doubled within",
      ":26: 1 of 13 columns; the row is damaged, fetch the file again",
      isContent: true
    ) { _, _ in .answer("200 OK", [], Shelf.genes(20) + Shelf.genes(20)) },
    Fault(
      "a gzip that is cut",
      ": the gzip data ends at byte \(cutGzip.count) before its trailer: the file is cut; transfer or compress it again",
      isContent: true
    ) { _, _ in .answer("200 OK", [], Array(cutGzip)) },
    Fault(
      "nothing said", ": the connection was cut after 0 bytes; run again, what was received is kept"
    ) {
      _, _ in []
    },
    Fault("silence", ": nothing came for too long; try again later, what was received is kept") {
      _, _ in
      [.wait(milliseconds: 4000)]
    },
    Fault("a drip", ": nothing came for too long; try again later, what was received is kept") {
      _, _ in
      [.send(Array("HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n".utf8))]
        + (0..<8).flatMap { _ in [ScriptedServer.Step.send([0x23]), .wait(milliseconds: 500)] }
    },
    Fault("a redirect without end", ": the server redirects without end; check the address") {
      _, _ in
      .answer("302 Found", ["Location: /\(Shelf.list)"])
    },
    Fault(
      "a cut without an end",
      ": the connection was cut after 3 bytes; run again, what was received is kept"
    ) { _, _ in [.send(Array("HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n#Cl".utf8))] },
    Fault(
      "no HTTP at all", ": the transfer failed (\"curl: (1) Received HTTP/0.9 when not allowed\")"
    ) {
      _, _ in [.send(Array("Hello there\r\n\r\n".utf8))]
    },
  ]

  /// A gzip of a list without its last bytes.
  static let cutGzip: Data = {
    let folder = try? TemporaryFolder()
    guard let folder, let path = try? folder.write(Shelf.genes(20), to: "list") else {
      return Data()
    }
    _ = try? Program(path: "/bin/sh").run(["-c", "gzip '\(path)'"])
    return ((try? Data(contentsOf: URL(fileURLWithPath: path + ".gz"))) ?? Data()).dropLast(12)
  }()

  @Test("The knowledge base in use stays and the message says what was wrong", arguments: cases)
  func staysInUse(fault: Fault) async throws {
    let shelf = try Shelf()
    let good = try Shelf.server()
    _ = try await shelf.run(good.address)
    let before = try ReleaseFolder(path: shelf.path).current()
    let bad = try Shelf.server(list: fault.answer)
    let failure = try #require(try await shelf.failure(bad.address))
    let subject =
      fault.isContent ? "\(shelf.path)/downloads/\(Shelf.list)" : bad.address + Shelf.list
    #expect(failure.sentence == subject + fault.sentence + unchanged)
    #expect(failure.status == .knowledgeBase)
    #expect(shelf.genesInUse == 20)
    #expect(try ReleaseFolder(path: shelf.path).current() == before)
    // The next run needs no cleaning up, and does not take the bad file for the good one.
    let better = try Shelf.server(genes: Shelf.genes(23), etag: "\"v3\"")
    _ = try await shelf.run(better.address)
    #expect(shelf.genesInUse == 23)
  }

  @Test func `a server that is not there`() async throws {
    let shelf = try Shelf()
    let server = try Shelf.server()
    server.stop()
    let failure = try #require(try await shelf.failure(server.address))
    #expect(
      failure.sentence == server.address + Shelf.list
        + ": the server does not take connections; try again later" + unchanged)
    #expect(failure.status == .knowledgeBase)
    #expect(shelf.genesInUse == nil)
  }

  @Test func `a transfer that is cut goes on where it stopped, within the run`() async throws {
    let shelf = try Shelf()
    let body = Shelf.genes(20)
    let server = try Shelf.server { request, before in
      if before > 1 { return nil }
      // The first two answers end after 500 more bytes.
      let start = request.rangeStart ?? 0
      let status =
        start == 0
        ? "200 OK"
        : "206 Partial Content\r\nContent-Range: bytes \(start)-\(body.count - 1)/\(body.count)"
      let head =
        "HTTP/1.1 \(status)\r\nETag: \"v1\"\r\nContent-Length: \(body.count - start)\r\n\r\n"
      return [.send(Array(head.utf8) + body[start..<start + 500])]
    }
    _ = try await shelf.run(server.address)
    #expect(shelf.genesInUse == 20)
    let asked = server.requests.filter { $0.path == "/\(Shelf.list)" }
    #expect(asked.map(\.rangeStart) == [nil, 500, 1000])
    #expect(asked[1].headers["if-range"] == "\"v1\"")
    #expect(try contents(of: "\(shelf.path)/downloads/\(Shelf.list)") == body)
  }

  @Test func `a part goes on in the next run, and starts anew when the file is another`()
    async throws
  {
    let shelf = try Shelf()
    let body = Shelf.genes(20)
    let cutting = try Shelf.server { request, before in
      let head = "HTTP/1.1 200 OK\r\nETag: \"v1\"\r\nContent-Length: \(body.count)\r\n\r\n"
      return before == 0 ? [.send(Array(head.utf8) + body[..<700])] : []
    }
    #expect(try await shelf.failure(cutting.address) != nil)
    #expect(shelf.downloads == [Shelf.list + ".part", Shelf.list + ".part.json"])
    cutting.stop()

    // Another file by now: what the server says of the range is the whole of it.
    let new = Shelf.genes(24)
    let server = try Shelf.server(genes: new, etag: "\"v2\"")
    // The address is part of what a cut file is known by; the test's servers differ in their ports.
    let record = "\(shelf.path)/downloads/\(Shelf.list).part.json"
    let moved = try text(of: record).replacingOccurrences(of: cutting.address, with: server.address)
    try Data(moved.utf8).write(to: URL(fileURLWithPath: record))
    _ = try await shelf.run(server.address)
    #expect(server.requests[0].rangeStart == 700)
    #expect(shelf.genesInUse == 24)
    #expect(try contents(of: "\(shelf.path)/downloads/\(Shelf.list)") == new)
  }

  @Test func `a part without a name for its version is not gone on with`() async throws {
    let shelf = try Shelf()
    let body = Shelf.genes(20)
    let server = try Shelf.server { request, before in
      if before > 0 { return .answer("200 OK", ["ETag: W/\"v1\""], body) }
      let head = "HTTP/1.1 200 OK\r\nETag: W/\"v1\"\r\nContent-Length: \(body.count)\r\n\r\n"
      return [.send(Array(head.utf8) + body[..<700])]
    }
    _ = try await shelf.run(server.address)
    #expect(server.requests.map(\.rangeStart).allSatisfy { $0 == nil })
    #expect(shelf.genesInUse == 20)
  }

  @Test func `a part that does not fit the answer to its range is dropped`() async throws {
    let shelf = try Shelf()
    let body = Shelf.genes(20)
    let server = try Shelf.server { request, before in
      if before == 0 {
        let head = "HTTP/1.1 200 OK\r\nETag: \"v1\"\r\nContent-Length: \(body.count)\r\n\r\n"
        return [.send(Array(head.utf8) + body[..<700])]
      }
      if request.rangeStart == nil { return .answer("200 OK", ["ETag: \"v1\""], body) }
      // A server that answers with another range than asked for.
      return .answer(
        "206 Partial Content",
        ["ETag: \"v1\"", "Content-Range: bytes 600-\(body.count - 1)/\(body.count)"],
        Array(body[600...]))
    }
    _ = try await shelf.run(server.address)
    #expect(try contents(of: "\(shelf.path)/downloads/\(Shelf.list)") == body)
    #expect(shelf.genesInUse == 20)
  }

  @Test func `a redirect on the same terms is followed`() async throws {
    let shelf = try Shelf()
    let other = try Shelf.server()
    let server = try Shelf.server { _, _ in
      .answer("302 Found", ["Location: \(other.address)\(Shelf.list)"], Array("moved".utf8))
    }
    _ = try await shelf.run(server.address)
    #expect(shelf.genesInUse == 20)
    #expect(try contents(of: "\(shelf.path)/downloads/\(Shelf.list)") == Shelf.genes(20))
  }

  @Test func `a secure address never leads to one without encryption`() {
    let secure = Transfer(url: "https://a.example/x", patience: Patience()).arguments
    #expect(secure.contains("=https"))
    #expect(!secure.contains("=http,https"))
    let mirror = Transfer(url: "http://127.0.0.1/x", patience: Patience()).arguments
    #expect(mirror.contains("=http,https"))
    for arguments in [secure, mirror] {
      #expect(arguments.first == "--disable")
      #expect(!arguments.contains("--insecure"))
    }
  }

  @Test func `a server whose certificate proves nothing is not believed`() async throws {
    guard let openssl = Program.installed("openssl") else { return }
    let shelf = try Shelf()
    let key = shelf.folder.file("key.pem")
    let certificate = shelf.folder.file("cert.pem")
    try openssl.run([
      "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", key, "-out", certificate, "-days",
      "1", "-subj", "/CN=localhost",
    ])
    let probe = try Shelf.server()
    probe.stop()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: openssl.path)
    process.arguments = [
      "s_server", "-quiet", "-www", "-accept", "127.0.0.1:\(probe.port)", "-key", key, "-cert",
      certificate,
    ]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    process.standardInput = Pipe()
    try process.run()
    defer { process.terminate() }
    let address = "https://127.0.0.1:\(probe.port)/"
    var failure: (sentence: String, status: ClinCall.ExitStatus)?
    for _ in 0..<50 {
      failure = try await shelf.failure(address)
      if failure?.sentence.contains("does not take connections") != true { break }
      try await Task.sleep(for: .milliseconds(100))
    }
    let sentence = try #require(failure?.sentence)
    #expect(sentence.hasPrefix("\(address)\(Shelf.list): no trusted connection (\"curl: (60) "))
    #expect(sentence.hasSuffix("; check the machine's certificates and clock" + unchanged))
    #expect(failure?.status == .knowledgeBase)
  }

  @Test(arguments: [(12, "12"), (40, "40")])
  func `rows that are lost or doubled need --accept`(count: Int, shown: String) async throws {
    let shelf = try Shelf()
    let old = try Shelf.server()
    _ = try await shelf.run(old.address)
    let server = try Shelf.server(genes: Shelf.genes(count), etag: "\"v2\"")
    let failure = try #require(try await shelf.failure(server.address))
    #expect(
      failure.sentence
        == "\(Shelf.list): \(shown) rows where the release in use has 20, a change of more than 20 %; "
        + "look at the file, and give --accept \(Shelf.list) if it is right" + unchanged)
    #expect(failure.status == .knowledgeBase)
    #expect(shelf.genesInUse == 20)
    // The file is whole: accepting it does not fetch it again.
    _ = try await shelf.run(server.address, accepted: [Shelf.list])
    #expect(shelf.genesInUse == count)
    #expect(server.requests.last { $0.path == "/\(Shelf.list)" }?.headers["if-none-match"] != nil)
  }

  @Test(arguments: [16, 24])
  func `a fifth more or fewer rows is taken`(count: Int) async throws {
    let shelf = try Shelf()
    let old = try Shelf.server()
    _ = try await shelf.run(old.address)
    let server = try Shelf.server(genes: Shelf.genes(count), etag: "\"v2\"")
    _ = try await shelf.run(server.address)
    #expect(shelf.genesInUse == count)
  }

  @Test func `fewer rows than the table demands are refused at the first update too`() async throws
  {
    let shelf = try Shelf()
    let server = try Shelf.server()
    let failure = try await shelf.failure(
      server.address,
      table: Shelf.table.replacingOccurrences(of: "yes 2 genes", with: "yes 1200 genes"))
    #expect(
      failure?.sentence
        == "\(Shelf.list): 20 rows, at least 1,200 are expected; look at the file, and give "
        + "--accept \(Shelf.list) if it is right" + unchanged)
    #expect(shelf.genesInUse == nil)
  }

  @Test func `accepting what is not in the table is a mistake of the command line`() async throws {
    let failure = try await Shelf().failure("http://127.0.0.1:1/", accepted: ["other"])
    #expect(
      failure?.sentence == "--accept other: no source of this name; --print-sources lists them")
    #expect(failure?.status == .usage)
  }
}
