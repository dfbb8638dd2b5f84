// SPDX-License-Identifier: MIT

import Foundation
import TestSupport
import Testing

/// The articles speak of what is there.
struct DocumentationTests {
  private static let articles: [String] = {
    let folder = "\(Program.project)/Sources"
    let paths = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return paths.filter { $0.contains(".docc/") && $0.hasSuffix(".md") }.sorted()
  }()

  @Test func `there are articles`() { #expect(Self.articles.count >= 9) }

  @Test(arguments: articles) func `every path of an article exists`(article: String) throws {
    let words = try text(of: "\(Program.project)/Sources/\(article)").split(separator: "`")
    for word in words
    where ["Sources/", "Tests/", "docs/", "testdata/", "pipelines/"].contains(where: word.hasPrefix)
      && !word.contains(" ")
    {
      #expect(
        FileManager.default.fileExists(atPath: "\(Program.project)/\(word)"),
        "\(article) names \(word)")
    }
  }

  @Test(arguments: articles) func `every type and file that an article names is in the sources`(
    article: String
  ) throws {
    let words = try text(of: "\(Program.project)/Sources/\(article)").split(separator: "`")
    // Every second piece stands in backquotes.
    let names = words.enumerated().filter { $0.offset % 2 == 1 }.map(\.element).filter { name in
      name.first?.isUppercase == true && name.allSatisfy { $0.isLetter || $0.isNumber }
        && name.contains(where: \.isLowercase)
    }
    for name in Set(names) {
      #expect(Self.sources.contains(name), "\(article) names \(name)")
    }
  }

  private static let sources: String = {
    let paths = ["Sources", "Tests"].flatMap { folder in
      (FileManager.default.enumerator(atPath: "\(Program.project)/\(folder)")?
        .compactMap { $0 as? String } ?? []).map { "\(Program.project)/\(folder)/\($0)" }
    }
    return paths.filter { $0.hasSuffix(".swift") }.compactMap { try? text(of: $0) }.joined()
      + "Package.swift CHTS CDeflate CSnapshot"
  }()
}
