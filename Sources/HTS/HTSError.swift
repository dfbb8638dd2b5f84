// SPDX-License-Identifier: MIT

package import Files

/// Why the bytes of a container cannot be trusted; offsets are those of the file as stored.
package enum HTSError: Error, Sendable, Equatable {
  case file(FileError)
  /// The file has no bytes at all.
  case empty
  /// Recognised, and nothing that is read here.
  case unsupported(FileKind)
  /// A BGZF file whose last block is not the end marker: probably cut between two blocks.
  case noEndMarker
  /// The file ends inside the BGZF block that starts at `offset`.
  case truncatedBlock(offset: Int64)
  /// What starts at `offset` looks like gzip and is no BGZF block.
  case badBlockHeader(offset: Int64)
  /// The block at `offset` does not inflate, or not from exactly its bytes.
  case corruptBlock(offset: Int64)
  /// The block at `offset` inflates to another size than it states (ISIZE).
  case wrongBlockSize(offset: Int64)
  /// The block at `offset` inflates to other bytes than it was made of (CRC32).
  case wrongChecksum(offset: Int64)
  /// Bytes after the last block or gzip member, zeros among them.
  case trailingBytes(offset: Int64)
  /// A plain gzip file that ends, at `offset`, inside a member.
  case gzipTruncated(offset: Int64)
  /// A plain gzip file whose data, checksum or size is wrong; noticed at `offset`.
  case gzipCorrupt(offset: Int64)
  /// UTF-16 text that ends inside a character.
  case textCut
  /// An index names a place at which no block of the file begins, or none of that size.
  case noBlockOfIndex(VirtualOffset)
  case compressionFailed
  case outOfMemory
}
