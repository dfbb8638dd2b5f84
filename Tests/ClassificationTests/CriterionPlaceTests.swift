// SPDX-License-Identifier: MIT

import Classification
import Foundation
import TestSupport
import Testing

/// One rule, one place, one test file.
struct CriterionPlaceTests {
  /// Swift files below a folder, by name without suffix.
  private func files(_ folder: String) throws -> [String: String] {
    let root = "\(Program.project)/\(folder)"
    var files: [String: String] = [:]
    let paths = try #require(FileManager.default.enumerator(atPath: root))
    for case let path as String in paths where path.hasSuffix(".swift") {
      let name = String(path.split(separator: "/").last ?? "").replacing(".swift", with: "")
      files[name] = try text(of: "\(root)/\(path)")
    }
    return files
  }

  @Test func `every row of the rubrics is declared in one file, and that file's tests name it`()
    throws
  {
    let sources = try files("Sources/Classification").filter { !$0.key.hasPrefix("WorkedCase") }
    let tests = try files("Tests/ClassificationTests")
    // Losses and gains share some codes with another meaning: at most one file a rubric and section.
    for direction in Direction.allCases {
      for row in Rubric.riggs2020.definitions(direction) {
        let word = ".c" + row.code.replacing("-", with: "")
        let declaring = sources.filter { name, text in
          let isOther =
            name.hasPrefix(direction == .loss ? "Gain" : "Loss") || name.hasPrefix("Section5+")
          return !isOther
            && (text.contains("CriterionDefinition(\n    \(word), ")
              || text.contains("CriterionDefinition(\n      \(word), ")
              || text.contains("CriterionDefinition(\n        \(word), ")
              || text.contains(" row(\(word), ") || text.contains("row(\n        \(word), "))
        }.keys.sorted()
        #expect(declaring.count == 1, "\(direction.rawValue) \(row.code): \(declaring)")
        guard let file = declaring.first else { continue }
        let test = tests["\(file)Tests"]
        #expect(test?.contains(word) ?? false, "\(file)Tests says nothing of \(word)")
      }
    }
  }
}
