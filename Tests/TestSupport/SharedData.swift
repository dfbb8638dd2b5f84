// SPDX-License-Identifier: MIT

package import Testing

internal import FoundationEssentials

/// The folder of real files beside the project, which is not part of it.
///
/// Tests that need it carry ``trait``: without the folder they are skipped and say so, and with
/// `REQUIRE_SHARED=1` in the environment they run and fail instead.
package enum SharedData {
  /// `../shared/data` seen from the project, or nil where it is absent.
  package static let folder: String? = {
    // .../Tests/TestSupport/SharedData.swift
    var parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    parts.removeLast(3)
    let project = parts.joined(separator: "/")
    let folder = "\(project)/../shared/data"
    return FileManager.default.fileExists(atPath: folder) ? folder : nil
  }()

  /// Whether a missing folder is a failure.
  package static var isRequired: Bool {
    ProcessInfo.processInfo.environment["REQUIRE_SHARED"] == "1"
  }

  package static let trait: ConditionTrait = .enabled(
    if: folder != nil || isRequired, "needs ../shared/data")

  /// The path of a real file, for tests that carry ``trait``.
  ///
  /// - Throws: where the folder is missing, so that a required test fails with its name.
  package static func path(_ name: String) throws -> String {
    "\(try #require(folder, "needs ../shared/data"))/\(name)"
  }
}
