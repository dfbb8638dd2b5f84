// SPDX-License-Identifier: MIT

/// A text of one store, by its number in that store's string heap; equal ids are equal texts.
///
/// Ids of different stores have nothing to do with each other.
package struct StringID: RawRepresentable, Hashable, Sendable {
  package let rawValue: UInt32

  package init(rawValue: UInt32) { self.rawValue = rawValue }

  /// The empty text, which stands for a missing value.
  package static let empty = StringID(rawValue: 0)
}
