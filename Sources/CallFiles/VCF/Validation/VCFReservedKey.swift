// SPDX-License-Identifier: MIT

/// The keys that the VCF specification reserves.
package enum VCFReservedKey {
  /// Number and Type of a key as header lines write them; nil for a key that is not reserved, or whose type
  /// differs between versions.
  package static func definition(of key: String, isFormat: Bool) -> (number: String, type: String)?
  {
    guard let known = VCFDefinition.reserved(key, isFormat: isFormat), let type = known.type else {
      return nil
    }
    return (known.count.text, type.rawValue)
  }
}
