// SPDX-License-Identifier: MIT

import HTS
import Records

extension OpenedInput {
  /// The start of the input, decoded, and the chunks it came from.
  struct Head {
    var bytes: [UInt8] = []
    var chunks: [RawChunk] = []
    var isWhole = false
    /// Makes UTF-8 of what is read from here on; the chunks stay as they are stored.
    private var transcoder: Transcoder?

    mutating func read(_ reader: inout ChunkReader, atLeast size: Int) throws(OpeningFault) {
      do {
        while !isWhole, bytes.count < size {
          guard let chunk = try reader.next() else {
            isWhole = true
            return
          }
          chunks.append(chunk)
          guard transcoder != nil else {
            try chunk.decode(appendingTo: &bytes)
            continue
          }
          var stored: [UInt8] = []
          try chunk.decode(appendingTo: &stored)
          bytes += transcoder?.transcode(stored) ?? []
        }
      } catch {
        throw .container(error)
      }
    }

    /// The head as it looks in an encoding.
    func text(in encoding: TextEncoding) -> [UInt8] {
      guard encoding != .utf8 else { return bytes }
      var transcoder = Transcoder(encoding)
      return transcoder.transcode(bytes)
    }

    /// Makes UTF-8 of what was read so far, and of all that is read later.
    mutating func use(_ transcoder: Transcoder) {
      var transcoder = transcoder
      bytes = transcoder.transcode(bytes)
      self.transcoder = transcoder
    }

    /// The names in the first column of the lines behind `offset`, each once, in order.
    func contigNames(from offset: Int) -> [String] {
      Self.contigNames(in: bytes[min(offset, bytes.count)...])
    }

    /// The same of BCF records; a damaged one ends the search and is the reading's matter.
    func contigNames(of binary: BCFHead, sampleCount: Int) -> [String] {
      var frames = BCFFrames()
      var decoder = BCFRecordText(binary.dictionary, sampleCount: sampleCount)
      var text: [UInt8] = []
      if let found = try? frames.find(in: bytes, from: binary.size) {
        var place = found.records.lowerBound
        while place < found.records.upperBound, text.count < OpenedInput.headSize,
          let next = try? decoder.append(bytes, at: place, to: &text)
        {
          place = next
        }
      }
      return Self.contigNames(in: text[...])
    }

    private static func contigNames(in text: ArraySlice<UInt8>) -> [String] {
      var names: [String] = []
      var last: [UInt8] = []
      for line in text.prefix(OpenedInput.headSize).split(separator: 0x0A) {
        guard let first = line.first, first != 0x23 else { continue }
        let cell = Array(line.prefix { $0 != 0x09 && $0 != 0x0D })
        guard cell != last, cell.count < 64 else { continue }
        last = cell
        let name = String(decoding: cell, as: UTF8.self)
        if !names.contains(name) { names.append(name) }
        if names.count == 100 { break }
      }
      return names
    }
  }
}

extension [UInt8] {
  /// Whether lines end in CR alone: there is one, behind which something follows, and no LF.
  var endsInCarriageReturns: Bool {
    span.firstIndex(of: 0x0A, in: 0..<count) == nil
      && span.firstIndex(of: 0x0D, in: 0..<Swift.max(0, count - 1)) != nil
  }
}
