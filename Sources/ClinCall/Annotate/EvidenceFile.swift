// SPDX-License-Identifier: MIT

package import Annotation
package import Classification
import Files
import Genome

/// The user's evidence for classification: `call_id code points comment`, or `sample locus type code points
/// comment`, separated by TABs; `#` lines are comments.
///
/// `locus` is 1-based as reports print it, `type` is loss or gain, `points` have up to two decimals. A sample
/// of `.` is any. A comment that begins with `case=NAME` names the case, so that it counts once.
package enum EvidenceFile {
  /// - Throws: ``FileError``, or ``EvidenceFileFault``.
  package static func read(_ path: String) throws -> EvidenceIndex {
    let bytes = try SmallFile.read(path, upTo: 64 << 20)
    var rows: [EvidenceIndex.Row] = []
    for (number, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
      .enumerated()
    {
      let text = String(decoding: line, as: UTF8.self).trimmingSuffix("\r")
      if text.isEmpty || text.hasPrefix("#") { continue }
      let cells = text.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      do throws(EvidenceFileFault.Kind) {
        rows.append(try row(cells, line: number + 1))
      } catch {
        throw EvidenceFileFault(path: path, line: number + 1, kind: error)
      }
    }
    return EvidenceIndex(rows)
  }

  private static func row(_ cells: [String], line: Int) throws(EvidenceFileFault.Kind)
    -> EvidenceIndex.Row
  {
    let target: EvidenceIndex.Target
    var rest = cells[...]
    if cells.count >= 3, let id = callID(cells[0]), Criterion(code: cells[1]) != nil {
      target = .call(id)
      rest = rest.dropFirst()
    } else if cells.count >= 5 {
      guard let direction = Direction(rawValue: cells[2].lowercased()) else {
        throw .type(cells[2])
      }
      let region: StatedRegion
      do throws(ClassifyFault) { region = try StatedRegion(cells[1]) } catch {
        throw .locus(cells[1])
      }
      target = .place(
        sample: cells[0] == "." ? [] : Array(cells[0].utf8), contig: region.contig,
        interval: region.interval, direction: direction)
      rest = rest.dropFirst(3)
    } else {
      throw .columns(cells.count)
    }
    let code = rest.first ?? ""
    guard Criterion(code: code) != nil else { throw .statement(.unknownCode(code)) }
    let text = rest.dropFirst().first ?? ""
    guard let points = Points(text) else { throw .points(text) }
    return EvidenceIndex.Row(
      target: target, code: code, points: points.hundredths,
      comment: rest.dropFirst(2).joined(separator: " "), line: line)
  }

  /// 13 characters of Crockford's base 32.
  private static func callID(_ text: String) -> UInt64? {
    let digits = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
    guard text.count == 13 else { return nil }
    var hash: UInt64 = 0
    for (place, character) in text.uppercased().enumerated() {
      guard let digit = digits.firstIndex(of: character), place > 0 || digit < 16 else {
        return nil
      }
      hash = hash << 5 | UInt64(digit)
    }
    return hash
  }
}

/// What is wrong with an evidence file.
package struct EvidenceFileFault: Error, Sendable, Equatable {
  package enum Kind: Error, Sendable, Equatable {
    case columns(Int)
    case type(String)
    case locus(String)
    case points(String)
    case statement(StatementFault)
    /// No call of the run is the one that the row names.
    case fitsNoCall
  }

  package let path: String
  package let line: Int
  package let kind: Kind
}

extension String {
  fileprivate func trimmingSuffix(_ suffix: String) -> String {
    hasSuffix(suffix) ? String(dropLast(suffix.count)) : self
  }
}
