// SPDX-License-Identifier: MIT

/// How the bytes of a file are wrapped.
package enum Container: Sendable, Equatable {
  case plain
  /// One or more gzip members; inflated by one thread.
  case gzip
  /// Blocked gzip; inflated by many. Source: SAM specification, section 4.1.
  case bgzf

  /// The container of a file that starts with these bytes.
  init(head: Span<UInt8>) {
    // A lone 0x1F is no text in any encoding: a gzip file cut after its first byte.
    guard head.count > 0, head[0] == 0x1F, head.count == 1 || head[1] == 0x8B else {
      self = .plain
      return
    }
    switch BGZFHeader.parse(head, at: 0) {
    case .header: self = .bgzf
    case .incomplete, .foreign, .bad: self = .gzip
    }
  }

  /// As many bytes as ``init(head:)`` and ``FileKind`` look at.
  static let headSize = 512
}
