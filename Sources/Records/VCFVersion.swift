// SPDX-License-Identifier: MIT

/// The version on a VCF file's first line; what END and SVLEN mean depends on it.
package struct VCFVersion: Sendable, Hashable, Comparable {
  package let major: Int
  package let minor: Int

  package init(major: Int, minor: Int) {
    self.major = major
    self.minor = minor
  }

  /// From `VCFv4.2`; nil for any other text.
  package init?(_ text: String) {
    guard text.hasPrefix("VCFv") else { return nil }
    let parts = text.dropFirst(4).split(separator: ".", omittingEmptySubsequences: false)
    // Digits only: Int takes a sign.
    guard parts.count == 2, parts.allSatisfy({ $0.utf8.allSatisfy { $0 &- 0x30 <= 9 } }),
      let major = Int(parts[0]), let minor = Int(parts[1])
    else { return nil }
    self.init(major: major, minor: minor)
  }

  package var name: String { "VCFv\(major).\(minor)" }

  package var isSupported: Bool { major == 4 && minor <= 5 }

  /// From 4.4 on SVLEN is what says where an allele ends and END is derived.
  package var prefersLength: Bool { self >= VCFVersion(major: 4, minor: 4) }

  package static func < (a: VCFVersion, b: VCFVersion) -> Bool {
    (a.major, a.minor) < (b.major, b.minor)
  }
}
