// SPDX-License-Identifier: MIT

import Annotation
import CallFiles
import Calls
import Files
import Genome
import HTS

/// The laboratory's list of its own earlier calls: BED or TSV with type, class and count, plain or
/// compressed.
///
/// Start and end are 0-based half-open, as in BED and in our own tables. A header line (it begins with
/// `#chrom` or another name of the contig) names the columns: `start`, `end`, `type`, and where there are
/// any `class` (or `classification`, `cnv_class`) and `count`. Without a header the fourth to sixth columns
/// are type, class and count. A missing class or `.` is none, a missing count 1.
struct LabCallFile {
  let store: LabCallStore
  private let path: String
  /// Lines whose contig the build lacks, which no call can be alike.
  private var strangers = 0
  /// Lines of a type that is no loss, gain or loss of heterozygosity.
  private var undirected = 0

  var notes: [RunNote] {
    strangers + undirected == 0
      ? [] : [.unusedLabCalls(path: path, strangers: strangers, undirected: undirected)]
  }

  /// - Throws: ``LabCallFault`` at the first line that is no call, `FileError`, ``InputFailure``.
  init(path: String, build: GenomeBuild) throws {
    self.path = path
    var columns = Columns()
    var isFirst = true
    var calls: [LabCall] = []
    let bytes = try Self.contents(of: path)
    for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
    {
      let text = String(decoding: line.last == 0x0D ? line.dropLast() : line, as: UTF8.self)
      let cells = text.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      let first = cells[0]
      if text.allSatisfy(\.isWhitespace) || first.hasPrefix("track ") || first.hasPrefix("browser ")
      {
        continue
      }
      func fail(_ kind: LabCallFault.Kind) -> LabCallFault {
        LabCallFault(path: path, line: index + 1, kind: kind)
      }
      if first.hasPrefix("#") || isFirst, Columns.isHeader(cells) {
        do { columns = try Columns(header: cells) } catch { throw fail(error) }
        isFirst = false
        continue
      }
      if first.hasPrefix("#") { continue }
      isFirst = false
      let call: LabCall
      do {
        call = try Self.call(cells, columns, build: build, line: index + 1)
      } catch { throw fail(error) }
      if call.contig.isAssembled { calls.append(call) } else { strangers += 1 }
    }
    store = LabCallStore(calls)
    undirected = calls.count - store.calls.count
  }

  private static func contents(of path: String) throws -> [UInt8] {
    var bytes: [UInt8] = []
    do {
      var chunks = try ChunkReader(try InputFile(path: path), decodedChunkSize: 1 << 20)
      while let chunk = try chunks.next() { try chunk.decode(appendingTo: &bytes) }
    } catch let error as HTSError {
      throw InputFailure(path: path, fault: .opening(.container(error)))
    }
    return bytes
  }

  private static func call(_ cells: [String], _ columns: Columns, build: GenomeBuild, line: Int)
    throws(LabCallFault.Kind) -> LabCall
  {
    func cell(_ column: Int?) -> String? {
      guard let column, column < cells.count, !cells[column].isEmpty, cells[column] != "." else {
        return nil
      }
      return cells[column]
    }
    guard let type = cell(columns.type) else { throw .noType }
    guard let start = cell(columns.start).flatMap({ Int32($0) }), start >= 0,
      let end = cell(columns.end).flatMap({ Int32($0) }), start < end
    else { throw .badPlace(cells.prefix(3).joined(separator: " ")) }
    guard let (known, _) = TypeVocabulary.type(of: type) else { throw .unknownType(type) }
    let count = cell(columns.count)
    guard let number = count.map({ Int($0) }) ?? 1, number > 0 else { throw .badCount(count ?? "") }
    let contig = ContigName(Array((cell(columns.contig) ?? "").utf8).span).contig
    if let length = Assembly.of(build).length(of: contig), end > length {
      throw .beyondContig(end: Int(end), length: Int(length), build: build.name)
    }
    return LabCall(
      contig: contig, interval: Interval(start: start, end: end), type: known,
      classification: cell(columns.classification), count: number, line: line)
  }

  /// Where the cells stand; those of a list without header to begin with.
  private struct Columns {
    var contig: Int? = 0
    var start: Int? = 1
    var end: Int? = 2
    var type: Int? = 3
    var classification: Int? = 4
    var count: Int? = 5

    private static let contigNames = ["chrom", "chr", "chromosome", "contig"]

    private static func name(_ cell: String) -> String {
      String(cell.lowercased().filter { $0 != "#" && $0 != " " && $0 != "_" })
    }

    static func isHeader(_ cells: [String]) -> Bool {
      cells.count > 2 && cells.contains { contigNames.contains(name($0)) }
        && cells.contains { name($0) == "start" }
    }

    init() {}

    /// - Throws: ``LabCallFault/Kind/noColumn(_:)`` for what a list must have.
    init(header cells: [String]) throws(LabCallFault.Kind) {
      func place(_ names: [String]) -> Int? {
        cells.firstIndex { names.contains(Self.name($0)) }
      }
      contig = place(Self.contigNames)
      start = place(["start"])
      end = place(["end", "stop"])
      type = place(["type", "svtype", "calltype"])
      classification = place(["class", "classification", "cnvclass"])
      count = place(["count"])
      if end == nil { throw .noColumn("end") }
      if type == nil { throw .noColumn("type") }
    }
  }
}

/// A line of the laboratory's list that is no call.
package struct LabCallFault: Error, Sendable, Equatable {
  package enum Kind: Error, Sendable, Equatable {
    case noColumn(String)
    case badPlace(String)
    case noType
    case unknownType(String)
    case badCount(String)
    case beyondContig(end: Int, length: Int, build: String)
  }

  package let path: String
  package let line: Int
  package let kind: Kind
}
