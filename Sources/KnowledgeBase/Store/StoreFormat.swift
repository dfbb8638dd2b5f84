// SPDX-License-Identifier: MIT

/// The file format of `GRCh37.kb` and `GRCh38.kb`, version 3.
///
/// All integers are little-endian.
/// ```
/// offset  header, 64 bytes
///  0      magic: 89 43 43 4B 42 0D 0A 1A   (as PNG's: shows a text-mode transfer)
///  8      u16  format version
/// 10      u16  build: 37 or 38
/// 12      u32  byte-order mark 0x0A0B0C0D
/// 16      u32  number of sections
/// 20      u32  length of header and directory
/// 24      u64  length of the file
/// 32      u32  CRC-32 of header and directory, these four bytes taken as zero
/// 36      zero up to 64
///         directory, 64 bytes per section
///  0      name, UTF-8, zero-padded to 24
/// 24      u32  element type: 1 u8, 2 i32, 3 u32, 4 u16, 5 u24
/// 28      u32  element width in bytes
/// 32      u64  number of elements
/// 40      u64  offset from the start of the file, a multiple of 64
/// 48      u64  length in bytes
/// 56      u32  CRC-32 of the section
/// 60      u32  zero
///         sections, each padded with zeros to a multiple of 64
/// ```
/// A store of alleles has their texts first, from byte 16,384 on, with zeros before: they are a third of it, and
/// so they are written while the rest of a source is read. A reader takes every place from the directory.
///
/// The same features give the same bytes: there is no clock and no host in it.
enum StoreFormat {
  static let magic: [UInt8] = [0x89, 0x43, 0x43, 0x4B, 0x42, 0x0D, 0x0A, 0x1A]
  static let version: UInt16 = 3
  static let byteOrderMark: UInt32 = 0x0A0B_0C0D
  static let headerLength = 64
  static let entryLength = 64
  static let nameLength = 24
  static let alignment = 64
  static let checksumOffset = 32
  /// Where the texts of alleles begin: behind a directory of up to 255 sections.
  static let textsOffset = 16_384

  static func aligned(_ length: Int) -> Int { (length + alignment - 1) / alignment * alignment }
}
