// SPDX-License-Identifier: MIT

package import Classification
import Reports

/// The shipped worked cases, run through the rubric, as a concordance table for a laboratory's validation
/// file.
///
/// Every case was written by the project from the text of the rubric. The expected criteria and totals
/// stand in ``WorkedCase``; nothing of them comes from the program.
package struct SelfTest: Sendable {
  package let text: String
  package let agrees: Bool

  package init(_ rubric: Rubric) {
    var assessor = Assessor(rubric)
    var lines = [
      "# clincall \(ClinCallVersion.current) self-test, rubric \(rubric.rawValue) \(Rubric.version): \(rubric.title)",
      "#case\ttype\texpected\tfound\texpected_total\ttotal\tclass\tresult\twhat",
    ]
    var failures = 0
    for (number, item) in WorkedCase.all(rubric).enumerated() {
      let assessment = assessor.assess(item.facts, statements: item.statements)
      var criteria: [String] = []
      for row in assessor.rows where row.state == .met && row.criterion != .c5F {
        if !criteria.contains(row.criterion.code) { criteria.append(row.criterion.code) }
      }
      let found = criteria.joined(separator: ";")
      let isSame = found == item.criteria && Int(assessment.total) == item.total
      if !isSame { failures += 1 }
      lines.append(
        [
          "\(number + 1)", item.facts.direction.rawValue, item.criteria, found,
          Self.points(item.total), Self.points(Int(assessment.total)),
          assessment.pathogenicity.rawValue, isSame ? "agrees" : "DIFFERS", item.what,
        ].joined(separator: "\t"))
    }
    lines.append("# \(lines.count - 2) cases, \(failures) differ")
    text = lines.joined(separator: "\n") + "\n"
    agrees = failures == 0
  }

  private static func points(_ hundredths: Int) -> String {
    var bytes: [UInt8] = []
    bytes.append(hundredths: hundredths)
    return String(decoding: bytes, as: UTF8.self)
  }
}
