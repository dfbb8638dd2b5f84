// SPDX-License-Identifier: MIT

internal import Files
internal import Synchronization

/// The file of a store that is begun while its sources are read.
///
/// The texts of alleles come first in it and only ever grow at their end, so that they go to the disk while rows are
/// still read. Of three million alleles they are 33 of 94 MB, and the disk takes 0.2 s for all of it.
final class StoreDraft: Sendable {
  let output: OutputFile
  /// Where it will be.
  let folder: OutputFolder
  private let state = Mutex(State())

  private struct State {
    /// Bytes of the file: zeros for what comes before the texts, and texts.
    var written = 0
    var failure: FileError?
  }

  /// Bytes that are written at once.
  private static let piece = 4 << 20

  /// Begins a file beside the one it will replace.
  ///
  /// - Returns: nil where that cannot be done: who writes the store will say why.
  init?(_ name: String, in folder: OutputFolder) {
    guard let output = try? OutputFile(path: "\(folder.path)/\(name)", replacing: true)
    else { return nil }
    self.folder = folder
    self.output = output
  }

  /// Takes the texts as far as they are known, and writes what fills a piece.
  ///
  /// - Parameter texts: begin with those of the last time.
  func grow(_ texts: [UInt8]) {
    state.withLock { state in
      let texts = texts.span
      var begun = max(state.written - StoreFormat.textsOffset, 0)
      while state.failure == nil, begun + Self.piece <= texts.count {
        do throws(FileError) {
          if state.written == 0 {
            try output.write([UInt8](repeating: 0, count: StoreFormat.textsOffset))
            state.written = StoreFormat.textsOffset
          }
          try output.write(texts.extracting(begun..<begun + Self.piece))
          begun += Self.piece
          state.written = StoreFormat.textsOffset + begun
        } catch {
          state.failure = error
        }
      }
    }
  }

  /// How many bytes of the file there are.
  ///
  /// - Throws: what ``grow(_:)`` met.
  func written() throws(FileError) -> Int {
    let (written, failure) = state.withLock { ($0.written, $0.failure) }
    if let failure { throw failure }
    return written
  }

  // Before the folder is given up, which only goes when it is empty.
  deinit { output.abandon() }
}
