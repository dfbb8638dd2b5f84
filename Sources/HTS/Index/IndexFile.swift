// SPDX-License-Identifier: MIT

internal import Files

/// An index beside a BGZF file.
package struct IndexFile: Sendable {
  package enum Fault: Error, Sendable, Equatable {
    case container(HTSError)
    /// It is no index, or its numbers cannot be.
    case damaged
  }

  package let path: String
  package let index: RegionIndex
  private let file: InputFile

  /// The largest one, decompressed.
  private static let largest = 1 << 30

  /// - Returns: nil where there is no file of that name.
  package init?(path: String) throws(Fault) {
    self.path = path
    do throws(FileError) {
      file = try InputFile(path: path)
    } catch .notFound {
      return nil
    } catch {
      throw .container(.file(error))
    }
    var bytes: [UInt8] = []
    do throws(HTSError) {
      var chunks = try ChunkReader(file)
      while let chunk = try chunks.next() {
        try chunk.decode(appendingTo: &bytes)
        guard bytes.count <= Self.largest else { throw .outOfMemory }
      }
    } catch {
      throw .container(error)
    }
    do throws(RegionIndex.Fault) {
      index = try RegionIndex(bytes)
    } catch {
      throw .damaged
    }
  }

  /// Whether it was written before the file that it should describe was last changed.
  package func isOlder(than chunks: ChunkReader) -> Bool { file.isOlder(than: chunks.input.file) }
}
