// SPDX-License-Identifier: MIT

import ClinCall
import Foundation
import KnowledgeBase
import TestSupport
import Testing

@testable import KnowledgeBaseUpdate

@Suite("Update from a server that behaves", .needs("curl"))
struct UpdateTests {
  @Test func `a first update puts a knowledge base to use and says where it is from`() async throws
  {
    let shelf = try Shelf()
    let server = try Shelf.server()
    let report = try await shelf.run(server.address)
    guard case .updated(let name, before: nil) = report.outcome else {
      Issue.record("\(report.outcome)")
      return
    }
    #expect(name.hasPrefix("2026-02-15-"))
    #expect(report.sources.map(\.rows) == [20, 2])
    #expect(shelf.genesInUse == 20)
    let opened = try KnowledgeBase.open(folder: shelf.path)
    let bands = try #require(opened.manifest.sources.first { $0.file == Shelf.bands })
    // UCSC's file states no date: its server's stands in.
    #expect(bands.releaseDate == "2026-02-15")
    #expect(bands.dateFrom == .server)
    #expect(bands.url == server.address + Shelf.bands)
    #expect(
      shelf.downloads == [Shelf.bands, Shelf.bands + ".json", Shelf.list, Shelf.list + ".json"])
    #expect(report.text(folder: "kb").hasSuffix("kb: \(name) is in use\n"))
  }

  @Test func `what the server has not changed is not sent again, and nothing is built`()
    async throws
  {
    let shelf = try Shelf()
    let server = try Shelf.server()
    _ = try await shelf.run(server.address)
    let before = shelf.releases
    let report = try await shelf.run(server.address)
    guard case .upToDate(let name) = report.outcome else {
      Issue.record("\(report.outcome)")
      return
    }
    #expect([name] == before)
    #expect(shelf.releases == before)
    #expect(server.requests.count == 4)
    #expect(server.requests[2].headers["if-none-match"] == "\"v1\"")
    #expect(
      server.requests[2].headers["if-modified-since"] == "Sun, 15 Feb 2026 08:12:31 GMT")
  }

  @Test func `a file made anew with the same content is no change`() async throws {
    let shelf = try Shelf()
    let server = try Shelf.server { request, _ in
      .answer("200 OK", ["Date: Sun, 15 Feb 2026 08:12:31 GMT"], Shelf.genes(20))
    }
    _ = try await shelf.run(server.address)
    let report = try await shelf.run(server.address)
    if case .upToDate = report.outcome { return }
    Issue.record("\(report.outcome)")
  }

  @Test func `a new release is put beside the old one, and a rollback goes back and no further`()
    async throws
  {
    let shelf = try Shelf()
    let old = try Shelf.server()
    _ = try await shelf.run(old.address)
    let first = try #require(try ReleaseFolder(path: shelf.path).current())
    let new = try Shelf.server(genes: Shelf.genes(22, date: "1 Mar,2026"), etag: "\"v2\"")
    _ = try await shelf.run(new.address)
    #expect(shelf.genesInUse == 22)
    let second = try #require(try ReleaseFolder(path: shelf.path).current())
    let (from, to) = try ReleaseFolder(path: shelf.path).rollBack()
    #expect((from, to) == (second, first))
    #expect(shelf.genesInUse == 20)
    #expect(throws: UpdateError.nothingBefore(folder: shelf.path, release: first)) {
      try ReleaseFolder(path: shelf.path).rollBack()
    }
    // The next update goes forward again, to the folder that is already there.
    _ = try await shelf.run(new.address)
    #expect(shelf.genesInUse == 22)
    #expect(shelf.releases.count == 2)
  }

  @Test func `releases older than what a rollback goes to are removed`() async throws {
    let shelf = try Shelf()
    for (number, day) in ["1 Jan,2026", "2 Jan,2026", "3 Jan,2026"].enumerated() {
      let server = try Shelf.server(
        genes: Shelf.genes(20 + number, date: day), etag: "\"\(number)\"")
      _ = try await shelf.run(server.address)
    }
    #expect(
      shelf.releases.map { String($0.prefix(10)) } == ["2026-02-15", "2026-02-15"]
        || shelf.releases.map { String($0.prefix(10)) } == ["2026-01-02", "2026-01-03"])
    #expect(shelf.genesInUse == 22)
  }

  @Test func `a dry run does everything but the switch`() async throws {
    let shelf = try Shelf()
    let server = try Shelf.server()
    let report = try await shelf.run(server.address, isDry: true)
    guard case .wouldUpdate(let compilation, before: nil) = report.outcome else {
      Issue.record("\(report.outcome)")
      return
    }
    #expect(compilation.manifest.release == "2026-02-15")
    #expect(shelf.genesInUse == nil)
    #expect(shelf.releases == [])
    #expect(
      report.text(folder: "kb").hasSuffix(
        "kb: a knowledge base of 2026-02-15 would replace nothing\n"))
  }

  @Test func `a folder is a mirror, with the records of another machine's downloads or without`()
    async throws
  {
    let online = try Shelf()
    let server = try Shelf.server()
    _ = try await online.run(server.address)
    let offline = try Shelf()
    _ = try await offline.run("\(online.path)/downloads")
    #expect(offline.genesInUse == 20)
    let bands = try KnowledgeBase.open(folder: offline.path).manifest.sources.first {
      $0.file == Shelf.bands
    }
    #expect(bands?.releaseDate == "2026-02-15")
    #expect(bands?.url == server.address + Shelf.bands)
    let again = try await offline.run("\(online.path)/downloads")
    if case .upToDate = again.outcome {} else { Issue.record("\(again.outcome)") }
    #expect(server.requests.count == 2)

    try FileManager.default.removeItem(atPath: "\(online.path)/downloads/\(Shelf.list)")
    let failure = try #require(try await offline.failure("\(online.path)/downloads"))
    #expect(
      failure.sentence
        == "\(online.path)/downloads/\(Shelf.list): no such file in the mirror; put it there, or leave its row out with --sources; the knowledge base in use is unchanged"
    )
    #expect(failure.status == .knowledgeBase)
    #expect(offline.genesInUse == 20)
  }

  @Test func `a knowledge base of kb build in the folder is replaced and comes back`() async throws
  {
    let shelf = try Shelf()
    let list = try shelf.folder.write(Shelf.genes(7), to: "own.tsv")
    try Compilation([.dosageGenes: [SourceArgument(list)]]).write(folder: shelf.path)
    #expect(shelf.genesInUse == 7)
    let server = try Shelf.server()
    _ = try await shelf.run(server.address)
    #expect(shelf.genesInUse == 20)
    // kb build into a folder that an update keeps would write what nobody uses.
    #expect(throws: KnowledgeBaseError.keptByUpdate(folder: shelf.path)) {
      try Compilation([.dosageGenes: [SourceArgument(list)]]).write(folder: shelf.path)
    }
    #expect(try ReleaseFolder(path: shelf.path).rollBack().to == ".")
    #expect(shelf.genesInUse == 7)
    #expect(throws: UpdateError.notKept(folder: shelf.path)) {
      try ReleaseFolder(path: shelf.path).rollBack()
    }
  }

  @Test func `a second update at the same time is refused at once`() async throws {
    let shelf = try Shelf()
    let server = try Shelf.server { request, _ in
      [.wait(milliseconds: 700)] + .file(Shelf.genes(20), etag: "\"v1\"", for: request)
    }
    async let first = shelf.run(server.address)
    while server.requests.isEmpty { try await Task.sleep(for: .milliseconds(10)) }
    let second = try #require(try await shelf.failure(server.address))
    #expect(second.sentence == "\(shelf.path): another update is running; try again later")
    #expect(second.status == .locked)
    _ = try await first
    #expect(shelf.genesInUse == 20)
  }

  @Test func `what a killed update left is in nobody's way`() async throws {
    let shelf = try Shelf()
    let server = try Shelf.server()
    _ = try await shelf.run(server.address)
    // A release half written, a link not yet renamed, a lock file, a part without its record.
    for name in ["releases/2026-03-01-abc.partial/manifest.json", "downloads/\(Shelf.list).part"] {
      let path = "\(shelf.path)/\(name)"
      try FileManager.default.createDirectory(
        atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
      try Data("half".utf8).write(to: URL(fileURLWithPath: path))
    }
    try FileManager.default.createSymbolicLink(
      atPath: "\(shelf.path)/current.new", withDestinationPath: "nowhere")
    try Data().write(to: URL(fileURLWithPath: "\(shelf.path)/.clincall-update.lock"))
    #expect(shelf.genesInUse == 20)
    let new = try Shelf.server(genes: Shelf.genes(21), etag: "\"v2\"")
    _ = try await shelf.run(new.address)
    #expect(shelf.genesInUse == 21)
    #expect(shelf.downloads.allSatisfy { !$0.contains(".part") })
    #expect(shelf.releases.allSatisfy { !$0.contains(".partial") })
  }

  @Test func `a damaged knowledge base in use is repaired from the downloads`() async throws {
    let shelf = try Shelf()
    let server = try Shelf.server()
    _ = try await shelf.run(server.address)
    let store = "\(shelf.path)/current/GRCh38.kb"
    var bytes = try contents(of: store)
    bytes[bytes.count / 2] ^= 1
    try Data(bytes).write(to: URL(fileURLWithPath: store))
    #expect(shelf.genesInUse == nil)
    _ = try await shelf.run(server.address)
    #expect(shelf.genesInUse == 20)
  }

  @Test func `the shipped table can be read, names secure addresses and knows every reader`() throws
  {
    let sources = try UpdateSource.shipped()
    #expect(sources.allSatisfy { $0.url.hasPrefix("https://") })
    for role in SourceRole.allCases {
      #expect(sources.contains { $0.role == role }, "\(role.rawValue)")
    }
  }

  @Test(arguments: [
    (
      "dosage-genes GRCh38 yes 2 a.tsv",
      "t:1: 5 of 6 columns; a row has role, build, conditional, minimum_rows, name, url"
    ),
    (
      "\nother . yes 2 a https://a",
      "t:2: \"other\" is no option of kb build; a row has role, build, conditional, minimum_rows, name, url"
    ),
    ("hgnc GRCh36 yes 2 a https://a", "t:1: \"GRCh36\" is no build; write GRCh37, GRCh38 or ."),
    (
      "hgnc . si 2 a https://a",
      "t:1: \"si\" does not say whether the server knows conditional requests; write yes or no"
    ),
    ("hgnc . yes 0 a https://a", "t:1: \"0\" is no number of rows; write at least 1"),
    (
      "hgnc . yes 2 ../a https://a",
      "t:1: \"../a\" is no plain file name; leave folders and leading dots out"
    ),
    (
      "hgnc . yes 2 a https://a\nhgnc . yes 2 a https://b",
      "t:2: \"a\" is the name of an earlier row; give each its own"
    ),
    ("hgnc . yes 2 a ftp://a", "t:1: \"ftp://a\" is no address; write https://..."),
    (
      "# nothing",
      "t:1: 0 of 6 columns; a row has role, build, conditional, minimum_rows, name, url"
    ),
  ])
  func `a row of a table that cannot be meant is named`(text: String, sentence: String) {
    let error = #expect(throws: UpdateError.self) { try UpdateSource.table(text, file: "t") }
    #expect(error?.sentence == sentence)
  }
}
