// SPDX-License-Identifier: MIT

import CallFiles
import HTS
import Records
import Synchronization

/// Encodes the VCF text of a report as BCF, batch by batch and on several threads at once.
///
/// Nothing may get lost on the way: htslib turns what a declared type cannot hold into a missing value, so
/// every record is decoded again and compared with its line.
final class BCFEncoding: Sendable {
  private let path: String
  private let header: [UInt8]
  private let head: [UInt8]
  private let dictionary: BCFDictionary
  private let sampleCount: Int
  private let free: Mutex<[BCFEncoder]>

  /// - Parameters:
  ///   - head: the report's header lines, `#CHROM` last.
  ///   - path: the output, for errors.
  init(head text: [UInt8], path: String) throws {
    self.path = path
    header = text
    do throws(BCFEncoder.Fault) {
      let encoder = try BCFEncoder(header: text)
      head = try encoder.head()
      free = Mutex([encoder])
    } catch {
      throw BCFOutputFault(path: path, fault: error == .outOfMemory ? .outOfMemory : .header)
    }
    do throws(BCFFault) {
      dictionary = try BCFDictionary(header: head.dropFirst(9))
    } catch {
      throw BCFOutputFault(path: path, fault: .header)
    }
    let last = text.split(separator: 0x0A).last ?? []
    sampleCount = max(0, last.count { $0 == 0x09 } - 8)
  }

  /// What a report's text becomes: its head the file's head, lines records.
  func encoded(_ text: [UInt8]) throws(BCFOutputFault) -> [UInt8] {
    let encoder: BCFEncoder
    do throws(BCFEncoder.Fault) {
      if let unused = free.withLock({ $0.popLast() }) {
        encoder = unused
      } else {
        encoder = try BCFEncoder(header: header)
      }
    } catch {
      throw BCFOutputFault(path: path, fault: .outOfMemory)
    }
    var output: [UInt8] = []
    output.reserveCapacity(text.count)
    var decoder = BCFRecordText(dictionary, sampleCount: sampleCount)
    var again: [UInt8] = []
    var start = 0
    while start < text.count {
      let end = text.span.firstIndex(of: 0x0A, in: start..<text.count) ?? text.count
      var line = text[start..<end]
      start = end + 1
      if line.last == 0x0D { line.removeLast() }
      if line.first == 0x23 { continue }
      let place = output.count
      do throws(BCFEncoder.Fault) {
        try encoder.append(line, to: &output)
      } catch {
        throw fault(error, line)
      }
      again.removeAll(keepingCapacity: true)
      do throws(BCFFault) {
        _ = try decoder.append(output, at: place, to: &again)
      } catch {
        throw BCFOutputFault(path: path, fault: .lost(Self.place(of: line), text: []))
      }
      if let lost = VCFLineLoss.first(from: line, to: again.dropLast()) {
        throw BCFOutputFault(path: path, fault: .lost(Self.place(of: line), text: Array(lost)))
      }
    }
    free.withLock { $0.append(encoder) }
    return text.first == 0x23 ? head + output : output
  }

  private func fault(_ fault: BCFEncoder.Fault, _ line: ArraySlice<UInt8>) -> BCFOutputFault {
    let place = Self.place(of: line)
    switch fault {
    case .outOfMemory: return BCFOutputFault(path: path, fault: .outOfMemory)
    case .undeclared:
      let (kind, name) = undeclared(line) ?? ("key", [])
      return BCFOutputFault(path: path, fault: .undeclared(place, kind: kind, name: name))
    case .header, .refused: return BCFOutputFault(path: path, fault: .refused(place))
    }
  }

  /// The first contig, filter or key of a line that has no header line.
  private func undeclared(_ line: ArraySlice<UInt8>) -> (kind: String, name: [UInt8])? {
    let cells = line.split(separator: 0x09, omittingEmptySubsequences: false)
    guard cells.count >= 8 else { return nil }
    let lines = header.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
    func isDeclared(_ kind: String, _ name: ArraySlice<UInt8>) -> Bool {
      let id = String(decoding: name, as: UTF8.self)
      return lines.contains { text in
        text.hasPrefix("##\(kind)=<")
          && ["<ID=\(id),", "<ID=\(id)>", ",ID=\(id),", ",ID=\(id)>"].contains { text.contains($0) }
      }
    }
    if !isDeclared("contig", cells[0]) { return ("contig", Array(cells[0])) }
    for name in cells[6].split(separator: 0x3B)
    where !name.elementsEqual("PASS".utf8) && !name.elementsEqual(".".utf8) {
      if !isDeclared("FILTER", name) { return ("FILTER", Array(name)) }
    }
    for entry in cells[7].split(separator: 0x3B) where !entry.elementsEqual(".".utf8) {
      let name = entry.prefix { $0 != 0x3D }
      if !isDeclared("INFO", name) { return ("INFO", Array(name)) }
    }
    for name in cells.dropFirst(8).first?.split(separator: 0x3A) ?? []
    where !isDeclared("FORMAT", name) {
      return ("FORMAT", Array(name))
    }
    return nil
  }

  /// `CHROM:POS`.
  private static func place(of line: ArraySlice<UInt8>) -> [UInt8] {
    Array(line.split(separator: 0x09, maxSplits: 2).prefix(2).joined(separator: [0x3A]))
  }
}

/// Why an output cannot be BCF.
package struct BCFOutputFault: Error, Sendable, Equatable {
  package enum Fault: Sendable, Equatable {
    case header
    /// The record's CHROM:POS, and what it uses that the header does not declare.
    case undeclared([UInt8], kind: String, name: [UInt8])
    /// A value that its declared type cannot hold.
    case lost([UInt8], text: [UInt8])
    case refused([UInt8])
    case outOfMemory
  }

  package let path: String
  package let fault: Fault
}
