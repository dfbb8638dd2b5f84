// SPDX-License-Identifier: MIT

internal import FoundationEssentials

/// A JSON value whose shape is not known beforehand, as the endpoints of one service differ.
indirect enum JSONValue: Decodable {
  case text(String)
  case number(Double)
  case flag(Bool)
  case list([JSONValue])
  case object([String: JSONValue])
  case null

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .flag(value)
    } else if let value = try? container.decode(String.self) {
      self = .text(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else if let value = try? container.decode([JSONValue].self) {
      self = .list(value)
    } else {
      self = .object(try container.decode([String: JSONValue].self))
    }
  }

  /// - Throws: ``KnowledgeBaseError/notJSON(file:)`` for a text that is no JSON or is cut.
  static func read(_ file: SourceFile) throws(KnowledgeBaseError) -> JSONValue {
    let bytes = file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? file.bytes[3...] : file.bytes[...]
    do {
      return try JSONDecoder().decode(JSONValue.self, from: Data(bytes))
    } catch {
      throw .notJSON(file: file.argument.path)
    }
  }

  subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self, let value = members[key], !value.isNull else {
      return nil
    }
    return value
  }

  var isNull: Bool {
    if case .null = self { return true }
    return false
  }

  var elements: [JSONValue]? {
    if case .list(let elements) = self { return elements }
    return nil
  }

  /// The text of a text or whole number, else empty.
  var string: String {
    switch self {
    case .text(let text): trimmed(text)
    case .number(let number) where number == number.rounded() && abs(number) < 1e15:
      String(Int64(number))
    default: ""
    }
  }

  /// Every text under one of the keys, at any depth.
  func texts(under keys: Set<String>) -> [String] {
    switch self {
    case .list(let elements): elements.flatMap { $0.texts(under: keys) }
    case .object(let members):
      members.flatMap { key, value in
        if keys.contains(key), case .text(let text) = value { return [trimmed(text)] }
        return value.texts(under: keys)
      }
    default: []
    }
  }
}
