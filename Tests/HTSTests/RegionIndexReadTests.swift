// SPDX-License-Identifier: MIT

import Testing

@testable import HTS

/// Indexes in memory: what they say, and that damaged ones are told.
struct RegionIndexReadTests {
  /// A tabix index of one contig: a bin of the smallest with a stretch, the bin of everything, and a
  /// linear index of two windows.
  private static let tabix: [UInt8] = {
    var bytes: [UInt8] = Array("TBI".utf8) + [1]
    func number(_ value: UInt32) {
      for shift in [0, 8, 16, 24] as [UInt32] {
        bytes.append(UInt8(truncatingIfNeeded: value >> shift))
      }
    }
    func offset(_ value: UInt64) {
      number(UInt32(truncatingIfNeeded: value)); number(UInt32(value >> 32))
    }
    number(1)
    for value in [2, 1, 2, 0, 35, 0] as [UInt32] { number(value) }
    number(5)
    bytes += Array("chr1".utf8) + [0]
    number(3)
    // Base 16,384 to 32,767.
    number(4682)
    number(1)
    offset(200 << 16 | 7)
    offset(300 << 16)
    number(0)
    number(1)
    offset(100 << 16)
    offset(200 << 16 | 7)
    // Numbers of records, no places.
    number(37450)
    number(2)
    for value in [100 << 16, 300 << 16, 2, 0] as [UInt64] { offset(value) }
    number(2)
    offset(100 << 16)
    offset(200 << 16 | 7)
    return bytes
  }()

  @Test func `a tabix index gives the stretches of a place`() throws {
    let index = try RegionIndex(Self.tabix)
    #expect(index.names == [Array("chr1".utf8)])
    #expect(index.columns == .init(preset: 2, contig: 1, start: 2, end: 0))
    let all = RegionIndex.Stretch(
      start: .init(rawValue: 100 << 16), end: .init(rawValue: 300 << 16))
    #expect(index.extent(of: 0) == all)
    #expect(index.stretches(of: 0, in: 0..<100).map(\.start.block) == [100])
    // The linear index leaves out what ends before the place.
    #expect(index.stretches(of: 0, in: 20_000..<20_001).map(\.start.block) == [200])
    #expect(index.stretches(of: 0, in: 0..<20_000).joined == [all])
    #expect(index.stretches(of: 0, in: 40_000..<50_000).isEmpty)
    #expect(index.stretches(of: 0, in: 0..<Int(Int32.max)).joined == [all])
  }

  @Test func `a tabix index that ends early is damaged`() {
    for count in 4..<Self.tabix.count {
      #expect(throws: RegionIndex.Fault.damaged) {
        try RegionIndex(Array(Self.tabix.prefix(count)))
      }
    }
    for count in 0..<4 {
      #expect(throws: RegionIndex.Fault.notIndex) {
        try RegionIndex(Array(Self.tabix.prefix(count)))
      }
    }
  }

  @Test func `numbers of an index that cannot be are told`() {
    for place in [4, 8 + 24, 41, 45] {
      var bytes = Self.tabix
      bytes.replaceSubrange(place..<place + 4, with: [0xFF, 0xFF, 0xFF, 0x7F])
      #expect(throws: RegionIndex.Fault.damaged) { try RegionIndex(bytes) }
    }
  }
}
