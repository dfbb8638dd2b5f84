// SPDX-License-Identifier: MIT

/// Where the files come from instead of their own servers.
///
/// A mirror holds them flat, by the names of the table: a folder of files is all that an offline lab needs.
/// The `downloads` folder of a knowledge base on another machine is one, dates and addresses included.
package enum Mirror: Sendable, Equatable {
  /// None: each file from its own server.
  case none
  /// The files' names follow this prefix.
  case url(String)
  case folder(String)

  /// What `--mirror` says: a URL, else a folder.
  package init(_ text: String) {
    if text.hasPrefix("https://") || text.hasPrefix("http://") {
      self = .url(text.hasSuffix("/") ? text : text + "/")
    } else {
      self = .folder(text)
    }
  }

  /// The address of a file; nil where it lies in a folder.
  func url(of source: UpdateSource) -> String? {
    switch self {
    case .none: source.url
    case .url(let prefix): prefix + source.name
    case .folder: nil
    }
  }
}
