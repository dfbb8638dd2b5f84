// SPDX-License-Identifier: MIT

package import CallFiles

/// What is wrong with a declared graph.
package enum GraphFault: Sendable, Hashable {
  // The file.
  case tooLarge(limit: Int)
  case notText
  case empty
  /// What the YAML parser says.
  case syntax(String)
  case tooDeep(limit: Int)
  case anchor
  case tag
  case mergeKey
  case complexKey
  case duplicateKey(String, firstLine: Int)

  // The shape.
  case wrongShape(key: String, expected: Shape)
  case unknownKey(String, of: String, known: [String])
  case missingKey(String, of: String)
  case emptyValue(key: String)
  case badName(String)
  case nameTaken(String, firstLine: Int)
  case unknownKind(String, Role, known: [String])
  case unknownWord(key: String, text: String, known: [String])
  case notNumber(key: String, text: String, least: Int, most: Int)
  case notPoints(key: String, text: String)
  case badRegion(String)
  case badShard(String)
  case badSex(String)
  case tableOption(key: String, TableOptionFault)
  /// Two keys of which one may be given.
  case bothGiven(String, String)
  case sideFileTwice(String, firstLine: Int)

  // Parameters.
  case unknownParameter(String, known: [String])
  case openBrace(String)
  case parameterNotSet(String)
  /// A `--set` of a name that the file does not declare; it has no place in the file.
  case setUnknown(String, known: [String])

  // The graph.
  case noSource
  case severalSources
  case noSink
  case danglingInput(String, known: [String])
  case fromSink(String)
  case noRest(String)
  case cycle([String])
  case unused(String)
  case notAnnotated(String)
  case annotatedTwice(String)
  case needsDosage(key: String)
  /// Dosage stages whose options are not the same.
  case differentDosage(String, firstLine: Int)
  case emptyFilter
  case sizesCrossed(least: Int, most: Int)
  case scoresCrossed(least: String, most: String)
  case suffixDisagrees(path: String, suffix: String, type: String)
  case neverCompressed(String)
  case onlyTable(key: String)
  case onlyCallTable(key: String)
  case columnTwice(String)
  case samePath(String, firstLine: Int)
  case standardInputTwice
  case severalInputsForVCF

  // The lists that stages name.
  case emptyList(String)
  case listTooLarge(String, limit: Int)
  /// A line of a region file.
  case badListLine(String)

  // What the inputs and the knowledge base say.
  case unknownSample(String, input: String)
  case noGeneModels

  package enum Shape: String, Sendable {
    case text
    case list
    case map
  }

  /// What a name of the file stands for.
  package enum Role: String, Sendable {
    case source
    case stage
    case sink
  }
}

/// A pipeline file that cannot be run, with everything that is wrong with it, by place.
package struct GraphError: Error, Sendable, Equatable {
  package struct Problem: Sendable, Hashable {
    /// Nil for what stands on the command line.
    package let mark: GraphMark?
    package let fault: GraphFault

    package init(_ fault: GraphFault, at mark: GraphMark?) {
      self.fault = fault
      self.mark = mark
    }
  }

  package let path: String
  package let problems: [Problem]

  package init(path: String, problems: [Problem]) {
    self.path = path
    // Sorted by hand: the order of equals stays.
    self.problems = problems.enumerated().sorted { a, b in
      let origin = GraphMark(line: 0, column: 0)
      let (first, second) = (a.element.mark ?? origin, b.element.mark ?? origin)
      return first == second ? a.offset < b.offset : first < second
    }.map(\.element)
  }
}
