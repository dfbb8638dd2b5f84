// SPDX-License-Identifier: MIT

extension JSONShape {
  /// Appends the keywords of JSON Schema 2020-12 into an open object.
  func append(to json: inout JSONWriter, canBeNull: Bool = false) {
    func type(_ name: String, _ json: inout JSONWriter) {
      guard canBeNull else { return json.field("type", name) }
      json.array("type") { json in
        json.value(name.utf8)
        json.value("null".utf8)
      }
    }
    switch self {
    case .string: type("string", &json)
    case .integer: type("integer", &json)
    case .number: type("number", &json)
    case .boolean: type("boolean", &json)
    case .words(let words):
      type("string", &json)
      json.array("enum") { json in for word in words { json.value(word.utf8) } }
    case .array(let element):
      type("array", &json)
      json.object("items") { json in element.append(to: &json) }
    case .object(let keys):
      type("object", &json)
      json.object("properties") { json in
        for key in keys {
          json.object(key.name) { json in
            if !key.meaning.isEmpty { json.field("description", key.meaning) }
            key.shape.append(to: &json)
          }
        }
      }
      json.array("required") { json in
        for key in keys where key.isRequired { json.value(key.name.utf8) }
      }
      json.field("additionalProperties", false)
    case .orNull(let shape): shape.append(to: &json, canBeNull: true)
    }
  }
}

extension JSONReport {
  /// The JSON Schema of one line of NDJSON.
  package static var schema: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.field("$schema", "https://json-schema.org/draft/2020-12/schema")
      json.field("$id", "urn:clincall:ndjson:\(schemaVersion)")
      json.field("title", "A line of ClinCall's NDJSON: header, call, call of convert, or trailer")
      json.array("oneOf") { json in
        for keys in [
          HeaderSchema.keys, CallSchema.keys, CallSchema.convertedKeys, TrailerSchema.keys,
        ] {
          json.object { json in JSONShape.object(keys).append(to: &json) }
        }
      }
    }
    json.lineBreak()
    return json.bytes
  }
}
