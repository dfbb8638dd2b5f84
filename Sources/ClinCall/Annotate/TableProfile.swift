// SPDX-License-Identifier: MIT

package import CallFiles
import Files
import Yams

/// A laboratory's description of a table, in a file: what `--profile` reads.
///
/// YAML, with the keys of the command line:
///
///     map: {contig: Chr, start: Von, end: Bis, type: Typ, sample: Probe}
///     base: 1
///     type-map: {Verlust: loss, Gewinn: gain}
///     decimal: ","
///
/// or the same as lines `key=value` (`map=contig=Chr,start=Von`); `#` begins a comment.
package struct TableProfile: Sendable {
  package let options: TableOptions

  /// - Throws: ``FileError``, or ``TableProfileFault``.
  package init(path: String) throws {
    let file = try InputFile(path: path)
    var bytes: [UInt8] = []
    while try file.read(appendingTo: &bytes, upTo: 1 << 20) > 0 {
      guard bytes.count < 1 << 20 else { throw TableProfileFault(path: path, line: 0, fault: nil) }
    }
    let text = String(decoding: bytes, as: UTF8.self)
    var options = TableOptions()
    if let lines = Self.pairs(text) {
      for (line, key, value) in lines {
        do {
          try options.read(key, value)
        } catch {
          throw TableProfileFault(path: path, line: line, fault: error)
        }
      }
    } else {
      try Self.readYAML(text, path, &options)
    }
    self.options = options
  }

  /// The lines `key=value`; nil where a line is none, as in YAML.
  private static func pairs(_ text: String) -> [(line: Int, key: String, value: String)]? {
    var found: [(line: Int, key: String, value: String)] = []
    for (index, line) in text.split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline
    ).enumerated() {
      let content = line.drop { $0 == " " }
      guard let first = content.first, first != "#" else { continue }
      guard let equals = content.firstIndex(of: "=") else { return nil }
      let key = content[..<equals].filter { $0 != " " }
      guard !key.contains(":") else { return nil }
      let value = content[content.index(after: equals)...].drop { $0 == " " }
      found.append((index + 1, key, String(value)))
    }
    return found
  }

  private static func readYAML(_ text: String, _ path: String, _ options: inout TableOptions) throws
  {
    let node: Node?
    do {
      guard YAMLGuard.check(text) == nil else {
        throw TableProfileFault(path: path, line: 0, fault: nil)
      }
      node = try Yams.compose(yaml: text)
    } catch {
      throw TableProfileFault(path: path, line: 0, fault: nil)
    }
    guard let mapping = node?.mapping else {
      throw TableProfileFault(path: path, line: 0, fault: nil)
    }
    for (key, value) in mapping {
      let line = key.mark?.line ?? 0
      let name = key.scalar?.string ?? ""
      do throws(TableOptionFault) {
        if let scalar = value.scalar {
          try options.read(name, scalar.string)
        } else if let entries = value.mapping, name == "map" || name == "type-map" {
          for (word, meaning) in entries {
            guard let word = word.scalar?.string, let meaning = meaning.scalar?.string else {
              throw .noEquals(name)
            }
            if name == "map" {
              try options.map(word, to: meaning)
            } else {
              try options.setType(of: word, to: meaning)
            }
          }
        } else {
          throw .unknownKey(name)
        }
      } catch {
        throw TableProfileFault(path: path, line: line, fault: error)
      }
    }
  }
}

/// A profile that cannot be read; without fault it is neither YAML nor lines of `key=value`.
package struct TableProfileFault: Error, Sendable, Equatable {
  package let path: String
  package let line: Int
  package let fault: TableOptionFault?
}
