// SPDX-License-Identifier: MIT

import Foundation
import TestSupport
import Testing

/// The commands of the knowledge base, as users run them.
struct KnowledgeBaseCommandTests {
  /// 1 June 2026.
  private let june = ["SOURCE_DATE_EPOCH": "1780272000"]

  /// A folder with a mirror and a table of its two sources.
  private static func shelf() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let lists = "\(Program.project)/testdata/clingen"
    for name in ["genes.GRCh38.tsv", "regions.GRCh38.tsv"] {
      _ = try folder.write(contents(of: "\(lists)/\(name)"), to: name)
    }
    _ = try folder.write(
      """
      dosage-genes   GRCh38 yes 1 genes.GRCh38.tsv   https://a.example/genes.GRCh38.tsv
      dosage-regions GRCh38 yes 1 regions.GRCh38.tsv https://a.example/regions.GRCh38.tsv

      """, to: "table")
    return folder
  }

  private static func update(
    _ folder: TemporaryFolder, _ more: [String] = []
  ) throws -> Program.Result {
    try Program.clincall.run(
      [
        "kb", "update", "-o", folder.file("kb"), "--mirror", folder.path, "--sources",
        folder.file("table"),
      ] + more)
  }

  @Test func `an update is used by -k, verified, and rolled back`() throws {
    let folder = try Self.shelf()
    let first = try Self.update(folder)
    #expect(first.errors == "")
    #expect(first.status == 0)
    #expect(first.lines.last?.hasSuffix(" is in use") == true)
    #expect(try Self.update(folder).lines.last?.hasSuffix(" is up to date") == true)

    let verified = try Program.clincall.run(["kb", "verify", "-k", folder.file("kb")])
    #expect(verified.status == 0)
    #expect(verified.lines.count == 3)
    #expect(verified.lines.allSatisfy { $0.hasSuffix(": OK") })

    let list = try text(of: folder.file("genes.GRCh38.tsv"))
    _ = try folder.write(
      list.replacingOccurrences(of: "2026", with: "2027"), to: "genes.GRCh38.tsv")
    let dry = try Self.update(folder, ["--dry-run"])
    #expect(dry.lines.last?.contains("would replace") == true)
    let second = try Self.update(folder)
    #expect(second.lines.last?.contains("; clincall kb rollback goes back to ") == true)
    let back = try Program.clincall.run(["kb", "rollback", "-k", folder.file("kb")])
    #expect(back.status == 0)
    #expect(back.text.contains(" is in use again, "))
    #expect(try Program.clincall.run(["kb", "rollback", "-k", folder.file("kb")]).status == 69)
  }

  @Test func `an update killed at any point leaves the old knowledge base in use`() throws {
    let folder = try Self.shelf()
    _ = try Self.update(folder)
    let before = try Program.clincall.run(["kb", "verify", "-k", folder.file("kb")]).text
    let list = try text(of: folder.file("genes.GRCh38.tsv"))
    _ = try folder.write(
      list.replacingOccurrences(of: "2026", with: "2027"), to: "genes.GRCh38.tsv")
    let killed = try Program.shell(
      "for delay in 0.01 0.02 0.03 0.04 0.05 0.06 0.08 0.1 0.15; do "
        + "timeout -s KILL $delay \"$clincall\" kb update -o '\(folder.file("kb"))' "
        + "--mirror '\(folder.path)' --sources '\(folder.file("table"))' >/dev/null 2>&1; "
        + "\"$clincall\" kb verify -k '\(folder.file("kb"))' >/dev/null || exit 9; done; exit 0")
    #expect(killed.status == 0)
    let last = try Self.update(folder)
    #expect(last.status == 0)
    let after = try Program.clincall.run(["kb", "verify", "-k", folder.file("kb")])
    #expect(after.status == 0)
    #expect(after.text != before)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.file("kb/releases"))
        .allSatisfy { !$0.hasSuffix(".partial") })
  }

  @Test func `a flipped byte is found by kb verify and by annotate, which name the section`() throws
  {
    let folder = try Self.shelf()
    _ = try Self.update(folder)
    let store = folder.file("kb/current/GRCh38.kb")
    let good = try contents(of: store)
    // A symbol stands among the texts and nowhere else.
    let place = try #require(good.firstRange(of: Array("BRAVO".utf8)))
    var bytes = good
    bytes[place.lowerBound] ^= 0x20
    try Data(bytes).write(to: URL(fileURLWithPath: store))
    for arguments in [
      ["kb", "verify", "-k", folder.file("kb")],
      ["annotate", "-g", "GRCh38", "-k", folder.file("kb"), "testdata/bed/array.bed"],
    ] {
      let result = try Program.clincall.run(arguments)
      #expect(result.status == 69)
      #expect(result.output.isEmpty)
      let path = try FileManager.default.destinationOfSymbolicLink(
        atPath: folder.file("kb/current"))
      #expect(
        result.errors
          == "clincall: error: \(folder.file("kb"))/\(path)/GRCh38.kb: checksum of strings does not "
          + "match; the file is damaged, run clincall kb build again\n")
    }
    try Data(good).write(to: URL(fileURLWithPath: store))
    let manifest = folder.file("kb/current/manifest.json")
    let text = try text(of: manifest)
    try Data(text.replacing("2026-", with: "2027-").utf8).write(
      to: URL(fileURLWithPath: manifest))
    let result = try Program.clincall.run(["kb", "verify", "-k", folder.file("kb")])
    #expect(result.status == 69)
    #expect(
      result.errors.hasSuffix(
        "/manifest.json: its own checksum does not match; the file is damaged, run clincall kb build "
          + "again\n"))
  }

  @Test func `an update without a folder is a mistake of the command line`() throws {
    let result = try Program.clincall.run(["kb", "update"])
    #expect(result.status == 64)
    #expect(
      result.errors
        == "clincall: error: no folder; give the one to keep with -o DIR, or name it in CLINCALL_KB\n"
    )
  }

  @Test func `ages are counted from SOURCE_DATE_EPOCH, and an old knowledge base is refused`()
    throws
  {
    let folder = try Self.shelf()
    _ = try Self.update(folder)
    let info = try Program.clincall.run(["kb", "info", "-k", folder.file("kb")], environment: june)
    #expect(info.status == 0)
    let age = try #require(info.lines.first { $0.hasPrefix("age: ") })
    #expect(age.contains(" on 2026-06-01 (dosage-genes "))
    let arguments = [
      "annotate", "-k", folder.file("kb"), "testdata/bed/array.bed", "-g", "GRCh38", "--no-version",
    ]
    let refused = try Program.clincall.run(arguments + ["--max-kb-age", "1"], environment: june)
    #expect(refused.status == 69)
    #expect(refused.output.isEmpty)
    #expect(
      refused.errors.contains(" days old, and --max-kb-age allows 1; run clincall kb update, or "))
    // The reports hold dates and no ages: the day of the run does not change them.
    let taken = try Program.clincall.run(arguments + ["--max-kb-age", "9999"], environment: june)
    #expect(taken.status == 0)
    #expect(try Program.clincall.run(arguments).output == taken.output)
    let odd = try Program.clincall.run(
      arguments + ["--max-kb-age", "1"], environment: ["SOURCE_DATE_EPOCH": "yesterday"])
    #expect(odd.status == 64)
    #expect(
      odd.errors
        == "clincall: error: SOURCE_DATE_EPOCH \"yesterday\": no time; write whole seconds since 1970-01-01\n"
    )
  }

  @Test func `two knowledge bases are compared as text, TSV and JSON`() throws {
    let folder = try Self.shelf()
    _ = try Self.update(folder)
    func diff(_ type: String) throws -> Program.Result {
      try Program.clincall.run(
        ["kb", "diff", folder.file("kb"), folder.file("other"), "-O", type])
    }
    let build = try Program.clincall.run([
      "kb", "build", "-o", folder.file("other"), "--dosage-genes", folder.file("genes.GRCh38.tsv"),
    ])
    #expect(build.status == 0)
    let plain = try diff("text")
    #expect(plain.status == 0)
    #expect(plain.text.contains("\ndosage_regions: "))
    let rows = try diff("tsv").rows
    #expect(rows.first == "#table\tchange\tid\tname\tcolumn\told\tnew")
    #expect(rows.dropFirst().allSatisfy { $0.hasPrefix("dosage_regions\tremoved\t") })
    #expect(rows.count > 1)
    let json = try JSONSerialization.jsonObject(with: Data(try diff("json").output))
    let changes = (json as? [String: Any])?["changes"] as? [[String: Any]]
    #expect(changes?.count == rows.count - 1)
  }

  @Test(arguments: ["bed", "ndjson", "tsv"])
  func `every table is exported in every form`(form: String) throws {
    let folder = try Self.shelf()
    _ = try Self.update(folder)
    let result = try Program.clincall.run([
      "kb", "export", "-k", folder.file("kb"), "-o", folder.file("out"), "-O", form,
    ])
    #expect(result.status == 0)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.file("out")).sorted()
    let name = form == "bed" ? "dosage_genes.GRCh38.bed" : "dosage_genes.\(form)"
    #expect(names.contains(name), "\(names)")
    #expect(try !contents(of: "\(folder.file("out"))/\(name)").isEmpty)
  }

  @Test
  func `kb build --previous keeps what the new list no longer has, and makes nothing current`()
    throws
  {
    let folder = try TemporaryFolder()
    let list = try TestSupport.text(of: "\(Program.project)/testdata/clingen/genes.GRCh38.tsv")
    let newer =
      list.split(separator: "\n").filter { !$0.hasPrefix("ALFA\t") }
      .joined(separator: "\n").replacing("#15 Feb,2026", with: "#1 Mar,2026") + "\n"
    func build(_ name: String, _ text: String, _ more: [String]) throws -> String {
      let kb = folder.file(name)
      let result = try Program.clincall.run(
        ["kb", "build", "-o", kb, "--dosage-genes", try folder.write(text, to: "\(name).tsv")]
          + more)
      try #require(result.status == 0, "\(result.errors)")
      return kb
    }
    let old = try build("old", list, [])
    let new = try build("new", newer, ["--previous", old])
    let bed = try folder.write("chr1\t1000000\t1050000\tDEL\n", to: "c.bed")
    func call(_ kb: String) throws -> String? {
      try Program.clincall.run([
        "annotate", "-k", kb, "-g", "38", "--columns", "hi_genes,cnv_evidence", bed,
      ]).rows.last.map(String.init)
    }
    #expect(try call(old)?.contains("ALFA:3:complete\t") ?? false)
    #expect(try call(new)?.hasPrefix("ALFA:withdrawn:complete\t") ?? false)
    #expect(try call(new)?.contains("2A=") == false)
    let json = try Program.clincall.run(["annotate", "-k", new, "-g", "38", "-O", "ndjson", bed])
    #expect(json.text.contains(#""last_score":"3","last_date":"2026-02-15""#), "\(json.text)")
  }
}
