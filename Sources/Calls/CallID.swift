// SPDX-License-Identifier: MIT

package import Genome

/// The name of a call that is the same in every run, shard and file.
///
/// 13 characters of Crockford's base 32 of the 64-bit FNV-1a hash of
/// `build|contig|start|end|type|copy_number|REF|ALT`, with the contig's name without `chr`, start and
/// end 0-based half-open, and `.` for what is missing. The first character holds the upper four bits.
package struct CallID: Hashable, Sendable {
  package let hash: UInt64

  package init(hash: UInt64) { self.hash = hash }

  /// - Parameter scratch: a buffer to build the text in, reused from call to call.
  package init(
    _ call: Call, in arena: [UInt8], build: GenomeBuild, scratch: inout [UInt8]
  ) {
    scratch.removeAll(keepingCapacity: true)
    scratch.append(build.name)
    scratch.append(0x7C)
    if call.contig.isAssembled {
      scratch.append(call.contig.name)
    } else {
      scratch.append(contentsOf: arena[call.contigName.range].withoutChr)
    }
    scratch.append(0x7C)
    scratch.append(decimal: call.interval.start)
    scratch.append(0x7C)
    scratch.append(decimal: call.interval.end)
    scratch.append(0x7C)
    scratch.append(call.type.word)
    scratch.append(0x7C)
    call.copyNumber.append(to: &scratch)
    for text in [call.ref, call.alt] {
      scratch.append(0x7C)
      scratch.append(text, of: arena)
    }
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in scratch { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    self.init(hash: hash)
  }

  package func append(to buffer: inout [UInt8]) {
    for shift in stride(from: 60, through: 0, by: -5) {
      buffer.append(crockford[Int((hash >> UInt64(shift)) & 31)])
    }
  }
}

private let crockford = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)

extension ArraySlice<UInt8> {
  /// The bytes behind a leading `chr` in any case.
  fileprivate var withoutChr: ArraySlice<UInt8> {
    let prefix = prefix(3).map { $0 | 0x20 }
    return count > 3 && prefix == [0x63, 0x68, 0x72] ? dropFirst(3) : self
  }
}
