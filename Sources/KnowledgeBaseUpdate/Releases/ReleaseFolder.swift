// SPDX-License-Identifier: MIT

package import Files
internal import FoundationEssentials
internal import KnowledgeBase

/// The folder that `kb update` keeps and `-k` takes.
///
/// ```
/// FOLDER/current -> releases/2026-06-21-3f9a2c1b04de   the one in use
/// FOLDER/releases/NAME/                                a knowledge base, never changed
/// FOLDER/releases/NAME/replaces                        the name that was in use before it, or .
/// FOLDER/downloads/                                    the sources, with what their servers said
/// ```
/// One link decides what is in use, so that switching is one step and there is no second thing to agree
/// with it; what a rollback goes to stands in the release itself. A link, not a file with a name, because
/// people and other programs can follow it too. `.` is a knowledge base that `kb build` wrote to the folder
/// before: taking the link away brings it back.
package struct ReleaseFolder: Sendable {
  package let path: String

  package init(path: String) { self.path = path }

  var releases: String { "\(path)/releases" }
  var downloads: String { "\(path)/downloads" }
  private var link: String { "\(path)/\(KnowledgeBase.currentName)" }
  static let plain = "."
  static let replacesName = "replaces"
  static let unfinished = ".partial"

  /// The name of the release in use; nil in a folder without one.
  package func current() throws(FileError) -> String? {
    try SymbolicLink.target(of: link)?.split(separator: "/").last.map(String.init)
  }

  /// Makes the folders that are missing.
  ///
  /// - Throws: ``UpdateError/knowledgeBase(_:)``.
  func create() throws(UpdateError) {
    for folder in [releases, downloads] {
      do {
        try FileManager.default.createDirectory(
          atPath: folder, withIntermediateDirectories: true)
      } catch {
        throw .knowledgeBase(.cannotCreateFolder(path: path))
      }
    }
  }

  /// Keeps every other update and rollback out as long as the lock lives.
  ///
  /// - Throws: ``UpdateError/locked(folder:)``, ``UpdateError/file(_:)``.
  func lock() throws(UpdateError) -> FileLock {
    do throws(FileError) {
      return try FileLock(path: "\(path)/.clincall-update.lock")
    } catch {
      if case .locked = error { throw .locked(folder: path) }
      throw .file(error)
    }
  }

  /// Removes what a run that died left of a release.
  func removeUnfinished() {
    for name in names where name.hasSuffix(Self.unfinished) { remove(name) }
  }

  private var names: [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: releases)) ?? []
  }

  private func remove(_ name: String) {
    try? FileManager.default.removeItem(atPath: "\(releases)/\(name)")
  }

  /// Writes a release beside the others, verifies what was written, and gives it its name.
  ///
  /// The name tells the content, so the same sources give the same name and nothing is written twice.
  ///
  /// - Returns: the name.
  func add(_ compilation: Compilation) throws(UpdateError) -> String {
    let knowledgeBase = KnowledgeBase.compiled(compilation)
    let date = compilation.manifest.releaseDates.last ?? "undated"
    let stem = "\(date)-\(knowledgeBase.sha256.prefix(12))"
    var name = stem
    var number = 1
    while FileManager.default.fileExists(atPath: "\(releases)/\(name)") {
      if isWhole(name, sha256: knowledgeBase.sha256) { return name }
      number += 1
      name = "\(stem)-\(number)"
    }
    let partial = "\(name)\(Self.unfinished)"
    do throws(KnowledgeBaseError) {
      try compilation.write(folder: "\(releases)/\(partial)")
      let written = try KnowledgeBase.open(folder: "\(releases)/\(partial)")
      try written.verify()
      if written.sha256 != knowledgeBase.sha256 {
        throw .digestMismatch(file: "\(releases)/\(partial)/manifest.json")
      }
    } catch {
      remove(partial)
      throw .knowledgeBase(error)
    }
    let current: String?
    do throws(FileError) { current = try self.current() } catch { throw .file(error) }
    try writeReplaced(current ?? Self.plain, in: partial)
    try written { () throws(FileError) in
      try SymbolicLink.rename("\(releases)/\(partial)", to: "\(releases)/\(name)")
    }
    return name
  }

  private func isWhole(_ name: String, sha256: String) -> Bool {
    guard let kept = try? KnowledgeBase.open(folder: "\(releases)/\(name)"),
      kept.sha256 == sha256
    else { return false }
    return (try? kept.verify()) != nil
  }

  private func writeReplaced(_ name: String, in release: String) throws(UpdateError) {
    try written { () throws(FileError) in
      let file = try OutputFile(
        path: "\(releases)/\(release)/\(Self.replacesName)", replacing: true)
      try file.write(Array("\(name)\n".utf8))
      try file.publish()
    }
  }

  /// The name of what a release replaced; nil where there was nothing, or it is gone.
  func replaced(by name: String) -> String? {
    guard let bytes = try? InputFile.contents(of: "\(releases)/\(name)/\(Self.replacesName)") else {
      return nil
    }
    let before = String(decoding: bytes, as: UTF8.self).split(separator: "\n").first
    guard let before else { return nil }
    let folder = before == Self.plain ? path : "\(releases)/\(before)"
    return FileManager.default.fileExists(atPath: "\(folder)/manifest.json") ? String(before) : nil
  }

  /// Puts a release to use, in one step.
  func use(_ name: String) throws(UpdateError) {
    try written { () throws(FileError) in
      if name == Self.plain {
        try SymbolicLink.remove(link)
      } else {
        try SymbolicLink.point(link, to: "releases/\(name)")
      }
    }
  }

  /// Removes the releases that neither are in use nor are what a rollback goes to.
  ///
  /// Runs that opened one of them keep it until they end.
  func removeOld() {
    guard let current = (try? current()) ?? nil else { return }
    let kept = [current, replaced(by: current)]
    for name in names where !kept.contains(name) { remove(name) }
  }

  /// Goes back to what the release in use replaced, after verifying it.
  ///
  /// - Returns: the name of the release left, and of the one in use now.
  /// - Throws: ``UpdateError/notKept(folder:)``, ``UpdateError/nothingBefore(folder:release:)``,
  ///   ``UpdateError/locked(folder:)``, and what verifying throws.
  package func rollBack() throws(UpdateError) -> (from: String, to: String) {
    let current: String?
    do throws(FileError) { current = try self.current() } catch { throw .file(error) }
    guard let current else { throw .notKept(folder: path) }
    let lock = try lock()
    defer { withExtendedLifetime(lock) {} }
    guard let before = replaced(by: current) else {
      throw .nothingBefore(folder: path, release: current)
    }
    do throws(KnowledgeBaseError) {
      if before != Self.plain {
        try KnowledgeBase.open(folder: "\(releases)/\(before)").verify()
      }
    } catch {
      throw .knowledgeBase(error)
    }
    try use(before)
    return (current, before)
  }
}
