// SPDX-License-Identifier: MIT

internal import Glibc

/// A whole file mapped for reading: a compiled knowledge base, which is immutable once published.
///
/// Not for input of users: where a mapped file is cut by someone else, reading it is a signal.
///
/// `@unchecked Sendable` is sound: the pages are mapped read-only, the two properties never change, and
/// the mapping lasts until the last reference is gone; bytes are lent to closures only.
@safe package final class MappedFile: @unchecked Sendable {
  package let path: String
  private let bytes: UnsafeRawBufferPointer

  /// Maps `path` read-only.
  ///
  /// An empty file has no pages and lends no bytes.
  ///
  /// - Throws: ``FileError/notFound(path:)``, ``FileError/isDirectory(path:)``,
  ///   ``FileError/notRegular(path:)``, ``FileError/cannotOpen(path:errno:)``.
  package init(path: String) throws(FileError) {
    let file = try InputFile(path: path)
    guard let size = file.size else { throw .notRegular(path: path) }
    self.path = path
    guard size > 0 else {
      unsafe bytes = UnsafeRawBufferPointer(start: nil, count: 0)
      return
    }
    // Sound: a new mapping of our own choosing no address; the descriptor may close afterwards.
    let start = unsafe mmap(nil, Int(size), PROT_READ, MAP_PRIVATE, file.descriptor, 0)
    guard let start = unsafe start, unsafe start != MAP_FAILED else {
      throw .cannotOpen(path: path, errno: errno)
    }
    unsafe bytes = UnsafeRawBufferPointer(start: start, count: Int(size))
  }

  deinit {
    guard let start = unsafe bytes.baseAddress else { return }
    // Sound: exactly the mapping made by `init`; no borrowed view can outlive a closure.
    unsafe munmap(UnsafeMutableRawPointer(mutating: start), bytes.count)
  }

  /// The size of the file in bytes.
  package var count: Int { unsafe bytes.count }

  /// Lends the bytes.
  package func withBytes<Result: ~Copyable, Failure: Error>(
    _ body: (RawSpan) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    // Sound: the mapping outlives the call because `self` does, and the span cannot escape.
    try unsafe body(RawSpan(_unsafeBytes: bytes))
  }

  /// Lends `count` values of a plain type that start at byte `offset`; nil where they do not lie inside
  /// the file or are not aligned for `Element`.
  ///
  /// For integers and structs of integers, whose every bit pattern is a value.
  package func withColumn<Element: BitwiseCopyable, Result: ~Copyable, Failure: Error>(
    of type: Element.Type, at offset: Int, count: Int,
    _ body: (Span<Element>) throws(Failure) -> Result
  ) throws(Failure) -> Result? {
    let (length, overflow) = count.multipliedReportingOverflow(by: MemoryLayout<Element>.stride)
    guard !overflow, offset >= 0, count >= 0, offset <= self.count, length <= self.count - offset,
      offset.isMultiple(of: MemoryLayout<Element>.alignment)
    else { return nil }
    // Sound: the range was checked, pages are aligned above any element, the span cannot escape, and
    // nothing ever writes to the mapping.
    let column = unsafe UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + length])
    return try unsafe body(Span(_unsafeBytes: column))
  }
}
