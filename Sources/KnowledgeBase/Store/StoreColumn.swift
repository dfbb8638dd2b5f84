// SPDX-License-Identifier: MIT

/// Where a column of integers lies in the bytes of a store, read in place.
///
/// Copying the columns first costs more than reading them: each copy touches new pages.
struct StoreColumn<Value: FixedWidthInteger & BitwiseCopyable> {
  private let offset: Int
  let count: Int

  init(_ entry: StoreDirectory.Entry) {
    offset = entry.offset
    count = entry.count
  }

  /// - Precondition: `row` lies in `0..<count`, and `bytes` are those of the directory; the latter is
  ///   checked.
  func value(_ row: Int, _ bytes: borrowing RawSpan) -> Value {
    bytes.integer(at: offset + row * MemoryLayout<Value>.stride, as: Value.self)
  }
}
