// SPDX-License-Identifier: MIT

internal import Crypto
internal import Files
internal import FoundationEssentials
internal import KnowledgeBase

/// Brings the files of a table into the folder of downloads.
///
/// `NAME` is a whole file and `NAME.json` what its server said of it; `NAME.part` and `NAME.part.json` are
/// the beginning of one. Each becomes visible in one step, so a run that dies at any point leaves what the
/// next one goes on with.
struct Fetcher {
  let folder: String
  let mirror: Mirror
  let patience: Patience

  /// A file that is here now.
  struct Fetched: Sendable, Equatable {
    let source: UpdateSource
    let path: String
    let record: DownloadRecord?
    /// Whether it is another file than before.
    let isNew: Bool
  }

  /// How often a cut transfer is taken up again within one run.
  static let attempts = 4

  /// - Throws: ``UpdateError``; what was received of a cut transfer stays for the next run.
  func fetch(_ source: UpdateSource) async throws(UpdateError) -> Fetched {
    if case .folder(let mirror) = mirror {
      let path = "\(mirror)/\(source.name)"
      guard FileManager.default.fileExists(atPath: path) else { throw .notInMirror(path: path) }
      return Fetched(
        source: source, path: path, record: DownloadRecord.read(path + ".json"), isNew: true)
    }
    let url = mirror.url(of: source) ?? source.url
    let path = "\(folder)/\(source.name)"
    let old = kept(path, url: url)
    var received = -1
    for attempt in 1...Self.attempts {
      let outcome = try await ask(
        url, path: path, old: old, isConditional: source.isConditional)
      switch outcome {
      case .unchanged:
        return Fetched(source: source, path: path, record: old, isNew: false)
      case .complete(let record):
        // A file that is made when asked for is often the one that is here; its day is then the old one.
        let isNew = record.sha256 != old?.sha256
        let kept = isNew ? record : old ?? record
        try written { () throws(FileError) in try kept.write(path + ".json") }
        return Fetched(source: source, path: path, record: kept, isNew: isNew)
      case .startAgain:
        continue
      case .cut(let fault, let size):
        // Only a transfer that gets on is worth another try.
        if attempt == Self.attempts || size <= received { throw .transfer(url: url, fault: fault) }
        received = size
      }
    }
    throw .transfer(url: url, fault: .cut(received: max(received, 0)))
  }

  private enum Outcome {
    case unchanged
    case complete(DownloadRecord)
    /// The part that was here does not belong to what the server has now, and is gone.
    case startAgain
    /// `size`: how much of the file is here.
    case cut(TransferFault, size: Int)
  }

  /// The record of a file that is here as it was received; nil where it must be fetched whole.
  private func kept(_ path: String, url: String) -> DownloadRecord? {
    guard let record = DownloadRecord.read(path + ".json"), record.url == url,
      let sha256 = try? InputFile.sha256(of: path), sha256 == record.sha256
    else { return nil }
    return record
  }

  private func ask(
    _ url: String, path: String, old: DownloadRecord?, isConditional: Bool
  ) async throws(UpdateError) -> Outcome {
    let part = path + ".part"
    var transfer = Transfer(url: url, patience: patience)
    let begun = DownloadRecord.read(part + ".json").flatMap { $0.url == url ? $0 : nil }
    var size = (try? InputFile(path: part).size) ?? nil ?? 0
    if let validator = begun?.validator, size > 0 {
      transfer.headers = [("Range", "bytes=\(size)-"), ("If-Range", validator)]
    } else {
      size = 0
      try written { () throws(FileError) in try discard(part) }
      if isConditional, let etag = old?.etag {
        transfer.headers.append(("If-None-Match", etag))
      }
      if isConditional, let time = old?.lastModified {
        transfer.headers.append(("If-Modified-Since", time))
      }
    }
    let asked = Int(size)
    var file: GrowingFile?
    var record = begun
    let (head, fault) = try await transfer.run { (head) throws(FileError) in
      if head.status == 206, head.rangeStart == asked, asked > 0 {
        file = try GrowingFile(path: part)
      } else if head.status == 200 {
        // The file from its start: a part of another version must not stay before it.
        try discard(part)
        let begun = DownloadRecord(url: url, head: head)
        try begun.write(part + ".json")
        record = begun
        file = try GrowingFile(path: part)
      }
    } body: { (bytes) throws(FileError) in
      try file?.append(bytes)
    }
    guard let head else { throw .transfer(url: url, fault: fault ?? .cut(received: 0)) }
    guard let file else {
      if head.status == 304, isConditional, old != nil, fault == nil { return .unchanged }
      if asked > 0, head.status == 416 || head.status == 206 {
        try written { () throws(FileError) in try discard(part) }
        return .startAgain
      }
      if let fault, (300..<400).contains(head.status) || head.status == 0 {
        throw .transfer(url: url, fault: fault)
      }
      throw .status(url: url, code: head.status)
    }
    if let fault {
      let size = Int((try? InputFile(path: part).size) ?? nil ?? 0)
      switch fault {
      case .cut, .timedOut: return .cut(fault, size: size)
      default: throw .transfer(url: url, fault: fault)
      }
    }
    guard var whole = record else { throw .transfer(url: url, fault: .cut(received: 0)) }
    try written { () throws(FileError) in
      whole.sha256 = try InputFile.sha256(of: part)
      // Without its record a file is fetched anew: better than one with the record of another.
      try remove(path + ".json")
      try file.publish(as: path)
      try remove(part + ".json")
    }
    return .complete(whole)
  }

  private func discard(_ part: String) throws(FileError) {
    try remove(part)
    try remove(part + ".json")
  }

  /// Forgets what is known of a file, so that the next run fetches it whole; the file stays to be looked at.
  func distrust(_ fetched: Fetched) {
    if case .folder = mirror { return }
    try? remove(fetched.path + ".json")
  }

  private func remove(_ path: String) throws(FileError) {
    try SymbolicLink.remove(path)
  }
}

/// Runs a step whose failure is one of the file system.
func written(_ step: () throws(FileError) -> Void) throws(UpdateError) {
  do throws(FileError) {
    try step()
  } catch {
    throw .file(error)
  }
}

extension InputFile {
  /// The whole content of a small file.
  static func contents(of path: String) throws(FileError) -> [UInt8] {
    let file = try InputFile(path: path)
    var bytes: [UInt8] = []
    while try file.read(appendingTo: &bytes, upTo: 1 << 20) > 0 {}
    return bytes
  }

  /// Lowercase hexadecimal SHA-256 of a file, read in pieces.
  static func sha256(of path: String) throws(FileError) -> String {
    let file = try InputFile(path: path)
    var hash = SHA256()
    var bytes: [UInt8] = []
    while try file.read(appendingTo: &bytes, upTo: 1 << 20) > 0 {
      hash.update(data: bytes)
      bytes.removeAll(keepingCapacity: true)
    }
    return hexadecimal(hash.finalize())
  }
}
