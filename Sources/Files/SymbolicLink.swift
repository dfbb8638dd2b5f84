// SPDX-License-Identifier: MIT

internal import Glibc

/// Names in a folder: a link that names one of several folders, whose change is one step for everyone who
/// looks.
package enum SymbolicLink {
  /// Where the link at `path` points, as it stands in the link.
  ///
  /// - Returns: nil where there is no link of this name.
  /// - Throws: ``FileError/cannotOpen(path:errno:)``.
  package static func target(of path: String) throws(FileError) -> String? {
    do throws(Errno) {
      guard try FileStatus.of(path: path, followingLinks: false).isLink else { return nil }
      return try OutputFile.destination(ofLink: path)
    } catch {
      if error.code == ENOENT || error.code == ENOTDIR { return nil }
      throw .cannotOpen(path: path, errno: error.code)
    }
  }

  /// Lets the link at `path` point to `target`, a path relative to the link's own folder.
  ///
  /// The old link stays until the new one takes its name, and the folder is synced: a crash leaves one
  /// of the two.
  ///
  /// - Throws: ``FileError/cannotCreate(path:errno:)``, ``FileError/rename(path:errno:)``,
  ///   ``FileError/sync(path:errno:)``.
  package static func point(_ path: String, to target: String) throws(FileError) {
    let temporary = "\(path).new"
    // Sound here and below: the strings are NUL-terminated for the length of each call.
    unsafe unlink(temporary)
    do throws(Errno) {
      _ = try Errno.retrying { unsafe symlink(target, temporary) }
    } catch {
      throw .cannotCreate(path: path, errno: error.code)
    }
    do throws(Errno) {
      _ = try Errno.retrying { unsafe Glibc.rename(temporary, path) }
    } catch {
      unsafe unlink(temporary)
      throw .rename(path: path, errno: error.code)
    }
    try syncFolder(of: path)
  }

  /// Removes the link; nothing happens where there is none.
  ///
  /// - Throws: ``FileError/rename(path:errno:)``, ``FileError/sync(path:errno:)``.
  package static func remove(_ path: String) throws(FileError) {
    do throws(Errno) {
      _ = try Errno.retrying { unsafe unlink(path) }
    } catch {
      if error.code == ENOENT { return }
      throw .rename(path: path, errno: error.code)
    }
    try syncFolder(of: path)
  }

  /// Gives a folder another name beside the old one, for good.
  ///
  /// - Throws: ``FileError/rename(path:errno:)``, ``FileError/sync(path:errno:)``.
  package static func rename(_ path: String, to name: String) throws(FileError) {
    do throws(Errno) {
      _ = try Errno.retrying { unsafe Glibc.rename(path, name) }
    } catch {
      throw .rename(path: name, errno: error.code)
    }
    try syncFolder(of: name)
  }

  /// Makes a change of names in the folder of `path` last.
  static func syncFolder(of path: String) throws(FileError) {
    do throws(Errno) {
      try OutputFile.syncFolder(of: path)
    } catch {
      throw .sync(path: path, errno: error.code)
    }
  }
}
