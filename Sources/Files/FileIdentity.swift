// SPDX-License-Identifier: MIT

/// Device and inode: equal for every name of one file, hard and symbolic links included.
package struct FileIdentity: Hashable, Sendable {
  package let device: UInt64
  package let inode: UInt64
}
