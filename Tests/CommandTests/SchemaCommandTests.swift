// SPDX-License-Identifier: MIT

import Foundation
import TestSupport
import Testing

/// `clincall schema` describes what the reports are.
struct SchemaCommandTests {
  private static let reports: [[String]] = [
    ["testdata/vcf/germline.vcf", "--emit", "all"],
    ["testdata/vcf/germline.vcf", "--emit", "all", "--no-version", "--sex", "proband=female"],
    ["-g", "38", "testdata/bed/array.bed", "--lab-calls", "testdata/bed/array.bed"],
  ]

  private func schema() throws -> [String: Any] {
    let result = try Program.clincall.run(["schema"])
    #expect(result.status == 0)
    return try #require(
      try JSONSerialization.jsonObject(with: Data(result.output)) as? [String: Any])
  }

  /// What of a value the schema does not allow: the keywords that our schema uses.
  private func problems(_ value: Any, _ schema: [String: Any], at path: String) -> [String] {
    if let choices = schema["oneOf"] as? [[String: Any]] {
      let found = choices.map { problems(value, $0, at: path) }
      if found.filter(\.isEmpty).count == 1 { return [] }
      // The choice that the value says it is, else the nearest.
      let own = found.filter { list in !list.contains { $0.hasPrefix("\(path).type:") } }
      return (own.isEmpty ? found : own).min { $0.count < $1.count } ?? []
    }
    let types = schema["type"] as? [String] ?? [schema["type"] as? String ?? ""]
    if value is NSNull { return types.contains("null") ? [] : ["\(path): null"] }
    var found: [String] = []
    if let words = schema["enum"] as? [String], !words.contains(value as? String ?? "") {
      found.append("\(path): \(value) is none of \(words)")
    }
    switch types[0] {
    case "object":
      guard let object = value as? [String: Any] else { return ["\(path): no object"] }
      let properties = schema["properties"] as? [String: [String: Any]] ?? [:]
      for (key, inner) in object {
        guard let shape = properties[key] else {
          found.append("\(path).\(key): a key that the schema lacks")
          continue
        }
        found += problems(inner, shape, at: "\(path).\(key)")
      }
      for key in schema["required"] as? [String] ?? [] where object[key] == nil {
        found.append("\(path): no \(key)")
      }
    case "array":
      guard let array = value as? [Any] else { return ["\(path): no array"] }
      let items = schema["items"] as? [String: Any] ?? [:]
      for element in array { found += problems(element, items, at: "\(path)[]") }
    case "string" where !(value is String): found.append("\(path): no string")
    case "integer" where (value as? NSNumber)?.stringValue.contains(".") ?? true,
      "number" where !(value is NSNumber), "boolean" where !(value is NSNumber):
      found.append("\(path): no \(types[0])")
    default: break
    }
    return found
  }

  @Test(arguments: reports.indices) func `every line of NDJSON is as the schema says`(number: Int)
    throws
  {
    let schema = try schema()
    let result = try Program.clincall.run(["annotate", "-O", "ndjson"] + Self.reports[number])
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.lines.count > 5)
    for line in result.lines {
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8))
      #expect(problems(object, schema, at: "") == [])
    }
  }

  @Test(arguments: [
    ["testdata/vcf/germline.vcf"], ["-g", "GRCh38", "testdata/bed/array.bed"],
  ])
  func `every line of convert is as the schema says`(input: [String]) throws {
    let schema = try schema()
    let result = try Program.clincall.run(["convert", "-O", "ndjson"] + input)
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.lines.count > 5)
    for line in result.lines {
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8))
      #expect(problems(object, schema, at: "") == [])
    }
  }

  @Test func `a key that the schema lacks is found`() throws {
    let line = #"{"type":"trailer","counts":{"records":1},"surprise":1}"#
    let object = try JSONSerialization.jsonObject(with: Data(line.utf8))
    let found = problems(object, try schema(), at: "")
    #expect(found.contains(".surprise: a key that the schema lacks"))
    #expect(found.contains(".counts: no calls"))
  }

  /// Whether Python's own validator is there; `make test` installs it.
  private static let hasValidator =
    (try? Program.installed("python3")?.run(["-c", "import jsonschema"]).status) == 0

  @Test(.enabled(if: hasValidator, "needs python3-jsonschema"))
  func `a validator of others agrees`() throws {
    let python = try #require(Program.installed("python3"))
    let folder = try TemporaryFolder()
    let schema = try folder.write(try Program.clincall.run(["schema"]).output, to: "schema.json")
    let report = try folder.write(
      try Program.clincall.run(["annotate", "-O", "ndjson"] + Self.reports[0]).output,
      to: "r.ndjson")
    let program = """
      import json, sys, jsonschema
      schema = json.load(open(sys.argv[1]))
      jsonschema.Draft202012Validator.check_schema(schema)
      validator = jsonschema.Draft202012Validator(schema)
      for line in open(sys.argv[2]): validator.validate(json.loads(line))
      """
    let result = try python.run(["-c", program, schema, report])
    #expect(result.status == 0, "\(result.errors)")
  }

  @Test func `the version of the schema is that of the header`() throws {
    let result = try Program.clincall.run(["annotate", "-O", "ndjson"] + Self.reports[0])
    let id = try #require(try schema()["$id"] as? String)
    let version = try #require(id.split(separator: ":").last)
    #expect(version.split(separator: ".").count == 3)
    #expect(result.lines.first?.contains("\"schema_version\":\"\(version)\"") == true)
  }

  @Test(arguments: ["call", "gene", "overlap"])
  func `every column of every table has a meaning`(mode: String) throws {
    let dictionary = try Program.clincall.run(["schema", "-O", "tsv"]).rows.dropFirst().map {
      $0.split(separator: "\t", omittingEmptySubsequences: false)
    }
    #expect(dictionary.allSatisfy { $0.count == 4 && !$0[3].isEmpty })
    let options = mode == "call" ? ["--columns", "all"] : ["--mode", mode]
    let table = try Program.clincall.run(["annotate"] + options + ["testdata/vcf/germline.vcf"])
    let names = try #require(table.rows.first).dropFirst().split(separator: "\t")
    #expect(dictionary.filter { $0[0] == mode }.map { $0[1] } == names)
  }

  @Test func `the keys of VCF are the lines of its header`() throws {
    let keys = try Program.clincall.run(["schema", "-O", "vcf"]).lines
    #expect(
      !keys.isEmpty
        && keys.allSatisfy { $0.hasPrefix("##INFO=<ID=CC_") || $0.hasPrefix("##FORMAT=<ID=CC_") })
    let report = try Program.clincall.run(["annotate", "-O", "vcf", "testdata/vcf/germline.vcf"])
    func ids(_ lines: [Substring]) -> [Substring] {
      lines.filter { $0.contains("<ID=CC_") }.map { $0.prefix { $0 != "," } }
    }
    #expect(ids(keys) == ids(report.lines))
  }
}
