// SPDX-License-Identifier: MIT

/// The documentation page of a rubric, made from its criteria.
package enum RubricPage {
  /// Markdown: thresholds, and for each direction one table a section.
  package static func markdown(_ rubric: Rubric = .riggs2020) -> String {
    var lines = [
      "# The copy-number rubric", "",
      "Made from the criteria in `Sources/Classification`; a test keeps it true.", "",
      "Rubric `\(rubric.rawValue)` version \(Rubric.version): \(rubric.title).", "",
      "Pathogenic from 0.99, likely pathogenic 0.90 to 0.98, uncertain -0.89 to 0.89, likely benign -0.90 "
        + "to -0.98, benign from -0.99.", "",
      "`clingen-calculator` differs in one number: 2F of gains gives -0.90.", "",
    ]
    for direction in Direction.allCases {
      lines += ["## \(direction == .loss ? "Losses" : "Gains")", ""]
      for section in 1...5 {
        lines += [
          "### Section \(section)", "",
          "| code | meaning | points | range | cap | decided by | not beside |",
          "|---|---|---|---|---|---|---|",
        ]
        for row in rubric.definitions(direction) where row.section == section {
          lines.append(line(row))
        }
        lines.append("")
      }
    }
    lines += ["## Recurrent intervals that count as a region, or do not", ""]
    lines += ["| interval | region | losses | gains | citation |", "|---|---|---|---|---|"]
    for row in NestedInterval.reviewed {
      lines.append(
        "| \(row.interval) | \(row.region) | \(row.countsForLoss ? "yes" : "no") | "
          + "\(row.countsForGain ? "yes" : "no") | \(row.citation) |")
    }
    lines += ["", "## Established loci of reduced penetrance", ""]
    lines += ["| region | direction | citation |", "|---|---|---|"]
    for row in ReducedPenetrance.reviewed {
      lines.append("| \(row.region) | \(row.direction.rawValue) | \(row.citation) |")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func line(_ row: CriterionDefinition) -> String {
    let range =
      row.range.count == 1
      ? "fixed" : "\(points(row.range.lowerBound)) to \(points(row.range.upperBound))"
    let shared = row.sharesCapWith.filter { $0 != row.criterion }.map(\.code)
    let cap = points(row.cap) + (shared.isEmpty ? "" : " with \(shared.joined(separator: ", "))")
    let excludes = row.excludes.map(\.code).joined(separator: ", ")
    return "| \(row.code) | \(row.wording) | \(points(row.points)) | \(range) | \(cap) | "
      + "\(row.decision == .automatic ? "ClinCall" : "a person") | \(excludes.isEmpty ? "-" : excludes) |"
  }

  private static func points(_ hundredths: Int) -> String {
    let magnitude = abs(hundredths)
    return (hundredths < 0 ? "-" : "")
      + "\(magnitude / 100).\(magnitude / 10 % 10)\(magnitude % 10)"
  }
}
