// SPDX-License-Identifier: MIT

internal import Files
internal import Genome
package import KnowledgeBase

/// One run of `kb update`: fetches, builds beside the release in use, verifies, and switches to it.
///
/// Whatever goes wrong before the last step leaves the release in use as it was, and the next run goes on
/// with what is there.
package struct UpdateRun: Sendable {
  package let folder: ReleaseFolder
  package let sources: [UpdateSource]
  package let mirror: Mirror
  /// Names of sources whose row count may differ from the last build's.
  package let accepted: Set<String>
  /// Whether everything is done but the switch.
  package let isDry: Bool
  package var patience = Patience()

  package enum Outcome: Sendable {
    /// Every source is the one that the release in use was made of.
    case upToDate(release: String)
    /// `before` is nil where nothing was in use; `name` that of the folder.
    case updated(name: String, before: String?)
    /// What a run that switches would have put to use.
    case wouldUpdate(Compilation, before: String?)
  }

  package struct Report: Sendable {
    package let outcome: Outcome
    /// The sources in the order of the table, and whether each is another file than before.
    package let sources: [(source: UpdateSource, isNew: Bool, rows: Int?)]
  }

  /// - Throws: ``UpdateError/unknownSource(name:)`` for an accepted name that is not in the table.
  package init(
    folder: String, sources: [UpdateSource], mirror: Mirror, accepted: Set<String> = [],
    isDry: Bool = false
  ) throws(UpdateError) {
    for name in accepted.sorted() where !sources.contains(where: { $0.name == name }) {
      throw .unknownSource(name: name)
    }
    self.folder = ReleaseFolder(path: folder)
    self.sources = sources
    self.mirror = mirror
    self.accepted = accepted
    self.isDry = isDry
  }

  /// - Throws: ``UpdateError``; the release in use is then the one it was.
  @concurrent
  package func run() async throws(UpdateError) -> Report {
    try folder.create()
    let lock = try folder.lock()
    defer { withExtendedLifetime(lock) {} }
    folder.removeUnfinished()
    // A damaged one is what an update repairs.
    let active = try? KnowledgeBase.open(folder: folder.path)
    let isUsable = active.map { (try? $0.verify()) != nil } ?? false
    let before: String?
    do throws(FileError) { before = try folder.current() } catch { throw .file(error) }

    let fetcher = Fetcher(folder: folder.downloads, mirror: mirror, patience: patience)
    var fetched: [Fetcher.Fetched] = []
    for source in sources { fetched.append(try await fetcher.fetch(source)) }
    let records = active?.manifest.sources ?? []
    if isUsable, let before, try isMade(records, of: fetched) {
      return Report(
        outcome: .upToDate(release: before), sources: fetched.map { ($0.source, false, nil) })
    }

    let compilation: Compilation
    do throws(KnowledgeBaseError) {
      compilation = try Compilation(arguments(fetched))
    } catch {
      // What cannot be read is fetched whole next time, for it may be the transfer's fault.
      for file in fetched where error.sourcePath == file.path { fetcher.distrust(file) }
      throw .knowledgeBase(error)
    }
    let counts = try check(compilation.manifest.sources, against: records)
    let report = fetched.map { ($0.source, $0.isNew, counts[$0.source.name]) }
    if isDry {
      return Report(outcome: .wouldUpdate(compilation, before: before), sources: report)
    }
    let name = try folder.add(compilation)
    try folder.use(name)
    folder.removeOld()
    return Report(outcome: .updated(name: name, before: before), sources: report)
  }

  /// Whether a release was made of exactly these files.
  private func isMade(
    _ records: [SourceRecord], of fetched: [Fetcher.Fetched]
  ) throws(UpdateError) -> Bool {
    guard records.count == fetched.count else { return false }
    for file in fetched {
      var sha256 = file.record?.sha256
      if case .folder = mirror { sha256 = nil }
      if sha256 == nil {
        do throws(FileError) {
          sha256 = try InputFile.sha256(of: file.path)
        } catch {
          throw .file(error)
        }
      }
      guard records.contains(where: { $0.file == file.source.name && $0.sha256 == sha256 }) else {
        return false
      }
    }
    return true
  }

  private func arguments(_ fetched: [Fetcher.Fetched]) -> [SourceRole: [SourceArgument]] {
    var arguments: [SourceRole: [SourceArgument]] = [:]
    for file in fetched {
      arguments[file.source.role, default: []].append(
        SourceArgument(
          path: file.path, build: file.source.build, served: file.record?.served,
          url: file.record?.url ?? file.source.url))
    }
    return arguments
  }

  /// Compares the rows of every source with the table and with the release in use.
  ///
  /// - Returns: the rows by name.
  /// - Throws: ``UpdateError/tooFewRows(name:minimum:found:)``,
  ///   ``UpdateError/rowsChanged(name:before:now:)``.
  private func check(
    _ records: [SourceRecord], against old: [SourceRecord]
  ) throws(UpdateError) -> [String: Int] {
    var counts: [String: Int] = [:]
    for source in sources {
      guard let record = records.first(where: { $0.file == source.name }) else { continue }
      let now = record.rowsRead
      counts[source.name] = now
      if accepted.contains(source.name) { continue }
      if now < source.minimumRows {
        throw .tooFewRows(name: source.name, minimum: source.minimumRows, found: now)
      }
      guard let before = old.first(where: { $0.file == source.name })?.rowsRead else { continue }
      // Exact: the fifth of a whole number.
      if abs(now - before) * 5 > before {
        throw .rowsChanged(name: source.name, before: before, now: now)
      }
    }
    return counts
  }
}
