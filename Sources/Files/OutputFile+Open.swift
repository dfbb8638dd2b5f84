// SPDX-License-Identifier: MIT

internal import Glibc

extension OutputFile {
  static func opened(
    path: String, replacing: Bool, inputs: [FileIdentity], pending: PendingOutputs
  ) throws(FileError) -> State {
    if path == "-" || path == "/dev/stdout" {
      return try standardOutput(path: path, inputs: inputs)
    }
    let status: FileStatus
    do throws(Errno) {
      status = try FileStatus.of(path: path)
    } catch {
      guard error.code == ENOENT else { throw .cannotCreate(path: path, errno: error.code) }
      return try temporary(
        for: path, at: try target(of: path), keeping: nil, replacing: false, pending: pending)
    }
    if !status.isCharacterDevice, inputs.contains(status.identity) {
      throw .outputIsInput(path: path)
    }
    if status.isDirectory { throw .isDirectory(path: path) }
    if !status.isRegular { return try direct(path: path) }
    if !replacing { throw .exists(path: path) }
    return try temporary(
      for: path, at: try target(of: path), keeping: status.permissions, replacing: true,
      pending: pending)
  }

  private static func standardOutput(
    path: String, inputs: [FileIdentity]
  ) throws(FileError) -> State {
    let status: FileStatus
    do throws(Errno) {
      status = try FileStatus.of(descriptor: 1)
    } catch {
      throw .cannotCreate(path: path, errno: error.code)
    }
    if !status.isCharacterDevice, inputs.contains(status.identity) {
      throw .outputIsInput(path: path)
    }
    return State(descriptor: 1, destination: .direct(isOwned: false))
  }

  private static func direct(path: String) throws(FileError) -> State {
    do throws(Errno) {
      let descriptor = try Errno.retrying {
        // Sound: the string is NUL-terminated for the length of the call.
        unsafe open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY)
      }
      return State(descriptor: descriptor, destination: .direct(isOwned: true))
    } catch {
      throw .cannotCreate(path: path, errno: error.code)
    }
  }

  /// Follows symbolic links, of which the last may point to a file that is not there yet.
  ///
  /// Only links in the last component matter: the folder is used as it is named.
  private static func target(of path: String) throws(FileError) -> String {
    var target = path
    // As many as Linux itself follows.
    for _ in 0..<40 {
      let status = try? FileStatus.of(path: target, followingLinks: false)
      guard let status, status.isLink else { return target }
      let link: String
      do throws(Errno) {
        link = try destination(ofLink: target)
      } catch {
        throw .cannotCreate(path: path, errno: error.code)
      }
      let folder = TemporaryName.parts(of: target).folder
      target = link.hasPrefix("/") ? link : "\(folder)/\(link)"
    }
    throw .cannotCreate(path: path, errno: ELOOP)
  }

  static func destination(ofLink path: String) throws(Errno) -> String {
    var name: [UInt8] = []
    try name.append(addingCapacity: Int(PATH_MAX)) { (output) throws(Errno) in
      try unsafe output.withUnsafeMutableBufferPointer { (buffer, initialized) throws(Errno) in
        guard let start = buffer.baseAddress else { return }
        let room = buffer.count
        initialized = try Errno.retrying {
          // Sound: readlink writes at most `room` bytes, all in the buffer, and says how many.
          unsafe start.withMemoryRebound(to: CChar.self, capacity: room) {
            unsafe readlink(path, $0, room)
          }
        }
      }
    }
    return String(decoding: name, as: UTF8.self)
  }

  private static func temporary(
    for path: String, at final: String, keeping permissions: mode_t?, replacing: Bool,
    pending: PendingOutputs
  ) throws(FileError) -> State {
    // `results/`, `.` and `..` are no names of files.
    let name = TemporaryName.parts(of: final).name
    if name.isEmpty || name == "." || name == ".." { throw .isDirectory(path: path) }
    let names = TemporaryName(for: final)
    names.removeStale(except: pending.paths)
    while true {
      let temporary = names.next()
      do throws(Errno) {
        let descriptor = try pending.creating(temporary) { () throws(Errno) in
          try Errno.retrying {
            // Sound: the string is NUL-terminated for the length of the call.
            unsafe open(
              temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC | O_NOCTTY, 0o666)
          }
        }
        // The lock tells other machines that the writer lives; a file system without locks has none.
        _ = flock(descriptor, LOCK_EX | LOCK_NB)
        if let permissions { _ = fchmod(descriptor, permissions & 0o777) }
        return State(
          descriptor: descriptor,
          destination: .renamed(temporary: temporary, final: final, replacing: replacing))
      } catch {
        if error.code != EEXIST { throw .cannotCreate(path: path, errno: error.code) }
      }
    }
  }
}
