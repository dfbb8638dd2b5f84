// SPDX-License-Identifier: MIT

internal import Glibc

/// What `fstat` and `stat` say that this module needs.
struct FileStatus {
  let identity: FileIdentity
  let mode: mode_t
  let size: Int64
  let modification: Modification

  /// Time of the last change of the content, as exact as the file system keeps it.
  struct Modification: Equatable {
    let seconds: Int
    let nanoseconds: Int
  }

  var isRegular: Bool { mode & S_IFMT == S_IFREG }
  var isDirectory: Bool { mode & S_IFMT == S_IFDIR }
  /// A terminal or `/dev/null`, which may well be input and output at once.
  var isCharacterDevice: Bool { mode & S_IFMT == S_IFCHR }
  var isLink: Bool { mode & S_IFMT == S_IFLNK }
  var permissions: mode_t { mode & 0o7777 }

  private init(_ raw: stat) {
    identity = FileIdentity(device: UInt64(raw.st_dev), inode: UInt64(raw.st_ino))
    mode = raw.st_mode
    size = Int64(raw.st_size)
    modification = Modification(
      seconds: raw.st_mtim.tv_sec, nanoseconds: raw.st_mtim.tv_nsec)
  }

  /// The status of an open file; the error is `errno`.
  static func of(descriptor: Int32) throws(Errno) -> FileStatus {
    var raw = stat()
    // Sound: `raw` lives across the call, and fstat writes one `struct stat` to it.
    _ = try Errno.retrying { unsafe fstat(descriptor, &raw) }
    return FileStatus(raw)
  }

  /// The status of what `path` names, through symbolic links unless `followingLinks` is false.
  static func of(path: String, followingLinks: Bool = true) throws(Errno) -> FileStatus {
    var raw = stat()
    // Sound: as above; the string is NUL-terminated for the length of the call.
    _ = try Errno.retrying {
      unsafe fstatat(AT_FDCWD, path, &raw, followingLinks ? 0 : AT_SYMLINK_NOFOLLOW)
    }
    return FileStatus(raw)
  }
}
