// SPDX-License-Identifier: MIT

import Files
import Foundation
import HTS
import Testing

/// Small inputs and the ways to read them.
enum Sample {
  /// Lines that compress about as well as calls do.
  static func lines(_ count: Int) -> [UInt8] {
    var text = ""
    var state: UInt64 = 42
    for i in 0..<count {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      text += "chr\(state >> 60)\t\(state >> 36)\tcall\(i)\t<DEL>\n"
    }
    return Array(text.utf8)
  }

  /// Bytes that do not compress.
  static func noise(_ count: Int) -> [UInt8] {
    var generator = SystemRandomNumberGenerator()
    return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
  }

  /// One block for each part, without end marker.
  static func blocks(_ parts: [[UInt8]], level: Int = 6) throws -> [UInt8] {
    var bytes: [UInt8] = []
    let compressor = BGZFCompressor(level: level)
    for part in parts { try compressor.compress(part, appendingTo: &bytes) }
    return bytes
  }

  /// A whole BGZF file.
  static func bgzf(_ parts: [UInt8]..., level: Int = 6) throws -> [UInt8] {
    try blocks(parts, level: level) + BGZFCompressor.endMarker
  }

  /// One plain gzip member of at most 0xFF00 bytes: a BGZF block with another header.
  static func gzip(_ content: [UInt8], name: String? = nil) throws -> [UInt8] {
    var payload = content.isEmpty ? BGZFCompressor.endMarker : []
    try BGZFCompressor().compress(content, appendingTo: &payload)
    var bytes: [UInt8] = [0x1F, 0x8B, 8, name == nil ? 0 : 8, 0, 0, 0, 0, 0, 3]
    if let name { bytes += Array(name.utf8) + [0] }
    return bytes + payload[18...]
  }

  /// Reads everything there is.
  static func decoded(_ file: InputFile, chunkSize: Int = 1 << 20) throws -> [UInt8] {
    var reader = try ChunkReader(file, decodedChunkSize: chunkSize)
    var arena: [UInt8] = []
    while let chunk = try reader.next() {
      let before = arena.count
      try chunk.decode(appendingTo: &arena)
      #expect(arena.count - before == chunk.decodedSize)
    }
    return arena
  }

  static func decoded(_ bytes: [UInt8], chunkSize: Int = 1 << 20) throws -> [UInt8] {
    try decoded(ScratchFile(bytes).open(), chunkSize: chunkSize)
  }
}

/// A file of one test, removed with it.
final class ScratchFile {
  let path: String

  init(_ bytes: [UInt8]) throws {
    path =
      FileManager.default.temporaryDirectory
      .appendingPathComponent("clincall-hts-\(UUID().uuidString)").path
    try Data(bytes).write(to: URL(fileURLWithPath: path))
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func open() throws -> InputFile { try InputFile(path: path) }

  func append(_ bytes: [UInt8]) throws {
    guard let handle = FileHandle(forWritingAtPath: path) else { return }
    try handle.seekToEnd()
    try handle.write(contentsOf: Data(bytes))
    try handle.close()
  }
}

/// A FIFO that a thread writes `bytes` to, a few at a time.
final class ScratchPipe {
  let path: String

  init(_ bytes: [UInt8], step: Int) {
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("clincall-fifo-\(UUID().uuidString)").path
    self.path = path
    unsafe mkfifo(path, 0o600)
    Thread {
      guard let handle = FileHandle(forWritingAtPath: path) else { return }
      var start = 0
      while start < bytes.count {
        let end = min(start + step, bytes.count)
        try? handle.write(contentsOf: Data(bytes[start..<end]))
        start = end
      }
      try? handle.close()
    }.start()
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}
