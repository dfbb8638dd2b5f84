// SPDX-License-Identifier: MIT

import Classification
import Foundation
import TestSupport
import Testing

struct RubricPageTests {
  /// `RECORD_EXPECTED=1` writes the page anew and fails.
  @Test func `the page of the rubric in docs is what the criteria say`() throws {
    let path = "\(Program.project)/docs/rubric.md"
    if ProcessInfo.processInfo.environment["RECORD_EXPECTED"] == "1" {
      try FileManager.default.createDirectory(
        atPath: "\(Program.project)/docs", withIntermediateDirectories: true)
      try Data(RubricPage.markdown().utf8).write(to: URL(fileURLWithPath: path))
      Issue.record("recorded docs/rubric.md")
      return
    }
    #expect(RubricPage.markdown() == (try text(of: path)))
  }
}
