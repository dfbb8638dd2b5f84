// SPDX-License-Identifier: MIT

/// What a value of NDJSON looks like: the one description that `clincall schema` prints and that tests
/// hold real reports against.
///
/// Whoever adds a key to a report adds it to the ``JSONKey`` list of its object, in a file of its own
/// where the key is an object (`CallSchema+Lab.swift`): a test fails when a report holds a key that no
/// list has.
package indirect enum JSONShape: Sendable {
  case string
  case integer
  case number
  case boolean
  /// One of these texts.
  case words([String])
  case array(JSONShape)
  case object([JSONKey])
  /// The value, or null where the input or the knowledge base does not tell.
  case orNull(JSONShape)
}

/// A key of an object.
package struct JSONKey: Sendable {
  package let name: String
  package let shape: JSONShape
  /// What the value means, with unit and coordinate base.
  package let meaning: String
  /// Whether every object has it.
  package let isRequired: Bool

  package init(_ name: String, _ shape: JSONShape, _ meaning: String, isRequired: Bool = true) {
    self.name = name
    self.shape = shape
    self.meaning = meaning
    self.isRequired = isRequired
  }

  /// A key that only some objects have.
  package static func optional(_ name: String, _ shape: JSONShape, _ meaning: String) -> JSONKey {
    JSONKey(name, shape, meaning, isRequired: false)
  }
}
