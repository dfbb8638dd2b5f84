// SPDX-License-Identifier: MIT

internal import CHTS
internal import Glibc
package import Files
internal import Synchronization

/// A FASTA file with its index (`.fai`, and `.gzi` when it is BGZF), read piece by piece.
///
/// libhts finds the pieces. Its handle is for one thread, so a lock is held for each piece: callers take
/// large ones and keep them.
@safe package final class IndexedFASTA: Sendable {
  /// Why a file cannot be used.
  package enum Fault: Error, Sendable, Equatable {
    case file(FileError)
    /// There is no `FILE.fai`: made by `samtools faidx FILE`.
    case noIndex(path: String)
    /// libhts cannot use file or index.
    case unreadable(path: String)
    /// A piece that the index promises and the file does not hold.
    case cannotFetch(path: String, sequence: String, start: Int)
  }

  /// One sequence of the file, in the order of the index.
  package struct Sequence: Sendable, Equatable {
    package let name: String
    package let length: Int
  }

  package let path: String
  package let sequences: [Sequence]

  /// The owner of libhts's handle; the mutex around it is the only way to it.
  @safe private struct Handle: ~Copyable, @unchecked Sendable {
    let index: OpaquePointer

    init?(path: String) {
      // Sound: the string is NUL-terminated for the length of the call; no flag, so no index is made.
      guard let index = unsafe fai_load3(path, nil, nil, 0) else { return nil }
      unsafe self.index = index
    }

    deinit {
      // Sound: loaded by `init`, freed once, as the value cannot be copied.
      unsafe fai_destroy(index)
    }
  }

  private let handle: Mutex<Handle>

  /// - Throws: ``Fault``.
  package init(path: String) throws(Fault) {
    do throws(FileError) {
      _ = try InputFile(path: path)
    } catch {
      throw .file(error)
    }
    do throws(FileError) {
      _ = try InputFile(path: "\(path).fai")
    } catch {
      throw .noIndex(path: path)
    }
    guard let opened = Handle(path: path) else { throw .unreadable(path: path) }
    var sequences: [Sequence] = []
    let count = unsafe faidx_nseq(opened.index)
    for number in 0..<count {
      // Sound: the name is a C string of the index, copied at once.
      guard let name = unsafe faidx_iseq(opened.index, number) else { continue }
      let length = unsafe faidx_seq_len(opened.index, name)
      sequences.append(Sequence(name: unsafe String(cString: name), length: Int(length)))
    }
    self.path = path
    self.sequences = sequences
    handle = Mutex(opened)
  }

  /// The bases of a sequence from `start` to before `end` (0-based), as they are spelled.
  ///
  /// - Precondition: `start < end`, and both lie in the sequence; else ``Fault/cannotFetch(path:sequence:start:)``.
  package func bases(
    of sequence: String, from start: Int, to end: Int
  ) throws(Fault) -> [UInt8] {
    let bases = handle.withLock { handle -> [UInt8]? in
      var length: hts_pos_t = 0
      // Sound: libhts returns a buffer of `length` bytes that is ours to free, or nil; it is copied first.
      guard
        let text = unsafe faidx_fetch_seq64(
          handle.index, sequence, hts_pos_t(start), hts_pos_t(end - 1), &length)
      else { return nil }
      defer { unsafe free(text) }
      guard length == end - start else { return nil }
      return unsafe UnsafeBufferPointer(start: text, count: Int(length)).map {
        UInt8(bitPattern: $0)
      }
    }
    guard let bases else {
      throw .cannotFetch(path: path, sequence: sequence, start: start)
    }
    return bases
  }
}
