// SPDX-License-Identifier: MIT

internal import Glibc
internal import Synchronization

/// How the temporary files of one output are called: `.NAME.clincall-PID-N.tmp` in the output's folder.
///
/// The name tells the next run which process to ask after; see ``removeStale(except:)``.
struct TemporaryName {
  /// The folder, `/` or `.` at least.
  let folder: String
  private let prefix: String

  /// The longest part of the output's name that is repeated, so that a long name still leaves room.
  private static let longestName = 200

  init(for output: String) {
    let (folder, name) = TemporaryName.parts(of: output)
    self.folder = folder
    var shown = Substring(name)
    while shown.utf8.count > TemporaryName.longestName { shown.removeLast() }
    prefix = ".\(shown).clincall-"
  }

  /// A name this process has not used before.
  func next() -> String {
    let number = counter.add(1, ordering: .relaxed).newValue
    return path(of: "\(prefix)\(getpid())-\(number).tmp")
  }

  private func path(of name: String) -> String {
    folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
  }

  /// Splits at the last `/`.
  static func parts(of path: String) -> (folder: String, name: String) {
    let bytes = path.utf8
    guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")) else { return (".", path) }
    let folder = String(path[..<slash])
    return (folder.isEmpty ? "/" : folder, String(path[bytes.index(after: slash)...]))
  }

  /// Removes what dead processes left of this output.
  ///
  /// A file is stale when no process has its number, or it is our own number without being ours (a
  /// container gives every run the same one), and nobody holds the lock that a living writer holds,
  /// perhaps on another machine. What cannot be examined is left alone.
  func removeStale(except living: Set<String>) {
    // Sound here and below: `opendir`'s handle is used and closed in this function only, and the name in
    // an entry is read before the next `readdir`.
    guard let handle = unsafe opendir(folder) else { return }
    defer { unsafe closedir(handle) }
    while let entry = unsafe readdir(handle) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { tuple in
        unsafe tuple.withMemoryRebound(to: CChar.self, capacity: 256) {
          unsafe String(cString: $0)
        }
      }
      guard let process = processNumber(in: name) else { continue }
      let path = path(of: name)
      let isOurs = process == getpid()
      if isOurs ? !living.contains(path) : kill(process, 0) == -1 && errno == ESRCH {
        removeUnlessLocked(path)
      }
    }
  }

  /// The `PID` of a temporary name of this output; nil for every other name.
  func processNumber(in name: String) -> pid_t? {
    guard name.hasPrefix(prefix), name.hasSuffix(".tmp") else { return nil }
    let numbers = name.dropFirst(prefix.count).dropLast(4).split(
      separator: "-", omittingEmptySubsequences: false)
    guard numbers.count == 2, Int(numbers[1]) != nil, let process = pid_t(numbers[0]), process > 0
    else { return nil }
    return process
  }

  private func removeUnlessLocked(_ path: String) {
    // Sound: the string is NUL-terminated for the length of each call.
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    if flock(descriptor, LOCK_EX | LOCK_NB) == -1 && errno == EWOULDBLOCK { return }
    unsafe unlink(path)
  }
}

private let counter = Atomic<UInt64>(0)
