// SPDX-License-Identifier: MIT

import Foundation
import TestSupport
import Testing

/// What `clincall formats` shows of each format: read, converted, read again, and documented.
struct FormatExampleTests {
  struct Shown {
    let name: String
    let facts: [String: String]
    /// Lines of a file of the format.
    let example: String
  }

  private func shown() throws -> [Shown] {
    let result = try Program.clincall.run(["formats"])
    #expect(result.status == 0)
    var found: [Shown] = []
    var name = ""
    var facts: [String: String] = [:]
    var example: [String] = []
    func finish() {
      if !name.isEmpty {
        found.append(Shown(name: name, facts: facts, example: example.joined(separator: "\n")))
      }
      facts = [:]
      example = []
    }
    for line in result.lines.map(String.init) {
      let parts = line.split(separator: ":", maxSplits: 1).map(String.init)
      if line.hasPrefix("  "), parts.count == 2 {
        let key = parts[0].trimmingCharacters(in: .whitespaces)
        let value = String(parts[1].dropFirst())
        if key == "example" { example = [value] } else { facts[key] = value }
      } else if parts.count == 2, parts[1].hasPrefix(" "), !parts[0].contains("\t"),
        parts[0].allSatisfy({ $0.isLowercase || $0 == "-" })
      {
        finish()
        name = parts[0]
        facts["title"] = String(parts[1].dropFirst())
      } else {
        example.append(line)
      }
    }
    finish()
    return found
  }

  /// Place, type, copies and sample of every call.
  private func calls(_ path: String, build: String) throws -> [String] {
    let result = try Program.clincall.run(["convert", "-q", "-g", build, "-O", "tsv", path])
    #expect(result.status == 0, "\(path): \(result.errors)")
    return result.rows.dropFirst().map { row in
      let cells = row.split(separator: "\t", omittingEmptySubsequences: false)
      return [0, 1, 2, 4, 5, 6].map { String(cells[$0]) }.joined(separator: " ")
    }.sorted()
  }

  @Test func `every format's example is the same calls after conversion to BED and VCF`() throws {
    let formats = try shown()
    #expect(formats.count > 35)
    let folder = try TemporaryFolder()
    for format in formats where format.name != "table" {
      let header =
        format.name == "vcf"
        ? "##fileformat=VCFv4.2\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tS1\n" : ""
      let build = format.name == "hgvs" ? "38" : "37"
      let path = try folder.write(header + format.example + "\n", to: "S1.\(format.name).txt")
      let original = try calls(path, build: build)
      #expect(original.count == 1, "\(format.name)")
      for form in ["bed", "vcf"] {
        // Another name: what was a file's sample must not come back by chance.
        let converted = folder.file("\(format.name)-converted.\(form)")
        let result = try Program.clincall.run([
          "convert", "-q", "-g", build, "-o", converted, path,
        ])
        #expect(result.status == 0, "\(format.name): \(result.errors)")
        #expect(try calls(converted, build: build) == original, "\(format.name) \(form)")
      }
    }
  }

  @Test
  func `every format has a page with layout, coordinates, cues, example and how it was checked`()
    throws
  {
    let page = try text(of: "docs/formats.md")
    let sections = page.components(separatedBy: "\n## ").dropFirst().map {
      $0.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    }
    let formats = try shown()
    #expect(sections.map { $0[0] } == formats.map(\.name))
    for (section, format) in zip(sections, formats) {
      let body = section.last ?? ""
      let title = try #require(format.facts["title"])
      let first = body.trimmingCharacters(in: .newlines).split(separator: "\n")[0]
      #expect(first.lowercased() == title.lowercased() + ".", "\(format.name)")
      let layout = body.components(separatedBy: "\n* Coordinates: ")[0].dropFirst(first.count + 1)
      // More than the title: the reader's own documentation with its source.
      #expect(layout.count > 100, "\(format.name)")
      #expect(layout.contains("- Source: "), "\(format.name)")
      for (key, heading) in [
        ("coordinates", "Coordinates"), ("recognised by", "Recognised by"),
        ("genome build", "Genome build"), ("checked on", "Checked on"),
      ] {
        let value = try #require(format.facts[key], "\(format.name) \(key)")
        #expect(!value.isEmpty)
        #expect(body.contains("\n* \(heading): \(value)\n"), "\(format.name) \(key)")
      }
      #expect(body.contains("\n```\n\(format.example)\n```"), "\(format.name)")
    }
  }
}
